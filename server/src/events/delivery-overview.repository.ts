import { sql } from 'kysely';
import { uuidText } from '../lib/ids.js';
import type { Database } from '../lib/mysql.js';

/** A parked delivery in words that may be shown to whoever runs the clinic: no names, nothing clinical. */
export interface ParkedDelivery {
  id: number;
  consumer: string;
  kind: string;
  subject: string;
  /** The name and code of the newest failure. */
  cause: string | null;
  createdAt: Date;
}

/** How things stand with one consumer. */
export interface DeliveryCount {
  consumer: string;
  /** Those behind a parked one of their subject, too. */
  waiting: number;
  parked: number;
  /** The age of the oldest that waits. */
  oldestSeconds: number;
}

const putBackAtOnce = 1_000;

/** What waits and what is parked, for whoever runs the clinic. */
export class DeliveryOverviewRepository {
  constructor(private readonly db: Database) {}

  /** Of each consumer that has any, also of one that no longer exists. */
  async counts(): Promise<DeliveryCount[]> {
    const oldest = sql<Date>`min(if(due_at is null, null, created_at))`;
    const rows = await this.db.read
      .selectFrom('event_deliveries')
      .select((eb) => [
        'consumer',
        eb.fn.countAll<number>().as('all'),
        eb.fn.count<number>('due_at').as('waiting'),
      ])
      .select(sql<number>`coalesce(timestampdiff(second, ${oldest}, now(3)), 0)`.as('age_seconds'))
      .groupBy('consumer')
      .orderBy('consumer')
      .execute();
    return rows.map((row) => ({
      consumer: row.consumer,
      waiting: row.waiting,
      parked: row.all - row.waiting,
      oldestSeconds: row.age_seconds,
    }));
  }

  /** The oldest first. */
  async parked(atMost: number): Promise<ParkedDelivery[]> {
    const rows = await this.db.read
      .selectFrom('event_deliveries as delivery')
      .innerJoin('events as event', 'event.id', 'delivery.event_id')
      .select([
        'delivery.id',
        'delivery.consumer',
        'delivery.subject',
        'delivery.cause',
        'delivery.created_at',
      ])
      .select('event.kind')
      .where('delivery.due_at', 'is', null)
      .orderBy('delivery.id')
      .limit(atMost)
      .execute();
    return rows.map(({ subject, created_at: createdAt, ...row }) => ({
      ...row,
      subject: uuidText(subject),
      createdAt,
    }));
  }

  /** One that is parked is due at once, with all its attempts before it. @returns whether there is such a one */
  async putBack(deliveryId: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#parkedDue().where('id', '=', deliveryId).executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** The same for all that are parked of a consumer. @returns how many */
  async putAllBack(consumer: string): Promise<number> {
    for (let count = 0; ; ) {
      const some = this.#parkedDue().where('consumer', '=', consumer).limit(putBackAtOnce);
      const { numUpdatedRows } = await some.executeTakeFirst();
      count += Number(numUpdatedRows);
      if (numUpdatedRows < putBackAtOnce) return count;
    }
  }

  #parkedDue() {
    return this.db.read
      .updateTable('event_deliveries')
      .set({ due_at: sql<Date>`now(3)`, attempts: 0 })
      .where('due_at', 'is', null);
  }
}

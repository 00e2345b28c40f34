import { sql } from 'kysely';
import { maybeUuidText, newId, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import type { DeliveredEvent } from './subscriptions.js';

/** How deliveries are tried. Tests shorten the times. */
export interface DeliveryTimes {
  /** Whoever has not ended by then, or has died, is no longer waited for. */
  leaseSeconds: number;
  /** After the first failure; doubled after each further one. */
  retrySeconds: number;
  maxRetrySeconds: number;
  /** After so many attempts in vain a delivery is parked. */
  maxAttempts: number;
}

/** Three hours of attempts. */
export const deliveryTimes: DeliveryTimes = {
  leaseSeconds: 15,
  retrySeconds: 1,
  maxRetrySeconds: 3_600,
  maxAttempts: 15,
};

/** An attempt that somebody has the lease for. */
export interface Attempt {
  deliveryId: number;
  lease: Buffer;
  /** This one included. */
  attempts: number;
  event: DeliveredEvent;
}

const inSeconds = (seconds: number) => sql<Date>`now(3) + interval ${seconds} second`;

/** What is still to be delivered, by the database's clock. Delivered is what has no row any more. */
export class DeliveriesRepository {
  constructor(
    private readonly db: Database,
    private readonly times: DeliveryTimes,
  ) {}

  /**
   * Takes deliveries that are due and first of their subject, and puts them off for the length of a lease. They are
   * looked up in one snapshot, where whoever sees an event sees those that were committed before it, and locked
   * afterwards: a locking read alone would see a newcomer without its forerunner.
   */
  async take(consumer: string, atMost: number): Promise<Attempt[]> {
    const firsts = await this.#firsts(consumer, atMost);
    if (firsts.length === 0) return [];
    return this.db.transaction(async (tx) => {
      const locked = await lockDue(tx, firsts);
      await this.#parkSpent(tx, locked);
      const open = locked.filter(({ attempts }) => attempts < this.times.maxAttempts);
      const lease = uuidBytes(newId());
      await change(tx, open, {
        lease,
        due_at: inSeconds(this.times.leaseSeconds),
        attempts: sql<number>`attempts + 1`,
      });
      return open.map((row) => attemptOf(consumer, row, lease));
    });
  }

  /** It is delivered. @returns false when the lease has run out and somebody else is at it, or was */
  async settle(db: Db | Tx, { deliveryId, lease }: Attempt): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('event_deliveries')
      .where('id', '=', deliveryId)
      .where('lease', '=', lease)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** It failed: it comes again ever more rarely, until it is parked. @returns whether it is */
  async fail({ deliveryId, lease, attempts }: Attempt, cause: string): Promise<boolean> {
    const { retrySeconds, maxRetrySeconds, maxAttempts } = this.times;
    const isParked = attempts >= maxAttempts;
    const seconds = Math.min(retrySeconds * 2 ** (attempts - 1), maxRetrySeconds);
    const { numUpdatedRows } = await this.db.read
      .updateTable('event_deliveries')
      .set({ due_at: isParked ? null : inSeconds(seconds), lease: null, cause })
      .where('id', '=', deliveryId)
      .where('lease', '=', lease)
      .executeTakeFirst();
    return isParked && numUpdatedRows > 0n;
  }

  /** One that is parked is first of its subject, too, and never due: the others wait behind it. */
  async #firsts(consumer: string, atMost: number): Promise<number[]> {
    const rows = await this.db.read
      .selectFrom('event_deliveries as delivery')
      .select('delivery.id')
      .where('delivery.consumer', '=', consumer)
      .where('delivery.due_at', '<=', sql<Date>`now(3)`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('event_deliveries as earlier')
              .select('earlier.id')
              .whereRef('earlier.consumer', '=', 'delivery.consumer')
              .whereRef('earlier.subject', '=', 'delivery.subject')
              .whereRef('earlier.id', '<', 'delivery.id'),
          ),
        ),
      )
      .orderBy('delivery.due_at')
      .orderBy('delivery.id')
      .limit(atMost)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Those whose last attempt never ended, such as one that takes its process with it. */
  async #parkSpent(tx: Tx, locked: readonly DueRow[]): Promise<void> {
    const spent = locked.filter(({ attempts }) => attempts >= this.times.maxAttempts);
    await change(tx, spent, { due_at: null, lease: null, cause: 'no attempt has ended' });
  }
}

/** Whoever was quicker has locked them, or put them off since. */
const lockDue = (tx: Tx, ids: readonly number[]) =>
  tx
    .selectFrom('event_deliveries as delivery')
    .innerJoin('events as event', 'event.id', 'delivery.event_id')
    .select(['delivery.id', 'delivery.attempts', 'delivery.event_id', 'event.kind', 'event.subject_id'])
    .select(['event.patient_id', 'event.payload', 'event.occurred_at'])
    .where('delivery.id', 'in', ids)
    .where('delivery.due_at', '<=', sql<Date>`now(3)`)
    .forUpdate('delivery')
    .skipLocked()
    .execute();

type DueRow = Awaited<ReturnType<typeof lockDue>>[number];

interface Change {
  due_at: ReturnType<typeof inSeconds> | null;
  lease: Buffer | null;
  attempts?: ReturnType<typeof sql<number>>;
  cause?: string;
}

async function change(tx: Tx, rows: readonly DueRow[], to: Change): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx.updateTable('event_deliveries').set(to).where('id', 'in', ids).execute();
}

const attemptOf = (consumer: string, row: DueRow, lease: Buffer): Attempt => ({
  deliveryId: row.id,
  lease,
  attempts: row.attempts + 1,
  event: {
    id: uuidText(row.event_id),
    kind: row.kind,
    subjectId: uuidText(row.subject_id),
    patientId: maybeUuidText(row.patient_id),
    payload: row.payload as DeliveredEvent['payload'],
    occurredAt: row.occurred_at,
    key: `${uuidText(row.event_id)}.${consumer}`,
  },
});

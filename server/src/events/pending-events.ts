import { sql } from 'kysely';
import { AppError } from '../lib/errors.js';
import { maybeUuidText, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import type { Consumer } from './consumers.js';

export interface PendingEvent {
  id: string;
  kind: string;
  subjectId: string;
  patientId: string | null;
  payload: Readonly<Record<string, unknown>>;
}

/** The events that a consumer has still to take. Each is taken in the transaction that carries out what it means. */
export class PendingEvents {
  constructor(
    private readonly db: Database,
    private readonly consumer: Consumer,
  ) {}

  /**
   * Makes this transaction the only one that takes events of the consumer, until it ends.
   * @returns false when another one is at it
   */
  async lock(tx: Tx): Promise<boolean> {
    const row = await tx
      .selectFrom('analytics_consumers')
      .select('name')
      .where('name', '=', this.consumer)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Oldest first, as far as they are committed. Call `lock` before. */
  async next(db: Db, atMost: number): Promise<PendingEvent[]> {
    const rows = await db
      .selectFrom('events')
      .select(['id', 'kind', 'subject_id', 'patient_id', 'payload'])
      .where('awaits', '=', this.consumer)
      .orderBy('id')
      .limit(atMost)
      .execute();
    return rows.map((row) => ({
      id: uuidText(row.id),
      kind: row.kind,
      subjectId: uuidText(row.subject_id),
      patientId: maybeUuidText(row.patient_id),
      payload: row.payload as PendingEvent['payload'],
    }));
  }

  /** Marks events as taken: with the commit they are, and never come again. */
  async settle(tx: Tx, events: readonly PendingEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx
      .updateTable('events')
      .set({ awaits: null })
      .where(
        'id',
        'in',
        events.map(({ id }) => uuidBytes(id)),
      )
      .execute();
  }

  async areAny(): Promise<boolean> {
    return (await this.#end('asc')) !== null;
  }

  /** The newest one that waits. */
  newest(): Promise<Buffer | null> {
    return this.#end('desc');
  }

  /** Whether any waits that is not newer than that one. */
  async areAnyUpTo(newest: Buffer): Promise<boolean> {
    const oldest = await this.#end('asc');
    return oldest !== null && Buffer.compare(oldest, newest) <= 0;
  }

  async #end(direction: 'asc' | 'desc'): Promise<Buffer | null> {
    const row = await this.db.read
      .selectFrom('events')
      .select('id')
      .where('awaits', '=', this.consumer)
      .orderBy('id', direction)
      .limit(1)
      .executeTakeFirst();
    return row?.id ?? null;
  }

  /** Whether what the consumer keeps was ever built from the source rows. */
  async isBuilt(): Promise<boolean> {
    const row = await this.db.read
      .selectFrom('analytics_consumers')
      .select('built_at')
      .where('name', '=', this.consumer)
      .executeTakeFirstOrThrow();
    return row.built_at !== null;
  }

  async markBuilt(tx: Tx): Promise<void> {
    await tx
      .updateTable('analytics_consumers')
      .set({ built_at: sql<Date>`now(3)`, has_numbers: 1 })
      .where('name', '=', this.consumer)
      .execute();
  }
}

/**
 * Until when an answer is complete, as an expression for the very statement that reads it: every event that was
 * committed before and occurred before this instant is in. By the database clock. NULL while nothing was built yet.
 */
export const asOf = (consumer: Consumer) => sql<Date | null>`(select if(has_numbers, coalesce(
  (select occurred_at from events where awaits = ${consumer} order by id limit 1), now(3)), null)
  from analytics_consumers where name = ${consumer})`;

/** @throws AppError `analytics_building` while there is nothing to answer from */
export function requireAsOf(asOf: Date | null): string {
  if (asOf) return asOf.toISOString();
  throw new AppError('analytics_building', { retryAfterSeconds: 5 });
}

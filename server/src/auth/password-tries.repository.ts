import { sql } from 'kysely';
import type { Database, Tx } from '../lib/mysql.js';

/** One thing that passwords are counted by, and how many may be wrong within how long. */
export interface Counter {
  /** A keyed hash of 32 bytes. */
  readonly id: Buffer;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counts in MySQL: one for all processes. */
export class PasswordTriesRepository {
  constructor(private readonly db: Database) {}

  /**
   * Counts one more, from the start where the window is over. One beyond the limit it stops.
   * @returns the how-manieth this is
   */
  async count({ id, limit, windowSeconds }: Counter): Promise<number> {
    const { insertId } = await sql`
      insert into password_tries (counter, tries, ends_at)
      values (${id}, last_insert_id(1), now(3) + interval ${sql.lit(windowSeconds)} second)
      on duplicate key update
        tries = last_insert_id(if(ends_at <= now(3), 1, least(tries + 1, ${sql.lit(limit + 1)}))),
        ends_at = if(ends_at <= now(3), now(3) + interval ${sql.lit(windowSeconds)} second, ends_at)
    `.execute(this.db.read);
    return Number(insertId);
  }

  /** Of those that are full, for how many more seconds. */
  async secondsFull(counters: readonly Counter[]): Promise<Map<Counter, number>> {
    if (counters.length === 0) return new Map();
    const rows = await this.db.read
      .selectFrom('password_tries')
      .select(['counter', 'tries'])
      .select(sql<number>`timestampdiff(microsecond, now(3), ends_at) / 1000000`.as('seconds'))
      .where('counter', 'in', idsOf(counters))
      .where('ends_at', '>', sql<Date>`now(3)`)
      .execute();
    const full = new Map<Counter, number>();
    for (const counter of counters) {
      const row = rows.find((each) => each.counter.equals(counter.id));
      if (row && row.tries >= counter.limit) full.set(counter, Math.max(1, Math.ceil(Number(row.seconds))));
    }
    return full;
  }

  /** They count from the start. */
  async clear(tx: Tx, counters: readonly Counter[]): Promise<void> {
    await tx.deleteFrom('password_tries').where('counter', 'in', idsOf(counters)).execute();
  }

  /** Forgets windows that are over. @returns how many, at most `atOnce` */
  async forgetEnded(atOnce: number): Promise<number> {
    const { numAffectedRows = 0n } =
      await sql`delete from password_tries where ends_at <= now(3) limit ${sql.lit(atOnce)}`.execute(
        this.db.read,
      );
    return Number(numAffectedRows);
  }
}

const idsOf = (counters: readonly Counter[]): Buffer[] => counters.map(({ id }) => id);

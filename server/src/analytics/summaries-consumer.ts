import { sql } from 'kysely';
import { type Alone, alone } from '../events/alone.js';
import type { AnalyticsConsumer, Difference } from '../events/analytics-consumer.js';
import { catchUp } from '../events/catch-up.js';
import type { PendingEvents } from '../events/pending-events.js';
import { Database, maintenanceLimits, type Tx } from '../lib/mysql.js';
import type { Definitions } from './definitions.js';
import { fold } from './fold.js';
import type { Publishing } from './publishing.js';
import { rebuildSummaries } from './rebuild.js';
import { verifySummaries } from './verification.js';

const eventsAtOnce = 5_000;

/** Keeps facts and summaries in MySQL equal to appointments, records, diagnoses and notes, a moment behind. */
export class SummariesConsumer implements AnalyticsConsumer {
  readonly name = 'summaries';

  constructor(
    private readonly db: Database,
    private readonly mysqlUrl: string,
    private readonly pending: PendingEvents,
    private readonly definitions: Definitions,
    private readonly publishing: Publishing,
  ) {}

  async turn(): Promise<boolean> {
    if (!(await this.pending.isBuilt())) return this.#buildWhereNeeded();
    if (!(await this.pending.areAny())) return false;
    return this.db.transaction(async (tx) => {
      if (!(await this.pending.lock(tx))) return false;
      const events = await this.pending.next(tx, eventsAtOnce);
      if (events.length === 0) return false;
      await fold(tx, events, this.definitions, this.publishing);
      await this.pending.settle(tx, events);
      return events.length === eventsAtOnce;
    });
  }

  catchUp(forMs = Number.POSITIVE_INFINITY): Promise<void> {
    return catchUp(this, this.pending, forMs);
  }

  async rebuild(report: (line: string) => void = () => {}): Promise<void> {
    await alone(this.mysqlUrl, this.pending, true, (work) => this.#rebuild(work, report));
  }

  async verify(report: (line: string) => void = () => {}): Promise<Difference[]> {
    const db = new Database(this.mysqlUrl, maintenanceLimits);
    try {
      return await db.read
        .connection()
        .execute((connection) =>
          verifySummaries(connection, this.definitions, this.pending, this.publishing, report),
        );
    } finally {
      await db.close();
    }
  }

  /** @returns false when another process is at it */
  async #buildWhereNeeded(): Promise<boolean> {
    const isDone = await alone(this.mysqlUrl, this.pending, false, async (work) => {
      if (await this.pending.isBuilt()) return true; // by another process, in the meantime
      if (await hasPast(work.tx)) await this.#rebuild(work, () => {});
      else await this.pending.markBuilt(work.tx); // there is nothing to build from
      return true;
    });
    return isDone ?? false;
  }

  async #rebuild({ db, tx, requireStill }: Alone, report: (line: string) => void): Promise<void> {
    await rebuildSummaries(db, this.definitions, this.publishing, requireStill, report);
    await this.pending.markBuilt(tx);
  }
}

async function hasPast(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT EXISTS (SELECT 1 FROM appointments) OR EXISTS (SELECT 1 FROM medical_records) AS found`.execute(
    tx,
  );
  return Number(rows[0]?.found) === 1;
}

import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
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
    if (!(await this.pending.isBuilt())) return this.#build();
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
    await this.#alone((db) => rebuildSummaries(db, this.definitions, this.publishing, report));
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

  /** A clinic without a past has nothing to build from. */
  async #build(): Promise<boolean> {
    const isEmpty = await this.db.transaction(async (tx) => {
      if (!(await this.pending.lock(tx))) return null;
      if (await hasPast(tx)) return false;
      await this.pending.markBuilt(tx);
      return true;
    });
    if (isEmpty === false) await this.rebuild();
    return isEmpty !== null;
  }

  /** Works on connections of its own, while no process takes events. */
  async #alone(work: (db: Database) => Promise<void>): Promise<void> {
    const db = new Database(this.mysqlUrl, maintenanceLimits);
    try {
      await db.transaction(async (tx) => {
        while (!(await this.pending.lock(tx))) await pause(100);
        await work(db);
        await this.pending.markBuilt(tx);
      });
    } finally {
      await db.close();
    }
  }
}

async function hasPast(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT EXISTS (SELECT 1 FROM appointments) OR EXISTS (SELECT 1 FROM medical_records) AS found`.execute(
    tx,
  );
  return Number(rows[0]?.found) === 1;
}

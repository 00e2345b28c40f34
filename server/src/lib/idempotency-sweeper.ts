import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from './mysql.js';
import type { Worker } from './worker.js';

const everyMs = 10 * 60_000;
const keptDays = 7;
const rowsAtOnce = 1_000;

/** Forgets answers to requests that nobody will repeat any more, in small steps that hold no lock for long. */
export class IdempotencySweeper implements Worker {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.sweep().catch((error: unknown) => {
        this.log.warn({
          worker: 'idempotency-sweeper',
          name: error instanceof Error ? error.name : typeof error,
        });
      });
    }, everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async sweep(): Promise<void> {
    for (;;) {
      const { numAffectedRows = 0n } = await sql`delete from idempotency_keys
        where created_at < now(3) - interval ${keptDays} day limit ${sql.lit(rowsAtOnce)}`.execute(
        this.db.read,
      );
      if (numAffectedRows < BigInt(rowsAtOnce)) return;
    }
  }
}

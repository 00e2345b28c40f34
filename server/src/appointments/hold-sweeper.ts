import type { Logger } from 'pino';
import type { Database } from '../lib/mysql.js';
import type { Worker } from '../lib/worker.js';
import type { AppointmentsRepository } from './appointments.repository.js';
import type { TimeTaking } from './time-taking.js';

const everyMs = 5_000;
const atOnce = 100;

/** Ends holds that have run out and that nobody has booked over, so that their state is told truly. */
export class HoldSweeper implements Worker {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly appointments: AppointmentsRepository,
    private readonly taking: TimeTaking,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.#sweeping
        .then(() => this.sweep())
        .catch((error: unknown) => {
          this.log.warn({ worker: 'hold-sweeper', name: error instanceof Error ? error.name : typeof error });
        });
    }, everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** One transaction per hold: a busy one does not keep the others. */
  async sweep(): Promise<void> {
    for (const id of await this.appointments.expiredHolds(atOnce))
      await this.db.transaction((tx) => this.taking.expire(tx, id));
  }
}

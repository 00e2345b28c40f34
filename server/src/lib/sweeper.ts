import type { Logger } from 'pino';
import type { Worker } from './worker.js';

const everyMs = 10 * 60_000;
const rowsAtOnce = 1_000;

/** Forgets rows that nobody needs any more. @returns how many, at most `atOnce` */
export type Forget = (atOnce: number) => Promise<number>;

/** Forgets what is over, in small steps that hold no lock for long. */
export class Sweeper implements Worker {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly forgets: readonly Forget[],
    private readonly log: Logger,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.sweep().catch((error: unknown) => {
        this.log.warn({ worker: 'sweeper', name: error instanceof Error ? error.name : typeof error });
      });
    }, everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async sweep(): Promise<void> {
    for (const forget of this.forgets) while ((await forget(rowsAtOnce)) >= rowsAtOnce);
  }
}

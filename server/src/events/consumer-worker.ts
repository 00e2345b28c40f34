import type { Logger } from 'pino';
import type { Worker } from '../lib/worker.js';
import type { AnalyticsConsumer } from './analytics-consumer.js';

const idleMs = 400;
const longestPauseMs = 5_000;

/** Lets a consumer take its turns for as long as the process serves. */
export class ConsumerWorker implements Worker {
  #isStopping = false;
  #wake: () => void = () => {};
  #running: Promise<void> = Promise.resolve();
  #failures = 0;

  constructor(
    private readonly consumer: AnalyticsConsumer,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.#isStopping = false;
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      const hasMore = await this.#safeTurn();
      if (!hasMore && !this.#isStopping) await this.#pause();
    }
  }

  /** What failed is rolled back and tried again, ever more rarely: a store may be away. */
  async #safeTurn(): Promise<boolean> {
    try {
      const hasMore = await this.consumer.turn();
      this.#failures = 0;
      return hasMore;
    } catch (error) {
      this.#failures++;
      const cause = error instanceof Error ? error.name : 'unknown';
      if (this.#failures === 1)
        this.log.warn({ consumer: this.consumer.name, cause }, 'Analytics cannot go on now; it tries on');
      return false;
    }
  }

  #pause(): Promise<void> {
    const pauseMs = Math.min(idleMs * 2 ** Math.min(this.#failures, 5), longestPauseMs);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const longestPauseMs = 5_000;

export interface TurnLoopOptions {
  /** @returns true when there may be more to do at once */
  turn: () => Promise<boolean>;
  /** How long to wait when there was nothing to do. After failures it is longer. */
  idleMs: number;
  /** Told of the first of several failures in a row, by the error's name. */
  onFailure: (cause: string) => void;
}

/** One turn after another until it is stopped. What failed is tried again, ever more rarely: a store may be away. */
export class TurnLoop {
  #isStopping = false;
  #wake: () => void = () => {};
  #running: Promise<void> = Promise.resolve();
  #failures = 0;

  constructor(private readonly options: TurnLoopOptions) {}

  start(): void {
    this.#isStopping = false;
    this.#running = this.#run();
  }

  /** Resolves when the turn under way has ended. */
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

  async #safeTurn(): Promise<boolean> {
    try {
      const hasMore = await this.options.turn();
      this.#failures = 0;
      return hasMore;
    } catch (error) {
      this.#failures++;
      if (this.#failures === 1) this.options.onFailure(error instanceof Error ? error.name : 'unknown');
      return false;
    }
  }

  #pause(): Promise<void> {
    const pauseMs = Math.min(this.options.idleMs * 2 ** Math.min(this.#failures, 5), longestPauseMs);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

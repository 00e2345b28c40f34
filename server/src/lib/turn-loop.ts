const longestPauseMs = 5_000;

export interface TurnLoopOptions {
  /** @returns true when there may be more to do at once */
  turn: () => Promise<boolean>;
  /** How long to wait when there was nothing to do. After failures it is longer. */
  idleMs: number;
  /** The longer there is nothing to do, the longer it waits, up to this; `idleMs` when absent. */
  maxIdleMs?: number;
  /** Told of the first of several failures in a row, by the error's name. */
  onFailure: (cause: string) => void;
}

/** One turn after another until it is stopped. What failed is tried again, ever more rarely: a store may be away. */
export class TurnLoop {
  #isStopping = false;
  #isWoken = false;
  #endPause: () => void = () => {};
  #running: Promise<void> = Promise.resolve();
  #failures = 0;
  #idleTurns = 0;

  constructor(private readonly options: TurnLoopOptions) {}

  start(): void {
    this.#isStopping = false;
    this.#running = this.#run();
  }

  /** Resolves when the turn under way has ended. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#endPause();
    await this.#running;
  }

  /** There is something to do: the next turn comes at once. One that is under way may not have seen it. */
  wake(): void {
    this.#isWoken = true;
    this.#endPause();
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      this.#isWoken = false;
      const hasMore = await this.#safeTurn();
      this.#idleTurns = hasMore || this.#isWoken ? 0 : this.#idleTurns + 1;
      if (!hasMore && !this.#isWoken && !this.#isStopping) await this.#pause();
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
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#pauseMs());
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #pauseMs(): number {
    const { idleMs, maxIdleMs = idleMs } = this.options;
    const failureMs = Math.min(idleMs * 2 ** Math.min(this.#failures, 5), longestPauseMs);
    const quietMs = Math.min(idleMs * 2 ** Math.min(this.#idleTurns - 1, 20), maxIdleMs);
    return this.#failures > 0 ? failureMs : quietMs;
  }
}

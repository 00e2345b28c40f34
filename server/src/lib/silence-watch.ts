import { setTimeout as pause } from 'node:timers/promises';

const askAgainMs = 250;

/**
 * Tells a MySQL that has fallen silent from a query that only takes long: whoever waits too long has it asked something
 * that it can answer at once, on a connection of its own. While it is silent nobody needs to wait to learn that.
 */
export class SilenceWatch {
  readonly #waiting = new Set<() => void>();
  #isAsking = false;
  #isSilent = false;
  #isClosed = false;

  /** @param isAnswered asks, and gives up in time */
  constructor(private readonly isAnswered: () => Promise<boolean>) {}

  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** @param giveUp called if MySQL falls silent before the wait has ended */
  beginWait(giveUp: () => void): void {
    this.#waiting.add(giveUp);
  }

  /** @returns false when it had ended already */
  endWait(giveUp: () => void): boolean {
    return this.#waiting.delete(giveUp);
  }

  suspect(): void {
    if (!this.#isAsking && !this.#isClosed) void this.#ask();
  }

  close(): void {
    this.#isClosed = true;
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    while (!(await this.isAnswered()) && !this.#isClosed) {
      this.#isSilent = true;
      for (const giveUp of this.#waiting) giveUp();
      await pause(askAgainMs, undefined, { ref: false });
    }
    this.#isSilent = false;
    this.#isAsking = false;
  }
}

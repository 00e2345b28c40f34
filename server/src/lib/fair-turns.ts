/** Nobody whose request has just arrived waits for longer than this and one more piece of work. */
const turnMs = 5;

/**
 * Lets work be done at once while the turn of the event loop is young. What comes later in a long turn is done in the
 * next ones, a piece each, so that what has arrived meanwhile is heard in between: ten long lists in a row would keep
 * everybody else waiting for all ten.
 */
export class FairTurns {
  readonly #waiting: (() => void)[] = [];
  #turnBeganAtMs: number | null = null;

  run(work: () => void): void {
    if (this.#turnBeganAtMs === null) {
      this.#turnBeganAtMs = performance.now();
      setImmediate(this.#endTurn);
    }
    const isLong = this.#waiting.length > 0 || performance.now() - this.#turnBeganAtMs > turnMs;
    if (isLong) this.#waiting.push(work);
    else work();
  }

  readonly #endTurn = (): void => {
    this.#turnBeganAtMs = null;
    const work = this.#waiting.shift();
    if (!work) return;
    this.#turnBeganAtMs = performance.now();
    setImmediate(this.#endTurn);
    work();
  };
}

/** Nobody whose request has just arrived waits for longer than this and one more piece of work. */
const turnMs = 5;

/**
 * Lets work be done at once while the turn of the event loop is young. What comes later in a long turn is done once
 * arrivals have been heard, as much of it as fits into the next turn: ten long lists in a row would keep everybody else
 * waiting for all ten.
 */
export class FairTurns {
  #beganAtMs: number | null = null;

  run(work: () => void): void {
    const nowMs = performance.now();
    if (this.#beganAtMs === null) {
      this.#beganAtMs = nowMs;
      setImmediate(this.#end);
    }
    if (nowMs - this.#beganAtMs <= turnMs) work();
    else setImmediate(() => this.run(work));
  }

  readonly #end = (): void => {
    this.#beganAtMs = null;
  };
}

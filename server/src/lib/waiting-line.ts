export interface LineLimits {
  /** How many are worked on at a time. */
  readonly atOnce: number;
  /** How many may wait at most. */
  readonly longest: number;
}

/** A crowd may come at once and is served in turn. A line that has not been empty for so long is no crowd but a flood. */
const crowdForMs = 1_000;
/** The line must be empty for so long before the next crowd counts as one. */
const calmAfterMs = 200;
/** In a flood nobody else may join while the first in line has waited so long: just enough stay to keep all hands busy. */
const floodWaitMs = 50;

/** Lets so many work at once and the next ones wait. Who cannot be served soon is refused on arrival, not after a wait. */
export class WaitingLine {
  readonly #waiting: { begin: () => void; sinceMs: number }[] = [];
  #atWork = 0;
  #isEmpty = true;
  #standsSinceMs = 0;
  #emptiedAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly limits: LineLimits) {}

  /** Whether who comes now must go away. Asked on its own, so that in a flood nothing is made ready for who is refused. */
  get isClosed(): boolean {
    if (this.#atWork < this.limits.atOnce) return false;
    if (this.#waiting.length >= this.limits.longest) return true;
    const nowMs = performance.now();
    const [first] = this.#waiting;
    const isFlood = nowMs - this.#standsSinceMs > crowdForMs;
    return first !== undefined && isFlood && nowMs - first.sinceMs > floodWaitMs;
  }

  /** Only while the line is not closed. `begin` is called, now or in its turn, and whoever begins must `leave`. */
  join(begin: () => void): void {
    if (this.#atWork < this.limits.atOnce) {
      this.#atWork++;
      begin();
      return;
    }
    const nowMs = performance.now();
    if (this.#isEmpty && nowMs - this.#emptiedAtMs > calmAfterMs) this.#standsSinceMs = nowMs;
    this.#isEmpty = false;
    this.#waiting.push({ begin, sinceMs: nowMs });
  }

  /** Makes room for the next one. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next.begin();
      return;
    }
    this.#atWork--;
    if (this.#isEmpty) return;
    this.#isEmpty = true;
    this.#emptiedAtMs = performance.now();
  }
}

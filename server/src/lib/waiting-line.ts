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

interface Waiting {
  readonly begin: () => void;
  readonly sinceMs: number;
}

/**
 * Lets so many work at once and the next ones wait. Who cannot be served soon is refused on arrival, not after a wait.
 * Parties (a network, a device) take turns: where one of them floods the line, the others find their share of the places.
 */
export class WaitingLine {
  /** By party, the one whose turn is next first; none without anybody who waits. */
  readonly #waiting = new Map<string, Waiting[]>();
  /** How many of each party work or wait. */
  readonly #present = new Map<string, number>();
  #waitingCount = 0;
  #atWork = 0;
  #isEmpty = true;
  #standsSinceMs = 0;
  #emptiedAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly limits: LineLimits) {}

  get hasWaiting(): boolean {
    return this.#waitingCount > 0;
  }

  /**
   * Whether who comes now of this party must go away. Asked on its own, so that in a flood nothing is made ready
   * for who is refused.
   */
  isClosedTo(party: string): boolean {
    if (this.#atWork < this.limits.atOnce) return false;
    return (this.#waitingCount >= this.limits.longest || this.#isFlood()) && !this.#hasShareLeft(party);
  }

  /** Only while the line is not closed. `begin` is called, now or in its turn, and whoever begins must `leave`. */
  join(party: string, begin: () => void): void {
    this.#present.set(party, (this.#present.get(party) ?? 0) + 1);
    if (this.#atWork < this.limits.atOnce) {
      this.#atWork++;
      begin();
      return;
    }
    const sinceMs = performance.now();
    if (this.#isEmpty && sinceMs - this.#emptiedAtMs > calmAfterMs) this.#standsSinceMs = sinceMs;
    this.#isEmpty = false;
    this.#waitingCount++;
    const before = this.#waiting.get(party);
    if (before) before.push({ begin, sinceMs });
    else this.#waiting.set(party, [{ begin, sinceMs }]);
  }

  /** Makes room for the next one. */
  leave(party: string): void {
    const left = (this.#present.get(party) ?? 0) - 1;
    if (left > 0) this.#present.set(party, left);
    else this.#present.delete(party);
    const next = this.#next();
    if (next) {
      next.begin();
      return;
    }
    this.#atWork--;
    if (this.#isEmpty) return;
    this.#isEmpty = true;
    this.#emptiedAtMs = performance.now();
  }

  #next(): Waiting | undefined {
    const [turn] = this.#waiting;
    if (!turn) return undefined;
    const [party, waiting] = turn;
    this.#waiting.delete(party);
    const next = waiting.shift();
    if (waiting.length > 0) this.#waiting.set(party, waiting);
    this.#waitingCount--;
    return next;
  }

  #isFlood(): boolean {
    const [first] = this.#waiting.values();
    const nowMs = performance.now();
    const hasWaitedMs = nowMs - (first?.[0]?.sinceMs ?? nowMs);
    return nowMs - this.#standsSinceMs > crowdForMs && hasWaitedMs > floodWaitMs;
  }

  /** Whether a party that had its fair part of all places would have more than it has. */
  #hasShareLeft(party: string): boolean {
    const present = this.#present.get(party) ?? 0;
    const parties = this.#present.size + (present === 0 ? 1 : 0);
    return parties > 1 && present < Math.floor(this.limits.atOnce / parties);
  }
}

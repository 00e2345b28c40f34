import type { Broken } from './proof.js';

const shownAtMost = 40;

/** What was judged, and what did not hold: one entry for each thing promised, however often it was broken. */
export class Verdicts {
  #judged = 0;
  readonly #broken = new Map<string, readonly string[]>();

  /** @param history what shows it, when it does not hold */
  expect(holds: boolean, what: string, history: readonly string[]): void {
    this.#judged += 1;
    if (!holds && !this.#broken.has(what)) this.#broken.set(what, history);
  }

  get judged(): number {
    return this.#judged;
  }

  get broken(): readonly Broken[] {
    const all = [...this.#broken].map(([what, history]): Broken => ({ what, history }));
    const more = all.length - shownAtMost;
    if (more <= 0) return all;
    return [...all.slice(0, shownAtMost), { what: `and ${more} more of the kind` }];
  }
}

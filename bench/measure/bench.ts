import type { BenchStores } from '../setup/stores.js';
import { rounded, shown } from './figures.js';
import type { Round } from './rounds.js';

export interface BenchOptions {
  rounds: number;
  secondsPerRound: number;
}

/** What a benchmark works with, and where it says how it goes. */
export interface Bench {
  stores: BenchStores;
  options: BenchOptions;
  report: (line: string) => void;
  findings: Findings;
}

/** Something with an end, e.g. a process: whoever opened it need not remember to close it. */
export interface Closing {
  push(close: () => Promise<void> | void): void;
}

/** What came out: told as it comes, checked against its limit, and gathered for the last line. */
export class Findings {
  readonly figures: Record<string, number | string | boolean> = {};
  readonly missed: string[] = [];

  constructor(private readonly report: (line: string) => void) {}

  set(name: string, value: number | string | boolean): void {
    this.figures[name] = typeof value === 'number' ? rounded(value, 3) : value;
  }

  /** @param unit ends the figure for people, e.g. ` ms` */
  atLeast(name: string, value: number, limit: number, unit = ''): void {
    this.#judge(name, value, value >= limit, `≥ ${limit}${unit}`, unit);
  }

  below(name: string, value: number, limit: number, unit = ''): void {
    this.#judge(name, value, value < limit, `< ${limit}${unit}`, unit);
  }

  equal(name: string, value: number, wanted: number): void {
    this.#judge(name, value, value === wanted, `= ${wanted}`, '');
  }

  #judge(name: string, value: number, isMet: boolean, limit: string, unit: string): void {
    this.set(name, value);
    if (!isMet) this.missed.push(name);
    this.report(`${isMet ? 'ok     ' : 'MISSED '} ${name}: ${shown(value)}${unit} (${limit})`);
  }
}

/** A line of a table: one side's medians. */
export const tableLine = (name: string, { perSecond, p50Ms, p99Ms, cpuMsEach }: Round): string =>
  `  ${name.padEnd(22)} ${shown(perSecond).padStart(7)}/s   p50 ${shown(p50Ms)} ms   p99 ${shown(p99Ms)} ms   cpu ${shown(cpuMsEach)} ms each`;

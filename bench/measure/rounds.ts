import type { LoadResult } from '../load/load.types.js';
import type { Loader } from '../load/loader.js';
import { median, percentile, shown } from './figures.js';

/** One side of a comparison. */
export interface Side {
  name: string;
  loader: Loader;
  /** Outcomes that count. Any other one ends the benchmark: figures of failures are worth nothing. */
  expected: string;
  /** Processor time spent so far by the system under load, in milliseconds. */
  cpuMs?: () => Promise<number>;
}

export interface Round {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time per operation, of the system under load where it is another process than the loader. */
  cpuMsEach: number;
}

export interface RoundPlan {
  concurrency: number;
  rounds: number;
  forMs: number;
  report: (line: string) => void;
}

/** The rounds of every side, by name. */
export type Rounds = ReadonlyMap<string, Round[]>;

/** Lets the sides take turns, so that whatever else the machine does meets all of them. The first turn goes round. */
export async function takeTurns(sides: readonly Side[], plan: RoundPlan): Promise<Rounds> {
  const rounds = new Map<string, Round[]>(sides.map((side) => [side.name, []]));
  for (let turn = 0; turn < plan.rounds; turn++) {
    const order = turn % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) rounds.get(side.name)?.push(await playRound(side, plan));
    const figures = sides.map(({ name }) => `${name} ${describe(rounds.get(name)?.at(-1))}`);
    plan.report(`  c=${plan.concurrency} round ${turn + 1}/${plan.rounds}: ${figures.join('  ·  ')}`);
  }
  return rounds;
}

async function playRound(side: Side, { concurrency, forMs }: RoundPlan): Promise<Round> {
  const cpuBefore = await side.cpuMs?.();
  const result = await side.loader.round(concurrency, forMs);
  requireOnly(side, result);
  const operations = result.latenciesMs.length;
  const cpuMs = cpuBefore === undefined || !side.cpuMs ? result.cpuMs : (await side.cpuMs()) - cpuBefore;
  return {
    perSecond: (operations / result.elapsedMs) * 1_000,
    p50Ms: percentile(result.latenciesMs, 0.5),
    p99Ms: percentile(result.latenciesMs, 0.99),
    cpuMsEach: cpuMs / operations,
  };
}

function requireOnly({ name, expected }: Side, { outcomes }: LoadResult): void {
  const others = Object.entries(outcomes).filter(([outcome]) => outcome !== expected);
  if (others.length === 0) return;
  const counts = others.map(([outcome, times]) => `${times} × ${outcome}`).join(', ');
  throw new Error(`${name}: expected only ${expected}, and got ${counts}.`);
}

const describe = (round: Round | undefined): string =>
  round ? `${shown(round.perSecond)}/s (p99 ${shown(round.p99Ms)} ms)` : '–';

/** The median of each figure over the rounds. */
export function mediansOf(rounds: Rounds, name: string): Round {
  const own = rounds.get(name) ?? [];
  const of = (figure: (round: Round) => number) => median(own.map(figure));
  return {
    perSecond: of((round) => round.perSecond),
    p50Ms: of((round) => round.p50Ms),
    p99Ms: of((round) => round.p99Ms),
    cpuMsEach: of((round) => round.cpuMsEach),
  };
}

/** One side's throughput as a share of the other's: the median over the rounds, and how far they lie apart. */
export function ratioOf(
  rounds: Rounds,
  name: string,
  base: string,
): { ratio: number; lowest: number; highest: number } {
  const own = rounds.get(name) ?? [];
  const ratios = own.map(
    (round, index) => round.perSecond / (rounds.get(base)?.[index]?.perSecond ?? Number.NaN),
  );
  return { ratio: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

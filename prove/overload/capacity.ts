import { setTimeout as pause } from 'node:timers/promises';
import type { Loader } from '../../bench/load/loader.js';
import { mean, percentile } from '../../bench/measure/figures.js';
import { connections } from './mixed-driver.js';

const callers = [8, 16, 32, 64];
const settleMs = 500;
/** In a flood's first second a crowd is let in, and nobody refused: it must have been served before refusals are measured. */
const leadInMs = 4_000;

/** How much was done in each second, and how the rest ended. */
export interface Offered {
  readonly doneAsecond: number;
  readonly offeredAsecond: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Of one core: near 1 the clients were what was too slow. */
  readonly clientsBusyShare: number;
  /** That 99 of 100 refusals did not exceed, as the client saw them. */
  readonly refusalP99Ms: number;
  readonly forMs: number;
}

/** How much was done in each second, by how many callers there were. */
export type Capacity = ReadonlyMap<number, number>;

export async function measureCapacity(loader: Loader, forMs: number): Promise<Capacity> {
  const doneAsecond = new Map<number, number>();
  await loader.round(32, forMs); // what is cold is slow
  for (const concurrency of callers) {
    const { outcomes, elapsedMs } = await loader.round(concurrency, forMs);
    doneAsecond.set(concurrency, (doneIn(outcomes) / elapsedMs) * 1_000);
  }
  return doneAsecond;
}

/** The most that is done in a second when callers wait for their answers, however many they are: the mean of measurements. */
export const peakOf = (...measured: Capacity[]): number =>
  Math.max(...callers.map((concurrency) => mean(measured.map((one) => one.get(concurrency) ?? 0))));

/** Offers so much in each second, without waiting for answers. */
export async function offer(loader: Loader, perSecond: number, forMs: number): Promise<Offered> {
  await loader.burst(connections); // opens them all
  await pause(settleMs);
  const { outcomes, outcomeOf, latenciesMs, elapsedMs, cpuMs } = await loader.arrivals(
    perSecond,
    leadInMs,
    forMs,
  );
  const refusals = latenciesMs.filter((_, index) => isRefusal(outcomeOf[index] ?? ''));
  return {
    doneAsecond: (doneIn(outcomes) / elapsedMs) * 1_000,
    offeredAsecond: (outcomeOf.length / elapsedMs) * 1_000,
    outcomes,
    clientsBusyShare: cpuMs / elapsedMs,
    refusalP99Ms: refusals.length === 0 ? 0 : percentile(refusals, 0.99),
    forMs: elapsedMs,
  };
}

export const isDone = (outcome: string): boolean => outcome.startsWith('2');
export const isRefusal = (outcome: string): boolean => outcome === '503' || outcome === '429';

const doneIn = (outcomes: Readonly<Record<string, number>>): number =>
  Object.entries(outcomes).reduce((sum, [outcome, count]) => sum + (isDone(outcome) ? count : 0), 0);

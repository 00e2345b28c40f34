import { setTimeout as pause } from 'node:timers/promises';
import type { Loader } from '../../bench/load/loader.js';
import { median, percentile } from '../../bench/measure/figures.js';
import { isDone } from './capacity.js';
import { SlowFlood, slowReaders, slowSenders } from './slow-clients.js';

const callers = 4;
const rounds = 3;
/** In the first moments of a flood all of them arrive at once, which is a crowd and not what is slow about them. */
const leadInMs = 2_000;

/** What others see of a flood of slow clients. */
export interface SlowFloodCost {
  readonly kind: 'senders' | 'readers';
  /** How many times the idle p99 theirs was; the median of three rounds by turns. */
  readonly p99Times: number;
  readonly idleP99Ms: number;
  readonly p99Ms: number;
  /** How their requests ended that were not done. */
  readonly notDone: Readonly<Record<string, number>>;
  /** How many of the slow ones were ended, and came back. */
  readonly cut: number;
}

/** Measures others by turns alone and beside so many slow senders, and then so many slow readers. */
export async function slowFloodsCost(
  others: Loader,
  baseUrl: string,
  { doctorId, count, forMs }: { doctorId: string; count: number; forMs: number },
): Promise<SlowFloodCost[]> {
  await others.round(callers, forMs); // what is cold is slow
  return [
    await cost('senders', others, forMs, () => new SlowFlood(baseUrl, slowSenders, count)),
    await cost('readers', others, forMs, () => new SlowFlood(baseUrl, slowReaders(doctorId), count)),
  ];
}

async function cost(
  kind: SlowFloodCost['kind'],
  others: Loader,
  forMs: number,
  begin: () => SlowFlood,
): Promise<SlowFloodCost> {
  const [idle, during]: [number[], number[]] = [[], []];
  const notDone: Record<string, number> = {};
  let cut = 0;
  for (let round = 0; round < rounds; round++) {
    idle.push(percentile((await others.round(callers, forMs)).latenciesMs, 0.99));
    const flood = begin();
    try {
      await pause(leadInMs);
      const { latenciesMs, outcomes } = await others.round(callers, forMs);
      during.push(percentile(latenciesMs, 0.99));
      for (const [outcome, times] of Object.entries(outcomes))
        if (!isDone(outcome)) notDone[outcome] = (notDone[outcome] ?? 0) + times;
    } finally {
      flood.stop();
      cut += flood.cut;
    }
    await pause(leadInMs); // until the server has heard that they left
  }
  const p99Times = median(during.map((p99Ms, round) => p99Ms / (idle[round] ?? Number.NaN)));
  return { kind, p99Times, idleP99Ms: median(idle), p99Ms: median(during), notDone, cut };
}

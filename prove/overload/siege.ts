import type { Loader } from '../../bench/load/loader.js';
import { mean } from '../../bench/measure/figures.js';
import type { Span } from '../kernel/proof.js';
import { type Capacity, measureCapacity, type Offered, offer, peakOf } from './capacity.js';
import { type ServerRefusals, serverRefusals } from './server-refusals.js';
import type { Watcher } from './watcher.js';

const timesCapacity = 10;

export interface Siege {
  /** What the process can do, measured before, between and after the floods: what else the machine does changes in minutes. */
  readonly peak: number;
  readonly floods: number;
  /** All floods in one: means, and the worst refusals. */
  readonly flood: Offered;
  readonly refused: ServerRefusals;
  /** How late the server's event loop got to what had arrived, at its worst quarter of a second, p99. */
  readonly loopDelayMs: number;
  readonly spans: readonly Span[];
}

/** Offers a process ten times what it can do, so many times, and measures by turns what that is. */
export async function besiege(
  load: Loader,
  watcher: Watcher,
  baseUrl: string,
  { peakMs, floods, floodMs }: { peakMs: number; floods: number; floodMs: number },
): Promise<Siege> {
  const capacities: Capacity[] = [await measureCapacity(load, peakMs)];
  const offered: Offered[] = [];
  const spans: Span[] = [];
  const before = await serverRefusals(baseUrl);
  while (offered.length < floods) {
    const fromMs = watcher.clock();
    offered.push(await offer(load, peakOf(...capacities) * timesCapacity, floodMs));
    spans.push({ name: 'ten times capacity', fromMs, untilMs: watcher.clock() });
    capacities.push(await measureCapacity(load, peakMs));
  }
  const after = await serverRefusals(baseUrl);
  return {
    peak: peakOf(...capacities),
    floods,
    flood: inOne(offered),
    refused: { count: after.count - before.count, within100Ms: after.within100Ms - before.within100Ms },
    loopDelayMs: Math.max(...spans.map((span) => watcher.worstLoopDelayMs(span))),
    spans,
  };
}

function inOne(floods: readonly Offered[]): Offered {
  const outcomes: Record<string, number> = {};
  for (const flood of floods)
    for (const [outcome, count] of Object.entries(flood.outcomes))
      outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  return {
    doneAsecond: mean(floods.map(({ doneAsecond }) => doneAsecond)),
    offeredAsecond: mean(floods.map(({ offeredAsecond }) => offeredAsecond)),
    outcomes,
    clientsBusyShare: mean(floods.map(({ clientsBusyShare }) => clientsBusyShare)),
    refusalP99Ms: Math.max(...floods.map(({ refusalP99Ms }) => refusalP99Ms)),
    forMs: mean(floods.map(({ forMs }) => forMs)),
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Draws } from '../../server/src/generate/draws.js';
import type { Span } from '../kernel/proof.js';
import type { Rig } from './rig.js';

/** Something that breaks, and how it is mended. */
export interface Fault {
  /** Such as `redis cut`. */
  readonly name: string;
  readonly lastsMs: number;
  begin(): Promise<void> | void;
  mend(): Promise<void> | void;
}

export interface FaultPlan {
  readonly count: number;
  /** At least so long between one fault's mending and the next one's beginning. */
  readonly pauseMs: number;
  /** Resolves when the time has come to begin after this share of all faults. */
  readonly pace: (share: number) => Promise<void>;
  /** Milliseconds since the run began. */
  readonly clock: () => number;
}

/** Lets one fault after another happen, each chosen by `draws`, every one mended before the next. @returns when */
export async function sufferFaults(
  faults: readonly Fault[],
  draws: Draws,
  { count, pauseMs, pace, clock }: FaultPlan,
): Promise<Span[]> {
  const spans: Span[] = [];
  for (let turn = 0; turn < count; turn++) {
    const fault = faults[draws.below(faults.length)];
    if (!fault) break;
    await pace(turn / count);
    const fromMs = clock();
    await fault.begin();
    await pause(fault.lastsMs);
    await fault.mend();
    spans.push({ name: fault.name, fromMs, untilMs: clock() });
    await pause(pauseMs);
  }
  return spans;
}

/** Each process killed or paused, each store away, slow, out of reach, or deaf on one ear. */
export function allFaults(rig: Rig): readonly Fault[] {
  const kills = rig.apis.map((api, index): Fault => {
    return {
      name: `api ${index} killed`,
      lastsMs: 300,
      begin: async () => void (await api.end('SIGKILL')),
      mend: () => api.start(),
    };
  });
  const pauses = rig.apis.map((api, index): Fault => {
    return {
      name: `api ${index} paused`,
      lastsMs: 1_500,
      begin: () => api.signal('SIGSTOP'),
      mend: () => api.signal('SIGCONT'),
    };
  });
  return [
    ...kills,
    ...pauses,
    ...(['mysql', 'mongo', 'redis'] as const).flatMap((name) => faultsOf(rig, name)),
  ];
}

/** What can happen to one store. */
export function faultsOf({ engines, proxies }: Rig, name: 'mysql' | 'mongo' | 'redis'): readonly Fault[] {
  const engine = engines.processes[name];
  const proxy = proxies[name];
  if (!engine) throw new Error(`${name} is not ours to break.`);
  const mend = () => proxy.turn({ kind: 'through' });
  return [
    {
      name: `${name} killed`,
      lastsMs: 500,
      begin: () => engine.kill('SIGKILL'),
      mend: () => engine.restart(),
    },
    {
      name: `${name} paused`,
      lastsMs: 1_500,
      begin: () => engine.kill('SIGSTOP'),
      mend: () => engine.kill('SIGCONT'),
    },
    { name: `${name} cut`, lastsMs: 1_000, begin: () => proxy.turn({ kind: 'cut' }), mend },
    { name: `${name} slow`, lastsMs: 1_500, begin: () => proxy.turn({ kind: 'slow', delayMs: 60 }), mend },
    { name: `${name} answers lost`, lastsMs: 800, begin: () => proxy.turn({ kind: 'swallow' }), mend },
    {
      // As behind a network that is gone: nobody has a connection, and who makes one hears nothing.
      name: `${name} unreachable`,
      lastsMs: 1_200,
      begin: () => {
        proxy.turn({ kind: 'cut' });
        proxy.turn({ kind: 'swallow' });
      },
      mend,
    },
  ];
}

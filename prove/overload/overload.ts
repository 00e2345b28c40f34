import { Loader } from '../../bench/load/loader.js';
import { rounded } from '../../bench/measure/figures.js';
import { openFrontDesk } from '../front-desk/front-desk.js';
import type { Broken, Finding, Proof, Series, Trial } from '../kernel/proof.js';
import { admin } from '../rig/api-fleet.js';
import { Attempts } from '../rig/attempts.js';
import { startRig } from '../rig/rig.js';
import { isDone, isRefusal } from './capacity.js';
import { pinAll } from './pin.js';
import { besiege, type Siege } from './siege.js';
import { signInsCost } from './sign-in-storm.js';
import { type SlowFloodCost, slowFloodsCost } from './slow-floods.js';
import { Watcher } from './watcher.js';

const doses = {
  small: { peakMs: 1_000, floods: 1, floodMs: 3_000, signInMs: 1_500, visits: 12_000, slow: 100 },
  full: { peakMs: 5_000, floods: 3, floodMs: 20_000, signInMs: 5_000, visits: 200_000, slow: 500 },
} as const;
const doctors = 32;
const usefulShare = 0.8;
const refusedWithinMs = 100;
const signInsMayCost = 2;
const slowClientsMayCost = 2;
/** As in production: with the cheap hashes of other trials a storm of sign-ins would be none. */
const env = { BCRYPT_COST: '12' };

/** One process is offered ten times what it can do, by a load process on the same machine. */
export const overload: Proof = {
  promise: 'P10',
  says: 'Offered ten times its capacity, a process goes on working and refuses the rest at once.',
  async prove(trial: Trial): Promise<Finding> {
    const dose = doses[trial.dose];
    const rig = await startRig(trial, { apis: 1, env });
    const loaders: Loader[] = [];
    let watcher: Watcher | null = null;
    try {
      const pids = [rig.apis[0], ...Object.values(rig.engines.processes)].flatMap((one) => one?.pid ?? []);
      await pinAll(pids, 'servers');
      const attempts = new Attempts();
      const desk = await openFrontDesk(rig, attempts, doctors);
      const baseUrl = rig.apis[0]?.baseUrl ?? '';
      const visits = Array.from({ length: dose.visits }, () => desk.nextVisit().body);
      const token = await desk.token(baseUrl);
      const mix = new URL('mixed-driver.ts', import.meta.url);
      const load = await Loader.start(mix, { baseUrl, token, visits, onlyBookings: false });
      loaders.push(load);
      watcher = new Watcher(baseUrl);
      const siege = await besiege(load, watcher, baseUrl, dose);
      const signIns = await Loader.start(new URL('sign-in-driver.ts', import.meta.url), {
        baseUrl,
        ...admin,
      });
      loaders.push(signIns);
      await pinAll(pids, 'both'); // a sign-in must not find its core taken by what it is compared with
      await load.open(mix, { baseUrl, token, visits: visits.toReversed(), onlyBookings: true });
      const signInsRatio = await signInsCost(load, signIns, dose.signInMs);
      await load.open(new URL('everyday-driver.ts', import.meta.url), {
        baseUrl,
        token,
        visits: halfway(visits),
      });
      const slowCosts = await slowFloodsCost(load, baseUrl, {
        doctorId: visits[0]?.doctorId ?? '',
        count: dose.slow,
        forMs: dose.signInMs,
      });
      return findingOf({ siege, signInsRatio, slowCosts, slowCount: dose.slow }, await watcher.stop());
    } finally {
      for (const loader of loaders) loader.stop();
      await watcher?.stop();
      await rig.stop();
    }
  },
};

interface Measured {
  readonly siege: Siege;
  readonly signInsRatio: number;
  readonly slowCosts: readonly SlowFloodCost[];
  readonly slowCount: number;
}

function findingOf(
  { siege, signInsRatio, slowCosts, slowCount }: Measured,
  series: readonly Series[],
): Finding {
  const { peak, flood, floods, refused, loopDelayMs, spans } = siege;
  const useful = flood.doneAsecond / peak;
  const lateAtServer = refused.count - refused.within100Ms;
  // Only where the clients have no time left is what they see their own delay, and the server's word counts.
  const isServerLate = lateAtServer > refused.count / 100 || loopDelayMs > refusedWithinMs;
  const areClientsSlow = flood.clientsBusyShare > 0.9;
  const isLate = flood.refusalP99Ms > refusedWithinMs && (isServerLate || !areClientsSlow);
  const other = Object.keys(flood.outcomes).filter((outcome) => !isDone(outcome) && !isRefusal(outcome));
  const told = Object.entries(flood.outcomes).map(([outcome, count]) => `${outcome}: ${count}`);
  const breaches: [boolean, string][] = [
    [useful < usefulShare, `useful work fell to ${rounded(useful)} of the peak`],
    [
      isLate,
      `refusals took ${rounded(flood.refusalP99Ms)} ms (p99), at the server ${lateAtServer} more than 100 ms, its event loop ${rounded(loopDelayMs, 0)} ms late`,
    ],
    [other.length > 0, `some answers were neither done nor refused with Retry-After: ${other.join(', ')}`],
    [signInsRatio > signInsMayCost, `200 parallel sign-ins moved booking p99 ${rounded(signInsRatio)} times`],
    ...slowCosts.flatMap(({ kind, p99Times, notDone }): [boolean, string][] => [
      [
        p99Times > slowClientsMayCost,
        `${slowCount} slow ${kind} moved the p99 of others ${rounded(p99Times)} times`,
      ],
      [
        Object.keys(notDone).length > 0,
        `beside ${slowCount} slow ${kind} others were not served: ${JSON.stringify(notDone)}`,
      ],
    ]),
  ];
  return {
    tried: `${rounded(flood.offeredAsecond, 0)} requests a second offered, ${floods} times for ${rounded(flood.forMs / 1_000, 0)} s from a core of their own and after a lead-in of 4 s, to a process whose peak between is ${rounded(peak, 0)}: ${rounded(useful)} of the peak was done, the rest refused within ${rounded(flood.refusalP99Ms, 0)} ms (p99) as the clients saw it, ${lateAtServer} of ${refused.count} after more than 100 ms by the server's own clock, whose event loop was ${rounded(loopDelayMs, 0)} ms late at worst; 200 parallel sign-ins moved booking p99 ${rounded(signInsRatio)} times; ${slowCosts.map(toldOf).join(', ')}`,
    broken: breaches.flatMap(([isBroken, what]): Broken[] => (isBroken ? [{ what, history: told }] : [])),
    figures: {
      'peak, requests done a second, the mean of before, between and after': rounded(peak, 0),
      'offered a second': rounded(flood.offeredAsecond, 0),
      'share of its core that the load process took': rounded(flood.clientsBusyShare),
      'done a second meanwhile': rounded(flood.doneAsecond, 0),
      'refusals p99 as the client saw them, ms': rounded(flood.refusalP99Ms, 1),
      'refusals that took more than 100 ms at the server': `${lateAtServer} of ${refused.count}`,
      'event loop delay at the server, worst p99, ms': rounded(loopDelayMs, 0),
      'booking p99 during 200 sign-ins, times the usual': rounded(signInsRatio),
      ...Object.fromEntries(
        slowCosts.map(({ kind, idleP99Ms, p99Ms, cut }) => [
          `p99 of others beside ${slowCount} slow ${kind}, ms`,
          `${rounded(p99Ms, 1)}, idle ${rounded(idleP99Ms, 1)}; ${cut} were cut and came back`,
        ]),
      ),
    },
    timeline: {
      series: series.map((one) => (one.tone === 'good' ? { ...one, promised: usefulShare * peak } : one)),
      spans,
    },
  };
}

const toldOf = ({ kind, p99Times }: SlowFloodCost): string =>
  `slow ${kind} moved the p99 of others ${rounded(p99Times)} times`;

/** From the middle on: the floods before have booked the first of them. */
const halfway = <T>(all: readonly T[]): readonly T[] => all.slice(all.length / 2);

import { Draws } from '../../server/src/generate/draws.js';
import { WallClocks } from '../../server/test/scheduling/wall-clock-oracle.js';
import { staff, ward } from '../../server/test/support/people.js';
import type { Broken, Dose, Finding, Proof, Trial } from '../kernel/proof.js';
import { openClinic } from '../rig/open-clinic.js';
import { startRig } from '../rig/rig.js';
import { checkThroughApi } from './api-sample.js';
import {
  allZones,
  type ClockChange,
  changesOf,
  firstYear,
  lastYear,
  sampleOfChanges,
} from './clock-changes.js';
import { checkChange } from './slot-checks.js';

/** Changes that are tried in this process, and of them those that are tried through the API, too. */
const doses: Record<Dose, { readonly changes: number | 'all'; readonly throughApi: number }> = {
  small: { changes: 60, throughApi: 4 },
  full: { changes: 'all', throughApi: 60 },
};
/** More of them say nothing new. */
const shownAtMost = 20;

export const zones: Proof = {
  promise: 'P13',
  says: 'Time zones are right: no slot is missing, comes twice or overlaps where clocks are changed.',
  async prove(trial) {
    const { changes, throughApi } = doses[trial.dose];
    const draws = new Draws(trial.seed).about(1, 0);
    const tried = changes === 'all' ? allChanges(draws) : sampleOfChanges(changes, draws);
    const broken = await checkAll(tried, trial);
    const future = tried.filter(({ isChange, noonMs }) => isChange && noonMs > Date.now());
    const sample = Array.from(
      { length: Math.min(throughApi, future.length) },
      () => future.splice(draws.below(future.length), 1)[0],
    ).flatMap((each) => each ?? []);
    broken.push(...(await checkSample(sample, trial)));
    return finding(tried, sample, broken);
  },
};

const allChanges = (draws: Draws): ClockChange[] => allZones().flatMap((zone) => changesOf(zone, draws));

async function checkAll(tried: readonly ClockChange[], { seed, report, signal }: Trial): Promise<Broken[]> {
  const broken: Broken[] = [];
  let clocks = { zone: '', wall: new WallClocks('UTC') };
  for (const [number, change] of tried.entries()) {
    if (number % 200 === 0) {
      await new Promise((resolve) => setImmediate(resolve)); // lets an interruption through
      signal.throwIfAborted();
      if (number > 0) report(`${number} of ${tried.length} clock changes, ${broken.length} findings.`);
    }
    if (clocks.zone !== change.zone) clocks = { zone: change.zone, wall: new WallClocks(change.zone) };
    broken.push(...checkChange(change, clocks.wall, new Draws(seed).about(2, number)));
  }
  return broken;
}

async function checkSample(sample: readonly ClockChange[], trial: Trial): Promise<Broken[]> {
  const rig = await startRig(trial, { apis: 1 });
  try {
    const clinic = await openClinic(rig);
    const desk = { clinic, place: await ward(clinic), reception: await staff(clinic, 'receptionist') };
    const broken: Broken[] = [];
    for (const [number, change] of sample.entries()) {
      trial.signal.throwIfAborted();
      broken.push(...(await checkThroughApi(change, desk, new Draws(trial.seed).about(3, number))));
    }
    return broken;
  } finally {
    await rig.stop();
  }
}

function finding(
  tried: readonly ClockChange[],
  sample: readonly ClockChange[],
  broken: readonly Broken[],
): Finding {
  const zoneCount = new Set(tried.map(({ zone }) => zone)).size;
  const changes = tried.filter(({ isChange }) => isChange).length;
  const known = allZones().length;
  return {
    tried: `${changes.toLocaleString('en')} clock changes of ${firstYear} to ${lastYear} in ${zoneCount} of ${known} IANA zones, ${tried.length - changes} zones without one, against the wall clock tick by tick; ${sample.length} of them through the API`,
    broken: broken.slice(0, shownAtMost),
    figures: {
      'clock changes': changes,
      zones: zoneCount,
      findings: broken.length,
      'through the API': sample.length,
    },
  };
}

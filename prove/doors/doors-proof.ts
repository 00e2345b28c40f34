import { Draws } from '../../server/src/generate/draws.js';
import { caller, signIn } from '../../server/test/support/calls.js';
import type { Finding, Proof, Trial } from '../kernel/proof.js';
import { Verdicts } from '../kernel/verdicts.js';
import { admin } from '../rig/api-fleet.js';
import { startRig } from '../rig/rig.js';
import { goRound } from './go-round.js';
import { furnish } from './house.js';
import { columns, matrix } from './matrix.js';
import { operations } from './operations.js';

const processes = { small: 1, full: 2 } as const;

export const doors: Proof = {
  promise: 'P5',
  says: 'Who may do what is as the access table says, at every door of the API.',
  prove: proveDoors,
};

async function proveDoors(trial: Trial): Promise<Finding> {
  const rig = await startRig(trial, { apis: processes[trial.dose] });
  try {
    const baseUrls = rig.apis.map(({ baseUrl }) => baseUrl);
    const [baseUrl = ''] = baseUrls;
    const call = caller(baseUrl);
    const clinic = { baseUrl, call, admin: await signIn(call, admin.email, admin.password) };
    const house = await furnish(clinic, rig.urls, baseUrls);
    const verdicts = new Verdicts();
    try {
      const { dose, seed, signal } = trial;
      await goRound({ house, matrix, verdicts, dose, draws: new Draws(seed) }, signal);
    } finally {
      await house.stores.close();
    }
    const { judged, broken } = verdicts;
    const callers = `${columns.length} roles, each with and without a part in it, and nobody`;
    return {
      tried: `${operations.length} operations by ${callers}: ${judged.toLocaleString('en')} answers judged, ${broken.length} wrong`,
      broken,
    };
  } finally {
    await rig.stop();
  }
}

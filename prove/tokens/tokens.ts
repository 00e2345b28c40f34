import { Draws } from '../../server/src/generate/draws.js';
import { cast } from '../../server/test/clinical/clinical-cast.js';
import { type OpenClinic, signIn } from '../../server/test/support/calls.js';
import type { Broken, Dose, Finding, Proof, Trial } from '../kernel/proof.js';
import { eachOf } from '../rig/at-once.js';
import { openClinic } from '../rig/open-clinic.js';
import { type Rig, startRig } from '../rig/rig.js';
import { Api } from '../rubbish/description.js';
import { forgeries } from './forgeries.js';
import { Knocks } from './knocks.js';
import { refreshForgeries, tryRefresh } from './refresh-forgeries.js';
import { type Keys, makeKeys, type Victim, victimOf } from './victims.js';

/** Of access tokens, and of refresh tokens beside them. */
const doses: Record<Dose, { readonly access: number; readonly refresh: number }> = {
  small: { access: 1_000, refresh: 50 },
  full: { access: 10_000, refresh: 500 },
};
const atOnce = 8;
/** Longer than a process remembers a session that has ended. */
const forgottenAfterMs = 1_100;
const secret = 'the secret of a clinic that is there to be robbed';

export const tokens: Proof = {
  promise: 'P8',
  says: 'Forged tokens fail: none that is forged, expired, foreign or meant for something else is accepted.',
  async prove(trial) {
    const rig = await startRig(trial, { apis: 1, env: { MEDWEAVE_SECRET: secret } });
    try {
      return await tryOn(rig, trial);
    } finally {
      await rig.stop();
    }
  },
};

async function tryOn(rig: Rig, trial: Trial): Promise<Finding> {
  const clinic = await openClinic(rig);
  const emails = await accounts(clinic);
  const keys = makeKeys(secret);
  const ended = victimOf(await signIn(clinic.call, clinic.admin.user.email));
  await clinic.call(ended.user, 'POST', '/auth/logout');
  await new Promise((resolve) => setTimeout(resolve, forgottenAfterMs));

  const { access, refresh } = doses[trial.dose];
  const knocks = new Knocks(clinic.baseUrl, new Api());
  const broken: Broken[] = [];
  let asked = 0;
  // Access tokens live ten minutes; the victims' must live while they are imitated. Once a forged one was accepted, nobody
  // knows what its bearer changed, a password perhaps: nothing that comes after would say anything.
  for (let from = 0; from < access && knocks.broken.length === 0; from += 1_000) {
    trial.signal.throwIfAborted();
    const victims = await signAllIn(clinic, emails);
    broken.push(...(await knocks.showGood(victims)));
    const numbers = Array.from({ length: Math.min(1_000, access - from) }, (_, index) => from + index);
    await eachOf(numbers, atOnce, (number) => knockOnce(knocks, number, { victims, ended, keys, trial }));
    broken.push(...(await knocks.showGood(victims)));
    asked += numbers.length;
    trial.report(`${asked} of ${access} access tokens, ${knocks.broken.length} accepted.`);
  }
  const refreshed = knocks.broken.length === 0 ? refresh : 0;
  broken.push(...(await refreshes(clinic, emails, refreshed, trial)));
  const operations = knocks.secured.length;
  const kinds = forgeries.length + Object.keys(refreshForgeries).length;
  return {
    tried: `${asked.toLocaleString('en')} access tokens of ${forgeries.length} kinds at ${operations} secured operations and ${refreshed} refresh tokens, while the true ones of ${emails.length} roles went on working`,
    broken: [...knocks.broken, ...broken],
    figures: { 'access tokens': asked, 'refresh tokens': refreshed, kinds, operations },
  };
}

interface Scene {
  readonly victims: readonly Victim[];
  readonly ended: Victim;
  readonly keys: Keys;
  readonly trial: Trial;
}

async function knockOnce(
  knocks: Knocks,
  number: number,
  { victims, ended, keys, trial }: Scene,
): Promise<void> {
  const draws = new Draws(trial.seed).about(1, number);
  const turn = draws.below(victims.length);
  const [victim, other] = [victims[turn], victims[(turn + 1) % victims.length]];
  if (!victim || !other) throw new Error('Nobody is there to be imitated.');
  await knocks.knock(number, draws.one(forgeries), { draws, victim, other, ended, keys });
}

/** One account of each role. */
async function accounts(clinic: OpenClinic): Promise<string[]> {
  const on = await cast(clinic);
  const all = [clinic.admin, on.patient.user, on.doctor.user, on.nurse, on.reception, on.billing];
  return all.map(({ user }) => user.email);
}

const signAllIn = (clinic: OpenClinic, emails: readonly string[]): Promise<Victim[]> =>
  Promise.all(emails.map(async (email) => victimOf(await signIn(clinic.call, email))));

async function refreshes(
  clinic: OpenClinic,
  emails: readonly string[],
  count: number,
  { seed }: Trial,
): Promise<Broken[]> {
  const kinds = Object.keys(refreshForgeries);
  const broken: Broken[] = [];
  await eachOf(Array.from({ length: count }).keys(), atOnce, async (number) => {
    const kind = kinds[number % kinds.length] ?? '';
    const email = emails[number % emails.length] ?? '';
    const instead = await tryRefresh(clinic, kind, email, new Draws(seed).about(2, number));
    if (instead) broken.push({ what: `POST /auth/refresh with ${kind} was answered ${instead}` });
  });
  return broken;
}

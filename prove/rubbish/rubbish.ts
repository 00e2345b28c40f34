import type { Broken, Dose, Finding, Proof, Trial } from '../kernel/proof.js';
import { openClinic } from '../rig/open-clinic.js';
import { type Rig, startRig } from '../rig/rig.js';
import { pourOver } from './downpour.js';
import type { Shower } from './shower.js';

/** About 1,740 requests each, beside 720 that find out who may do what. */
const rounds: Record<Dose, number> = { small: 1, full: 12 };
/** An answer that takes longer is a finding: somebody waits, or a database sleeps. */
const allowedMs = 2_000;

export const rubbish: Proof = {
  promise: 'P4',
  says: 'Bad input is answered, never suffered: no 5xx, no hang, no exit, no row, and refusals that tell nothing.',
  async prove(trial) {
    const rig = await startRig(trial, { apis: 1 });
    try {
      return await tryOn(rig, trial);
    } finally {
      await rig.stop();
    }
  },
};

async function tryOn(rig: Rig, trial: Trial): Promise<Finding> {
  const [api] = rig.apis;
  if (!api) throw new Error('The rig has no API process.');
  const pidBefore = api.pid;
  const clinic = await openClinic(rig);
  const { seed, report, signal } = trial;
  const plan = { rounds: rounds[trial.dose], seed, allowedMs, report, signal };
  const { shower, broken } = await pourOver({ clinic, urls: rig.urls }, plan);
  const health = await fetch(`${api.baseUrl}/health/ready`).catch((error: Error) => error);
  const isWell = health instanceof Response && health.ok && api.pid === pidBefore;
  const ended: Broken[] = isWell ? [] : [{ what: 'the process has ended or is not ready afterwards' }];
  return finding(shower, [...broken, ...ended]);
}

function finding(shower: Shower, broken: readonly Broken[]): Finding {
  const statuses = [...shower.statuses].toSorted(([a], [b]) => a - b);
  const told = statuses.map(([status, count]) => `${count} × ${status || 'no answer'}`).join(', ');
  const sent = shower.sent.toLocaleString('en');
  return {
    tried: `${sent} bad requests to every operation, as each role in turn (${told}), the slowest answer after ${Math.round(shower.slowestMs)} ms`,
    broken,
    figures: { requests: shower.sent, 'slowest answer, ms': Math.round(shower.slowestMs) },
  };
}

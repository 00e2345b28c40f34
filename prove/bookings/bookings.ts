import { Draws } from '../../server/src/generate/draws.js';
import { bookingFaults, noFaults } from '../../server/test/support/overlap-checker.js';
import { Errands } from '../clients/errands.js';
import { judgeAnswers, slowestMs, tallied } from '../clients/in-time.js';
import { storm } from '../clients/storm.js';
import type { Broken, Dose, Finding, Proof, Span, Trial } from '../kernel/proof.js';
import { Attempts } from '../rig/attempts.js';
import { allFaults, sufferFaults } from '../rig/faults.js';
import { type Rig, startRig } from '../rig/rig.js';
import { BookingClients } from './booking-clients.js';
import { type Cast, castOf } from './cast.js';
import { recovery } from './health.js';
import { judgeReadBack, judgeVersions } from './judge-lives.js';
import { judgeSlotTaken, judgeStates } from './judge-refusals.js';
import { judgeOverlapsStored, judgeOverlapsTold } from './judge-times.js';
import { staysOf } from './stays.js';
import { visitsInMysql, visitsShown } from './stored-visits.js';

const doses = {
  small: {
    apis: 2,
    doctors: 3,
    hours: 12,
    patients: 20,
    atOnce: 24,
    attempts: 1_500,
    faults: 5,
    pauseMs: 400,
  },
  full: {
    apis: 4,
    doctors: 50,
    hours: 40,
    patients: 200,
    atOnce: 40,
    attempts: 50_000,
    faults: 60,
    pauseMs: 3_000,
  },
} as const satisfies Record<Dose, object>;

const faultStream = 1;
const dayMs = 86_400_000;
const refusals = ['409 slot_taken', '409 hold_expired', '409 invalid_transition'];

/** What the storm left behind: all that the judges are given beside the stores. */
interface Storm {
  readonly attempts: Attempts;
  readonly errands: Errands;
  readonly spans: readonly Span[];
  readonly recoveredMs: number;
  readonly broken: readonly Broken[];
}

export const bookings: Proof = {
  promise: 'P1',
  says: 'No double booking, no lost booking, no refusal without a cause, whatever dies meanwhile',
  async prove(trial: Trial): Promise<Finding> {
    const rig = await startRig(trial, { apis: doses[trial.dose].apis });
    try {
      const cast = await castOf(rig, doses[trial.dose]);
      return await judged(rig, cast, await stormOver(rig, cast, trial), trial.dose);
    } finally {
      await rig.stop();
    }
  },
};

/** Faults happen, one after the other; clients go on until all did, and until enough was attempted. */
async function stormOver(rig: Rig, cast: Cast, trial: Trial): Promise<Storm> {
  const { hours, atOnce, attempts: atLeast, faults, pauseMs } = doses[trial.dose];
  const attempts = new Attempts();
  const errands = new Errands(
    attempts,
    rig.apis.map(({ baseUrl }) => baseUrl),
  );
  const fromMs = (Math.floor(Date.now() / dayMs) + 3) * dayMs;
  const clients = new BookingClients({ ...cast, fromMs, minutes: hours * 60, atOnce }, errands, trial.seed);
  const draws = new Draws(trial.seed).about(faultStream, 0);
  return storm(
    trial,
    errands,
    (isOver) => clients.run(isOver),
    atLeast,
    async (pace) => {
      const plan = { count: faults, pauseMs, pace, clock: attempts.clock };
      const spans = await sufferFaults(allFaults(rig), draws, plan);
      const mendedAtMs = spans.at(-1)?.untilMs ?? 0;
      return { attempts, errands, spans, ...(await recovery(rig, attempts, cast.probe, mendedAtMs)) };
    },
  );
}

async function judged(rig: Rig, cast: Cast, past: Storm, dose: Dose): Promise<Finding> {
  const { attempts, errands, spans, recoveredMs } = past;
  const lives = staysOf(errands.all, Date.now() - attempts.clock());
  const ofProbe = ({ doctorId }: { doctorId: string }) => doctorId === cast.probe.doctorId;
  const stored = await visitsInMysql(rig.urls.mysqlUrl);
  const rows = stored.filter((row) => !ofProbe(row));
  const [desk] = cast.desks;
  const shown = desk ? await visitsShown(rig.apis[0]?.baseUrl ?? '', desk, cast.doctors) : [];
  const broken = [
    ...past.broken,
    ...judgeOverlapsTold(lives),
    ...judgeOverlapsStored(stored, lives),
    ...judgeVersions(lives),
    ...judgeReadBack(lives, rows, 'MySQL'),
    ...judgeReadBack(lives, shown, 'the API'),
    ...judgeSlotTaken(errands.all, lives),
    ...judgeStates(errands.all, lives),
    ...judgeAnswers(rig, errands.all, spans, refusals),
    ...(await judgeClaims(rig.urls.mysqlUrl)),
  ];
  const changes = [...lives.values()].reduce((sum, life) => sum + life.length, 0);
  const refused = errands.all.filter(({ outcome }) => outcome?.code === 'slot_taken').length;
  const { apis, doctors, hours } = doses[dose];
  return {
    tried: `${errands.all.length} attempts over ${doctors * hours} doctor-hours at ${apis} API processes through ${spans.length} faults: ${changes} changes acknowledged on ${lives.size} visits of doctors and patients (there are no rooms yet), ${refused} times refused as taken, healthy ${recoveredMs} ms after the last fault`,
    broken,
    figures: {
      requests: attempts.all.length,
      answers: tallied(attempts.all),
      'slowest answer in ms, pauses of the asked process included': slowestMs(attempts.all),
      faults: spans.map(({ name }) => name).join(', '),
    },
    timeline: { series: attempts.series(), spans },
  };
}

/** Claims and visits pair exactly, and every visit has one event and one audit row for each change. */
async function judgeClaims(mysqlUrl: string): Promise<Broken[]> {
  const found = await bookingFaults(mysqlUrl);
  return Object.entries(found)
    .filter(([name, count]) => count !== noFaults[name as keyof typeof noFaults])
    .map(([name, count]) => ({ what: `the rows of visits and claims do not agree: ${name} is ${count}` }));
}

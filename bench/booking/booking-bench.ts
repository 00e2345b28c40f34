import { Loader } from '../load/loader.js';
import { againstBare } from '../measure/against-bare.js';
import { type Bench, type Closing, tableLine } from '../measure/bench.js';
import { shown } from '../measure/figures.js';
import { mediansOf, ratioOf, type Side, takeTurns } from '../measure/rounds.js';
import { startApi } from '../setup/api-process.js';
import { BenchClinic, type BenchDoctor, type BenchPatient } from '../setup/clinic.js';
import { measureStart } from '../setup/start-time.js';
import type { BookingPlan } from './booking-plan.js';
import { shiftedStorm, storm } from './storms.js';

const apiBookings = new URL('api-bookings.ts', import.meta.url);
const bareBookings = new URL('bare-bookings.ts', import.meta.url);
/** So few that every session is known to the gate, so many that nobody has a year full of visits. */
const patientCount = 240;
const doctorCount = 48;
const racers = 500;
/** The reserved port that nothing listens on. */
const deadRedis = 'redis://127.0.0.1:9';
const residentLimitMb = 200;
/** A process is slower before it has been compiled and has read every schedule. */
const warmUpMs = 3_000;

/** Bookings through the API, with every duty on, against the same rows written bare. @returns the ratio at 32 */
export async function bookingBench(bench: Bench, closing: Closing): Promise<number> {
  const { stores, report, findings } = bench;
  const api = await startApi(stores);
  closing.push(() => api.stop());
  const clinic = await BenchClinic.open(api.baseUrl);
  report(`Registering ${2 * patientCount} patients and ${2 * doctorCount} doctors …`);
  const { id: specializationId } = await clinic.specialization();
  const plans = [0, 1].map(async (): Promise<BookingPlan> => {
    const [patients, doctors] = await Promise.all([
      clinic.patients(patientCount),
      clinic.doctors(doctorCount, specializationId),
    ]);
    return { patients, doctors, days: 60, firstDay: 30 };
  });
  const [apiPlan, barePlan] = await Promise.all(plans);
  if (!apiPlan || !barePlan) throw new Error('There is nobody to book for.');

  const apiLoader = await Loader.start(apiBookings, { baseUrl: api.baseUrl, plan: apiPlan });
  closing.push(() => apiLoader.stop());
  const bareLoader = await Loader.start(bareBookings, { mysqlUrl: stores.mysqlUrl, plan: barePlan });
  closing.push(() => bareLoader.stop());
  const ratios = await againstBare(bench, {
    what: 'booking',
    api: { process: api, loader: apiLoader, expected: '201' },
    bare: { loader: bareLoader, expected: 'written' },
    concurrencies: [8, 32],
    goals: { 8: 0.5, 32: 0.5 },
  });
  bareLoader.stop();
  findings.below('residentMbAfterLoad', await api.residentMb(), residentLimitMb, ' MB');

  report(`Storms: registering ${racers} patients …`);
  const crowd = await clinic.patients(racers);
  await storm(bench, clinic, apiLoader, crowd);
  await shiftedStorm(bench, clinic, apiLoader, crowd);
  findings.set('residentMbAfterStorms', await api.residentMb());
  await api.stop();
  await lockCost(bench, closing);
  await measureStart(bench);
  return ratios.get(32) ?? Number.NaN;
}

/** The same uncontended bookings by two fresh API processes, one of which has no Redis to ask. */
async function lockCost(bench: Bench, closing: Closing): Promise<void> {
  const { options, report, findings, stores } = bench;
  const processes = [stores.redisUrl, deadRedis].map((redisUrl) =>
    startApi({ ...stores, redisUrl, isAdminMade: false }),
  );
  const [withRedis, withoutRedis] = await Promise.all(processes);
  if (!withRedis || !withoutRedis) throw new Error('Two API processes were asked for.');
  for (const api of [withRedis, withoutRedis]) closing.push(() => api.stop());
  const clinic = await BenchClinic.open(withRedis.baseUrl);
  const { id: specializationId } = await clinic.specialization();
  const plans = halves(
    await clinic.patients(patientCount),
    await clinic.doctors(doctorCount, specializationId),
  );
  const sides: Side[] = [];
  for (const [name, api, plan] of [
    ['redis up', withRedis, plans[0]],
    ['redis away', withoutRedis, plans[1]],
  ] as const) {
    const loader = await Loader.start(apiBookings, { baseUrl: api.baseUrl, plan });
    closing.push(() => loader.stop());
    await loader.round(32, warmUpMs);
    sides.push({ name, loader, expected: '201', cpuMs: () => api.cpuMs() });
  }
  const plan = { concurrency: 32, rounds: options.rounds, forMs: options.secondsPerRound * 1_000, report };
  const rounds = await takeTurns(sides, plan);
  for (const { name } of sides) report(tableLine(name, mediansOf(rounds, name)));
  const { ratio, lowest, highest } = ratioOf(rounds, 'redis up', 'redis away');
  report(`  redis up ÷ redis away, uncontended: ${shown(ratio)} (${shown(lowest)} to ${shown(highest)})`);
  findings.set('redisUpToAway', ratio);
  for (const api of [withRedis, withoutRedis]) await api.stop();
}

/** Two plans of the same people on different days. */
function halves(patients: BenchPatient[], doctors: BenchDoctor[]): [BookingPlan, BookingPlan] {
  const people = { patients, doctors, days: 40 };
  return [
    { ...people, firstDay: 30 },
    { ...people, firstDay: 80 },
  ];
}

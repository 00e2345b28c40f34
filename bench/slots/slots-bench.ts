import { TICK_MS } from '../../server/src/scheduling/ticks.js';
import { Loader } from '../load/loader.js';
import { againstBare } from '../measure/against-bare.js';
import type { Bench, Closing } from '../measure/bench.js';
import { percentile, shown } from '../measure/figures.js';
import { type ApiProcess, startApi } from '../setup/api-process.js';
import { daysAhead, fillCalendars, type IsTaken, scattered } from '../setup/calendars.js';
import { BenchClinic, type BenchDoctor, visitMinutes } from '../setup/clinic.js';

const apiSlots = new URL('api-slots.ts', import.meta.url);
const bareSlots = new URL('bare-slots.ts', import.meta.url);
const dayMs = 86_400_000;
const oneDoctorLimitMs = 5;
const manyDoctorsLimitMs = 50;
const doctorsSearched = 200;
const asked = 200;
const visitsAWeek = 140;

const halfFull: IsTaken = (doctor, day, place) => scattered(doctor, day, place) < 0.5;
/** One free half-hour in the whole week, on a day of each doctor's own. */
const nearlyFull: IsTaken = (doctor, day, place) =>
  day * 20 + place !== Math.floor(scattered(doctor) * visitsAWeek);

/** Free times through the API, of one doctor and of many. @returns the ratio to the bare statements at 32 */
export async function slotsBench(bench: Bench, closing: Closing): Promise<number> {
  const { stores, report } = bench;
  const api = await startApi(stores);
  closing.push(() => api.stop());
  const clinic = await BenchClinic.open(api.baseUrl);
  report('Filling calendars …');
  const { id: specializationId } = await clinic.specialization();
  const doctors = await clinic.doctors(48, specializationId);
  const days = daysAhead(31);
  await fillCalendars(stores.mysqlUrl, doctors, days, halfFull);
  const loader = await Loader.start(apiSlots, { baseUrl: api.baseUrl, paths: [] });
  closing.push(() => loader.stop());

  await oneDoctor(bench, api, loader, doctors);
  await manyDoctors(bench, api, loader, clinic, { name: 'halfFull', isTaken: halfFull });
  await manyDoctors(bench, api, loader, clinic, { name: 'nearlyFull', isTaken: nearlyFull });
  const ratio = await fortnight(bench, closing, api, loader, doctors);
  bench.findings.below('residentMbAfterLoad', await api.residentMb(), 200, ' MB');
  return ratio;
}

const slotsPath = ({ doctorId }: BenchDoctor, fromMs: number, days: number): string => {
  const span = { from: new Date(fromMs).toISOString(), to: new Date(fromMs + days * dayMs).toISOString() };
  return `/api/v1/doctors/${doctorId}/slots?${new URLSearchParams(span)}`;
};

async function oneDoctor(
  bench: Bench,
  api: ApiProcess,
  loader: Loader,
  doctors: BenchDoctor[],
): Promise<void> {
  const [firstMs = 0] = daysAhead(1);
  await loader.open(apiSlots, {
    baseUrl: api.baseUrl,
    paths: doctors.map((doctor) => slotsPath(doctor, firstMs, 30)),
  });
  await loader.sequence(doctors.length);
  const route = '/api/v1/doctors/:doctorId/slots';
  await idleTimes(bench, api, loader, { route, name: 'oneDoctor30Days', limitMs: oneDoctorLimitMs });
}

/** First free time of each of two hundred doctors over seven days. */
async function manyDoctors(
  bench: Bench,
  api: ApiProcess,
  loader: Loader,
  clinic: BenchClinic,
  { name, isTaken }: { name: string; isTaken: IsTaken },
): Promise<void> {
  const specialization = await clinic.specialization();
  const doctors = await clinic.doctors(doctorsSearched, specialization.id);
  const days = daysAhead(8);
  await fillCalendars(bench.stores.mysqlUrl, doctors, days, isTaken);
  const from = new Date(days[0] ?? 0).toISOString();
  for (const limit of [20, doctorsSearched]) {
    const query = new URLSearchParams({ specialization: specialization.name, from, limit: String(limit) });
    await loader.open(apiSlots, { baseUrl: api.baseUrl, paths: [`/api/v1/slots?${query}`] });
    await loader.sequence(3);
    const figure = `first${limit}Of200_${name}`;
    await idleTimes(bench, api, loader, {
      route: '/api/v1/slots',
      name: figure,
      limitMs: manyDoctorsLimitMs,
    });
  }
}

/**
 * One request after another. The median of what the caller waits is judged, which is a little more than the server's
 * own time; its mean, which the machine's other work moves, is told beside it.
 */
async function idleTimes(
  { report, findings }: Bench,
  api: ApiProcess,
  loader: Loader,
  { route, name, limitMs }: { route: string; name: string; limitMs: number },
): Promise<void> {
  const before = await api.served(route);
  const { latenciesMs, outcomes } = await loader.sequence(asked);
  const after = await api.served(route);
  if (outcomes['200'] !== asked) throw new Error(`${name}: not every request was answered with 200.`);
  const serverMs = (after.serverMs - before.serverMs) / (after.requests - before.requests);
  const [p50Ms, p99Ms] = [percentile(latenciesMs, 0.5), percentile(latenciesMs, 0.99)];
  report(
    `  ${name}: p50 ${shown(p50Ms)} ms, p99 ${shown(p99Ms)} ms, server's own time ${shown(serverMs)} ms on average`,
  );
  findings.below(`${name}_p50Ms`, p50Ms, limitMs, ' ms');
  findings.set(`${name}_p99Ms`, p99Ms);
  findings.set(`${name}_serverMeanMs`, serverMs);
}

async function fortnight(
  bench: Bench,
  closing: Closing,
  api: ApiProcess,
  loader: Loader,
  doctors: BenchDoctor[],
): Promise<number> {
  const [firstMs = 0] = daysAhead(1);
  const paths = doctors.map((doctor) => slotsPath(doctor, firstMs, 14));
  await loader.open(apiSlots, { baseUrl: api.baseUrl, paths });
  const fromTick = firstMs / TICK_MS;
  const toTick = fromTick + (14 * dayMs + visitMinutes * 60_000) / TICK_MS;
  const doctorIds = doctors.map(({ doctorId }) => doctorId);
  const bareLoader = await Loader.start(bareSlots, {
    mysqlUrl: bench.stores.mysqlUrl,
    doctorIds,
    fromTick,
    toTick,
  });
  closing.push(() => bareLoader.stop());
  const ratios = await againstBare(bench, {
    what: 'slots',
    api: { process: api, loader, expected: '200' },
    bare: { loader: bareLoader, expected: 'read' },
    concurrencies: [8, 32],
    goals: { 32: 0.7 },
  });
  return ratios.get(32) ?? Number.NaN;
}

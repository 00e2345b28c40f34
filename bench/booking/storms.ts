import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { uuidBytes } from '../../server/src/lib/ids.js';
import type { LoadResult } from '../load/load.types.js';
import type { Loader } from '../load/loader.js';
import type { Bench } from '../measure/bench.js';
import { median, percentile, shown } from '../measure/figures.js';
import {
  type BenchClinic,
  type BenchDoctor,
  type BenchPatient,
  dayEndMinute,
  dayStartMinute,
  visitMinutes,
} from '../setup/clinic.js';
import type { WantedBooking } from './api-wishes.js';
import { dayAfter } from './booking-plan.js';

const clients = 500;
const slots = 20;
const storms = 5;
const minuteMs = 60_000;
const stormDay = 20;
const settledWithinMs = 1_000;
const tailToIdle = 300;

const wishes = new URL('api-wishes.ts', import.meta.url);

/** Five hundred people want the twenty times of one doctor's day, all at once. */
export async function storm(
  bench: Bench,
  clinic: BenchClinic,
  loader: Loader,
  people: BenchPatient[],
): Promise<void> {
  const idleMs = await idleLatencyMs(bench, clinic, loader, people);
  const { id: specializationId } = await clinic.specialization();
  const settled: number[] = [];
  const tails: number[] = [];
  const counts = { booked: 0, taken: 0, other: 0 };
  for (let number = 1; number <= storms; number++) {
    const [doctor] = await clinic.doctors(1, specializationId);
    if (!doctor) throw new Error('There is no doctor to storm.');
    const wanted = people
      .slice(0, clients)
      .map((patient, index) => wish(doctor, patient, (index % slots) * visitMinutes));
    const result = await burst(clinic, loader, wanted);
    counts.booked += result.outcomes['201'] ?? 0;
    counts.taken += result.outcomes['409'] ?? 0;
    counts.other += clients - (result.outcomes['201'] ?? 0) - (result.outcomes['409'] ?? 0);
    settled.push(result.elapsedMs);
    tails.push(percentile(result.latenciesMs, 0.99));
    bench.report(
      `  storm ${number}/${storms}: ${outcomes(result)}, settled in ${shown(result.elapsedMs)} ms`,
    );
    await requireNoOverlap(bench, doctor);
  }
  const { findings } = bench;
  findings.equal('stormBookedOf20', counts.booked / storms, slots);
  findings.equal('stormRefusedOf480', counts.taken / storms, clients - slots);
  findings.equal('stormOtherAnswers', counts.other, 0);
  findings.below('stormSettledMs', median(settled), settledWithinMs, ' ms');
  findings.set('stormIdleMs', idleMs);
  findings.below('stormP99ToIdle', median(tails) / idleMs, tailToIdle);
}

/** The same, but starts lie on every five-minute mark of the day, so that wishes overlap without being equal. */
export async function shiftedStorm(
  bench: Bench,
  clinic: BenchClinic,
  loader: Loader,
  people: BenchPatient[],
): Promise<void> {
  const { id: specializationId } = await clinic.specialization();
  const latest = dayEndMinute - dayStartMinute - visitMinutes;
  const starts = latest / 5 + 1;
  const counts = { failed: 0, overlaps: 0, needless: 0, booked: 0 };
  const settled: number[] = [];
  for (let number = 1; number <= storms; number++) {
    const [doctor] = await clinic.doctors(1, specializationId);
    if (!doctor) throw new Error('There is no doctor to storm.');
    const wanted = people
      .slice(0, clients)
      .map((patient, index) => wish(doctor, patient, ((index * 37) % starts) * 5));
    const result = await burst(clinic, loader, wanted);
    const refused = wanted.filter((_wish, index) => result.outcomeOf[index] === '409');
    const found = await examined(bench, doctor, refused);
    counts.overlaps += found.overlaps;
    counts.needless += found.needless;
    counts.booked += result.outcomes['201'] ?? 0;
    counts.failed += clients - (result.outcomes['201'] ?? 0) - (result.outcomes['409'] ?? 0);
    settled.push(result.elapsedMs);
    bench.report(
      `  shifted storm ${number}/${storms}: ${outcomes(result)}, settled in ${shown(result.elapsedMs)} ms`,
    );
  }
  const { findings } = bench;
  findings.equal('shiftedOverlaps', counts.overlaps, 0);
  findings.equal('shiftedOtherAnswers', counts.failed, 0);
  findings.equal('shiftedFreeTimesRefused', counts.needless, 0);
  findings.set('shiftedBooked', counts.booked / storms);
  findings.set('shiftedSettledMs', median(settled));
}

/** What one caller waits on an idle system. */
async function idleLatencyMs(
  bench: Bench,
  clinic: BenchClinic,
  loader: Loader,
  people: BenchPatient[],
): Promise<number> {
  const { id: specializationId } = await clinic.specialization();
  const [doctor] = await clinic.doctors(1, specializationId);
  if (!doctor) throw new Error('There is no doctor to visit.');
  const wanted = people.slice(0, slots).map((patient, index) => wish(doctor, patient, index * visitMinutes));
  await loader.open(wishes, { baseUrl: clinic.baseUrl, wanted });
  const { latenciesMs } = await loader.sequence(slots);
  const idleMs = percentile(latenciesMs, 0.5);
  bench.report(`  one caller on the idle system waits ${shown(idleMs)} ms`);
  return idleMs;
}

async function burst(clinic: BenchClinic, loader: Loader, wanted: WantedBooking[]): Promise<LoadResult> {
  await loader.open(wishes, { baseUrl: clinic.baseUrl, wanted });
  return loader.burst(wanted.length);
}

const wish = (doctor: BenchDoctor, patient: BenchPatient, offsetMinutes: number): WantedBooking => ({
  token: patient.token,
  doctorId: doctor.doctorId,
  startsAtMs: dayAfter(stormDay) + (dayStartMinute + offsetMinutes) * minuteMs,
});

const outcomes = (result: LoadResult): string =>
  Object.entries(result.outcomes)
    .map(([outcome, times]) => `${times} × ${outcome}`)
    .join(', ');

async function requireNoOverlap(bench: Bench, doctor: BenchDoctor): Promise<void> {
  const { overlaps } = await examined(bench, doctor, []);
  bench.findings.set('stormOverlaps', overlaps);
  if (overlaps > 0) throw new Error(`${overlaps} pairs of visits of one doctor overlap.`);
}

interface Count extends RowDataPacket {
  count: number;
}

/** Asks MySQL: pairs of this doctor's visits that overlap, and refused times that no visit stands in the way of. */
async function examined(bench: Bench, { doctorId }: BenchDoctor, refused: WantedBooking[]) {
  const connection = await createConnection({ uri: bench.stores.mysqlUrl, timezone: 'Z' });
  const id = uuidBytes(doctorId);
  const [[overlaps]] = await connection.query<Count[]>(overlappingPairs, [id]);
  await connection.query(
    'create temporary table refused (starts_at datetime(3) not null, ends_at datetime(3) not null)',
  );
  const times = refused.map(({ startsAtMs }) => [
    new Date(startsAtMs),
    new Date(startsAtMs + visitMinutes * minuteMs),
  ]);
  if (times.length > 0) await connection.query('insert into refused (starts_at, ends_at) values ?', [times]);
  const [[needless]] = await connection.query<Count[]>(refusedWithoutCause, [id]);
  await connection.end();
  return { overlaps: overlaps?.count ?? Number.NaN, needless: needless?.count ?? Number.NaN };
}

const overlappingPairs = `select count(*) as count from appointments a join appointments b
  on b.doctor_id = a.doctor_id and b.id > a.id and b.starts_at < a.ends_at and a.starts_at < b.ends_at
  where a.doctor_id = ? and a.state <> 'cancelled' and b.state <> 'cancelled'`;
const refusedWithoutCause = `select count(*) as count from refused r where not exists (
  select 1 from appointments a where a.doctor_id = ? and a.starts_at < r.ends_at and r.starts_at < a.ends_at)`;

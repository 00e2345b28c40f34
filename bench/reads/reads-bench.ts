import { createConnection } from 'mysql2/promise';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import { Loader } from '../load/loader.js';
import { againstBare } from '../measure/against-bare.js';
import type { Bench, Closing } from '../measure/bench.js';
import { startApi } from '../setup/api-process.js';
import { BenchClinic, type BenchDoctor, type BenchPatient, visitMinutes } from '../setup/clinic.js';
import type { Read } from './api-reads.js';
import type { BareReads } from './bare-reads.js';

const apiReads = new URL('api-reads.ts', import.meta.url);
const bareReads = new URL('bare-reads.ts', import.meta.url);
const people = 48;
const visitsEach = 120;
const dayMs = 86_400_000;

interface WrittenVisit {
  id: string;
  patient: BenchPatient;
}

/** A visit by its id, and a page of fifty, read by the patient herself. @returns the ratio by id at 32 */
export async function readsBench(bench: Bench, closing: Closing): Promise<number> {
  const { stores, report, findings } = bench;
  const api = await startApi(stores);
  closing.push(() => api.stop());
  const clinic = await BenchClinic.open(api.baseUrl);
  report(`Registering ${people} patients with ${visitsEach} visits each …`);
  const patients = await clinic.patients(people);
  const { id: specializationId } = await clinic.specialization();
  const doctors = await clinic.doctors(people, specializationId);
  const visits = await writeVisits(stores.mysqlUrl, patients, doctors);
  const loader = await Loader.start(apiReads, { baseUrl: api.baseUrl, reads: [] });
  closing.push(() => loader.stop());
  const bareLoader = await Loader.start(bareReads, { mysqlUrl: stores.mysqlUrl, what: 'byId', rows: [] });
  closing.push(() => bareLoader.stop());

  const compare = async (
    what: BareReads['what'],
    rows: WrittenVisit[],
    pathOf: (visit: WrittenVisit) => string,
    goal: number,
  ) => {
    const reads: Read[] = rows.map((visit) => ({ path: pathOf(visit), token: visit.patient.token }));
    const bareRows = rows.map(({ id, patient }) => ({ id, patientId: patient.patientId }));
    await loader.open(apiReads, { baseUrl: api.baseUrl, reads });
    await bareLoader.open(bareReads, { mysqlUrl: stores.mysqlUrl, what, rows: bareRows });
    const ratios = await againstBare(bench, {
      what,
      api: { process: api, loader, expected: '200' },
      bare: { loader: bareLoader, expected: 'read' },
      concurrencies: [8, 32],
      goals: { 32: goal },
    });
    return ratios.get(32) ?? Number.NaN;
  };
  const ratio = await compare('byId', visits, ({ id }) => `/api/v1/appointments/${id}`, 0.2);
  await compare('list', visits.slice(0, people), () => '/api/v1/appointments?limit=50', 0.5);
  findings.below('residentMbAfterLoad', await api.residentMb(), 200, ' MB');
  return ratio;
}

/** Past visits, written in bulk before anything is measured; neighbours in the list belong to different patients. */
async function writeVisits(
  mysqlUrl: string,
  patients: BenchPatient[],
  doctors: BenchDoctor[],
): Promise<WrittenVisit[]> {
  const connection = await createConnection({ uri: mysqlUrl, timezone: 'Z' });
  const visits: WrittenVisit[] = [];
  const firstMs = Math.floor(Date.now() / dayMs - visitsEach - 1) * dayMs;
  for (let number = 0; number < visitsEach; number++) {
    const rows = patients.map((patient, index) => {
      const doctor = doctors[(index + number) % doctors.length];
      if (!doctor) throw new Error('There is no doctor to visit.');
      const startsAtMs = firstMs + number * dayMs + (8 * 60 + (index % 20) * visitMinutes) * 60_000;
      visits.push({ id: newId(), patient });
      return visitRow(visits.at(-1)?.id ?? '', patient, doctor, startsAtMs);
    });
    await connection.query(insertVisits, [rows]);
  }
  await connection.query('ANALYZE TABLE appointments');
  await connection.end();
  return visits;
}

const insertVisits = `INSERT INTO appointments (id, doctor_id, patient_id, department_id, starts_at, ends_at, state, reason,
  is_acknowledged, booked_by, checked_in_at, started_at, completed_at, created_at, updated_at) VALUES ?`;

function visitRow(id: string, patient: BenchPatient, doctor: BenchDoctor, startsAtMs: number): unknown[] {
  const [startsAt, endsAt] = [new Date(startsAtMs), new Date(startsAtMs + visitMinutes * 60_000)];
  const people = [doctor.doctorId, patient.patientId, doctor.departmentId].map(uuidBytes);
  const userId = uuidBytes(patient.userId);
  return [
    uuidBytes(id),
    ...people,
    startsAt,
    endsAt,
    'completed',
    'Check-up',
    1,
    userId,
    startsAt,
    startsAt,
    endsAt,
    startsAt,
    endsAt,
  ];
}

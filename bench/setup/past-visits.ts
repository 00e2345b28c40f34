import { createConnection } from 'mysql2/promise';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import { type BenchDoctor, type BenchPatient, visitMinutes } from './clinic.js';

const dayMs = 86_400_000;

export interface WrittenVisit {
  id: string;
  patient: BenchPatient;
}

export interface Visitors {
  patients: BenchPatient[];
  doctors: BenchDoctor[];
  visitsEach: number;
}

/** Past visits, written in bulk before anything is measured; neighbours in the list belong to different patients. */
export async function writeVisits(
  mysqlUrl: string,
  { patients, doctors, visitsEach }: Visitors,
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

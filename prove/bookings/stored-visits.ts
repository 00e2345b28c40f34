import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { Appointment, AppointmentPage } from '../../server/src/appointments/appointments.types.js';
import { caller } from '../../server/test/support/calls.js';
import type { Person } from '../clients/person.js';

/** A visit as a store has it, or as the API shows it. */
export interface StoredVisit {
  readonly id: string;
  readonly doctorId: string;
  readonly patientId: string;
  readonly state: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly version: number;
}

/** All visits, by plain SQL. */
export async function visitsInMysql(mysqlUrl: string): Promise<StoredVisit[]> {
  const connection = await createConnection({ uri: mysqlUrl, timezone: 'Z' });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT BIN_TO_UUID(id) AS id, BIN_TO_UUID(doctor_id) AS doctorId, BIN_TO_UUID(patient_id) AS patientId,
         state, starts_at AS startsAt, ends_at AS endsAt, version FROM appointments`,
    );
    return rows.map(({ id, doctorId, patientId, state, startsAt, endsAt, version }) => ({
      ...{ id, doctorId, patientId, state, version },
      startMs: (startsAt as Date).getTime(),
      endMs: (endsAt as Date).getTime(),
    }));
  } finally {
    await connection.end();
  }
}

/** The visits of these doctors, as the front desk is shown them. */
export async function visitsShown(
  baseUrl: string,
  desk: Person,
  doctors: readonly Person[],
): Promise<StoredVisit[]> {
  const shown: StoredVisit[] = [];
  for (const { user } of doctors)
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = new URLSearchParams({ doctorId: user.doctorId ?? '', limit: '200' });
      if (cursor) query.set('cursor', cursor);
      const headers = { authorization: `Bearer ${await desk.token(baseUrl)}` };
      const answer = await caller(baseUrl)<AppointmentPage>(null, 'GET', `/appointments?${query}`, {
        headers,
      });
      if (answer.status !== 200)
        throw new Error(`The visits could not be read back: ${JSON.stringify(answer.body)}`);
      shown.push(...answer.body.items.map(storedOf));
      cursor = answer.body.nextCursor;
    }
  return shown;
}

const storedOf = ({
  id,
  doctorId,
  patientId,
  state,
  startsAt,
  endsAt,
  version,
}: Appointment): StoredVisit => ({
  ...{ id, doctorId, patientId, state, version },
  startMs: Date.parse(startsAt),
  endMs: Date.parse(endsAt),
});

import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { consumerOf } from '../../src/events/consumers.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';

/** Where and of whom something is, in a clinic whose rows are written straight into MySQL. */
export interface Whose {
  doctorId: string;
  departmentId: string;
  patientId: string;
}

export interface VisitWish extends Whose {
  startsAt: string;
  minutes?: number;
  state?: string;
  /** Long before its start when absent. */
  createdAt?: string;
}

export interface RecordWish extends Whose {
  openedAt: string;
  kind?: string;
}

export interface SourceRecord {
  id: string;
  patientId: string;
}

/** Rows of a clinic by the thousand, without the services that usually write them: no rule is asked, no claim made. */
export class SourceRows {
  #count = 0;

  private constructor(readonly connection: Connection) {}

  static async open(mysqlUrl: string): Promise<SourceRows> {
    const connection = await createConnection({ uri: mysqlUrl, timezone: 'Z', supportBigNumbers: true });
    await connection.query("SET SESSION time_zone = '+00:00'");
    return new SourceRows(connection);
  }

  close(): Promise<void> {
    return this.connection.end();
  }

  async all(statement: string, values: unknown[] = []): Promise<RowDataPacket[]> {
    const [rows] = await this.connection.query<RowDataPacket[]>(statement, values);
    return rows;
  }

  async run(statement: string, values: unknown[] = []): Promise<void> {
    await this.connection.query(statement, values);
  }

  async department(): Promise<string> {
    const id = newId();
    await this.run(
      `INSERT INTO departments (id, name, location, created_at, updated_at) VALUES (?, ?, 'Here', NOW(3), NOW(3))`,
      [uuidBytes(id), `Department ${id}`],
    );
    return id;
  }

  async doctor(departmentId: string, zone = 'UTC', givenName = 'Ada'): Promise<string> {
    const id = newId();
    await this.run(
      `INSERT INTO doctors (id, given_name, family_name, birth_on, gender, department_id, years_of_experience, phone,
         email, office_address, zone, visit_minutes, created_at, updated_at)
       VALUES (?, ?, ?, '1970-01-01', 'female', ?, 9, '1', 'a@test.example', 'Here', ?, 15, NOW(3), NOW(3))`,
      [uuidBytes(id), givenName, `Doctor ${++this.#count}`, uuidBytes(departmentId), zone],
    );
    return id;
  }

  async patients(howMany: number): Promise<string[]> {
    const ids = Array.from({ length: howMany }, () => newId());
    const rows = ids.map((id) => [uuidBytes(id), `P${++this.#count}`, 'Eva', 'Kind', '1980-05-06', 'female']);
    await this.#insert(
      'patients',
      'id, mrn, given_name, family_name, birth_on, gender, created_at, updated_at',
      rows.map((row) => [...row, new Date(), new Date()]),
    );
    return ids;
  }

  /** @returns their ids, in order */
  async appointments(wishes: readonly VisitWish[]): Promise<string[]> {
    const ids = wishes.map(() => newId());
    await this.#insert(
      'appointments',
      `id, doctor_id, patient_id, department_id, starts_at, ends_at, state, is_acknowledged, booked_by, created_at,
       updated_at`,
      wishes.map((wish, index) => {
        const startsAt = new Date(wish.startsAt);
        const endsAt = new Date(startsAt.getTime() + (wish.minutes ?? 15) * 60_000);
        const createdAt = new Date(wish.createdAt ?? startsAt.getTime() - 5 * 86_400_000);
        const [doctor, patient, department] = bytesOf(wish);
        const id = uuidBytes(ids[index] ?? '');
        const state = wish.state ?? 'completed';
        return [
          id,
          doctor,
          patient,
          department,
          startsAt,
          endsAt,
          state,
          1,
          Buffer.alloc(16),
          createdAt,
          createdAt,
        ];
      }),
    );
    return ids;
  }

  /** @returns them in order */
  async records(wishes: readonly RecordWish[]): Promise<SourceRecord[]> {
    const records = wishes.map(({ patientId }) => ({ id: newId(), patientId }));
    await this.#insert(
      'medical_records',
      `id, patient_id, doctor_id, department_id, kind, status, opened_at, created_at, updated_at`,
      wishes.map((wish, index) => {
        const [doctor, patient, department] = bytesOf(wish);
        const openedAt = new Date(wish.openedAt);
        const id = uuidBytes(records[index]?.id ?? '');
        return [
          id,
          patient,
          doctor,
          department,
          wish.kind ?? 'walk_in',
          'open',
          openedAt,
          openedAt,
          openedAt,
        ];
      }),
    );
    return records;
  }

  async diagnoses(of: readonly SourceRecord[], code: string): Promise<string[]> {
    const ids = of.map(() => newId());
    await this.#insert(
      'diagnoses',
      'id, record_id, patient_id, code_system, code, text, status, recorded_by, recorded_at',
      of.map(({ id, patientId }, index) => {
        const [own, record, patient] = [ids[index] ?? '', id, patientId].map(uuidBytes);
        return [own, record, patient, 'icd-10', code, 'Said so', 'active', Buffer.alloc(16), new Date()];
      }),
    );
    return ids;
  }

  async notes(of: readonly SourceRecord[], createdAt: string, signedAt: string | null): Promise<string[]> {
    const ids = of.map(() => newId());
    const [writtenAt, state] = [new Date(createdAt), signedAt === null ? 'draft' : 'signed'];
    await this.#insert(
      'note_refs',
      'id, record_id, patient_id, author_id, kind, state, version, signed_at, created_at, updated_at',
      of.map(({ id, patientId }, index) => {
        const [own, record, patient] = [ids[index] ?? '', id, patientId].map(uuidBytes);
        const signed = signedAt === null ? null : new Date(signedAt);
        return [own, record, patient, Buffer.alloc(16), 'progress', state, 1, signed, writtenAt, writtenAt];
      }),
    );
    return ids;
  }

  /** Events that still wait to be counted. */
  async events(kind: string, subjectIds: readonly string[], patientId: string | null = null): Promise<void> {
    const patient = patientId === null ? null : uuidBytes(patientId);
    await this.#insert(
      'events',
      'id, kind, subject_id, patient_id, payload, occurred_at, awaits',
      subjectIds.map((id) => [
        uuidBytes(newId()),
        kind,
        uuidBytes(id),
        patient,
        '{}',
        new Date(),
        consumerOf(kind),
      ]),
    );
  }

  async #insert(table: string, columns: string, rows: unknown[][]): Promise<void> {
    for (let start = 0; start < rows.length; start += 2_000)
      await this.run(`INSERT INTO ${table} (${columns}) VALUES ?`, [rows.slice(start, start + 2_000)]);
  }
}

const bytesOf = ({ doctorId, patientId, departmentId }: Whose): Buffer[] =>
  [doctorId, patientId, departmentId].map(uuidBytes);

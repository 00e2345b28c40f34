import type { SignedIn } from '../../src/auth/auth.types.js';
import type { DocumentsConsumer } from '../../src/document-analytics/documents-consumer.js';
import { systemActor } from '../../src/lib/actor.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { Database } from '../../src/lib/mysql.js';
import type { ObservationParts } from '../../src/observations/observations.types.js';
import type { Clinic } from '../support/clinic.js';
import { type DoctorAtWork, doctorAtWork, staff, type Ward, ward } from '../support/people.js';

/** One thing that was observed, as the test knows it. */
export interface Posted {
  id: string;
  patientId: string;
  birthOn: string;
  doctor: DoctorAtWork;
  at: Date;
  parts: ObservationParts;
}

export interface Row {
  [column: string]: unknown;
}
export interface Numbers {
  asOf: string;
  smallestGroup: number;
  isPartial: boolean;
  rows: Row[];
}

const actor = systemActor('test');
let mrns = 0;

/** Two departments, whose doctors observe people without any ado. */
export class ObservedClinic {
  readonly posted: Posted[] = [];
  readonly #db: Database;
  readonly #records = new Map<string, string>();

  private constructor(
    readonly clinic: Clinic,
    readonly here: Ward,
    readonly elsewhere: Ward,
    readonly doctors: DoctorAtWork[],
    readonly nurse: SignedIn,
  ) {
    this.#db = new Database(clinic.urls.mysqlUrl);
  }

  /** Two doctors here, of two specialties and in two zones, and one elsewhere. */
  static async open(clinic: Clinic): Promise<ObservedClinic> {
    const [here, elsewhere] = [await ward(clinic), await ward(clinic)];
    const alsoHere = { ...here, specializationId: elsewhere.specializationId };
    const doctors = [
      await doctorAtWork(clinic, here, { zone: 'Asia/Tokyo' }),
      await doctorAtWork(clinic, alsoHere, { zone: 'America/Los_Angeles' }),
      await doctorAtWork(clinic, elsewhere, { zone: 'UTC' }),
    ];
    const nurse = await staff(clinic, 'nurse', { departmentId: here.departmentId });
    return new ObservedClinic(clinic, here, elsewhere, doctors, nurse);
  }

  get consumer(): DocumentsConsumer {
    return this.clinic.composed.consumers.find(({ name }) => name === 'documents') as DocumentsConsumer;
  }

  doctor(index: number): DoctorAtWork {
    return this.doctors[index] as DoctorAtWork;
  }

  /** From now on only what the test asks for is done. */
  async stopWorkers(): Promise<void> {
    await Promise.all(this.clinic.composed.workers.map((worker) => worker.stop()));
  }

  async people(birthsOn: readonly string[]): Promise<{ patientId: string; birthOn: string }[]> {
    const now = new Date();
    const made = birthsOn.map((birthOn) => ({ patientId: newId(), birthOn }));
    const rows = made.map(({ patientId, birthOn }) => ({
      id: uuidBytes(patientId),
      mrn: `T${++mrns}`,
      given_name: 'Erika',
      family_name: 'Muster',
      birth_on: birthOn,
      gender: 'unknown',
      created_at: now,
      updated_at: now,
    }));
    await this.#db.read.insertInto('patients').values(rows).execute();
    return made;
  }

  async post(
    doctor: DoctorAtWork,
    person: { patientId: string; birthOn: string },
    at: string,
    parts: ObservationParts,
  ): Promise<Posted> {
    const { observations } = this.clinic.composed.services;
    const observedAt = new Date(at);
    const { patientId } = person;
    const recordUuid = await this.#record(doctor, patientId);
    const prepared = observations.prepare({
      recordUuid,
      patientId,
      authorId: actor.userId,
      kind: parts.vitals ? 'vitals' : 'symptoms',
      observedAt,
      createdAt: new Date(),
      parts,
    });
    const { id } = await this.#db.transaction((tx) => observations.insert(tx, actor, prepared));
    const posted = { id, ...person, doctor, at: observedAt, parts };
    this.posted.push(posted);
    return posted;
  }

  async withdraw({ id }: Posted): Promise<void> {
    await this.clinic.composed.services.observations.withdraw(actor, id, { reason: 'Wrong patient' });
    this.posted.splice(
      this.posted.findIndex((each) => each.id === id),
      1,
    );
  }

  async ask(who: SignedIn, path: string): Promise<Numbers> {
    const { status, body } = await this.clinic.call<Numbers>(who, 'GET', `/analytics/${path}`);
    if (status !== 200) throw new Error(`Expected numbers, got ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  async close(): Promise<void> {
    await this.#db.close();
  }

  async #record({ doctor }: DoctorAtWork, patientId: string): Promise<string> {
    const key = `${doctor.id} ${patientId}`;
    const known = this.#records.get(key);
    if (known) return known;
    const [id, now] = [newId(), new Date()];
    const row = {
      id: uuidBytes(id),
      patient_id: uuidBytes(patientId),
      doctor_id: uuidBytes(doctor.id),
      department_id: uuidBytes(doctor.department.id),
      kind: 'walk_in',
      status: 'open',
      opened_at: now,
      created_at: now,
      updated_at: now,
    };
    await this.#db.read.insertInto('medical_records').values(row).execute();
    this.#records.set(key, id);
    return id;
  }
}

/** The calendar date where the doctor works, by the runtime's own calendar. */
export const dateAt = ({ at, doctor }: Posted): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: doctor.doctor.zone, dateStyle: 'short' }).format(at);

export function ageAt(posted: Posted): number {
  const [year = 0, month = 0, day = 0] = dateAt(posted).split('-').map(Number);
  const [bornYear = 0, bornMonth = 0, bornDay = 0] = posted.birthOn.split('-').map(Number);
  const isBeforeBirthday = month < bornMonth || (month === bornMonth && day < bornDay);
  return year - bornYear - (isBeforeBirthday ? 1 : 0);
}

export const symptomsOf = ({ parts }: Posted): string[] => [
  ...new Set((parts.symptoms ?? []).map(({ name }) => name.trim().toLowerCase())),
];

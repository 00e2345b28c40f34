import { MongoClient } from 'mongodb';
import { createConnection } from 'mysql2/promise';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { StoreUrls } from '../../src/compose.js';
import { noFieldAsRaw } from '../../src/lib/mongo.js';
import type { ClinicalNote } from '../../src/notes/notes.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { must, type OpenClinic } from '../support/calls.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  patient,
  type RegisteredPatient,
  staff,
  ward,
} from '../support/people.js';

/** Everybody who has or lacks something to do with one patient's record. */
export interface Cast {
  clinic: OpenClinic;
  reception: SignedIn;
  doctor: DoctorAtWork;
  /** Another doctor of the department, who treats nobody yet. */
  stranger: DoctorAtWork;
  nurse: SignedIn;
  /** Works in another department. */
  otherNurse: SignedIn;
  billing: SignedIn;
  patient: RegisteredPatient;
  otherPatient: RegisteredPatient;
}

export async function cast(clinic: OpenClinic): Promise<Cast> {
  const [here, elsewhere] = [await ward(clinic), await ward(clinic)];
  const [doctor, stranger] = [await doctorAtWork(clinic, here), await doctorAtWork(clinic, here)];
  return {
    clinic,
    doctor,
    stranger,
    reception: await staff(clinic, 'receptionist'),
    nurse: await staff(clinic, 'nurse', { departmentId: here.departmentId }),
    otherNurse: await staff(clinic, 'nurse', { departmentId: elsewhere.departmentId }),
    billing: await staff(clinic, 'billing'),
    patient: await patient(clinic),
    otherPatient: await patient(clinic),
  };
}

const tickMs = 5 * 60_000;
let visitCount = 0;

/** A visit that the front desk booked for one of the next ticks that nobody else has taken, and checked in. */
export async function visit(on: Cast, { doctor }: DoctorAtWork, patientId: string): Promise<string> {
  const { clinic, reception } = on;
  const bookNext = () => {
    visitCount++;
    const startsAt = new Date((Math.floor(Date.now() / tickMs) + 1 + visitCount) * tickMs).toISOString();
    return book(clinic, reception, { doctorId: doctor.id, patientId, startsAt, durationMinutes: 5 });
  };
  let booked = await bookNext();
  while (booked.body.code === 'slot_taken') booked = await bookNext();
  const { id } = await must<Appointment>(Promise.resolve(booked));
  await must(clinic.call(reception, 'POST', `/appointments/${id}/check-in`));
  return id;
}

/** The open record of a new visit. */
export async function openRecord(
  on: Cast,
  by: DoctorAtWork = on.doctor,
  whose = on.patient,
): Promise<MedicalRecord> {
  const appointmentId = await visit(on, by, whose.patientId);
  return must(
    on.clinic.call<MedicalRecord>(by.user, 'POST', '/medical-records', { body: { appointmentId } }),
  );
}

/** What a note of this record says; signed unless it is said otherwise. */
export const noteFor = ({ id, patientId }: MedicalRecord, wish: Record<string, unknown> = {}) => ({
  recordUuid: id,
  patientId,
  kind: 'progress',
  text: 'Cough for three days, no fever.',
  sign: true,
  ...wish,
});

export const postNote = (
  clinic: OpenClinic,
  who: SignedIn,
  body: Record<string, unknown>,
): Promise<ClinicalNote> => must(clinic.call<ClinicalNote>(who, 'POST', '/clinical-notes', { body }));

/** Rows and documents, counted behind the API's back. */
export interface Stores {
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  mongo: MongoClient;
  /** How many of anything clinical there are, in both stores. */
  counts(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export async function openStores({ urls }: { urls: StoreUrls }): Promise<Stores> {
  const mysql = await createConnection({ uri: urls.mysqlUrl, timezone: 'Z' });
  const mongo = new MongoClient(urls.mongoUrl, {
    serverSelectionTimeoutMS: 2_000,
    ignoreUndefined: false,
    fieldsAsRaw: noFieldAsRaw,
  });
  const rows = async (sql: string, values: unknown[] = []) => {
    const [result] = await mysql.query(sql, values);
    return result as Record<string, unknown>[];
  };
  const counts = async () => {
    const tables = [
      'note_refs',
      'note_versions',
      'observation_refs',
      'document_outbox',
      'events',
      'audit_log',
    ];
    const found: Record<string, number> = {};
    for (const table of tables)
      found[table] = Number((await rows(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);
    for (const name of ['clinical_notes', 'observations'])
      found[name] = await mongo.db().collection(name).countDocuments();
    return found;
  };
  const close = async () => {
    await mysql.end();
    await mongo.close();
  };
  return { rows, mongo, counts, close };
}

/** Waits until something holds that a worker brings about. */
export async function eventually(
  what: string,
  holds: () => Promise<boolean>,
  withinMs = 200_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs / 1_000} s: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

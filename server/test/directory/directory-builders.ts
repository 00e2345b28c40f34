import { createConnection } from 'mysql2/promise';
import type { SignedIn, User } from '../../src/auth/auth.types.js';
import type { Department } from '../../src/departments/departments.types.js';
import type { DoctorProfile } from '../../src/doctors/doctors.types.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import type { Patient } from '../../src/patients/patients.types.js';
import type { Specialization } from '../../src/specializations/specializations.types.js';
import { type Clinic, freshEmail, must, password, signIn } from '../support/clinic.js';

type Fields = Record<string, unknown>;

export const uniqueName = (kind: string): string => `${kind} ${newId().slice(-8)}`;

export const createDepartment = (clinic: Clinic, fields: Fields = {}): Promise<Department> =>
  must(
    clinic.call<Department>(clinic.admin, 'POST', '/departments', {
      body: { name: uniqueName('Department'), location: 'House A, floor 2', ...fields },
    }),
  );

export const createSpecialization = (clinic: Clinic, fields: Fields = {}): Promise<Specialization> =>
  must(
    clinic.call<Specialization>(clinic.admin, 'POST', '/specializations', {
      body: { name: uniqueName('Specialization'), ...fields },
    }),
  );

/** What a new doctor is made from; department and specialization are made when not given. */
export async function newDoctor(clinic: Clinic, fields: Fields = {}): Promise<Fields> {
  return {
    givenName: 'Ada',
    familyName: 'Lindqvist',
    birthOn: '1979-03-21',
    gender: 'female',
    specializationIds: fields.specializationIds ?? [(await createSpecialization(clinic)).id],
    departmentId: fields.departmentId ?? (await createDepartment(clinic)).id,
    yearsOfExperience: 14,
    phone: '+49 30 1234567',
    email: 'ada.lindqvist@clinic.example',
    officeAddress: 'Hauptstraße 1, Berlin',
    zone: 'Europe/Berlin',
    visitMinutes: 20,
    ...fields,
  };
}

export async function createDoctor(clinic: Clinic, fields: Fields = {}): Promise<DoctorProfile> {
  const body = await newDoctor(clinic, fields);
  return must(clinic.call<DoctorProfile>(clinic.admin, 'POST', '/doctors', { body }));
}

export const newPatient = (fields: Fields = {}): Fields => ({
  givenName: 'Grace',
  familyName: 'Okafor',
  birthOn: '1984-05-17',
  gender: 'female',
  phone: '+49 170 5550101',
  email: 'grace@patients.example',
  address: { line: 'Lindenweg 4', city: 'Potsdam', postalCode: '14467', country: 'DE' },
  emergencyContact: { name: 'Ben Okafor', phone: '+49 170 5550102', relation: 'brother' },
  insurance: { provider: 'Gothaer', number: 'G-4711' },
  ...fields,
});

export const createPatient = (clinic: Clinic, desk: SignedIn, fields: Fields = {}): Promise<Patient> =>
  must(clinic.call<Patient>(desk, 'POST', '/patients', { body: newPatient(fields) }));

export const createUser = (clinic: Clinic, role: string, fields: Fields = {}): Promise<User> =>
  must(
    clinic.call<User>(clinic.admin, 'POST', '/users', {
      body: { email: freshEmail(role), password, displayName: `Some ${role}`, role, ...fields },
    }),
  );

/** Makes a sign-in and signs in with it. */
export async function staffMember(clinic: Clinic, role: string, fields: Fields = {}): Promise<SignedIn> {
  const { email } = await createUser(clinic, role, fields);
  return signIn(clinic.call, email);
}

export async function registeredPatient(clinic: Clinic, fields: Fields = {}): Promise<SignedIn> {
  const { givenName, familyName, birthOn } = newPatient();
  const body = { givenName, familyName, birthOn, email: freshEmail('patient'), password, ...fields };
  return must(clinic.call<SignedIn>(null, 'POST', '/auth/register', { body }));
}

/** Runs a statement on the clinic's own database, for what has no operation of its own. */
export async function onDatabase<T>(clinic: Clinic, statement: string, values: unknown[] = []): Promise<T[]> {
  const connection = await createConnection({ uri: clinic.urls.mysqlUrl, dateStrings: ['DATE'] });
  try {
    const [rows] = await connection.query(statement, values);
    return rows as T[];
  } finally {
    await connection.end();
  }
}

/** A visit that is under way: it makes the doctor treat the patient, and the patient be on the doctor's ward. */
export async function attend(clinic: Clinic, doctor: DoctorProfile, patientId: string): Promise<void> {
  const ids = [newId(), patientId, doctor.id, doctor.department.id].map(uuidBytes);
  await onDatabase(
    clinic,
    `INSERT INTO medical_records (id, patient_id, doctor_id, department_id, kind, status, opened_at, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'walk_in', 'open', UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
    ids,
  );
}

/** The answer without what differs between any two of the same kind. */
export const withoutRequestId = ({ requestId: _requestId, ...rest }: Fields): Fields => rest;

export interface AuditRow {
  action: string;
  role: string;
}

export const auditOf = (clinic: Clinic, subjectId: string): Promise<AuditRow[]> =>
  onDatabase<AuditRow>(clinic, 'SELECT action, role FROM audit_log WHERE subject_id = ? ORDER BY id', [
    uuidBytes(subjectId),
  ]);

import { setTimeout as pause } from 'node:timers/promises';
import type { SignedIn } from '../../server/src/auth/auth.types.js';
import { type Cast, cast } from '../../server/test/clinical/clinical-cast.js';
import { must, type OpenClinic, password } from '../../server/test/support/calls.js';
import { doctorAtWork, patient, staff, type Ward, ward } from '../../server/test/support/people.js';
import { thingsOf } from '../doors/house.js';
import type { Things } from './good-requests.js';

export const roles = [
  'anonymous',
  'patient',
  'doctor',
  'nurse',
  'receptionist',
  'pharmacist',
  'billing',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** Who sends bad requests, and what they are about. */
export interface Senders {
  readonly things: Things;
  /** An access token of this role; none for nobody. */
  tokenOf(role: Role): string | null;
  /** That of somebody else in this role, who may lose her session and her password. */
  tokenToLose(role: Role): string | null;
  /** Signs everybody in again, because access tokens live ten minutes, and newcomers for what was lost. */
  signInAgain(): Promise<void>;
}

type SignedInRole = Exclude<Role, 'anonymous'>;

export async function gather(clinic: OpenClinic): Promise<Senders> {
  const on = await cast(clinic);
  const emails: Record<SignedInRole, string> = {
    patient: on.patient.user.user.email,
    doctor: on.doctor.user.user.email,
    nurse: on.nurse.user.email,
    receptionist: on.reception.user.email,
    pharmacist: (await staff(clinic, 'pharmacist')).user.email,
    billing: on.billing.user.email,
    admin: clinic.admin.user.email,
  };
  const things = await thingsFor(clinic, on);
  const place = await ward(clinic);
  const kept = new Map<Role, SignedIn>();
  let toLose = new Map<Role, SignedIn>();
  const signInAgain = async () => {
    for (const [role, email] of Object.entries(emails))
      kept.set(role as Role, await signInPatiently(clinic, email));
    const admin = kept.get('admin') ?? clinic.admin;
    toLose = new Map(Object.entries(await newcomers({ ...clinic, admin }, place)) as [Role, SignedIn][]);
  };
  await signInAgain();
  return {
    things,
    tokenOf: (role) => kept.get(role)?.accessToken ?? null,
    tokenToLose: (role) => toLose.get(role)?.accessToken ?? null,
    signInAgain,
  };
}

const newcomers = async (clinic: OpenClinic, here: Ward): Promise<Record<SignedInRole, SignedIn>> => ({
  patient: (await patient(clinic)).user,
  doctor: (await doctorAtWork(clinic, here)).user,
  nurse: await staff(clinic, 'nurse', { departmentId: here.departmentId }),
  receptionist: await staff(clinic, 'receptionist'),
  pharmacist: await staff(clinic, 'pharmacist'),
  billing: await staff(clinic, 'billing'),
  admin: await staff(clinic, 'admin'),
});

const patienceMs = 10_000;

/** A clinic that is busy for a moment is no reason to give up; what is tried here is something else. */
async function signInPatiently(clinic: OpenClinic, email: string): Promise<SignedIn> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await clinic.call<SignedIn>(null, 'POST', '/auth/login', { body: { email, password } });
    if (answer.status !== 503 || performance.now() > deadline) return must(Promise.resolve(answer));
    await pause(500);
  }
}

/** What fields name stays; what paths name belongs to nobody who sends. */
async function thingsFor(clinic: OpenClinic, on: Cast): Promise<Things> {
  const kept = await thingsOf(on, on.doctor.user);
  const spare = await thingsOf(on, on.doctor.user);
  const place = await ward(clinic);
  const [doctor, person] = [await doctorAtWork(clinic, place), await patient(clinic)];
  const colleague = await staff(clinic, 'receptionist');
  const holiday = await must<{ id: string }>(
    clinic.call(clinic.admin, 'POST', '/holidays', { body: { dateOn: '2031-05-05', name: 'A day' } }),
  );
  const specializationId = on.doctor.doctor.specializations[0]?.id ?? place.specializationId;
  return {
    fields: {
      patientId: kept.patient,
      doctorId: kept.doctor,
      departmentId: on.doctor.doctor.department.id,
      specializationId,
      recordUuid: kept.record,
      appointmentId: kept.appointment,
      password,
    },
    paths: {
      users: colleague.user.id,
      departments: place.departmentId,
      specializations: place.specializationId,
      doctors: doctor.doctor.id,
      doctorId: doctor.doctor.id,
      patients: person.patientId,
      'medical-records': spare.record,
      'clinical-notes': spare.note,
      observations: spare.observation,
      appointmentId: spare.appointment,
      diagnosisId: spare.diagnosis,
      timeOffId: spare.timeOff,
      holidays: holiday.id,
      dateOn: '2031-06-06',
    },
  };
}

import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { StoreUrls } from '../../server/src/compose.js';
import type { MedicalRecord } from '../../server/src/records/records.types.js';
import { type Cast, cast, openStores, type Stores } from '../../server/test/clinical/clinical-cast.js';
import { must, type OpenClinic } from '../../server/test/support/calls.js';
import { patient, staff } from '../../server/test/support/people.js';
import type { Column } from './matrix.js';
import type { Things } from './requests.js';

/** A clinic with two kinds of people: those whom one patient and her visit concern, and those whom they do not. */
export interface House {
  /** Of every process: callers take turns. */
  readonly baseUrls: readonly string[];
  /** Behind the API's back. Who furnishes the house closes them. */
  readonly stores: Stores;
  readonly clinic: OpenClinic;
  readonly on: Cast;
  /** What belongs to the patient and to her doctor. */
  readonly theirs: Things;
  readonly strangers: Readonly<Record<Column, SignedIn>>;
  /** The same for the columns whose cells never say `O`. */
  readonly insiders: Readonly<Record<Column, SignedIn>>;
}

const tickMs = 5 * 60_000;
/** Nobody else is called so, and nothing else is written so. */
export const rare = {
  givenName: 'Zz',
  familyName: 'Zzyzxa',
  birthOn: '1990-02-03',
  text: 'zebrafish',
} as const;

/** Fills an empty clinic through the API. */
export async function furnish(
  clinic: OpenClinic,
  urls: StoreUrls,
  baseUrls: readonly string[],
): Promise<House> {
  const on = await cast(clinic);
  const { givenName, familyName } = rare;
  on.patient = await patient(clinic, { givenName, familyName });
  const others = {
    receptionist: on.reception,
    pharmacist: await staff(clinic, 'pharmacist'),
    billing: on.billing,
    admin: clinic.admin,
  };
  await fillIn(on);
  return {
    ...{ baseUrls, clinic, on },
    stores: await openStores({ urls }),
    theirs: await thingsOf(on, on.doctor.user),
    strangers: {
      ...others,
      patient: on.otherPatient.user,
      doctor: on.stranger.user,
      nurse: on.otherNurse,
    },
    insiders: { ...others, patient: on.patient.user, doctor: on.doctor.user, nurse: on.nurse },
  };
}

/** Every field of the patient says something: what is withheld could be told. */
async function fillIn({ clinic, reception, patient: { patientId } }: Cast): Promise<void> {
  const body = {
    gender: 'female',
    phone: '+49 30 5550100',
    email: 'zz@patients.example',
    address: { line: 'Elsewhere 1', city: 'Bonn' },
    emergencyContact: { name: 'Somebody', phone: '+49 30 5550101' },
    insurance: { provider: 'Another', number: '1' },
  };
  const headers = { 'if-match': '"1"' };
  await must(clinic.call(reception, 'PATCH', `/patients/${patientId}`, { body, headers }));
}

let visitCount = 0;

/** One of everything for the patient. @param author of the note and the observation: her doctor, or a nurse */
export async function thingsOf(on: Cast, author: SignedIn): Promise<Things> {
  const { clinic, doctor, reception, patient: whose } = on;
  const make = <T = { id: string }>(who: SignedIn, path: string, body?: unknown) =>
    must<T & { id: string }>(clinic.call(who, 'POST', path, body === undefined ? {} : { body }));
  visitCount += 1;
  const startsAt = new Date((Math.floor(Date.now() / tickMs) + 1 + visitCount) * tickMs).toISOString();
  const wish = { doctorId: doctor.doctor.id, patientId: whose.patientId, durationMinutes: 5, startsAt };
  const appointment = await make(reception, '/appointments', { ...wish, reason: rare.text });
  await make(reception, `/appointments/${appointment.id}/check-in`);
  const opening = { appointmentId: appointment.id, chiefComplaint: rare.text };
  const record = await make<MedicalRecord>(doctor.user, '/medical-records', opening);
  const about = { recordUuid: record.id, patientId: whose.patientId };
  const diagnosis = { codeSystem: 'icd-10', code: 'R05', text: rare.text };
  const note = { ...about, kind: 'nursing', text: rare.text, sign: true };
  const observed = { kind: 'other', observedAt: '2026-01-05T08:00:00Z', data: { isAwake: true } };
  const day = new Date(Date.UTC(2031, 0, 5 + visitCount)).toISOString();
  const away = { startsAt: day, endsAt: day.replace('T00', 'T01') };
  return {
    patient: whose.patientId,
    doctor: doctor.doctor.id,
    department: doctor.doctor.department.id,
    appointment: appointment.id,
    record: record.id,
    diagnosis: (await make(doctor.user, `/medical-records/${record.id}/diagnoses`, diagnosis)).id,
    note: (await make(author, '/clinical-notes', note)).id,
    observation: (await make(author, '/observations', { ...about, ...observed })).id,
    timeOff: (await make(doctor.user, `/doctors/${doctor.doctor.id}/time-off`, away)).id,
    user: doctor.user.user.id,
  };
}

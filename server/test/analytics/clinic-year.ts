import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { systemActor } from '../../src/lib/actor.js';
import { newId } from '../../src/lib/ids.js';
import type { Database, Tx } from '../../src/lib/mysql.js';
import type { ClinicalNote } from '../../src/notes/notes.types.js';
import type { Diagnosis, MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must } from '../support/clinic.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  patients,
  type RegisteredPatient,
  setBookingLimits,
  staff,
  ward,
} from '../support/people.js';

/** Everybody in a clinic of two departments and four time zones. */
export interface Staffed {
  clinic: Clinic;
  db: Database;
  departments: string[];
  doctors: DoctorAtWork[];
  patients: RegisteredPatient[];
  desk: SignedIn;
}

const zones = ['America/Chicago', 'Asia/Tokyo', 'UTC', 'Africa/Cairo'];

/**
 * Instants at which a month ends somewhere: on each side of midnight, and where a wrong offset of the season would put
 * it into the other month. Cairo's clock goes back in the very night from October to November 2024.
 */
const monthEnds = [
  '2024-02-29T23:30:00Z',
  '2024-12-31T14:30:00Z',
  '2025-01-01T05:30:00Z',
  '2025-04-01T04:30:00Z',
  '2025-11-01T04:30:00Z',
  '2024-10-31T21:00:00Z',
  '2025-03-09T07:30:00Z',
];

export async function staffedClinic(clinic: Clinic, db: Database, howManyPatients: number): Promise<Staffed> {
  await setBookingLimits(clinic);
  const [surgery, medicine] = [await ward(clinic), await ward(clinic)];
  const doctors: DoctorAtWork[] = [];
  for (const [index, zone] of zones.entries())
    doctors.push(await doctorAtWork(clinic, index % 2 === 0 ? surgery : medicine, { zone, visitMinutes: 5 }));
  return {
    clinic,
    db,
    departments: [surgery.departmentId, medicine.departmentId],
    doctors,
    patients: await patients(clinic, howManyPatients),
    desk: await staff(clinic, 'receptionist'),
  };
}

const system = systemActor('test');

/** A completed visit of another system, with its record and, sometimes, a diagnosis. */
export async function enterPast(
  { clinic }: Staffed,
  tx: Tx,
  { doctor }: DoctorAtWork,
  { patientId }: RegisteredPatient,
  startsAt: Date,
  code: string | null,
): Promise<void> {
  const { history, records, diagnoses } = clinic.composed.services;
  const people = { doctorId: doctor.id, departmentId: doctor.department.id, patientId };
  const endsAt = new Date(startsAt.getTime() + 5 * 60_000);
  const visit = { ...people, startsAt, endsAt, reason: null };
  const { id } = await history.insertCompleted(tx, system, visit, 'Entered');
  const origin = { appointmentId: id, kind: 'visit' as const, chiefComplaint: null, isOpenedAlone: false };
  const recordId = newId();
  await records.insert(tx, system, {
    ...people,
    ...origin,
    id: recordId,
    openedAt: startsAt,
    closedAt: endsAt,
  });
  if (code === null) return;
  const said = { codeSystem: 'icd-10' as const, code, text: 'Found', onsetOn: null, resolvedOn: null };
  const fixed = { id: newId(), recordId, patientId, status: 'active' as const, recordedAt: startsAt };
  await diagnoses.insert(tx, system, { ...fixed, ...said });
}

/** Visits around every month end, of almost every patient with every doctor. */
export async function enterHistory(on: Staffed): Promise<void> {
  const codes = ['e11.9', 'I10'];
  for (const [place, instant] of monthEnds.entries())
    await on.db.transaction(async (tx) => {
      for (const [index, who] of on.patients.entries())
        for (const [number, doctor] of on.doctors.entries()) {
          if ((index + number + place) % 2 === 0 && index < 2) continue;
          const startsAt = new Date(Date.parse(instant) + (index * 5 + number - 30) * 60_000);
          const code = index % 3 === 0 ? (codes[number % 2] ?? null) : null;
          await enterPast(on, tx, doctor, who, startsAt, code);
        }
    });
}

/** A walk-in or an admission, dated back: whoever came first until now did not any more. */
export async function enterRecord(
  { clinic, db }: Staffed,
  { doctor }: DoctorAtWork,
  { patientId }: RegisteredPatient,
  openedAt: string,
  kind: 'walk_in' | 'admission',
): Promise<void> {
  const fixed = {
    id: newId(),
    appointmentId: null,
    chiefComplaint: null,
    closedAt: null,
    isOpenedAlone: false,
  };
  const people = { doctorId: doctor.id, departmentId: doctor.department.id, patientId };
  await db.transaction((tx) =>
    clinic.composed.services.records.insert(tx, system, {
      ...people,
      ...fixed,
      kind,
      openedAt: new Date(openedAt),
    }),
  );
}

const tickMs = 300_000;
let ticks = 0;

/** A mark of the grid soon to come that nobody was given yet. */
export const soon = (): string =>
  new Date(Math.ceil(Date.now() / tickMs) * tickMs + 2 * 3_600_000 + ++ticks * tickMs).toISOString();

/** An instant of the first or last day of the month after next, in UTC. */
export function atMonthEnd(minutesAfter: number): string {
  const now = new Date();
  return new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1) + minutesAfter * 60_000,
  ).toISOString();
}

export interface Verbs {
  take(startsAt: string, patientIndex?: number): Promise<Appointment>;
  act(verb: string, id: string, body?: object): Promise<Appointment>;
}

/** The front desk at work for one doctor, and the doctor herself. */
export function verbsOf({ clinic, desk, patients: people }: Staffed, at: DoctorAtWork): Verbs {
  const asDoctor = ['start', 'complete'];
  return {
    take: (startsAt, index = ticks % people.length) =>
      must(book(clinic, desk, { doctorId: at.doctor.id, patientId: people[index]?.patientId, startsAt })),
    act: (verb, id, body) =>
      must(
        clinic.call(asDoctor.includes(verb) ? at.user : desk, 'POST', `/appointments/${id}/${verb}`, {
          body,
        }),
      ),
  };
}

/** Every way that a visit can go. @returns the completed one */
export async function everyWay(on: Staffed, at: DoctorAtWork): Promise<Appointment> {
  const { take, act } = verbsOf(on, at);
  await take(soon());
  await act('confirm', (await take(soon())).id);
  await act('cancel', (await take(soon())).id, { reason: 'Not needed' });
  const moved = await take(atMonthEnd(-10 - ticks * 5));
  await act('reschedule', moved.id, { startsAt: atMonthEnd(40 * 60 + ticks * 5) });
  const missed = { doctorId: at.doctor.id, patientId: on.patients[0]?.patientId, overbookReason: 'Was due' };
  const due = new Date(Math.floor(Date.now() / tickMs) * tickMs - 3_600_000 - ++ticks * tickMs).toISOString();
  await act('no-show', (await must(book(on.clinic, on.desk, { ...missed, startsAt: due }))).id);
  for (const verbs of [['check-in'], ['check-in', 'start']]) {
    const { id } = await take(soon());
    for (const verb of verbs) await act(verb, id);
  }
  await holds(on, at);
  const { id } = await take(soon());
  await act('check-in', id);
  await act('start', id);
  return act('complete', id);
}

/** One that runs out, one that its patient confirms, one that she gives back, one that stands. */
async function holds({ clinic, patients: people }: Staffed, { doctor }: DoctorAtWork): Promise<void> {
  const who = people[1]?.user ?? null;
  const hold = (holdSeconds: number) =>
    must(
      clinic.call<Appointment>(who, 'POST', '/appointments/holds', {
        body: { doctorId: doctor.id, startsAt: soon(), holdSeconds },
      }),
    );
  await hold(1);
  await hold(300);
  await must(clinic.call(who, 'POST', `/appointments/${(await hold(300)).id}/confirm`));
  await must(
    clinic.call(who, 'POST', `/appointments/${(await hold(300)).id}/cancel`, {
      body: { reason: 'Mind changed' },
    }),
  );
}

/** A record of that visit with diagnoses and notes, some of them taken back. */
export async function document(
  { clinic }: Staffed,
  { user }: DoctorAtWork,
  visit: Appointment,
): Promise<void> {
  const post = <T>(path: string, body: object = {}, headers: Record<string, string> = {}) =>
    must(clinic.call<T>(user, 'POST', path, { body, headers }));
  const record = await post<MedicalRecord>('/medical-records', { appointmentId: visit.id });
  const said = { codeSystem: 'icd-10', code: 'E11.9', text: 'Diabetes' };
  const added: Diagnosis[] = [];
  for (let count = 0; count < 3; count++)
    added.push(await post<Diagnosis>(`/medical-records/${record.id}/diagnoses`, said));
  const statusOf = (index: number) => `/medical-records/${record.id}/diagnoses/${added[index]?.id}/status`;
  const put = (path: string, body: object) =>
    must(clinic.call(user, 'PUT', path, { body, headers: { 'if-match': '"1"' } }));
  await put(statusOf(0), { status: 'entered_in_error' });
  await put(statusOf(1), { status: 'resolved' });
  const note = (sign: boolean) =>
    post<ClinicalNote>('/clinical-notes', {
      recordUuid: record.id,
      patientId: record.patientId,
      kind: 'progress',
      text: 'Cough.',
      sign,
    });
  await note(false);
  const draft = await note(false);
  await post(`/clinical-notes/${draft.id}/sign`, {}, { 'if-match': `"${draft.version}"` });
  const signed = await note(true);
  await post(`/clinical-notes/${signed.id}/addenda`, { text: 'More of it.', sign: true });
  await post(`/clinical-notes/${(await note(true)).id}/withdraw`, { reason: 'Wrong patient' });
}

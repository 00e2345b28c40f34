import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { BookingLimits, SetBookingLimits } from '../../src/booking-limits/booking-limits.types.js';
import type { DoctorProfile } from '../../src/doctors/doctors.types.js';
import { freshEmail, inTurn, must, type OpenClinic, password, signIn } from './calls.js';

/** A department, a specialization, and whoever a test asks for in them; all made through the API. */
export interface Ward {
  departmentId: string;
  specializationId: string;
}

export interface DoctorAtWork {
  doctor: DoctorProfile;
  user: SignedIn;
}

let count = 0;
const nextName = (kind: string): string => `${kind} ${process.pid}-${++count}`;

export async function ward(clinic: OpenClinic): Promise<Ward> {
  const department = { name: nextName('Department'), location: 'First floor' };
  const { id: departmentId } = await must<{ id: string }>(
    clinic.call(clinic.admin, 'POST', '/departments', { body: department }),
  );
  const { id: specializationId } = await must<{ id: string }>(
    clinic.call(clinic.admin, 'POST', '/specializations', { body: { name: nextName('Specialty') } }),
  );
  return { departmentId, specializationId };
}

export interface DoctorWish {
  zone?: string;
  visitMinutes?: number;
  /** Weekly windows in local minutes; around the clock when absent. */
  weekly?: { weekday: number; startMinute: number; endMinute: number }[];
}

const aroundTheClock = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 }));

/** A doctor with a sign-in and working hours. */
export async function doctorAtWork(
  clinic: OpenClinic,
  { departmentId, specializationId }: Ward,
  wish: DoctorWish = {},
): Promise<DoctorAtWork> {
  const { weekly = aroundTheClock, zone = 'UTC', visitMinutes = 15 } = wish;
  const email = freshEmail('doctor');
  const body = {
    givenName: 'Ada',
    familyName: nextName('Doctor'),
    birthOn: '1975-04-12',
    gender: 'female',
    specializationIds: [specializationId],
    departmentId,
    yearsOfExperience: 12,
    phone: '+49 30 1234',
    email,
    officeAddress: 'Room 12',
    zone,
    visitMinutes,
  };
  const doctor = await must<DoctorProfile>(clinic.call(clinic.admin, 'POST', '/doctors', { body }));
  const { version } = await must<{ version: number }>(
    clinic.call(clinic.admin, 'GET', `/doctors/${doctor.id}/schedule`),
  );
  const headers = { 'if-match': `"${version}"` };
  await must(
    clinic.call(clinic.admin, 'PUT', `/doctors/${doctor.id}/working-hours`, { body: { weekly }, headers }),
  );
  const user = await staff(clinic, 'doctor', { doctorId: doctor.id, email });
  return { doctor, user };
}

type StaffRole = 'doctor' | 'nurse' | 'receptionist' | 'pharmacist' | 'billing' | 'admin';

/** A signed-in member of staff. A nurse needs `departmentId`, a doctor `doctorId`. */
export async function staff(
  clinic: OpenClinic,
  role: StaffRole,
  belongs: { departmentId?: string; doctorId?: string; email?: string } = {},
): Promise<SignedIn> {
  const { email = freshEmail(role), ...ids } = belongs;
  const body = { email, password, displayName: nextName(role), role, ...ids };
  await must(inTurn(() => clinic.call(clinic.admin, 'POST', '/users', { body })));
  return signIn(clinic.call, email);
}

export interface RegisteredPatient {
  patientId: string;
  user: SignedIn;
}

/** A patient who registered herself. */
export async function patient(
  clinic: OpenClinic,
  names: { givenName?: string; familyName?: string } = {},
): Promise<RegisteredPatient> {
  const body = {
    givenName: 'Erika',
    familyName: 'Muster',
    birthOn: '1990-02-03',
    ...names,
    email: freshEmail('patient'),
    password,
  };
  const user = await must(inTurn(() => clinic.call<SignedIn>(null, 'POST', '/auth/register', { body })));
  return { patientId: user.user.patientId ?? '', user };
}

export const patients = (clinic: OpenClinic, howMany: number): Promise<RegisteredPatient[]> =>
  Promise.all(Array.from({ length: howMany }, () => patient(clinic)));

/** As far as the limits of patients' own bookings go: for tests in which patients crowd. */
export const hardlyAnyLimits: SetBookingLimits = {
  horizonDays: 1_826,
  maxFutureVisits: 10_000,
  maxHolds: 10_000,
};

export async function setBookingLimits(
  clinic: OpenClinic,
  limits: Partial<SetBookingLimits> = hardlyAnyLimits,
): Promise<BookingLimits> {
  const { id, version, ...present } = await must<BookingLimits>(clinic.call(null, 'GET', '/booking-limits'));
  const body = { ...present, ...limits };
  const headers = { 'if-match': `"${version}"` };
  return must(clinic.call<BookingLimits>(clinic.admin, 'PUT', `/booking-limits/${id}`, { body, headers }));
}

/** An instant `days` from now at a UTC hour and minute: on the grid, and in the future. */
export function futureAt(days: number, hour: number, minute = 0): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Date(
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour, minute),
  ).toISOString();
}

export const book = (clinic: OpenClinic, who: SignedIn, body: Record<string, unknown>) =>
  clinic.call<Appointment & { code?: string; nextFree?: { startsAt: string }[] }>(
    who,
    'POST',
    '/appointments',
    { body },
  );

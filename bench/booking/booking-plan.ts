import type { BenchDoctor, BenchPatient } from '../setup/clinic.js';
import { dayEndMinute, dayStartMinute, visitMinutes } from '../setup/clinic.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const visitsADay = (dayEndMinute - dayStartMinute) / visitMinutes;
/** Prime, so that one booking after another lands on another day. */
const stride = 7_919;

/** Who books with whom, and over how many days. Every booking of a plan is possible: none meets another. */
export interface BookingPlan {
  patients: BenchPatient[];
  doctors: BenchDoctor[];
  days: number;
  /** Days from now to the first one. */
  firstDay: number;
}

export interface PlannedBooking {
  patient: BenchPatient;
  doctor: BenchDoctor;
  startsAtMs: number;
}

/**
 * The booking with this number. Consecutive ones are of different patients with different doctors; each time the
 * doctors are through, another half-hour is next, and each time the patients are through, everybody has another doctor.
 * @throws RangeError when the plan's time is used up, or its patients are not as many as the doctors or so many times that
 */
export function plannedBooking(
  { patients, doctors, days, firstDay }: BookingPlan,
  number: number,
): PlannedBooking {
  const times = days * visitsADay;
  const halfHour = Math.floor(number / doctors.length);
  const patient = patients[number % patients.length];
  const doctor = doctors[(number + Math.floor(number / patients.length)) % doctors.length];
  if (patients.length % doctors.length !== 0)
    throw new RangeError('Two bookings of this plan would meet: take so many times the number of doctors.');
  if (halfHour >= times || !patient || !doctor)
    throw new RangeError('All planned times are booked: plan more days.');
  const time = (halfHour * stride) % times;
  const day = Math.floor(time / visitsADay);
  const minute = dayStartMinute + (time % visitsADay) * visitMinutes;
  return { patient, doctor, startsAtMs: dayAfter(firstDay + day) + minute * minuteMs };
}

/** Midnight UTC so many days from now. */
export const dayAfter = (days: number): number => (Math.floor(Date.now() / dayMs) + days) * dayMs;

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
 * patients are through, another half-hour is next.
 * @throws RangeError when the plan's time is used up
 */
export function plannedBooking(
  { patients, doctors, days, firstDay }: BookingPlan,
  number: number,
): PlannedBooking {
  const times = days * visitsADay;
  const round = Math.floor(number / patients.length);
  const patient = patients[number % patients.length];
  const doctor = doctors[(number + round) % doctors.length];
  if (round >= times || !patient || !doctor)
    throw new RangeError('All planned times are booked: plan more days.');
  const time = (round * stride) % times;
  const day = Math.floor(time / visitsADay);
  const minute = dayStartMinute + (time % visitsADay) * visitMinutes;
  return { patient, doctor, startsAtMs: dayAfter(firstDay + day) + minute * minuteMs };
}

/** Midnight UTC so many days from now. */
export const dayAfter = (days: number): number => (Math.floor(Date.now() / dayMs) + days) * dayMs;

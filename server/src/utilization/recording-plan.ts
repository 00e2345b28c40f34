import { dayOfDate } from '../lib/time.js';
import { localDateOn } from '../lib/zone.js';
import type { ScheduleHead } from '../scheduling/schedule-head.js';
import { coverOf, type DayRange, daysIn, overlapOf } from './day-ranges.js';

/** How many days after today are kept. Booking has no last day; a year is what calendars are made for. */
export const horizonDays = 365;

/** A doctor, and what is known of the time she offered. */
export interface RecordedDoctor {
  head: ScheduleHead;
  isActive: boolean;
  /** Whether she was ever given any. */
  hasHours: boolean;
  /** When her first appointment starts, whatever became of it; `null` without one. */
  firstVisitAtMs: number | null;
  /** The days that are recorded; `null` when none is. */
  span: DayRange | null;
}

/** What is to be computed for a doctor. */
export interface RecordingPlan {
  /** What is recorded afterwards; `null` when nothing is. */
  span: DayRange | null;
  /** Disjoint, in order. Recorded days that are over are in none of them. */
  ranges: DayRange[];
}

export const todayOf = ({ head }: RecordedDoctor, nowMs: number): number =>
  dayOfDate(localDateOn(nowMs, head.zone));

/** From today on the schedule says what is offered; what is over stays as it was recorded. */
export function planOf(doctor: RecordedDoctor, nowMs: number, look: DayRange): RecordingPlan {
  const { span } = doctor;
  const wanted = wantedSpan(doctor, nowMs);
  if (!span || !wanted) return wanted ? { span: wanted, ranges: [wanted] } : { span: null, ranges: [] };
  const today = todayOf(doctor, nowMs);
  const ranges = [
    { fromDay: wanted.fromDay, toDay: span.fromDay - 1 },
    overlapOf(look, { fromDay: Math.max(today, span.fromDay), toDay: span.toDay }),
    { fromDay: span.toDay + 1, toDay: wanted.toDay },
  ];
  return { span: coverOf(wanted, span), ranges: ranges.filter((range) => daysIn(range) > 0) };
}

/** How many days that is. */
export const plannedDays = (doctor: RecordedDoctor, nowMs: number, look: DayRange): number =>
  planOf(doctor, nowMs, look).ranges.reduce((days, range) => days + daysIn(range), 0);

/** Whether there are days that should have been recorded and were not. */
export const isIncomplete = (doctor: RecordedDoctor, nowMs: number): boolean => {
  const { span } = doctor;
  const wanted = wantedSpan(doctor, nowMs);
  return wanted !== null && (!span || wanted.fromDay < span.fromDay || wanted.toDay > span.toDay);
};

/**
 * From the first appointment, or today, to the horizon. Who has not offered anything yet is not recorded: an imported
 * doctor gets her hours later, and her past is then filled with them.
 */
function wantedSpan(doctor: RecordedDoctor, nowMs: number): DayRange | null {
  const { firstVisitAtMs, head, isActive, hasHours, span } = doctor;
  if (!span && !(isActive && hasHours)) return null;
  const today = todayOf(doctor, nowMs);
  const firstVisitDay = firstVisitAtMs === null ? today : dayOfDate(localDateOn(firstVisitAtMs, head.zone));
  return { fromDay: Math.min(today, firstVisitDay), toDay: today + horizonDays };
}

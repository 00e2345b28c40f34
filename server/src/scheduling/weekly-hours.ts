import { dayOfDate, isoWeekdayOfDay } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';

/** Minutes of the local wall clock, end exclusive, multiples of 5; 1440 is midnight at the end of the day. */
export interface LocalWindow {
  startMinute: number;
  endMinute: number;
}

/** Hours worked every week on one weekday (ISO: Monday is 1), from and to a local date, both included. */
export interface WeeklyHours extends LocalWindow {
  weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  validFromOn?: DateOn | null;
  validToOn?: DateOn | null;
}

/** The hours of one local date. They replace the weekly hours and open a holiday; no window means closed. */
export interface DateOverride {
  dateOn: DateOn;
  windows: LocalWindow[];
}

/** Absence in real time. A tick it touches is not worked. */
export interface TimeOff {
  startsAtMs: number;
  endsAtMs: number;
}

/** All that decides when a doctor works. Treated as immutable: a change is a new object. */
export interface DoctorSchedule {
  zone: string;
  visitMinutes: number;
  weekly: WeeklyHours[];
  overrides: DateOverride[];
  /** Local dates that are closed unless an override opens them. */
  holidays: DateOn[];
  timeOff: TimeOff[];
}

/** The windows worked on a local date (days since 1970-01-01), sorted, none touching the next. */
export type HoursOfDay = (day: number) => readonly LocalWindow[];

interface DatedWindow extends LocalWindow {
  fromDay: number;
  toDay: number;
}

const CLOSED: readonly LocalWindow[] = [];

/** Reads a schedule once, so that asking for a date costs next to nothing. */
export function hoursOfDay(schedule: Pick<DoctorSchedule, 'weekly' | 'overrides' | 'holidays'>): HoursOfDay {
  const overrides = new Map<number, LocalWindow[]>();
  for (const { dateOn, windows } of schedule.overrides) {
    const day = dayOfDate(dateOn);
    overrides.set(day, mergeWindows([...(overrides.get(day) ?? []), ...windows]));
  }
  const holidays = new Set(schedule.holidays.map(dayOfDate));
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    hoursOfWeekday(schedule.weekly.filter((hours) => hours.weekday === weekday)),
  );

  return (day) => {
    const override = overrides.get(day);
    if (override !== undefined) return override;
    if (holidays.has(day)) return CLOSED;
    return weekdays[isoWeekdayOfDay(day) - 1]?.(day) ?? CLOSED;
  };
}

function hoursOfWeekday(weekly: WeeklyHours[]): HoursOfDay {
  const dated: DatedWindow[] = weekly.map(({ startMinute, endMinute, validFromOn, validToOn }) => ({
    startMinute,
    endMinute,
    fromDay: validFromOn ? dayOfDate(validFromOn) : Number.NEGATIVE_INFINITY,
    toDay: validToOn ? dayOfDate(validToOn) : Number.POSITIVE_INFINITY,
  }));
  const isAlwaysValid = weekly.every((hours) => !hours.validFromOn && !hours.validToOn);
  if (isAlwaysValid) {
    const windows = mergeWindows(dated);
    return () => windows;
  }
  return (day) => mergeWindows(dated.filter((window) => window.fromDay <= day && day <= window.toDay));
}

function mergeWindows(windows: readonly LocalWindow[]): LocalWindow[] {
  const merged: LocalWindow[] = [];
  for (const { startMinute, endMinute } of windows.toSorted((a, b) => a.startMinute - b.startMinute)) {
    if (startMinute >= endMinute) continue;
    const last = merged.at(-1);
    if (last !== undefined && startMinute <= last.endMinute)
      last.endMinute = Math.max(last.endMinute, endMinute);
    else merged.push({ startMinute, endMinute });
  }
  return merged;
}

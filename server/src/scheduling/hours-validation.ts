import type { FieldError } from '../lib/errors.js';
import { isCalendarDate } from '../lib/time.js';
import { TICK_MINUTES } from './ticks.js';
import type { DateOverride, LocalWindow, WeeklyHours } from './weekly-hours.js';

const MINUTES_PER_DAY = 1_440;
const MAX_WEEKLY_HOURS = 200;
const MAX_OVERRIDES = 1_000;
const MAX_WINDOWS_PER_DATE = 48;

/**
 * What is wrong with weekly hours; empty when nothing is. Windows of one weekday must not overlap while both are
 * valid; they may touch. `field` is the dotted path of the list. No message repeats a value.
 */
export function validateWeeklyHours(weekly: readonly WeeklyHours[], field: string): FieldError[] {
  if (weekly.length > MAX_WEEKLY_HOURS) return [tooMany(field, MAX_WEEKLY_HOURS)];
  const problems = weekly.flatMap((hours, index) => [
    ...validateWindow(hours, `${field}.${index}`),
    ...validateWeekday(hours, `${field}.${index}`),
    ...validateValidity(hours, `${field}.${index}`),
  ]);
  if (problems.length > 0) return problems;
  return weekly.flatMap((hours, index) =>
    weekly.slice(0, index).some((earlier) => isOnSameDays(earlier, hours) && isOverlapping(earlier, hours))
      ? [{ field: `${field}.${index}`, message: 'Must not overlap other hours of the same weekday.' }]
      : [],
  );
}

/** What is wrong with date overrides; empty when nothing is. A date stands once, and its windows must not overlap. */
export function validateOverrides(overrides: readonly DateOverride[], field: string): FieldError[] {
  if (overrides.length > MAX_OVERRIDES) return [tooMany(field, MAX_OVERRIDES)];
  const seenDates = new Set<string>();
  return overrides.flatMap(({ dateOn, windows }, index) => {
    const problems = validateWindows(windows, `${field}.${index}.windows`);
    if (!isCalendarDate(dateOn)) problems.push(notADate(`${field}.${index}.dateOn`));
    if (seenDates.has(dateOn)) {
      problems.push({ field: `${field}.${index}.dateOn`, message: 'Each date may be given once.' });
    }
    seenDates.add(dateOn);
    return problems;
  });
}

function validateWindows(windows: readonly LocalWindow[], field: string): FieldError[] {
  if (windows.length > MAX_WINDOWS_PER_DATE) return [tooMany(field, MAX_WINDOWS_PER_DATE)];
  const problems = windows.flatMap((window, index) => validateWindow(window, `${field}.${index}`));
  if (problems.length > 0) return problems;
  return windows.flatMap((window, index) =>
    windows.slice(0, index).some((earlier) => isOverlapping(earlier, window))
      ? [{ field: `${field}.${index}`, message: 'Must not overlap other windows of the same date.' }]
      : [],
  );
}

function validateWindow({ startMinute, endMinute }: LocalWindow, field: string): FieldError[] {
  const problems: FieldError[] = [];
  if (!isMinute(startMinute)) problems.push(notAMinute(`${field}.startMinute`));
  if (!isMinute(endMinute)) problems.push(notAMinute(`${field}.endMinute`));
  if (problems.length === 0 && startMinute >= endMinute) {
    problems.push({
      field: `${field}.endMinute`,
      message:
        'Must be after the start. Hours over midnight are two windows: until 1440, and from 0 on the next day.',
    });
  }
  return problems;
}

function validateWeekday({ weekday }: WeeklyHours, field: string): FieldError[] {
  const isWeekday = Number.isInteger(weekday) && weekday >= 1 && weekday <= 7;
  return isWeekday ? [] : [{ field: `${field}.weekday`, message: 'Must be 1 (Monday) to 7 (Sunday).' }];
}

function validateValidity({ validFromOn, validToOn }: WeeklyHours, field: string): FieldError[] {
  const problems: FieldError[] = [];
  if (isGiven(validFromOn) && !isCalendarDate(validFromOn)) problems.push(notADate(`${field}.validFromOn`));
  if (isGiven(validToOn) && !isCalendarDate(validToOn)) problems.push(notADate(`${field}.validToOn`));
  if (problems.length === 0 && isGiven(validFromOn) && isGiven(validToOn) && validFromOn > validToOn) {
    problems.push({ field: `${field}.validToOn`, message: 'Must not be before validFromOn.' });
  }
  return problems;
}

function isOnSameDays(a: WeeklyHours, b: WeeklyHours): boolean {
  const isApart =
    (isGiven(a.validToOn) && isGiven(b.validFromOn) && a.validToOn < b.validFromOn) ||
    (isGiven(b.validToOn) && isGiven(a.validFromOn) && b.validToOn < a.validFromOn);
  return a.weekday === b.weekday && !isApart;
}

function isOverlapping(a: LocalWindow, b: LocalWindow): boolean {
  return a.startMinute < b.endMinute && b.startMinute < a.endMinute;
}

function isMinute(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MINUTES_PER_DAY && value % TICK_MINUTES === 0;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

const notAMinute = (field: string): FieldError => ({
  field,
  message: `Must be minutes after local midnight, 0 to ${MINUTES_PER_DAY}, a multiple of ${TICK_MINUTES}.`,
});

const notADate = (field: string): FieldError => ({ field, message: 'Must be a calendar date, YYYY-MM-DD.' });

const tooMany = (field: string, most: number): FieldError => ({ field, message: `At most ${most} entries.` });

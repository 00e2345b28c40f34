import type { DateOn, Instant } from './wire.js';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** MySQL's DATETIME holds the years 1000 to 9999; what lies outside is no instant here. */
const EARLIEST_MS = Date.parse('1000-01-01T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Milliseconds since the epoch, or null when the text is no instant: without `Z` or offset, a day the calendar
 * does not have (`Date` would take 30 February for 2 March), a leap second, or beyond the years 1000 to 9999.
 * Digits finer than a millisecond are cut off.
 */
export function parseInstant(text: string): number | null {
  const parts = INSTANT.exec(text);
  if (parts === null) return null;
  const [, dateOn = '', hour = '', minute = '', second = '00', fraction = '', zone = 'Z'] = parts;
  if (!isCalendarDate(dateOn)) return null;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const atMs = Date.parse(`${dateOn}T${hour}:${minute}:${second}.${milliseconds}${zone.toUpperCase()}`);
  return atMs >= EARLIEST_MS && atMs <= LATEST_MS ? atMs : null;
}

const twoDigits = Array.from({ length: 60 }, (_none, value) => String(value).padStart(2, '0'));
const threeDigits = Array.from({ length: 1_000 }, (_none, value) => String(value).padStart(3, '0'));
const knownAtMost = 10_000;
const dates = new Map<number, DateOn>();
const marks = new Map<number, Instant>();
const markMs = 5 * MINUTE_MS;

/**
 * What `toISOString` says, at a fraction of its cost: lists of slots and visits are made of little else. Those on
 * five-minute marks come again and again, and are kept.
 * @throws RangeError for what is no time
 */
export function formatInstant(atMs: number): Instant {
  return atMs % markMs === 0 ? remembered(marks, atMs, written) : written(Math.trunc(atMs));
}

function written(atMs: number): Instant {
  const day = Math.floor(atMs / DAY_MS);
  const ofDayMs = atMs - day * DAY_MS;
  const second = Math.floor(ofDayMs / 1_000);
  const minute = Math.floor(second / 60);
  const time = `${twoDigits[Math.floor(minute / 60)]}:${twoDigits[minute % 60]}:${twoDigits[second % 60]}`;
  return `${remembered(dates, day, dateOfDay)}T${time}.${threeDigits[ofDayMs % 1_000]}Z`;
}

/** Forgets all when there are too many: asking how old each is would cost more than making it again. */
function remembered(known: Map<number, string>, key: number, make: (key: number) => string): string {
  let text = known.get(key);
  if (text === undefined) {
    text = make(key);
    if (known.size >= knownAtMost) known.clear();
    known.set(key, text);
  }
  return text;
}

/** True for `YYYY-MM-DD` of a day that the calendar has, years 1000 to 9999. */
export function isCalendarDate(text: string): text is DateOn {
  if (!CALENDAR_DATE.test(text) || text < '1000') return false;
  const midnightMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnightMs) && dateOfDay(midnightMs / DAY_MS) === text;
}

/** True for a date of the calendar that the API can tell: `DateOn` has the years 1900 to 2199. */
export const isDateOn = (text: string): text is DateOn =>
  isCalendarDate(text) && text >= '1900-01-01' && text <= '2199-12-31';

/** Days since 1970-01-01: dates as integers that can be compared and counted. The date must be a valid one. */
export function dayOfDate(dateOn: DateOn): number {
  return Date.parse(`${dateOn}T00:00:00Z`) / DAY_MS;
}

export function dateOfDay(day: number): DateOn {
  return new Date(day * DAY_MS).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

export function addDays(dateOn: DateOn, days: number): DateOn {
  return dateOfDay(dayOfDate(dateOn) + days);
}

/** ISO weekday of a day number: Monday is 1, Sunday 7. */
export function isoWeekdayOfDay(day: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sinceMonday = (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

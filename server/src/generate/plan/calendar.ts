import { DAY_MS, dateOfDay, isoWeekdayOfDay } from '../../lib/time.js';
import { zonedStart } from '../../lib/zone.js';
import { TICK_MINUTES, TICK_MS } from '../../scheduling/ticks.js';

/** Closed days of the whole clinic: month and day. */
const holidays: Readonly<Record<string, string>> = {
  '01-01': "New Year's Day",
  '05-01': 'Labour Day',
  '12-25': 'Christmas Day',
  '12-26': 'Boxing Day',
};

/** The name of a closed day, `null` for any other. */
export const holidayOf = (day: number): string | null => holidays[dateOfDay(day).slice(5)] ?? null;

/** Monday first. */
const weekdayLoad = [1.18, 1.06, 0.96, 1.02, 0.88, 0.55, 0];

/** How much is asked for on this weekday, against the others. */
export const loadOfWeekday = (day: number): number => weekdayLoad[isoWeekdayOfDay(day) - 1] ?? 0;

/** 1 in the middle of January, −1 in the middle of July. */
export const winterOf = (day: number): number => Math.cos((2 * Math.PI * (dayOfYear(day) - 15)) / 365.25);

const dayOfYear = (day: number): number => {
  const date = new Date(day * DAY_MS);
  return day - Date.UTC(date.getUTCFullYear(), 0, 1) / DAY_MS;
};

const midday = 12 * 60;

/**
 * The tick at which the local day would have begun if it had the offset of its noon: clocks are changed at night, so
 * that `tickOfDay(…) + minute / 5` is right for every minute of the working day.
 */
export const tickOfDay = (day: number, zone: string): number =>
  zonedStart(dateOfDay(day), midday, zone) / TICK_MS - midday / TICK_MINUTES;

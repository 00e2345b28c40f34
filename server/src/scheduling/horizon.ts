import { invalid } from '../lib/errors.js';
import { DAY_MS, dateOfDay } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';

/** Nobody books further ahead: a visit in ten years is a slip of the hand. */
export const maxHorizonDays = 1_826;
/** Holidays and absences are known earlier, but no century ahead. */
const maxScheduleDays = 3_653;

/** @throws AppError `validation_failed` for a date of the schedule that lies too far ahead */
export function requireForeseeable(dateOn: DateOn, field: string): void {
  const lastOn = dateOfDay(Math.floor(Date.now() / DAY_MS) + maxScheduleDays);
  if (dateOn > lastOn) throw invalid(field, 'must lie at most ten years ahead', 'in_the_future');
}

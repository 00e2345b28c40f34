import { invalid } from './errors.js';
import { requirePossible } from './life-dates.js';
import { isCalendarDate } from './time.js';
import type { DateOn } from './wire.js';

/** @throws AppError `validation_failed` for a day that the calendar does not have, or that has begun nowhere yet */
export function requireBirthDate(birthOn: DateOn): void {
  if (!isCalendarDate(birthOn)) throw invalid('body.birthOn', 'must be a date that the calendar has');
  const fields = { from: 'body.birthOn', to: 'body.birthOn' };
  requirePossible(fields, { from: birthOn }, { bornOn: null }, new Date());
}

/**
 * A name as it is stored: composed (NFC), without blanks around it. The few signs that composing makes longer stay as
 * they came, so that what passed the length check fits its column.
 */
export function tidyName(name: string): string {
  const composed = name.normalize('NFC');
  return (composed.length > name.length ? name : composed).trim();
}

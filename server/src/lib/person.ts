import { invalid } from './errors.js';
import { requirePossible } from './life-dates.js';
import { lengthOf } from './text.js';
import { isCalendarDate } from './time.js';
import type { DateOn } from './wire.js';

/** Who has one name only has it as family name, and an empty given name (docs/decisions/people-of-one-name.md). */
export interface PersonName {
  givenName: string;
  familyName: string;
}

/** Given and family name in one text, without a blank where one of them is empty. */
export const fullName = ({ givenName, familyName }: PersonName): string =>
  [givenName, familyName].filter((name) => name !== '').join(' ');

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
  return (lengthOf(composed) > lengthOf(name) ? name : composed).trim();
}

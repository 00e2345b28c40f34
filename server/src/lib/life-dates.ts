import { invalid } from './errors.js';
import { addDays, MINUTE_MS } from './time.js';
import type { DateOn } from './wire.js';

/** What is impossible about a date. Stable: field errors and import reports carry it. */
export type DateFault = 'before_birth' | 'after_death' | 'in_the_future' | 'ends_before_start';

/** The days between which somebody lived; `null` where nobody knows, or has not died. */
export interface Life {
  bornOn: DateOn | null;
  diedOn?: DateOn | null;
}

/** Something that happened: a day of the calendar (`2026-03-05`) or an instant. */
export interface Span {
  from: DateOn | Date | null;
  to?: DateOn | Date | null;
  /** Such as a visit that is booked: it may be still to come. */
  isPlanned?: boolean;
}

/** Which end of a span cannot be, and why. */
export interface ImpossibleDate {
  end: 'from' | 'to';
  fault: DateFault;
}

/** A day is one where the person was, an instant is the world's: the two may be a day apart. */
const zoneDays = 1;
/** Clocks of measuring devices run ahead a little. */
const clockAheadMs = 5 * MINUTE_MS;

/**
 * The one rule of what cannot have happened: before its person was born, after their death, in the future, or with an
 * end before its start. A day's difference counts as one of zones.
 * @returns null when it can be true
 */
export function impossibleDate(span: Span, life: Life, now: Date): ImpossibleDate | null {
  const { from, to = null } = span;
  for (const [end, at] of [['from', from] as const, ['to', to] as const]) {
    const fault = at === null ? null : faultOf(at, life, span.isPlanned === true ? null : now);
    if (fault !== null) return { end, fault };
  }
  return from !== null && to !== null && isBefore(to, from)
    ? { end: 'to', fault: 'ends_before_start' }
    : null;
}

/** In words, as field errors have it. */
export const dateFaultWords: Readonly<Record<DateFault, string>> = {
  before_birth: 'must not be before the patient was born',
  after_death: 'must not be after the patient died',
  in_the_future: 'must not be in the future',
  ends_before_start: 'must not end before it begins',
};

/**
 * @param fields which field each end of the span came in
 * @throws AppError `validation_failed`, its field error with a `DateFault` as `code`
 */
export function requirePossible(
  fields: Readonly<Record<'from' | 'to', string>>,
  span: Span,
  life: Life,
  now: Date,
): void {
  const found = impossibleDate(span, life, now);
  if (found) throw invalid(fields[found.end], dateFaultWords[found.fault], found.fault);
}

function faultOf(at: DateOn | Date, { bornOn, diedOn = null }: Life, now: Date | null): DateFault | null {
  const day = dayOf(at);
  if (bornOn !== null && day < addDays(bornOn, -zoneDays)) return 'before_birth';
  if (diedOn !== null && day > addDays(diedOn, zoneDays)) return 'after_death';
  return now !== null && isAfterNow(at, now) ? 'in_the_future' : null;
}

const isAfterNow = (at: DateOn | Date, now: Date): boolean =>
  typeof at === 'string' ? at > addDays(dayOf(now), zoneDays) : at.getTime() > now.getTime() + clockAheadMs;

const isBefore = (to: DateOn | Date, from: DateOn | Date): boolean => {
  if (typeof to === 'string' && typeof from === 'string') return to < from;
  if (typeof to !== 'string' && typeof from !== 'string') return to < from;
  return dayOf(to) < addDays(dayOf(from), -zoneDays);
};

const dayOf = (at: DateOn | Date): DateOn => (typeof at === 'string' ? at : at.toISOString().slice(0, 10));

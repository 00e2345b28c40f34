import type { DateFault } from '../../lib/life-dates.js';
import { isCalendarDate, isDateOn, parseInstant } from '../../lib/time.js';
import type { CsvRow } from '../csv-rows.js';
import { SkippedRow } from '../import-run.js';
import type { Tally } from '../tally.js';

/** What the clinic remembers of a row is a little longer than its id. */
const maxIdLength = 110;

/** The text of a column, in one line. @throws SkippedRow when it is blank */
export function requireText(row: CsvRow, column: string): string {
  const text = singleSpaced(row(column));
  if (text === '') throw new SkippedRow(`has no ${column}`);
  return text;
}

/** The row's own id. @throws SkippedRow when it is blank, or longer than any of Synthea's */
export function requireId(row: CsvRow): string {
  const id = requireText(row, 'ID');
  if (id.length > maxIdLength) throw new SkippedRow('has no usable Id');
  return id;
}

/** The row's own id. @throws SkippedRow when it is unusable, or came before in this file */
export function requireNewId(row: CsvRow, tally: Tally): string {
  const id = requireId(row);
  if (!tally.see(id)) throw new SkippedRow('has an Id that came before');
  return id;
}

/**
 * The instant of a column, however the file has it: with `Z` or an offset, without either (then UTC), as a date alone
 * (then noon UTC), or as seconds or milliseconds since 1970. Anything but the first is told as a guess.
 * @throws SkippedRow unless it is one of these
 */
export function requireInstant(row: CsvRow, column: string, tally: Pick<Tally, 'guess'>): Date {
  const text = requireText(row, column);
  const atMs = parseInstant(text);
  if (atMs !== null) return new Date(atMs);
  for (const { pattern, rewritten, guess } of otherInstants) {
    if (!pattern.test(text)) continue;
    const guessedMs = parseInstant(rewritten(text));
    if (guessedMs === null) break;
    tally.guess(`${column} ${guess}`, row.line);
    return new Date(guessedMs);
  }
  throw new SkippedRow(`has no usable ${column}`);
}

const otherInstants: readonly { pattern: RegExp; rewritten: (text: string) => string; guess: string }[] = [
  {
    pattern: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/,
    rewritten: (text) => `${text.replace(' ', 'T')}Z`,
    guess: 'has no time zone: read as UTC',
  },
  {
    pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/,
    rewritten: (text) => text.replace(' ', 'T').replace(/ ?([+-]\d{2}):?(\d{2})$/, '$1:$2'),
    guess: 'has a blank for the T of ISO 8601',
  },
  {
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    rewritten: (text) => `${text}T12:00:00Z`,
    guess: 'has no time of day: read as noon UTC',
  },
  {
    pattern: /^\d{9,10}$/,
    rewritten: (text) => new Date(Number(text) * 1_000).toISOString(),
    guess: 'is a number: read as seconds since 1970',
  },
  {
    pattern: /^\d{12,13}$/,
    rewritten: (text) => new Date(Number(text)).toISOString(),
    guess: 'is a number: read as milliseconds since 1970',
  },
];

/** The date of a column that holds a date or an instant. @throws SkippedRow unless it is one that the API can tell */
export function requireDate(row: CsvRow, column: string): string {
  const dateOn = requireText(row, column).slice(0, 'YYYY-MM-DD'.length);
  if (!isCalendarDate(dateOn)) throw new SkippedRow(`has no usable ${column}`);
  if (!isDateOn(dateOn)) throw new SkippedRow(`has a ${column} outside of the years 1900 to 2199`);
  return dateOn;
}

/** @throws SkippedRow when it has more characters than the clinic keeps: a name cut off is another name */
export function requireShort(text: string, column: string, maxLength: number): string {
  if (text.length > maxLength) throw new SkippedRow(`has a ${column} of more than ${maxLength} characters`);
  return text;
}

/** A text that may be cut off, and where it comes from: cutting is told as a guess. */
export interface Cuttable {
  row: Pick<CsvRow, 'line'>;
  column: string;
  tally: Pick<Tally, 'guess'>;
}

export function shortened(text: string, maxLength: number, { row, column, tally }: Cuttable): string {
  if (text.length > maxLength) tally.guess(`${column} is cut to ${maxLength} characters`, row.line);
  return cut(text, maxLength);
}

/** At most so many characters, never half of one. */
export const cut = (text: string, atMost: number): string =>
  text.length <= atMost
    ? text
    : text
        .slice(0, atMost - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')
        .concat('…');

/** `null` for a blank. */
export const maybeText = (text: string): string | null => (text === '' ? null : text);

/** One blank where the file has several, or a line break: Synthea writes two for the commas it takes out. */
export const singleSpaced = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

export const joined = (parts: readonly string[], separator: string): string =>
  parts
    .map(singleSpaced)
    .filter((part) => part !== '')
    .join(separator);

/** What a row does wrong whose dates cannot be. */
export const faultOfRow: Readonly<Record<DateFault, string>> = {
  before_birth: 'is of a time before its patient was born',
  after_death: 'is of a time after its patient died',
  in_the_future: 'is of a time still to come',
  ends_before_start: 'ends before it begins',
};

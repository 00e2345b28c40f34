import { isCalendarDate, parseInstant } from '../../lib/time.js';
import type { CsvRow } from '../csv-rows.js';
import { SkippedRow } from '../import-run.js';
import type { Tally } from '../tally.js';

const longestExternalId = 128;

/** The text of a column. @throws SkippedRow when it is blank */
export function requireText(row: CsvRow, column: string): string {
  const text = row(column);
  if (text === '') throw new SkippedRow(`has no ${column}`);
  return text;
}

/** The row's own id. @throws SkippedRow when it is blank, longer than any of Synthea's, or came before in this file */
export function requireNewId(row: CsvRow, tally: Tally): string {
  const id = requireText(row, 'Id');
  if (id.length > longestExternalId) throw new SkippedRow('has no usable Id');
  if (!tally.see(id)) throw new SkippedRow('has an Id that came before');
  return id;
}

/** @throws SkippedRow unless it is an instant with `Z` or an offset */
export function requireInstant(row: CsvRow, column: string): Date {
  const atMs = parseInstant(requireText(row, column));
  if (atMs === null) throw new SkippedRow(`has no usable ${column}`);
  return new Date(atMs);
}

/** The date of a column that holds a date or an instant. @throws SkippedRow unless it is one of the calendar */
export function requireDate(row: CsvRow, column: string): string {
  const dateOn = requireText(row, column).slice(0, 'YYYY-MM-DD'.length);
  if (!isCalendarDate(dateOn)) throw new SkippedRow(`has no usable ${column}`);
  return dateOn;
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

/** One blank where the file has several: Synthea writes two for the commas it takes out. */
export const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const joined = (parts: readonly string[], separator: string): string =>
  parts
    .map(singleSpaced)
    .filter((part) => part !== '')
    .join(separator);

import { randomInt } from 'node:crypto';
import { invalid } from '../lib/errors.js';
import { asciiDigits } from './name-letters.js';

const digits = 8;

/** A random medical record number: `MW`, eight digits, and their Luhn check digit (ISO/IEC 7812-1, annex B). */
export function newMrn(): string {
  return mrnOf(randomInt(10 ** digits));
}

/** The medical record number with this body, a whole number of at most eight digits. */
export function mrnOf(body: number): string {
  const text = String(body).padStart(digits, '0');
  return `MW${text}${luhnDigit(text)}`;
}

/** True for a number whose check digit fits: a mistyped digit or two swapped neighbours are no MRN. */
export function isMrn(text: string): boolean {
  const [, body, check] = /^MW(\d{8})(\d)$/.exec(text) ?? [];
  return body !== undefined && check === luhnDigit(body);
}

/**
 * A medical record number as people write it, in the form in which it is kept: with blanks, dashes or full stops, in
 * lower case, in full-width letters, in digits of another script, with `MRN` before it or without its `MW`.
 * @returns null for what has another shape; the check digit is not looked at
 */
export function mrnFrom(text: string): string | null {
  const written = asciiDigits(text.normalize('NFKC')).toUpperCase();
  const signs = written.replace(/[\s\p{Cf}\p{Pd}._/:#−]/gu, '').replace(/^MRN/, '');
  const [, numbers] = /^(?:MW)?(\d{9})$/.exec(signs) ?? [];
  return numbers === undefined ? null : `MW${numbers}`;
}

/** The number that a query's `mrn` means. @throws AppError `validation_failed` for what is none, however written */
export function requireMrn(text: string): string {
  const mrn = mrnFrom(text);
  if (mrn === null) throw invalid('query.mrn', 'must be MW and nine digits; blanks and dashes do not matter');
  return mrn;
}

function luhnDigit(body: string): string {
  let sum = 0;
  for (const [index, digit] of [...body].reverse().entries()) {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return String((10 - (sum % 10)) % 10);
}

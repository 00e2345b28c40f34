import { isUtf8 } from 'node:buffer';
import { type AppError, invalid, malformed, unreadable } from '../lib/errors.js';
import { notUtf8 } from './encoding.js';

/** Nothing of the API is a tenth as deep; who walks a value calls itself once a level, and the stack ends. */
const deepestLevels = 100;
const byteOrderMark = '\ufeff';
/** Shorter whole numbers are exact as JavaScript's. */
const exactDigits = 15;
const longestNumber = 400;

/**
 * What a body says, or a refusal: nothing of it is replaced, rounded or dropped on the way in. A byte order mark counts
 * as no part of it (RFC 8259, 8.1).
 * @throws AppError `wrong_encoding`; `malformed_request` for what is no JSON, is neither an object nor a list, is nested too
 *   deep, or names a field twice; `validation_failed` for a whole number that would be rounded
 */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw notUtf8('body', bytes);
  const { fields, isTooDeep } = scanned(bytes);
  if (isTooDeep) throw unreadable();
  const value = parsed(bytes);
  if (typeof value !== 'object' || value === null) throw unreadable();
  if (countFields(value) !== fields) throw fieldTwice();
  return value;
}

function parsed(bytes: Buffer): unknown {
  const text = bytes.toString();
  try {
    return JSON.parse(text.startsWith(byteOrderMark) ? text.slice(1) : text);
  } catch (error) {
    throw unreadable(error);
  }
}

/** JSON's parsers disagree about which of the two counts; what a gateway has checked may be the other. */
const fieldTwice = (): AppError => malformed('body', 'must not name a field twice', 'field_twice');

interface Scanned {
  /** How many fields its objects have together, as written. */
  fields: number;
  isTooDeep: boolean;
}

/** Looks at what stands outside texts, which in UTF-8 is single bytes. */
function scanned(bytes: Buffer): Scanned {
  let [fields, levels] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const sign = bytes[at] ?? 0;
    if (sign === signs.quote) at = endOfText(bytes, at);
    else if (sign === signs.colon) fields++;
    else if (sign === signs.brace || sign === signs.bracket) levels++;
    else if (sign === signs.braceEnd || sign === signs.bracketEnd) levels--;
    else if (isDigit(sign)) at = endOfNumber(bytes, at);
    if (levels > deepestLevels) return { fields, isTooDeep: true };
  }
  return { fields, isTooDeep: false };
}

/** Where the text ends that begins here: at the next quote that is not escaped. */
function endOfText(bytes: Buffer, start: number): number {
  for (let from = start + 1; ; ) {
    const quote = bytes.indexOf(signs.quote, from);
    if (quote < 0) return bytes.length;
    let escapes = 0;
    while (bytes[quote - 1 - escapes] === signs.backslash) escapes++;
    if (escapes % 2 === 0) return quote;
    from = quote + 1;
  }
}

/** @throws AppError `validation_failed` when it is a whole number that JavaScript's cannot hold */
function endOfNumber(bytes: Buffer, start: number): number {
  let [end, isWhole] = [start, true];
  for (; numberSigns.has(bytes[end] ?? 0); end++) isWhole &&= isDigit(bytes[end] ?? 0);
  if (isWhole && end - start > exactDigits && !isExact(bytes.toString('latin1', start, end)))
    throw invalid(
      'body',
      'must hold whole numbers that are exact as 64-bit floating point; longer ones go as text',
      'number_not_exact',
    );
  return end - 1;
}

function isExact(digits: string): boolean {
  const value = Number(digits);
  return digits.length <= longestNumber && Number.isFinite(value) && BigInt(digits) === BigInt(value);
}

function countFields(value: object): number {
  let fields = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const member of Object.values(value))
    if (typeof member === 'object' && member !== null) fields += countFields(member);
  return fields;
}

const isDigit = (sign: number): boolean => sign >= 0x30 && sign <= 0x39;
const numberSigns = new Set([...'0123456789.eE+-'].map((sign) => sign.charCodeAt(0)));
const signs = {
  quote: 0x22,
  backslash: 0x5c,
  colon: 0x3a,
  bracket: 0x5b,
  bracketEnd: 0x5d,
  brace: 0x7b,
  braceEnd: 0x7d,
};

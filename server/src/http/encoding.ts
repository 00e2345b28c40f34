import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../lib/errors.js';

const highEscapes = /(?:%[89a-f][0-9a-f])+/gi;

/**
 * Refuses a path or a query whose bytes are not UTF-8: the parsers after it would put U+FFFD in their place, and look
 * for a name that nobody has.
 */
export function requireUtf8Target({ url }: Request, _response: Response, next: NextFunction): void {
  const queryAt = url.indexOf('?');
  const path = queryAt < 0 ? url : url.slice(0, queryAt);
  if (!isUtf8Text(path)) next(notUtf8('path'));
  else if (queryAt >= 0 && !isUtf8Text(url.slice(queryAt))) next(notUtf8('query'));
  else next();
}

/** A byte beyond ASCII has to be escaped (RFC 3986, 2.1); Node reads one that is not as Latin-1. */
function isUtf8Text(text: string): boolean {
  const escapes = text.match(highEscapes) ?? [];
  return isAscii(text) && escapes.every((each) => isUtf8(Buffer.from(each.replaceAll('%', ''), 'hex')));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** @param bytes what was sent, to say where it stops being UTF-8 */
export function notUtf8(field: 'body' | 'path' | 'query', bytes?: Buffer): AppError {
  const place = bytes === undefined ? '' : `: byte ${firstWrongByte(bytes)} begins no character of it`;
  const errors = [{ field, message: `must be UTF-8${place}`, code: 'wrong_encoding' }];
  return new AppError('wrong_encoding', { errors });
}

/** Counted from 0. The longest beginning that is right is found by halving. */
function firstWrongByte(bytes: Buffer): number {
  let [right, wrong] = [0, bytes.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (isBeginningUtf8(bytes.subarray(0, middle))) right = middle;
    else wrong = middle;
  }
  return startOfCharacter(bytes, right);
}

/** A character may be cut off at its end. */
function isBeginningUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Where the bytes up to here stop being whole characters. */
function startOfCharacter(bytes: Buffer, end: number): number {
  for (let start = end; start > end - 4 && start >= 0; start--)
    if (isUtf8(bytes.subarray(0, start))) return start;
  return end;
}

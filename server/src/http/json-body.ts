import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { AppError, unreadable } from '../lib/errors.js';
import type { TracedRequest } from './request.js';

const limit = '256kb';
/** Nothing of the API is a tenth as deep; who walks a value calls itself once a level, and the stack ends. */
const deepestLevels = 100;
const charsetIn = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

/** Reads the body of a request, which is UTF-8 JSON or nothing. */
export function jsonBody(): RequestHandler[] {
  const read = express.json({ limit, strict: true, inflate: false, verify: keepBytes });
  return [refuseFragment, requireJson, read];
}

/** No client sends one (RFC 9112, 3.2), and a gateway may take what precedes it for another path than Express does. */
function refuseFragment(request: Request, _response: Response, next: NextFunction): void {
  next(request.url.includes('#') ? unreadable() : undefined);
}

/** A body of another type would silently count as missing; one in UTF-7 or UTF-16 would be read as something else. */
function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  const charset = charsetIn.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!hasBody || (request.is('application/json') && charset.toLowerCase() === 'utf-8')) next();
  else
    next(new AppError('unsupported_media', 'unsupported_media_type', 'Send the body as application/json.'));
}

function keepBytes(request: IncomingMessage, _response: ServerResponse, bytes: Buffer): void {
  if (bytes.length > 2 * deepestLevels && isTooDeep(bytes)) throw unreadable();
  (request as TracedRequest).bodyBytes = bytes;
}

/** Counts brackets outside texts, which in UTF-8 are single bytes. */
function isTooDeep(bytes: Buffer): boolean {
  let levels = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const sign = bytes[at];
    if (sign === signs.quote) isText = !isText;
    else if (isText && sign === signs.backslash) at++;
    else if (isText) continue;
    else if (sign === signs.brace || sign === signs.bracket) levels++;
    else if (sign === signs.braceEnd || sign === signs.bracketEnd) levels--;
    if (levels > deepestLevels) return true;
  }
  return false;
}

const signs = { quote: 0x22, backslash: 0x5c, bracket: 0x5b, bracketEnd: 0x5d, brace: 0x7b, braceEnd: 0x7d };

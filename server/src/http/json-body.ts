import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { AppError, unreadable } from '../lib/errors.js';
import { requireUtf8Target } from './encoding.js';
import { parseJson } from './parse-json.js';
import type { TracedRequest } from './request.js';

/** 100,000 characters of a note, each escaped as six bytes, as many programs write them, and room for the rest. */
const limit = '640kb';
const charsetIn = /;\s*charset\s*=\s*"?([^\s;"]*)/i;
const utf8Names = new Set(['utf-8', 'utf8']);

/** Reads the body of a request, which is UTF-8 JSON or nothing. */
export function jsonBody(): RequestHandler[] {
  const read = express.raw({ limit, type: () => true, inflate: false });
  return [refuseFragment, requireUtf8Target, requireJson, read, parseBody];
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
  if (!hasBody || (request.is('application/json') && utf8Names.has(charset.toLowerCase()))) next();
  else
    next(
      new AppError(
        'unsupported_media',
        'unsupported_media_type',
        'Send the body as application/json in UTF-8, not compressed.',
      ),
    );
}

/** One that was announced and is empty counts as none. */
function parseBody(request: Request, _response: Response, next: NextFunction): void {
  if (Buffer.isBuffer(request.body)) {
    const bytes: Buffer = request.body;
    (request as TracedRequest).bodyBytes = bytes;
    request.body = bytes.length === 0 ? {} : parseJson(bytes);
  }
  next();
}

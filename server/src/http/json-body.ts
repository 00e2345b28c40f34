import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppError, unreadable } from '../lib/errors.js';
import { requireUtf8Target } from './encoding.js';
import { parseJson } from './parse-json.js';
import type { TracedRequest } from './request.js';

const charsetIn = /;\s*charset\s*=\s*"?([^\s;"]*)/i;
const utf8Names = new Set(['utf-8', 'utf8']);

/** Understands the body of a request, which was read before and is UTF-8 JSON or nothing. */
export function jsonBody(): RequestHandler[] {
  return [refuseFragment, requireUtf8Target, requireJson, refuseCompressed, parseBody];
}

/** No client sends one (RFC 9112, 3.2), and a gateway may take what precedes it for another path than Express does. */
function refuseFragment(request: Request, _response: Response, next: NextFunction): void {
  next(request.url.includes('#') ? unreadable() : undefined);
}

/** A body of another type would silently count as missing; one in UTF-7 or UTF-16 would be read as something else. */
function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const charset = charsetIn.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  const isJson = request.is('application/json') && utf8Names.has(charset.toLowerCase());
  next(hasBody(request) && !isJson ? unsupported() : undefined);
}

function refuseCompressed(request: Request, _response: Response, next: NextFunction): void {
  const coding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  next(hasBody(request) && coding !== 'identity' ? unsupported() : undefined);
}

const hasBody = (request: Request): boolean => (request as TracedRequest).bodyBytes !== undefined;

const unsupported = (): AppError => new AppError('unsupported_media_type');

/** One that was announced and is empty counts as none. */
function parseBody(request: Request, _response: Response, next: NextFunction): void {
  const { bodyBytes } = request as TracedRequest;
  if (bodyBytes !== undefined) request.body = bodyBytes.length === 0 ? {} : parseJson(bodyBytes);
  next();
}

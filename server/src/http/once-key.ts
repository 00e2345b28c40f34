import { createHmac, type KeyObject } from 'node:crypto';
import type { Request } from 'express';
import { canonicalJson, type JsonObject, type JsonValue } from '../documents/canonical-json.js';
import type { Identity, OnceKey } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { TracedRequest } from './request.js';

const keyPattern = /^[\x21-\x7e]{8,128}$/;

/**
 * The request's Idempotency-Key, bound to its path, query, version and body and to the caller's role and place: what a
 * nurse was answered is not answered again when they work at the front desk. Replacing and removing heed one too:
 * repeated after a lost answer they would find a newer version, or nothing, and be refused their own success.
 * @param identity null where nobody is signed in
 * @param besides fields of the body that say nothing of what is wanted
 * @throws AppError `idempotency_key_malformed`
 */
export function onceKeyOf(
  request: Request,
  identity: Identity | null,
  besides: readonly string[] = [],
): OnceKey | null {
  const key = request.get('idempotency-key');
  if (key === undefined || request.method === 'GET' || request.method === 'HEAD') return null;
  if (!keyPattern.test(key)) throw new AppError('idempotency_key_malformed');
  const path = request.baseUrl + request.path;
  return {
    key,
    operation: operationOf(request),
    bodyHash: hashOf(
      request.app.locals.bodyHashKey as KeyObject,
      [rightsOf(identity), path, queryOf(request), request.get('if-match') ?? ''],
      bodyOf(request, besides),
    ),
    isReplayed: false,
  };
}

/** What may be shown depends on it. */
const rightsOf = (identity: Identity | null): string =>
  identity === null
    ? ''
    : `${identity.role} ${identity.patientId} ${identity.doctorId} ${identity.departmentId}`;

const queryOf = (request: Request): string => canonicalJson({ ...request.query } as JsonObject);

/** What the body says, not how it is written: the order of fields, blanks and escapes make no other request. */
function bodyOf(request: Request, besides: readonly string[]): string {
  const { bodyBytes, body } = request as TracedRequest;
  if (bodyBytes === undefined || bodyBytes.length === 0) return '';
  if (besides.length === 0) return canonicalJson(body as JsonValue);
  const said = Object.entries(body as JsonObject).filter(([name]) => !besides.includes(name));
  return canonicalJson(Object.fromEntries(said));
}

/** The route's template, e.g. `POST /api/v1/appointments`: one key may serve different operations. */
const operationOf = (request: Request): string => `${request.method} ${request.route.path}`.slice(0, 64);

/** Keyed, because a body may hold a password: the stored hash alone gives nothing to guess against. */
const hashOf = (key: KeyObject, parts: readonly string[], body: string): Buffer =>
  createHmac('sha256', key).update(parts.join('\0')).update('\0').update(body).digest();

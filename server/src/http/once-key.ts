import { createHmac } from 'node:crypto';
import type { Request } from 'express';
import type { OnceKey } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';

const keyPattern = /^[\x21-\x7e]{8,128}$/;

/**
 * The request's Idempotency-Key, bound to its path and body. Only POST has one; other verbs are repeatable as they are.
 * @throws AppError `idempotency_key_malformed`
 */
export function onceKeyOf(request: Request): OnceKey | null {
  const key = request.get('idempotency-key');
  if (key === undefined || request.method !== 'POST') return null;
  if (!keyPattern.test(key))
    throw new AppError(
      'invalid',
      'idempotency_key_malformed',
      'Idempotency-Key must have 8 to 128 visible ASCII characters, e.g. a UUID.',
    );
  const path = request.baseUrl + request.path;
  return {
    key,
    operation: operationOf(request),
    bodyHash: hashOf(request.app.locals.bodyHashKey as Buffer, path, request.body),
    isReplayed: false,
  };
}

/** The route's template, e.g. `POST /api/v1/appointments`: one key may serve different operations. */
const operationOf = (request: Request): string => `POST ${request.route.path}`.slice(0, 64);

/**
 * Keyed, because a body may hold a password: the stored hash alone gives nothing to guess against. Key order counts
 * as sent: a client that repeats a request repeats its bytes.
 */
const hashOf = (key: Buffer, path: string, body: unknown): Buffer =>
  createHmac('sha256', key)
    .update(path)
    .update('\0')
    .update(JSON.stringify(body) ?? '')
    .digest();

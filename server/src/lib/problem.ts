import { ValidateError } from '@tsoa/runtime';
import type { ErrorKind } from './error-codes.js';
import { AppError, busy, type FieldError, unavailable, unreadable } from './errors.js';
import { fieldErrorsOf } from './field-errors.js';
import { isMongoAway } from './mongo.js';
import { isContention, isMysqlUnavailable } from './mysql-errors.js';

/** The body of every error answer (RFC 9457, `application/problem+json`). */
export interface Problem {
  /** A URI that names the kind of problem, made from `code`. */
  type: string;
  /** The same short sentence for every occurrence of `code`. */
  title: string;
  /** What is special about this occurrence, in words for people. It names no patient. */
  detail?: string;
  /**
   * The HTTP status.
   * @isInt
   */
  status: number;
  /** Stable and machine-readable: part of the API. */
  code: string;
  /** The id of this request, to quote when asking for help. */
  requestId: string;
  /** Which fields are wrong and what is expected of them; never the values that were sent. */
  errors?: readonly FieldError[];
  /** `unknown` when it cannot be said whether the change was made: repeat with the same Idempotency-Key. */
  outcome?: 'unknown';
  /**
   * Seconds after which a repetition makes sense.
   * @isInt
   */
  retryAfterSeconds?: number;
}

export const statusOf: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  timeout: 408,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported_media: 415,
  invalid: 422,
  precondition_required: 428,
  too_many: 429,
  unavailable: 503,
  internal: 500,
};

/** Turns anything thrown into a problem document. What nobody foresaw becomes a bare 500 without any detail. */
export function problemOf(error: unknown, requestId: string): Problem {
  const { code, kind, title, extra } = asAppError(error);
  return { type: `urn:medweave:problem:${code}`, title, status: statusOf[kind], code, requestId, ...extra };
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ValidateError) return validationFailed(error);
  if (isMysqlUnavailable(error)) return unavailable('mysql_unavailable', error);
  if (isContention(error)) return busy(error);
  if (isMongoAway(error)) return unavailable('mongo_unavailable', error);
  return isRefusalOfExpress(error) ? unreadable(error) : new AppError('internal_error');
}

const validationFailed = (error: ValidateError): AppError =>
  new AppError('validation_failed', { errors: fieldErrorsOf(error) });

/** Errors of Express carry a status, for instance of a path that is no UTF-8. */
const isRefusalOfExpress = (error: unknown): boolean =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500;

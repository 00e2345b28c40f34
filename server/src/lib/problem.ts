import { ValidateError } from '@tsoa/runtime';
import { AppError, busy, type ErrorKind, type FieldError, unavailable, unreadable } from './errors.js';
import { fieldErrorsOf } from './field-errors.js';
import { isMongoAway } from './mongo.js';
import { isContention, isMysqlUnavailable } from './mysql-errors.js';

/** The body of every error answer (RFC 9457, `application/problem+json`). */
export interface Problem {
  /** A URI that names the kind of problem, made from `code`. */
  type: string;
  /** The same short sentence for every occurrence of `code`. */
  title: string;
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
  errors?: FieldError[];
  /** `unknown` when it cannot be said whether the change was made: repeat with the same Idempotency-Key. */
  outcome?: 'unknown';
  /**
   * Seconds after which a repetition makes sense.
   * @isInt
   */
  retryAfterSeconds?: number;
}

const statusOf: Record<ErrorKind, number> = {
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
};

/** Turns anything thrown into a problem document. What nobody foresaw becomes a bare 500 without any detail. */
export function problemOf(error: unknown, requestId: string): Problem {
  const known = asAppError(error);
  if (!known) return problem('internal_error', 'Something went wrong on our side.', 500, requestId);
  return { ...problem(known.code, known.message, statusOf[known.kind], requestId), ...known.extra };
}

const problem = (code: string, title: string, status: number, requestId: string): Problem => ({
  type: `urn:medweave:problem:${code}`,
  title,
  status,
  code,
  requestId,
});

function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof ValidateError) return validationFailed(error);
  if (isMysqlUnavailable(error)) return unavailable('mysql', error);
  if (isContention(error)) return busy(error);
  if (isMongoAway(error)) return unavailable('mongo', error);
  return expressError(error);
}

const validationFailed = (error: ValidateError): AppError =>
  new AppError('invalid', 'validation_failed', 'The request is not valid.', { errors: fieldErrorsOf(error) });

/** Errors of Express carry a status, for instance of a path that is no UTF-8. */
function expressError(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  return error.status >= 400 && error.status < 500 ? unreadable(error) : null;
}

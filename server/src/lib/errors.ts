/** What went wrong, in the domain's terms. `lib/problem.ts` alone knows which HTTP status that is. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'timeout'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported_media'
  | 'invalid'
  | 'precondition_required'
  | 'too_many'
  | 'unavailable';

/** One field that is wrong, and what is expected of it. */
export interface FieldError {
  /** Dotted path of the offending field, e.g. `body.doctorId`. */
  field: string;
  /** What is expected. Never the value that was sent. */
  message: string;
  /** Stable name of the rule that was broken, for rules that have one: `before_birth`, `in_the_future`. */
  code?: string;
}

/**
 * The one error that services throw. `code` is public API and stable; `extra` becomes additional members of the
 * problem document and must never hold patient data.
 */
export class AppError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppError';
  }
}

const cannotBeRead = 'The request cannot be read: check its URL, headers and JSON.';

export const unreadable = (cause?: unknown): AppError =>
  new AppError('malformed', 'malformed_request', cannotBeRead, {}, { cause });

/** A header that cannot be read, and what it must be in words. */
export const malformed = (field: string, message: string): AppError =>
  new AppError('malformed', 'malformed_request', cannotBeRead, { errors: [{ field, message }] });

export const bodyTooLarge = (): AppError =>
  new AppError('too_large', 'body_too_large', 'The body is larger than allowed.');

/** Of a request whose client took too long to send it. */
export const requestTimeout = (): AppError =>
  new AppError('timeout', 'request_timeout', 'The request did not arrive in time. Nothing was changed.');

export const notFound = (code: string): AppError =>
  new AppError('not_found', code, 'There is no such thing, or it is not yours to see.');

/** Its token is good no longer: whoever asks has to sign in. */
export const sessionEnded = (): AppError =>
  new AppError('unauthenticated', 'session_ended', 'The session has ended. Sign in again.');

export const invalid = (field: string, message: string, code?: string): AppError =>
  new AppError('invalid', 'validation_failed', 'The request is not valid.', {
    errors: [{ field, message, ...(code !== undefined && { code }) }],
  });

export const conflict = (
  code: string,
  message: string,
  extra: Readonly<Record<string, unknown>> = {},
): AppError => new AppError('conflict', code, message, extra);

export const unavailable = (store: string, cause?: unknown): AppError =>
  new AppError(
    'unavailable',
    `${store}_unavailable`,
    `The ${store} store does not answer. Nothing was changed; try again shortly.`,
    { retryAfterSeconds: 1 },
    { cause },
  );

export const busy = (cause?: unknown): AppError =>
  new AppError(
    'unavailable',
    'busy',
    'Too much is asked for at once. Nothing was changed; try again shortly.',
    { retryAfterSeconds: 1 },
    { cause },
  );

/** A setting that keeps the server from starting, in words for the person at the terminal. */
export class ConfigError extends Error {}

import { type ErrorCode, type ErrorKind, listedError } from './error-codes.js';

/** One field that is wrong, and what is expected of it. */
export interface FieldError {
  /** Dotted path of the offending field, e.g. `body.doctorId`. */
  field: string;
  /** What is expected. Never the value that was sent. */
  message: string;
  /** Stable name of the rule that was broken, for rules that have one: `before_birth`, `in_the_future`. */
  code?: string;
}

/** What a problem document says beyond its code. Never patient data. */
export interface ErrorMembers {
  /** What is special about this occurrence, in a sentence of ours. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  /** The code's own, as its type of problem has them. */
  readonly [member: string]: unknown;
}

/** The one error that services throw. `code` is public API and stable: `lib/error-list.ts` has them all. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly title: string;

  constructor(
    readonly code: ErrorCode,
    readonly extra: ErrorMembers = {},
    options?: ErrorOptions,
  ) {
    const { kind, title } = listedError(code);
    super(extra.detail === undefined ? title : `${title} ${extra.detail}`, options);
    this.name = 'AppError';
    this.kind = kind;
    this.title = title;
  }
}

export const unreadable = (cause?: unknown): AppError => new AppError('malformed_request', {}, { cause });

/** What cannot be read, and what it must be in words. */
export const malformed = (field: string, message: string, code?: string): AppError =>
  new AppError('malformed_request', { errors: [fieldError(field, message, code)] });

export const bodyTooLarge = (): AppError => new AppError('body_too_large');

/** Of a request whose client took too long to send it. */
export const requestTimeout = (): AppError => new AppError('request_timeout');

export const notFound = (code: ErrorCode<'not_found'>): AppError => new AppError(code);

/** Its token is good no longer: whoever asks has to sign in. */
export const sessionEnded = (): AppError => new AppError('session_ended');

export const invalid = (field: string, message: string, code?: string): AppError =>
  new AppError('validation_failed', { errors: [fieldError(field, message, code)] });

export const conflict = (code: ErrorCode<'conflict'>, extra?: ErrorMembers): AppError =>
  new AppError(code, extra);

export const unavailable = (code: 'mysql_unavailable' | 'mongo_unavailable', cause?: unknown): AppError =>
  new AppError(code, { retryAfterSeconds: 1 }, { cause });

export const busy = (cause?: unknown): AppError => new AppError('busy', { retryAfterSeconds: 1 }, { cause });

const fieldError = (field: string, message: string, code?: string): FieldError => ({
  field,
  message,
  ...(code !== undefined && { code }),
});

/** A setting that keeps the server from starting, in words for the person at the terminal. */
export class ConfigError extends Error {}

import type { ErrorCode } from './generated/error-codes.js';

/** One refused field of a request. The value is never repeated. */
export interface FieldError {
  /** Where it is in the request, e.g. `body.startsAt`. */
  readonly field: string;
  /** What it must be. */
  readonly message: string;
}

/** An error answer as it came over the wire (RFC 9457), with the fields of its own code. */
export interface ProblemBody {
  readonly [field: string]: unknown;
}

/** Root of everything this SDK throws, except the reason of a caller's own `AbortSignal`. */
export class MedweaveError extends Error {
  /**
   * Stable name of what went wrong; the thing to switch on: `switch (error.code as ErrorCode)` compiles with codes that
   * there are, and no others. It needs a `default`: a newer server may have codes that this version does not know, and a
   * proxy's page counts as `http_502` and the like.
   */
  readonly code: ErrorCode | (string & Record<never, never>);

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = classNameOf(code);
    this.code = code;
  }
}

/** No answer arrived: refused, reset, cut off, or no network. The request may have had its effect. */
export class ConnectionError extends MedweaveError {
  declare readonly code: 'connection_error';

  constructor(cause: unknown) {
    super('connection_error', 'The server could not be reached, or the connection broke.', { cause });
  }
}

/** No answer within `timeoutMs`. The request may have had its effect. */
export class TimeoutError extends MedweaveError {
  declare readonly code: 'timeout_error';
  /** How long the attempt had. */
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super('timeout_error', `No answer within ${timeoutMs} ms.`);
    this.timeoutMs = timeoutMs;
  }
}

/** The server refused or failed. A documented `code` has a subclass of its own with typed fields. */
export class ApiError extends MedweaveError {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** Quote it when you report a problem: the server's log has the same id. */
  readonly requestId: string | undefined;
  /** What is special about this occurrence, in words for people. It names no patient. */
  readonly detail: string | undefined;
  /** The refused fields, where the request was at fault; else empty. */
  readonly errors: readonly FieldError[];
  /** `'unknown'`: the server cannot say whether the change was made; repeat with the same Idempotency-Key. */
  declare readonly outcome?: 'unknown';
  /** When the server suggests to try again. Shorter ones have been waited for already. */
  declare readonly retryAfterSeconds?: number;
  /** The whole answer, for what has no field of its own. */
  readonly problem: ProblemBody;

  constructor(status: number, code: string, problem: ProblemBody, requestId?: string) {
    const title = typeof problem.title === 'string' ? problem.title : 'The request failed.';
    const detail = typeof problem.detail === 'string' ? problem.detail : undefined;
    const said = detail === undefined ? title : `${title} ${detail}`;
    super(code, `${code}: ${said} (status ${status}${requestId ? `, request ${requestId}` : ''})`);
    this.status = status;
    this.requestId = requestId;
    this.detail = detail;
    this.errors = Array.isArray(problem.errors) ? problem.errors : [];
    this.problem = problem;
    for (const [field, value] of Object.entries(problem)) {
      if (!(field in this)) Object.defineProperty(this, field, { value, enumerable: true });
    }
  }
}

/** The request cannot be read. */
export class BadRequest extends ApiError {
  declare readonly status: 400;
}
/** Nobody is signed in, or not any more; or the credentials are wrong. */
export class Unauthorized extends ApiError {
  declare readonly status: 401;
}
/** The role lacks the function, whomever it is about. */
export class Forbidden extends ApiError {
  declare readonly status: 403;
}
/** Missing, or somebody else's: the two are not told apart. */
export class NotFound extends ApiError {
  declare readonly status: 404;
}
/** The request is sound and does not fit what is there now: a time is taken, a note is signed. */
export class Conflict extends ApiError {
  declare readonly status: 409;
}
/** The thing changed since it was read: read it again and decide anew. */
export class PreconditionFailed extends ApiError {
  declare readonly status: 412;
}
/** The body is longer than the server reads. */
export class PayloadTooLarge extends ApiError {
  declare readonly status: 413;
}
/** The body is not JSON. */
export class UnsupportedMediaType extends ApiError {
  declare readonly status: 415;
}
/** Fields are refused: `errors` names them. */
export class UnprocessableContent extends ApiError {
  declare readonly status: 422;
}
/** A write that replaces came without the version that it replaces. */
export class PreconditionRequired extends ApiError {
  declare readonly status: 428;
}
/** Too many tries: wait for `retryAfterSeconds`. */
export class TooManyRequests extends ApiError {
  declare readonly status: 429;
}
/** The server failed, or something on the way to it. */
export class ServerError extends ApiError {}
/** Something that the server needs is away or busy, for now. */
export class ServiceUnavailable extends ServerError {
  declare readonly status: 503;
}

export type ApiErrorClass = new (
  status: number,
  code: string,
  problem: ProblemBody,
  requestId?: string,
) => ApiError;

const classes: Readonly<Record<number, ApiErrorClass>> = {
  400: BadRequest,
  401: Unauthorized,
  403: Forbidden,
  404: NotFound,
  409: Conflict,
  412: PreconditionFailed,
  413: PayloadTooLarge,
  415: UnsupportedMediaType,
  422: UnprocessableContent,
  428: PreconditionRequired,
  429: TooManyRequests,
  503: ServiceUnavailable,
};

/** The class that stands for a status when its code is not documented. */
export function classOfStatus(status: number): ApiErrorClass {
  return classes[status] ?? (status >= 500 ? ServerError : ApiError);
}

/** From the code, since class names do not survive a minifier. */
function classNameOf(code: string): string {
  return code.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

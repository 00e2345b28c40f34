export type { Call, Outcome } from './call.js';
export { Medweave, type MedweaveConfig } from './client.js';
export {
  ApiError,
  BadRequest,
  Conflict,
  ConnectionError,
  type FieldError,
  Forbidden,
  MedweaveError,
  NotFound,
  PayloadTooLarge,
  PreconditionFailed,
  PreconditionRequired,
  type ProblemBody,
  ServerError,
  ServiceUnavailable,
  TimeoutError,
  TooManyRequests,
  Unauthorized,
  UnprocessableContent,
  UnsupportedMediaType,
} from './errors.js';
export type { ErrorCode } from './generated/error-codes.js';
export * from './generated/errors.js';
export type * from './generated/operation-errors.js';
export type * from './generated/types.js';
export type { Page, PagePromise } from './paging.js';
export type { RequestOptions, VersionedOptions } from './request.js';
export { localStorageTokens, memoryTokens, type TokenStore, type Tokens } from './tokens.js';
export type { Fetch } from './transport.js';
export type { Versioned } from './versioned.js';

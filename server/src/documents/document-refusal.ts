import { MongoNetworkError, MongoNetworkTimeoutError } from 'mongodb';
import { isMongoAway } from '../lib/mongo.js';

/** MongoDB's trouble, whatever it was to write: documents wait for its end and are not to blame. */
const storeTrouble = new Set<unknown>([
  13, // Unauthorized
  18, // AuthenticationFailed
  24, // LockTimeout
  46, // LockBusy
  112, // WriteConflict
  262, // ExceededTimeLimit
  11000, // DuplicateKey: two upserts of one document at the same time
  14031, // OutOfDiskSpace
]);

/** Whether a failed write says something of the store, not of the document. */
export const isAboutStore = (error: unknown): boolean =>
  isMongoAway(error) || storeTrouble.has(codeOf(error));

/**
 * Whether the connection was cut while this was written. Some input makes MongoDB hang up, e.g. one that is nested too
 * deep: when it answers a ping right after, the document is to blame. Slowness never is.
 */
export const isCutOff = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const isCut = cause instanceof MongoNetworkError && !(cause instanceof MongoNetworkTimeoutError);
  return isCut || (cause instanceof Error && / closed$/.test(cause.message));
};

/** What may be told of a refusal: a name and a code. Messages quote what was to be written. */
export function causeOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'WriteError';
  const code = codeOf(error);
  return `${name}${code === undefined ? '' : ` ${code}`}`.slice(0, longestCause);
}

/** The length of its column. */
const longestCause = 64;

const codeOf = (error: unknown): number | string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' || typeof error.code === 'string' ? error.code : undefined;
};

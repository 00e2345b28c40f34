import { ConnectionError, TimeoutError } from './errors.js';
import type { HttpAnswer } from './transport.js';
import { pause } from './waiting.js';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A longer `Retry-After` is the caller's decision: the error is thrown at once. */
const LONGEST_RETRY_AFTER_MS = 20_000;

export interface RetryPolicy {
  readonly maxRetries: number;
  /** The call was sent before, with another access token. */
  readonly isRepetition?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Repeats `attempt` until it has an answer worth giving to the caller, or the retries are used up. */
export async function withRetries(
  attempt: () => Promise<HttpAnswer>,
  { maxRetries, isRepetition = false, signal }: RetryPolicy,
): Promise<HttpAnswer> {
  for (let retry = 0; ; retry++) {
    const outcome = await outcomeOf(attempt);
    const pauseMs = retry < maxRetries ? pauseBeforeRetry(outcome, retry, isRepetition) : undefined;
    if (pauseMs === undefined) {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    }
    await pause(pauseMs, signal);
  }
}

async function outcomeOf(attempt: () => Promise<HttpAnswer>): Promise<HttpAnswer | Error> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof ConnectionError || error instanceof TimeoutError) return error;
    throw error;
  }
}

/**
 * Milliseconds to wait before the next attempt, or undefined when the outcome is final.
 * A write is as safe to repeat as a read, because of its Idempotency-Key.
 * @param retry how often the call was repeated before
 * @param isRepetition it was sent before the first of these attempts, too
 */
export function pauseBeforeRetry(
  outcome: HttpAnswer | Error,
  retry: number,
  isRepetition = false,
): number | undefined {
  // Full jitter: clients that failed together must not come back together.
  const jitterMs = Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** retry);
  if (outcome instanceof Error) return jitterMs;
  const isOwnInFlight = (retry > 0 || isRepetition) && isInFlight(outcome);
  if (isOwnInFlight || isCutShort(outcome)) return jitterMs;
  if (![408, 429, 502, 503, 504].includes(outcome.status)) return undefined;
  const askedMs = retryAfterMs(outcome.retryAfter);
  return askedMs > LONGEST_RETRY_AFTER_MS ? undefined : askedMs + jitterMs;
}

/** A success that is no JSON lost its end on the way: over a connection that announced no length, nothing else tells. */
function isCutShort({ status, isReadable }: HttpAnswer): boolean {
  return !isReadable && status >= 200 && status < 300;
}

/** The one 409 that is no decision: the server is still busy with an earlier attempt, whose answer was lost. */
function isInFlight({ status, body }: HttpAnswer): boolean {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body;
  return status === 409 && isProblem && body.code === 'request_in_flight';
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110 §10.2.3). */
function retryAfterMs(header: string | undefined): number {
  if (header === undefined) return 0;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(waitMs) ? 0 : Math.max(0, waitMs);
}

import { ConnectionError, TimeoutError } from './errors.js';
import { startTimer } from './limits.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the SDK needs of `fetch`; the global one fits, and so does a fake of ten lines. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly isReadable: boolean;
  readonly requestId: string | undefined;
  readonly retryAfter: string | undefined;
}

export interface Limits {
  /** Of one attempt, to the last byte of its answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request once.
 * @throws ConnectionError, TimeoutError, or the reason of the caller's signal
 */
export async function exchange(fetch: Fetch, request: HttpRequest, limits: Limits): Promise<HttpAnswer> {
  const { timeoutMs, signal } = limits;
  if (signal?.aborted) throw signal.reason;
  const controller = new AbortController();
  let onTimeout = () => {};
  let onAbort = () => {};
  const stopTimer = startTimer(timeoutMs, () => onTimeout());
  try {
    // Settled by the limits too, so that they also hold over a fetch that ignores its signal.
    return await new Promise((resolve, reject) => {
      const stop = (reason: unknown) => {
        reject(reason);
        controller.abort();
      };
      onTimeout = () => stop(new TimeoutError(timeoutMs));
      onAbort = () => stop(signal?.reason);
      signal?.addEventListener('abort', onAbort);
      fetchAnswer(fetch, request, controller.signal).then(resolve, reject);
    });
  } finally {
    stopTimer();
    signal?.removeEventListener('abort', onAbort);
  }
}

async function fetchAnswer(fetch: Fetch, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { method, url, headers, body } = request;
  try {
    const init = { method, headers: { ...headers }, signal };
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    return {
      status: response.status,
      ...parse(response.status, await response.text()),
      requestId: response.headers.get('x-request-id') ?? undefined,
      retryAfter: response.headers.get('retry-after') ?? undefined,
    };
  } catch (cause) {
    throw new ConnectionError(cause);
  }
}

function parse(status: number, text: string): Pick<HttpAnswer, 'body' | 'isReadable'> {
  if (text === '') return { body: undefined, isReadable: status === 204 };
  try {
    return { body: JSON.parse(text), isReadable: true };
  } catch {
    return { body: undefined, isReadable: false }; // a proxy's page; the status says what to do
  }
}

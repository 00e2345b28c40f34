import { ConnectionError, TimeoutError } from './errors.js';

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
  let stop: (reason: unknown) => void = () => {};
  // Raced against, so that the limits also hold over a fetch that ignores its signal.
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(reason);
      controller.abort();
    };
  });
  const onAbort = () => stop(signal?.reason);
  const timer = setTimeout(() => stop(new TimeoutError(timeoutMs)), timeoutMs);
  signal?.addEventListener('abort', onAbort);
  try {
    return await Promise.race([stopped, fetchAnswer(fetch, request, controller.signal)]);
  } finally {
    clearTimeout(timer);
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
      ...parse(await response.text()),
      requestId: response.headers.get('x-request-id') ?? undefined,
      retryAfter: response.headers.get('retry-after') ?? undefined,
    };
  } catch (cause) {
    throw new ConnectionError(cause);
  }
}

function parse(text: string): Pick<HttpAnswer, 'body' | 'isReadable'> {
  if (text === '') return { body: undefined, isReadable: true };
  try {
    return { body: JSON.parse(text), isReadable: true };
  } catch {
    return { body: undefined, isReadable: false }; // a proxy's page; the status says what to do
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

/** A bare HTTP call, for what the SDK would not send. `who` null: without a token. */
export type Call = <T = Record<string, unknown>>(
  who: SignedIn | null,
  method: string,
  path: string,
  options?: CallOptions,
) => Promise<Answer<T>>;

/** A clinic that serves somewhere, and its admin: all that is needed to fill it through the API. */
export interface OpenClinic {
  baseUrl: string;
  admin: SignedIn;
  call: Call;
}

export const password = 'correct horse battery';

/** Bare HTTP calls to the API that serves there. */
export const caller =
  (baseUrl: string): Call =>
  async (who, method, path, { body, headers = {} } = {}) => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(who && { authorization: `Bearer ${who.accessToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  };

/** Like `call`, for what must succeed: the answer's body, or a failure that says what came instead. */
export async function must<T = Record<string, unknown>>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`Expected success, got ${status}: ${JSON.stringify(body)}`);
  return body;
}

export async function signIn(call: Call, email: string, withPassword = password): Promise<SignedIn> {
  const body = { email, password: withPassword };
  return must(inTurn(() => call<SignedIn>(null, 'POST', '/auth/login', { body })));
}

/** Asks again while too many want to sign in: on a busy machine that is a right answer, and nothing was changed. */
export async function inTurn<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (;;) {
    const answer = await ask();
    const { code } = answer.body as { code?: string };
    if (code !== 'too_many_sign_ins') return answer;
    await pause(Number(answer.headers.get('retry-after')) * 1_000);
  }
}

export const freshEmail = (kind: string): string => `${kind}.${newId().slice(-12)}@test.example`;

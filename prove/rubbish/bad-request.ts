import type { Operation } from './description.js';
import { type GoodRequest, targetOf } from './good-requests.js';
import type { RawRequest } from './raw-http.js';

/** A request that is wrong in one way. */
export interface BadRequest {
  readonly operation: Operation;
  /** What is wrong with it, for people. */
  readonly fault: string;
  /** Whether it must be refused; hostile but perhaps valid otherwise: it must not break anything, and may be accepted. */
  readonly isSurelyWrong: boolean;
  readonly request: RawRequest;
}

type Headers = RawRequest['headers'];

export const json: Headers = [['Content-Type', 'application/json']];

/** What a decent client sends, as bytes; `extra` headers come after those that belong to the body. */
export function asRaw(good: GoodRequest, body = textOf(good.body), extra: Headers = []): RawRequest {
  const typed = body === null || extra.some(([name]) => name === 'Content-Type') ? [] : json;
  return {
    method: good.operation.method,
    target: targetOf(good),
    headers: [...typed, ...lengthOf(body), ...extra],
    body,
  };
}

export const lengthOf = (body: Buffer | null): Headers =>
  body === null ? [] : [['Content-Length', String(body.length)]];

/** JSON as UTF-8; null for no body. */
export const textOf = (value: unknown): Buffer | null =>
  value === undefined ? null : Buffer.from(JSON.stringify(value));

/** As it was sent, in a line that is short enough to read. */
export function shown({ method, target, headers, body }: RawRequest): string {
  const head = headers
    .filter(([name]) => name !== 'Content-Length' && name !== 'Authorization')
    .map(([name, value]) => ` ${name}: ${cut(value)};`);
  const sent = body === null ? '' : ` ${cut(body.toString())} (${body.length} bytes)`;
  return `${method} ${cut(target)}${head.join('')}${sent}`;
}

const shownAtMost = 300;
const cut = (text: string): string =>
  text.length > shownAtMost ? `${text.slice(0, shownAtMost)}… (${text.length} characters)` : text;

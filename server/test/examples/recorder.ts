import type { Fetch } from '@medweave/sdk';
import { type Paths, routeOf } from './routes.js';

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  readonly operation: string;
  readonly startedAtMs: number;
  readonly ids: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

/** What a write was answered when it was sent once more. */
export interface Repetition {
  readonly operation: string;
  readonly first: Answered;
  readonly second: Answered & { readonly isReplayed: boolean };
}

interface Answered {
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

const keptAnswerHeaders = ['etag', 'www-authenticate', 'retry-after'];
const writes = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Sends requests on to a server and keeps what is said. Each write that succeeds is sent a second time. */
export class Recorder {
  readonly exchanges: Exchange[] = [];
  readonly repetitions: Repetition[] = [];

  constructor(
    private readonly paths: Paths,
    private readonly basePath: string,
  ) {}

  readonly fetch: Fetch = async (url, init) => {
    const startedAtMs = Date.now();
    const response = await globalThis.fetch(url, init);
    const text = await response.text();
    const { pathname, searchParams } = new URL(url);
    const { operation, ids } = routeOf(this.paths, init.method, pathname.slice(this.basePath.length));
    this.exchanges.push({
      operation,
      startedAtMs,
      ids,
      query: Object.fromEntries(searchParams),
      headers: init.headers,
      body: parsed(init.body),
      status: response.status,
      answerHeaders: Object.fromEntries(
        [...response.headers].filter(([name]) => keptAnswerHeaders.includes(name)),
      ),
      answer: parsed(text),
    });
    const isRepeatable = writes.includes(init.method) && !operation.startsWith('auth_');
    if (response.ok && isRepeatable) await this.#repeat(operation, url, init, answered(response, text));
    return { status: response.status, headers: response.headers, text: async () => text };
  };

  async #repeat(operation: string, url: string, init: RequestInit, first: Answered): Promise<void> {
    const response = await globalThis.fetch(url, init);
    const isReplayed = response.headers.get('idempotency-replayed') === 'true';
    const second = { ...answered(response, await response.text()), isReplayed };
    this.repetitions.push({ operation, first, second });
  }
}

const answered = ({ status, headers }: Response, text: string): Answered => ({
  status,
  etag: headers.get('etag'),
  body: parsed(text),
});

const parsed = (text: string | undefined): unknown => (text ? JSON.parse(text) : undefined);

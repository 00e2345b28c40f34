import { type Dispatcher, fetch, type Headers } from 'undici';
import type { Series } from '../kernel/proof.js';

/** One request as its client saw it. Written down when it is sent, so that one without an answer is there too. */
export interface Attempt {
  readonly number: number;
  /** Who sent it, for people. */
  readonly who: string;
  /** The process that it was sent to, by its base URL. */
  readonly to: string;
  readonly key: string | null;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Milliseconds since the run began. */
  readonly sentAtMs: number;
  answeredAtMs: number;
  /** 0 while, and when, there is no answer. */
  status: number;
  code: string;
  answer: unknown;
  headers: Headers | null;
}

export interface Wish {
  readonly who: string;
  readonly token?: string | undefined;
  readonly method: string;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** A client that waits longer than this has not been answered. */
  readonly timeoutMs?: number;
  /** Its connections; those of this process when absent. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** Sends requests and keeps all that was sent and answered: what a checker knows of the clients' side. */
export class Attempts {
  readonly all: Attempt[] = [];
  readonly #beganAt = performance.now();

  /** Milliseconds since the run began. */
  readonly clock = (): number => performance.now() - this.#beganAt;

  async send(baseUrl: string, wish: Wish): Promise<Attempt> {
    const { who, method, path, body, key = null, timeoutMs = 30_000, dispatcher } = wish;
    const sentAtMs = this.clock();
    const attempt: Attempt = {
      ...{ number: this.all.length, who, to: baseUrl, key, method, path, body, sentAtMs },
      ...{ answeredAtMs: Number.POSITIVE_INFINITY, status: 0, code: '', answer: null, headers: null },
    };
    this.all.push(attempt);
    try {
      const response = await fetch(`${baseUrl}/api/v1${path}`, {
        method,
        headers: headersOf(wish),
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        ...(dispatcher && { dispatcher }),
      });
      const text = await response.text();
      attempt.status = response.status;
      attempt.headers = response.headers;
      attempt.answer = text === '' ? null : JSON.parse(text);
      attempt.code = response.ok ? '' : codeOf(attempt.answer);
    } catch (error) {
      attempt.code = reasonOf(error);
    }
    attempt.answeredAtMs = this.clock();
    return attempt;
  }

  /** For the picture: what worked, what was refused with reason, what failed or went unanswered. */
  series(): Series[] {
    const of = (name: string, tone: Series['tone'], isOne: (status: number) => boolean): Series => {
      const atMs = this.all.filter(({ status }) => isOne(status)).map(({ answeredAtMs }) => answeredAtMs);
      return { name, tone, atMs: atMs.filter(Number.isFinite) };
    };
    return [
      of('done', 'good', (status) => status >= 200 && status < 300),
      of('refused', 'refused', (status) => status >= 400 && status < 500),
      of('failed', 'bad', (status) => status === 0 || status >= 500),
    ];
  }
}

/** A line of a history, such as `#12 at 1,204 ms: patient 3 POST /appointments {…} → 409 slot_taken after 12 ms`. */
export function told(attempt: Attempt): string {
  const { number, sentAtMs, who, method, path, body, status, code, answeredAtMs } = attempt;
  const sent = body === undefined ? '' : ` ${JSON.stringify(body)}`;
  const answer = status === 0 ? `no answer (${code || 'still waiting'})` : `${status} ${code}`.trim();
  const tookMs = Math.round(answeredAtMs - sentAtMs);
  return `#${number} at ${Math.round(sentAtMs)} ms: ${who} ${method} ${path}${sent} → ${answer} after ${tookMs} ms`;
}

const headersOf = ({ token, key, body, headers }: Wish): Record<string, string> => ({
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...(key !== undefined && { 'idempotency-key': key }),
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...headers,
});

/** Why there is no answer: the system's word for it where there is one, such as `ECONNREFUSED`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

const codeOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : '';

import type { Series } from '../kernel/proof.js';

/** One request as its client saw it. Written down when it is sent, so that one without an answer is there too. */
export interface Attempt {
  readonly number: number;
  /** Who sent it, for people. */
  readonly who: string;
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
}

/** Sends requests and keeps all that was sent and answered: what a checker knows of the clients' side. */
export class Attempts {
  readonly all: Attempt[] = [];
  readonly #beganAt = performance.now();

  /** Milliseconds since the run began. */
  readonly clock = (): number => performance.now() - this.#beganAt;

  async send(baseUrl: string, wish: Wish): Promise<Attempt> {
    const { who, method, path, body, key = null, timeoutMs = 30_000 } = wish;
    const sentAtMs = this.clock();
    const attempt: Attempt = {
      ...{ number: this.all.length, who, key, method, path, body, sentAtMs },
      ...{ answeredAtMs: Number.POSITIVE_INFINITY, status: 0, code: '', answer: null, headers: null },
    };
    this.all.push(attempt);
    try {
      const response = await fetch(`${baseUrl}/api/v1${path}`, {
        method,
        headers: headersOf(wish),
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      attempt.status = response.status;
      attempt.headers = response.headers;
      attempt.answer = text === '' ? null : JSON.parse(text);
      attempt.code = codeOf(attempt.answer);
    } catch (error) {
      attempt.code = error instanceof Error ? error.name : 'unknown';
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

const codeOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : '';

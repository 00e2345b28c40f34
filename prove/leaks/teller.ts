import type { SignedIn } from '../../server/src/auth/auth.types.js';
import { type Answer, must, type OpenClinic } from '../../server/test/support/calls.js';

export interface Heard {
  readonly method: string;
  /** Without its query; what stands in the path may be a canary. */
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
  readonly headers: readonly (readonly [string, string])[];
}

/** Speaks to the API and keeps all that it answers. */
export class Teller {
  readonly heard: Heard[] = [];
  /** Access and refresh tokens. */
  readonly tokens: { readonly access: string[]; readonly refresh: string[] } = { access: [], refresh: [] };
  #keys = 0;

  constructor(
    private readonly clinic: OpenClinic,
    /** Another one for every teller. */
    private readonly name: string,
  ) {}

  async say<T = { id: string }>(
    who: SignedIn | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const key = { 'idempotency-key': `${this.name}-${++this.#keys}` };
    const answer = await this.clinic.call<T>(who, method, path, {
      ...(body !== undefined && { body }),
      headers: { ...(method !== 'GET' && key), ...headers },
    });
    const [bare = ''] = path.split('?');
    const { status } = answer;
    this.heard.push({ method, path: bare, status, body: answer.body, headers: [...answer.headers] });
    return answer;
  }

  /** For what must succeed. */
  tell<T = { id: string }>(...request: Parameters<Teller['say']>): Promise<T> {
    return must(this.say<T>(...request));
  }

  async signIn(path: string, body: unknown): Promise<SignedIn> {
    const signedIn = await this.tell<SignedIn>(null, 'POST', path, body);
    this.tokens.access.push(signedIn.accessToken);
    this.tokens.refresh.push(signedIn.refreshToken);
    return signedIn;
  }
}

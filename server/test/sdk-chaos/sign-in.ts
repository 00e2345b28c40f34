import { AsyncLocalStorage } from 'node:async_hooks';
import { type Fetch, Medweave, type TokenStore, type Tokens } from '@medweave/sdk';
import jwt from 'jsonwebtoken';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { deriveSigningKey } from '../../src/lib/secrets.js';
import { type Clinic, password } from '../support/clinic.js';
import { callHeader, type FlakyProxy } from './flaky-proxy.js';

/** Tells `fetch` which call it works for: the clients are shared by calls that run at the same moment. */
export const currentCall = new AsyncLocalStorage<string>();

/** Of an attempt that is not waited out; wide, since the machine may be busy with other things. */
const timeoutMs = 3_000;

/**
 * - `one client`: many calls at once through one object.
 * - `many clients`: three objects over one token store, as three tabs have it.
 */
export type Sharing = 'one client' | 'many clients';

/** Somebody's session, through the proxy. Her token expires now and then. */
export class SignIn {
  readonly clients: readonly Medweave[];
  /** How often each refresh token was exchanged, as the clients have seen it. */
  readonly renewals = new Map<string, number>();
  #tokens: Tokens | null = null;
  readonly #running = new Set<string>();
  /** Calls that were under way when the present token came. */
  #older = new Set<string>();
  #isExpired = false;

  private constructor(
    proxy: FlakyProxy,
    sharing: Sharing,
    /** Her own session beside it, for looking behind the proxy. */
    readonly bare: SignedIn,
    private readonly secret: string,
  ) {
    const tokens = this.#store(sharing);
    const fetch = this.#fetch();
    this.clients = Array.from(
      { length: sharing === 'one client' ? 1 : 3 },
      () => new Medweave({ baseUrl: proxy.url, tokens, fetch, timeoutMs }),
    );
  }

  static async open(clinic: Clinic, proxy: FlakyProxy, who: SignedIn, sharing: Sharing): Promise<SignIn> {
    const signIn = new SignIn(proxy, sharing, who, clinic.composed.config.secret);
    await signIn.clients[0]?.auth.login({ email: who.user.email, password });
    return signIn;
  }

  async during<T>(call: string, work: () => Promise<T>): Promise<T> {
    this.#running.add(call);
    try {
      return await currentCall.run(call, work);
    } finally {
      this.#running.delete(call);
      this.#older.delete(call);
    }
  }

  /**
   * The access token is from now on one that the server refuses as expired. Not while a call is under way that began
   * before the token came: tokens live for minutes, and none meets two that expire.
   * @param isKnown whether the clients' clock says so too
   */
  expire(isKnown: boolean): void {
    if (!this.#tokens || this.#isExpired || this.#older.size > 0) return;
    this.#isExpired = true;
    const claims = jwt.decode(this.#tokens.accessToken) as jwt.JwtPayload;
    const past = { ...claims, exp: Math.floor(Date.now() / 1_000) - 1 };
    const accessToken = jwt.sign(past, deriveSigningKey(this.secret), { algorithm: 'ES256' });
    this.#tokens = { ...this.#tokens, accessToken, ...(isKnown && { renewAtMs: 0 }) };
  }

  #store(sharing: Sharing): TokenStore {
    let turn: Promise<unknown> = Promise.resolve();
    const store: TokenStore = {
      load: async () => this.#tokens,
      save: async (tokens) => {
        this.#tokens = tokens;
        this.#isExpired = false;
        this.#older = new Set(this.#running);
      },
      clear: async () => {
        this.#tokens = null;
      },
    };
    if (sharing === 'one client') return store;
    const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
      const mine = turn.then(work);
      turn = mine.catch(() => {});
      return mine;
    };
    return { ...store, exclusively };
  }

  #fetch(): Fetch {
    return async (url, init) => {
      const headers = { ...init.headers, [callHeader]: currentCall.getStore() ?? 'none' };
      const response = await fetch(url, { ...init, headers });
      const { status } = response;
      const text = async () => {
        const content = await response.text();
        if (url.endsWith('/auth/refresh') && status === 200) this.#countRenewal(init.body ?? '', content);
        return content;
      };
      return { status, headers: response.headers, text };
    };
  }

  #countRenewal(request: string, content: string): void {
    if (!content.endsWith('}}')) return; // the user is the answer's last field: this one was cut off
    const { refreshToken } = JSON.parse(request) as { refreshToken: string };
    this.renewals.set(refreshToken, (this.renewals.get(refreshToken) ?? 0) + 1);
  }
}

import { contentOf } from './answer.js';
import { Call } from './call.js';
import { MedweaveError, Unauthorized } from './errors.js';
import { requireTimeout } from './limits.js';
import { type Page, PagePromise } from './paging.js';
import { withRetries } from './retry.js';
import { Session } from './session.js';
import type { TokenStore } from './tokens.js';
import { exchange, type Fetch, type HttpAnswer, type HttpRequest, type Method } from './transport.js';
import { abortable } from './waiting.js';
import { newKey, urlOf } from './wire.js';

/** What a caller may set for one call. */
export interface RequestOptions {
  /** Gives up at once, between attempts too; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Of each attempt, `Infinity` for no limit; a call may take as many of them as it has retries, plus the pauses. */
  readonly timeoutMs?: number | undefined;
  /** Of a write. Made by the SDK when missing; give your own to repeat a call over a restart of your program. */
  readonly idempotencyKey?: string | undefined;
  /** The `version` that you read and mean to replace; a newer one on the server is PreconditionFailed. */
  readonly ifMatch?: number | undefined;
}

/** Options of a write that names what it replaces by its id alone. */
export interface VersionedOptions extends RequestOptions {
  /** The `version` that was read and is replaced. */
  readonly ifMatch: number;
}

/** The parts of a call that the generated methods fill in. */
export interface CallParts {
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly options?: RequestOptions | undefined;
  /** What the call does to the sign-in: its answer opens or renews one, or its success ends it. */
  readonly session?: 'opens' | 'renews' | 'closes';
  /** The body is `{ refreshToken }`, filled from the token store when the caller gave none. */
  readonly takesRefreshToken?: boolean;
}

export interface CoreConfig {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly tokens: TokenStore;
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

/** Turns the calls of the resources into requests: sign-in, keys, retries, deadlines, errors. */
export class Core {
  private readonly session: Session;

  constructor(private readonly config: CoreConfig) {
    this.session = new Session(config.tokens, (refreshToken, idempotencyKey) =>
      this.deliver('POST', '/auth/refresh', { body: { refreshToken }, options: { idempotencyKey } }),
    );
  }

  /** A call with one answer. The Idempotency-Key is made once and kept over all its attempts. */
  send<T, E extends MedweaveError>(method: Method, path: string, parts: CallParts = {}): Call<T, E> {
    return new Call((resolve) => resolve(this.dispatch(method, path, parts) as Promise<T>));
  }

  /** A call that answers page by page. */
  page<T, E extends MedweaveError>(path: string, parts: CallParts = {}): PagePromise<T, E> {
    return new PagePromise((cursor) => {
      const query = cursor === undefined ? parts.query : { ...parts.query, cursor };
      return this.dispatch('GET', path, { ...parts, query }) as Promise<Page<T>>;
    });
  }

  private dispatch(method: Method, path: string, parts: CallParts): Promise<unknown> {
    requireSendable(parts.options);
    if (parts.session === undefined) return this.deliverSignedIn(method, path, parts);
    if (parts.session === 'closes') return this.signOut(method, path, parts);
    const isOwnRenewal = parts.session === 'renews' && parts.body === undefined;
    return isOwnRenewal
      ? abortable(this.session.refresh(), parts.options?.signal)
      : this.signIn(method, path, parts);
  }

  private async signIn(method: Method, path: string, parts: CallParts): Promise<unknown> {
    const answer = await this.deliver(method, path, await this.withDevice(parts));
    await this.session.open(answer);
    return answer;
  }

  /** Who signs in shows the device, unless they gave one. */
  private async withDevice(parts: CallParts): Promise<CallParts> {
    const deviceToken = parts.session === 'opens' ? await this.session.deviceToken() : undefined;
    return deviceToken === undefined ? parts : { ...parts, body: { deviceToken, ...(parts.body as object) } };
  }

  /** Forgets the tokens whatever the server says; a session it no longer knows is closed already. */
  private async signOut(method: Method, path: string, parts: CallParts): Promise<unknown> {
    try {
      return await this.deliverSignedIn(method, path, parts);
    } catch (error) {
      if (error instanceof Unauthorized) return undefined;
      throw error;
    } finally {
      await this.session.close();
    }
  }

  /** With the access token; a 401 renews it and repeats the same request, once. */
  private async deliverSignedIn(method: Method, path: string, parts: CallParts): Promise<unknown> {
    const signal = parts.options?.signal;
    const token = await abortable(this.session.bearer(), signal);
    const body =
      parts.takesRefreshToken && parts.body === undefined
        ? { refreshToken: await this.session.refreshToken() }
        : parts.body;
    const request = this.prepare(method, path, { ...parts, body });
    const answer = await this.exchange(request, parts.options, token);
    if (answer.status !== 401 || token === undefined) return contentOf(answer);
    const renewed = await abortable(this.session.renew(token), signal);
    if (renewed === undefined) return contentOf(answer);
    return contentOf(await this.exchange(request, parts.options, renewed, true));
  }

  private async deliver(method: Method, path: string, parts: CallParts): Promise<unknown> {
    return contentOf(await this.exchange(this.prepare(method, path, parts), parts.options));
  }

  private prepare(method: Method, path: string, { query, body, options }: CallParts): HttpRequest {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (method !== 'GET') headers['idempotency-key'] = options?.idempotencyKey ?? newKey();
    if (options?.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
    const url = urlOf(this.config.baseUrl, path, query);
    return { method, url, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  }

  private exchange(
    request: HttpRequest,
    options?: RequestOptions,
    token?: string,
    isRepetition?: boolean,
  ): Promise<HttpAnswer> {
    const { fetch, maxRetries, timeoutMs } = this.config;
    const headers = token === undefined ? request.headers : { ...request.headers, ...authorization(token) };
    const limits = { timeoutMs: options?.timeoutMs ?? timeoutMs, signal: options?.signal };
    const attempt = () => exchange(fetch, { ...request, headers }, limits);
    return withRetries(attempt, { maxRetries, isRepetition, signal: options?.signal });
  }
}

/**
 * Before anything is sent: what is no header would come back from fetch like a broken connection, and be repeated.
 * @throws TypeError in words
 */
function requireSendable({ timeoutMs, idempotencyKey, ifMatch }: RequestOptions = {}): void {
  requireTimeout(timeoutMs);
  if (idempotencyKey !== undefined && !/^[\x21-\x7e]+$/.test(idempotencyKey))
    throw new TypeError('idempotencyKey must be visible ASCII characters, e.g. a UUID.');
  if (ifMatch !== undefined && !Number.isInteger(ifMatch))
    throw new TypeError('ifMatch must be the version that was read, a whole number.');
}

/** Checked here, because fetch puts a refused header's value into its error. */
function authorization(token: string): { authorization: string } {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new MedweaveError('invalid_token', 'The kept access token is not one; sign in again.');
  }
  return { authorization: `Bearer ${token}` };
}

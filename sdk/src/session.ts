import { ApiError, MedweaveError } from './errors.js';
import type { TokenStore, Tokens } from './tokens.js';
import { newKey } from './wire.js';

/** The part of a sign-in's answer that the client keeps. */
interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  /** Of a sign-in; a renewal has none. */
  readonly deviceToken?: string;
}

interface Renewal {
  readonly accessToken: string | undefined;
  /** The server's answer; missing when another tab had already renewed. */
  readonly answer?: unknown;
}

const RENEW_EARLY_MS = 30_000;

/** Holds the sign-in: gives out the access token and renews the pair, one renewal at a time. */
export class Session {
  private renewal: Promise<Renewal> | undefined;
  /** For a store that keeps none. */
  private device: string | undefined;

  constructor(
    private readonly store: TokenStore,
    /** Sends the refresh token to the server and answers with what it said. */
    private readonly exchange: (refreshToken: string, idempotencyKey: string) => Promise<unknown>,
  ) {}

  /** The access token to send, renewed first when it is about to expire; undefined when signed out. */
  async bearer(): Promise<string | undefined> {
    const tokens = await this.store.load();
    if (tokens && Date.now() >= tokens.renewAtMs) return this.renew(tokens.accessToken);
    return tokens?.accessToken;
  }

  /** The token to use after `refused` was answered with 401; undefined when there is none. */
  async renew(refused: string): Promise<string | undefined> {
    return (await this.renewOnce(refused)).accessToken;
  }

  /** Renews now, or joins the renewal under way, and answers what the server said. */
  async refresh(): Promise<unknown> {
    const { answer } = await this.renewOnce();
    return answer ?? (await this.renewOnce()).answer;
  }

  async refreshToken(): Promise<string> {
    return required(await this.store.load()).refreshToken;
  }

  async open(answer: unknown): Promise<void> {
    if (!isSignedIn(answer)) return;
    await this.store.save(toTokens(answer));
    if (answer.deviceToken === undefined) return;
    this.device = answer.deviceToken;
    await this.store.saveDevice?.(answer.deviceToken);
  }

  /** What the last sign-in on this device was answered with, whoever it was. */
  async deviceToken(): Promise<string | undefined> {
    return (await this.store.loadDevice?.()) ?? this.device;
  }

  async close(): Promise<void> {
    await this.store.clear();
  }

  private renewOnce(refused?: string): Promise<Renewal> {
    this.renewal ??= this.exclusively(() => this.renewNow(refused)).finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.store.exclusively ? await this.store.exclusively(work) : await work();
  }

  private async renewNow(refused: string | undefined): Promise<Renewal> {
    const tokens = await this.store.load();
    if (refused !== undefined && tokens?.accessToken !== refused) {
      return { accessToken: tokens?.accessToken }; // renewed, or signed out, in the meantime
    }
    const { refreshToken, renewalKey = newKey() } = required(tokens);
    const answer = await this.exchange(refreshToken, renewalKey).catch(async (error: unknown) => {
      const isOver = error instanceof ApiError && [400, 401, 403].includes(error.status);
      if (isOver && (await this.isStill(refreshToken))) await this.store.clear();
      throw error;
    });
    // Somebody may have signed out, or in as another user, while the answer was on its way.
    if (await this.isStill(refreshToken)) await this.open(answer);
    return { accessToken: (await this.store.load())?.accessToken, answer };
  }

  private async isStill(refreshToken: string): Promise<boolean> {
    return (await this.store.load())?.refreshToken === refreshToken;
  }
}

function required(tokens: Tokens | null): Tokens {
  if (!tokens) throw new MedweaveError('not_signed_in', 'No refresh token is kept: sign in first.');
  return tokens;
}

function isSignedIn(answer: unknown): answer is SignedIn {
  return typeof answer === 'object' && answer !== null && 'accessToken' in answer && 'refreshToken' in answer;
}

/** Short-lived tokens are renewed in their last tenth, so that not every call renews. */
function toTokens({ accessToken, refreshToken, expiresInSeconds }: SignedIn): Tokens {
  const lifetimeMs = expiresInSeconds * 1000;
  const renewAtMs = Date.now() + lifetimeMs - Math.min(RENEW_EARLY_MS, lifetimeMs / 10);
  return { accessToken, refreshToken, renewAtMs, renewalKey: newKey() };
}

/** What a sign-in leaves behind. */
export interface Tokens {
  /** Goes with every call, for some minutes. */
  readonly accessToken: string;
  /** Good for one renewal. */
  readonly refreshToken: string;
  /** Epoch milliseconds of the local clock from which on a call renews the pair first. */
  readonly renewAtMs: number;
  /**
   * The Idempotency-Key of the one renewal that the refresh token is good for. Kept with it: where a renewal's answer
   * was lost, the next tab or the next start repeats that renewal, instead of using the token a second time.
   */
  readonly renewalKey?: string | undefined;
}

/** Where the client keeps its tokens, each with all its fields. Every method may answer at once or later. */
export interface TokenStore {
  /** What was saved last; `null` when nobody is signed in. */
  load(): Tokens | null | Promise<Tokens | null>;
  /** Keeps these in place of the ones before. */
  save(tokens: Tokens): void | Promise<void>;
  /** Forgets them: somebody signed out, or the session is over. */
  clear(): void | Promise<void>;
  /** What `saveDevice` was given last; `null` when nobody has signed in on this device. */
  loadDevice?(): string | null | Promise<string | null>;
  /**
   * Keeps the device's token, also when `clear` forgets the others: the next sign-in shows it, and then nobody else's
   * wrong passwords lock its owner out. A store without it keeps it for as long as the client object lives.
   */
  saveDevice?(deviceToken: string): void | Promise<void>;
  /**
   * Runs `work` while no other client of the same store does. A store that several tabs or processes share
   * needs it: a refresh token used twice closes the whole session.
   */
  exclusively?<T>(work: () => Promise<T>): Promise<T>;
}

/** Keeps the tokens for as long as the client object lives. */
export function memoryTokens(): TokenStore {
  let kept: Tokens | null = null;
  let device: string | null = null;
  return {
    load: () => kept,
    save: (tokens) => {
      kept = tokens;
    },
    clear: () => {
      kept = null;
    },
    loadDevice: () => device,
    saveDevice: (deviceToken) => {
      device = deviceToken;
    },
  };
}

/** Keeps the tokens in the browser, over reloads and for all tabs. Any script of the page can read them. */
export function localStorageTokens(key = 'medweave.tokens'): TokenStore {
  return {
    load: () => readTokens(localStorage.getItem(key)),
    save: (tokens) => localStorage.setItem(key, JSON.stringify(tokens)),
    clear: () => localStorage.removeItem(key),
    loadDevice: () => localStorage.getItem(`${key}.device`),
    saveDevice: (deviceToken) => localStorage.setItem(`${key}.device`, deviceToken),
    exclusively: async (work) =>
      globalThis.navigator?.locks ? await navigator.locks.request(key, work) : await work(),
  };
}

function readTokens(text: string | null): Tokens | null {
  try {
    const tokens: Partial<Tokens> | null = JSON.parse(text ?? 'null');
    const { accessToken, refreshToken, renewAtMs, renewalKey } = tokens ?? {};
    if (!accessToken || !refreshToken || renewAtMs === undefined) return null;
    return { accessToken, refreshToken, renewAtMs, ...(renewalKey && { renewalKey }) };
  } catch {
    return null; // not written by us: as good as signed out
  }
}

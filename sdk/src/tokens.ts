/** What a sign-in leaves behind. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Epoch milliseconds of the local clock from which on a call renews the pair first. */
  readonly renewAtMs: number;
}

/** Where the client keeps its tokens. Every method may answer at once or later. */
export interface TokenStore {
  load(): Tokens | null | Promise<Tokens | null>;
  save(tokens: Tokens): void | Promise<void>;
  clear(): void | Promise<void>;
  /**
   * Runs `work` while no other client of the same store does. A store that several tabs or processes share
   * needs it: a refresh token used twice closes the whole session.
   */
  exclusively?<T>(work: () => Promise<T>): Promise<T>;
}

/** Keeps the tokens for as long as the client object lives. */
export function memoryTokens(): TokenStore {
  let kept: Tokens | null = null;
  return {
    load: () => kept,
    save: (tokens) => {
      kept = tokens;
    },
    clear: () => {
      kept = null;
    },
  };
}

/** Keeps the tokens in the browser, over reloads and for all tabs. Any script of the page can read them. */
export function localStorageTokens(key = 'medweave.tokens'): TokenStore {
  return {
    load: () => readTokens(localStorage.getItem(key)),
    save: (tokens) => localStorage.setItem(key, JSON.stringify(tokens)),
    clear: () => localStorage.removeItem(key),
    exclusively: async (work) =>
      globalThis.navigator?.locks ? await navigator.locks.request(key, work) : await work(),
  };
}

function readTokens(text: string | null): Tokens | null {
  try {
    const tokens: Partial<Tokens> | null = JSON.parse(text ?? 'null');
    const { accessToken, refreshToken, renewAtMs } = tokens ?? {};
    if (!accessToken || !refreshToken || renewAtMs === undefined) return null;
    return { accessToken, refreshToken, renewAtMs };
  } catch {
    return null; // not written by us: as good as signed out
  }
}

import { basePath, Resources } from './generated/resources.js';
import { Core } from './request.js';
import { memoryTokens, type TokenStore } from './tokens.js';
import type { Fetch } from './transport.js';

/** How a client reaches its server. Only `baseUrl` is needed. */
export interface MedweaveConfig {
  /** Where the server is, such as `https://clinic.example`; `''` in a page that the server itself serves. */
  readonly baseUrl: string;
  /** For tests, proxies, and platforms without a global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Where the sign-in is kept; in memory when missing. */
  readonly tokens?: TokenStore | undefined;
  /** Of each attempt; 10,000 when missing. */
  readonly timeoutMs?: number | undefined;
  /** Attempts after the first; 3 when missing. */
  readonly maxRetries?: number | undefined;
}

/**
 * The client. One object serves one signed-in person; every resource of the API is a field of it.
 * Signs in through `auth`, keeps and renews the tokens by itself, and repeats what is safe to repeat.
 */
export class Medweave extends Resources {
  /**
   * Sends nothing yet.
   * @throws TypeError when `baseUrl` is not an http(s) address or a path
   */
  constructor({ baseUrl, fetch, tokens, timeoutMs = 10_000, maxRetries = 3 }: MedweaveConfig) {
    const core = new Core({
      baseUrl: normalize(baseUrl),
      fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
      tokens: tokens ?? memoryTokens(),
      timeoutMs,
      maxRetries,
    });
    super(core);
  }
}

function normalize(baseUrl: string): string {
  if (!/^(https?:\/\/|\/|$)/.test(baseUrl)) {
    throw new TypeError('baseUrl must be an http(s) address such as https://clinic.example');
  }
  const trimmed = baseUrl.replace(/\/+$/, '');
  return trimmed.endsWith(basePath) ? trimmed : trimmed + basePath;
}

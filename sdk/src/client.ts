import { apiUrl } from './base-url.js';
import { basePath, Resources } from './generated/resources.js';
import { requireRetries, requireTimeout } from './limits.js';
import { Core } from './request.js';
import { memoryTokens, type TokenStore } from './tokens.js';
import type { Fetch } from './transport.js';

/** How a client reaches its server. Only `baseUrl` is needed. */
export interface MedweaveConfig {
  /**
   * Where the server is, such as `https://clinic.example` or `https://example.org/clinic`; `''` in a page that the
   * server itself serves.
   */
  readonly baseUrl: string;
  /** For tests, proxies, and platforms without a global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Where the sign-in is kept; in memory when missing. */
  readonly tokens?: TokenStore | undefined;
  /** Of each attempt; 10,000 when missing, `Infinity` for no limit. */
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
   * @throws TypeError when `baseUrl` is not an http(s) address or a path, or has more than one; when `timeoutMs` or
   *   `maxRetries` is no number that means something
   */
  constructor({ baseUrl, fetch, tokens, timeoutMs = 10_000, maxRetries = 3 }: MedweaveConfig) {
    requireTimeout(timeoutMs);
    requireRetries(maxRetries);
    const core = new Core({
      baseUrl: apiUrl(baseUrl, basePath),
      fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
      tokens: tokens ?? memoryTokens(),
      timeoutMs,
      maxRetries,
    });
    super(core);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import type { BrowserContext, Page } from 'playwright-core';
import { deriveSigningKey } from '../../../server/src/lib/secrets.js';

interface KeptTokens {
  accessToken: string;
  renewAtMs: number;
}

const storageKey = 'medweave.tokens';

export async function keptTokens(tab: Page): Promise<KeptTokens | null> {
  return JSON.parse(await tab.evaluate((key) => localStorage.getItem(key) ?? 'null', storageKey));
}

/** Puts a token that expired ten minutes ago in the place of the kept one; both tabs of the origin have it then. */
export async function expireKeptToken(
  tab: Page,
  secret: string,
  change: Partial<KeptTokens> = {},
): Promise<void> {
  const tokens = await keptTokens(tab);
  if (!tokens) throw new Error('Nobody is signed in.');
  const claims = jwt.decode(tokens.accessToken) as jwt.JwtPayload;
  const seconds = Math.floor(Date.now() / 1_000);
  const expired = { ...claims, iat: seconds - 1_200, exp: seconds - 600 };
  const accessToken = jwt.sign(expired, deriveSigningKey(secret), { algorithm: 'ES256' });
  const text = JSON.stringify({ ...tokens, ...change, accessToken });
  await tab.evaluate(([key = '', value = '']) => localStorage.setItem(key, value), [storageKey, text]);
}

export interface Renewals {
  /** Different ones: a repetition under the same key is the same renewal. */
  readonly count: number;
  /** Whether a second tab was waiting for its turn while the first one renewed. */
  readonly tookTurns: boolean;
}

/**
 * What the tabs ask of the server while `work` runs. The first renewal is held back until a second tab waits for its turn
 * or asks as well: they happen at the same moment, however fast the machine is. A tab that has its turn may not see yet
 * what the one before it has stored; it then repeats that very renewal, under its key.
 */
export async function watchRenewals(
  context: BrowserContext,
  work: () => Promise<unknown>,
): Promise<Renewals> {
  const address = '**/api/v1/auth/refresh';
  const keys: (string | undefined)[] = [];
  let tookTurns = false;
  await context.route(address, async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    while (keys.length < 2 && !tookTurns) {
      tookTurns = await someTabWaits(context);
      await sleep(20);
    }
    await route.continue();
  });
  try {
    await work();
  } finally {
    await context.unroute(address);
  }
  return { count: new Set(keys).size, tookTurns };
}

async function someTabWaits(context: BrowserContext): Promise<boolean> {
  const [tab] = context.pages();
  const waiting = await tab?.evaluate(async () => (await navigator.locks.query()).pending?.length);
  return (waiting ?? 0) > 0;
}

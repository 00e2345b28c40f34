import { createHash } from 'node:crypto';
import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { Draws } from '../../server/src/generate/draws.js';
import { newId } from '../../server/src/lib/ids.js';
import { must, type OpenClinic, signIn } from '../../server/test/support/calls.js';

/** Each gives a refresh token that must not work; `session` is a fresh one of its own, because a theft ends it. */
export const refreshForgeries: Readonly<
  Record<string, (session: SignedIn, draws: Draws, clinic: OpenClinic) => Promise<string>>
> = {
  'an access token': async ({ accessToken }) => accessToken,
  noise: async (_session, draws) =>
    Array.from({ length: 43 }, () => 'abcdefghijkLMNOPQRST0123-_'[draws.below(26)]).join(''),
  cut: async ({ refreshToken }, draws) => refreshToken.slice(0, draws.below(refreshToken.length)),
  'a character changed': async ({ refreshToken }, draws) => {
    const at = draws.below(refreshToken.length - 1);
    return refreshToken.slice(0, at) + (refreshToken[at] === 'A' ? 'B' : 'A') + refreshToken.slice(at + 1);
  },
  'one more character': async ({ refreshToken }) => `${refreshToken}A`,
  'blanks around it': async ({ refreshToken }) => ` ${refreshToken} `,
  'its hash, as the database has it': async ({ refreshToken }) =>
    createHash('sha256').update(refreshToken).digest('base64url'),
  'the id of the session': async ({ accessToken }) =>
    JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()).sid,
  'one that was used, and what it gave too': async ({ refreshToken }, _draws, clinic) => {
    const next = await must(clinic.call<SignedIn>(null, 'POST', '/auth/refresh', { body: { refreshToken } }));
    await must(clinic.call(null, 'POST', '/auth/refresh', { body: { refreshToken: next.refreshToken } }));
    return refreshToken;
  },
  'one of a session that was signed out': async (session, _draws, clinic) => {
    await must(clinic.call(session, 'POST', '/auth/logout'));
    return session.refreshToken;
  },
};

/** @returns what came instead of a refusal; null when it was refused */
export async function tryRefresh(
  clinic: OpenClinic,
  kind: string,
  email: string,
  draws: Draws,
): Promise<string | null> {
  const forge = refreshForgeries[kind];
  if (!forge) throw new Error(`There is no way to forge a refresh token called ${kind}.`);
  const session = await signIn(clinic.call, email);
  const refreshToken = await forge(session, draws, clinic);
  const headers = { 'idempotency-key': newId() };
  const { status, body } = await clinic.call(null, 'POST', '/auth/refresh', {
    body: { refreshToken },
    headers,
  });
  const isRefused = (status === 401 && body.code === 'refresh_token_invalid') || status === 422;
  return isRefused ? null : `${status} ${JSON.stringify(body).slice(0, 120)}`;
}

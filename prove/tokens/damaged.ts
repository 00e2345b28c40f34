import { encoded } from './jws.js';
import type { Forger } from './victims.js';

type Forge = (forger: Forger) => string;

/** The last character of a signature has bits that no decoder reads: another one there is the same signature. */
const lastThatCounts = 84;

const edited =
  (change: (forger: Forger) => Record<string, unknown>): Forge =>
  (forger) => {
    const [header, , signature] = forger.victim.texts;
    return `${header}.${encoded({ ...forger.victim.claims, ...change(forger) })}.${signature}`;
  };

const replaced = (text: string, at: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + 1);

/** A good token that was changed on the way. */
export const damaged: Readonly<Record<string, Forge>> = {
  'somebody else put in': edited(({ other }) => ({ sub: other.claims.sub })),
  'another session put in': edited(({ other }) => ({ sid: other.claims.sid })),
  'a longer life put in': edited(({ victim }) => ({ exp: Number(victim.claims.exp) + 86_400 })),
  'a role put in': edited(() => ({ role: 'admin', isAdmin: true, scope: '*' })),
  'another header put in': ({ victim: { texts, header }, draws }) =>
    `${encoded({ ...header, typ: draws.one(['jwt', 'JOSE', 'at+jwt']), extra: 1 })}.${texts[1]}.${texts[2]}`,
  'a character changed': ({ victim: { texts }, draws }) => {
    const at = draws.below(lastThatCounts);
    const by = texts[2][at] === 'A' ? 'B' : 'A';
    return `${texts[0]}.${texts[1]}.${replaced(texts[2], at, by)}`;
  },
  cut: ({ victim: { user }, draws }) => user.accessToken.slice(0, draws.below(user.accessToken.length - 1)),
  'without its signature': ({ victim: { texts }, draws }) =>
    `${texts[0]}.${texts[1]}${draws.one(['', '.', '..', '.null', '.undefined'])}`,
  'without its claims': ({ victim: { texts } }) => `${texts[0]}..${texts[2]}`,
  'with a part too many': ({ victim: { user }, draws }) =>
    draws.one([`${user.accessToken}.`, `${user.accessToken}.a`, `.${user.accessToken}`]),
  'with blanks inside': ({ victim: { user }, draws }) => {
    const at = draws.between(1, user.accessToken.length - 2);
    return `${user.accessToken.slice(0, at)}${draws.one([' ', '\t', '  ', '%20', '\u00a0'])}${user.accessToken.slice(at)}`;
  },
  'after a blank': ({ victim: { user }, draws }) => `${draws.one([' ', '\t', '  '])}${user.accessToken}x`,
  'in quotes': ({ victim: { user }, draws }) =>
    draws.one([`"${user.accessToken}"`, `'${user.accessToken}'`, `<${user.accessToken}>`]),
  'in capitals': ({ victim: { user } }) => user.accessToken.toUpperCase(),
  'encoded once more': ({ victim: { user } }) => Buffer.from(user.accessToken).toString('base64url'),
  twice: ({ victim: { user } }) => `${user.accessToken},${user.accessToken}`,
  huge: ({ victim: { texts }, draws }) =>
    `${texts[0]}.${texts[1]}${'A'.repeat(draws.between(1_000, 14_000))}.${texts[2]}`,
  'too huge for a header': ({ victim: { user } }) => user.accessToken.repeat(60),
  noise: ({ draws }) =>
    Array.from({ length: draws.between(1, 600) }, () => String.fromCharCode(draws.between(33, 255))).join(''),
};

/** What is good elsewhere, or in the wrong place. */
export const misplaced: Readonly<Record<string, Forge>> = {
  'a refresh token': ({ victim: { user } }) => user.refreshToken,
  'the id of a session': ({ victim }) => String(victim.claims.sid),
  'the id of a user': ({ victim: { user } }) => user.user.id,
  'an e-mail address': ({ victim: { user } }) => user.user.email,
  'claims without a token': ({ victim }) => victim.texts[1],
  'a token that was signed out': ({ ended }) => ended.user.accessToken,
};

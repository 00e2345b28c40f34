import { newId } from '../../server/src/lib/ids.js';
import { type Claims, encoded, signed } from './jws.js';
import { type Forger, nowSeconds } from './victims.js';

type Forge = (forger: Forger) => string;

const ours = ({ keys, victim }: Forger, claims: Claims | string): string =>
  signed('ES256', keys.ours, claims, { kid: victim.header.kid });

const changed =
  (change: (forger: Forger) => Claims): Forge =>
  (forger) =>
    ours(forger, { ...forger.victim.claims, ...change(forger) });

const without =
  (name: string): Forge =>
  (forger) => {
    const { [name]: _left, ...rest } = forger.victim.claims;
    return ours(forger, rest);
  };

/** Signed with the clinic's own key, and good for nothing all the same: old, early, for others, or of nobody. */
export const saidWrong: Readonly<Record<string, Forge>> = {
  expired: changed(({ draws }) => {
    const agoSeconds = draws.one([1, 5, 60, 600, 1_800, 3_599, 86_400, 30 * 86_400]);
    const exp = nowSeconds() - agoSeconds;
    return { iat: exp - 600, exp };
  }),
  'expired in 1970': changed(({ draws }) => ({ exp: draws.one([0, -1, 1]) })),
  'never expires': without('exp'),
  'expires at no time': changed(({ draws }) => ({
    exp: draws.one<unknown>([null, '', 'never', '9999999999', [9_999_999_999], { $gt: 0 }, true]),
  })),
  'not valid yet': changed(({ draws }) => ({ nbf: nowSeconds() + draws.between(30, 86_400) })),
  'issued in the future': changed(({ draws }) => {
    const iat = nowSeconds() + draws.between(30, 86_400);
    return { iat, exp: iat + draws.one([1, 60, 600]) };
  }),
  'issued at no time': changed(({ draws }) => ({
    iat: draws.one<unknown>([null, '', 'now', String(nowSeconds()), [nowSeconds()], {}, true]),
  })),
  'not issued': without('iat'),
  'lives longer than ours': changed(({ draws }) => {
    const iat = nowSeconds() - draws.between(0, 500);
    return { iat, exp: iat + draws.one([601, 660, 3_600, 86_400, 10 * 365 * 86_400]) };
  }),
  'valid from no time': changed(({ draws }) => ({ nbf: draws.one<unknown>(['', 'now', {}, []]) })),
  'for another audience': changed(({ draws }) => ({
    aud: draws.one<unknown>(['another-api', 'medweave', 'MEDWEAVE-API', '', ['another-api'], {}, null]),
  })),
  'for no audience': without('aud'),
  'from another issuer': changed(({ draws }) => ({
    iss: draws.one<unknown>(['https://elsewhere.example', 'Medweave', 'medweave ', '', ['x'], null]),
  })),
  'from no issuer': without('iss'),
  'of no session': without('sid'),
  'of a session that there is not': changed(() => ({ sid: newId() })),
  'of a session that is none': changed(({ draws }) => ({
    sid: draws.one<unknown>([
      "' OR 1=1 -- ",
      '',
      '0',
      'null',
      '%',
      0,
      true,
      null,
      ['a'],
      { $gt: '' },
      '00000000-0000-0000-0000-000000000000',
    ]),
  })),
  'of the session of somebody else': changed(({ other }) => ({ sid: other.claims.sid })),
  'of a session that has ended': ({ keys, ended }) => signed('ES256', keys.ours, ended.claims),
  'of nobody': without('sub'),
  'of another user': changed(({ other }) => ({ sub: other.claims.sub })),
  'of a user who is none': changed(({ draws }) => ({
    sub: draws.one<unknown>(['', '*', "' OR 1=1 -- ", newId(), ['a'], { $ne: null }]),
  })),
  'claims that are none': (forger) =>
    ours(forger, forger.draws.one(['null', '[]', '"text"', '1', '', '{', '{"__proto__":{"sub":"a"}}'])),
  'claims twice encoded': (forger) => ours(forger, encoded(forger.victim.claims)),
};

import { createPublicKey, type KeyObject } from 'node:crypto';
import { deriveKey } from '../../server/src/lib/secrets.js';
import { type Algorithm, encoded, signed, unsigned, withSignature } from './jws.js';
import type { Forger } from './victims.js';

type Forge = (forger: Forger) => string;

const hmacs: readonly [Algorithm, ...Algorithm[]] = ['HS256', 'HS384', 'HS512'];
const nones: readonly [string, ...string[]] = ['none', 'None', 'NONE', 'nOnE', ' none', ''];
const kids: readonly [string, ...string[]] = [
  '../../../../dev/null',
  '/dev/null',
  "' UNION SELECT 'key' -- ",
  'https://keys.example/jwks.json',
  '',
  '__proto__',
  '| sleep 5',
  `${'a'.repeat(5_000)}`,
];

const publicForms = (key: KeyObject): readonly [string | Buffer, ...(string | Buffer)[]] => [
  key.export({ type: 'spki', format: 'pem' }).toString(),
  key.export({ type: 'spki', format: 'pem' }).toString().trim(),
  key.export({ type: 'spki', format: 'der' }),
  JSON.stringify(key.export({ format: 'jwk' })),
  Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url'),
];

/** Keys that travel in the token, or are to be fetched for it. */
const ownKeyIn = (key: KeyObject): Record<string, unknown> => ({
  jwk: createPublicKey(key).export({ format: 'jwk' }),
  jku: 'https://keys.example/jwks.json',
  x5u: 'https://keys.example/chain.pem',
  x5c: [createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')],
});

/** The victim's own claims, under a signature that is none, or somebody else's. */
export const signedWrong: Readonly<Record<string, Forge>> = {
  'no algorithm, no signature': ({ victim, draws }) =>
    `${unsigned({ alg: draws.one(nones), typ: 'JWT' }, victim.claims)}.`,
  'no algorithm, with a signature': ({ victim, draws }) =>
    withSignature(unsigned({ ...victim.header, alg: draws.one(nones) }, victim.claims), victim.texts[2]),
  'no algorithm at all': ({ victim }) =>
    withSignature(unsigned({ typ: 'JWT' }, victim.claims), victim.texts[2]),
  'an algorithm that is a list': ({ victim, keys }) =>
    signed('ES256', keys.p256, victim.claims, { alg: ['ES256', 'none'] }),
  'an HMAC with the public key': ({ victim, keys, draws }) =>
    signed(draws.one(hmacs), draws.one(publicForms(keys.ourPublic)), victim.claims, {
      kid: victim.header.kid,
    }),
  'an HMAC with nothing': ({ victim, draws }) => signed(draws.one(hmacs), '', victim.claims),
  'an HMAC with the clinic’s secret itself': ({ victim, keys, draws }) =>
    signed(draws.one(hmacs), keys.ourSecret, victim.claims),
  'an HMAC with a key of another purpose': ({ victim, keys, draws }) => {
    const purpose = draws.one(['refresh-rotation', 'jwt-es256-0', 'list-cursors', 'idempotency-bodies']);
    return signed(draws.one(hmacs), deriveKey(keys.ourSecret, purpose), victim.claims);
  },
  'ES256 in name, an HMAC in truth': ({ victim, keys, draws }) =>
    signed('HS256', draws.one(publicForms(keys.ourPublic)), victim.claims, { alg: 'ES256' }),
  'another key': ({ victim, keys }) => signed('ES256', keys.p256, victim.claims, { kid: victim.header.kid }),
  'the key of another deployment': ({ victim, keys }) =>
    signed('ES256', keys.anotherDeployment, victim.claims),
  'another curve': ({ victim, keys }) => signed('ES384', keys.p384, victim.claims),
  'another curve under our algorithm': ({ victim, keys }) =>
    signed('ES384', keys.p384, victim.claims, { alg: 'ES256' }),
  RSA: ({ victim, keys, draws }) =>
    signed(draws.one(['RS256', 'PS256'] as const), keys.rsa, victim.claims, { kid: victim.header.kid }),
  'RSA under our algorithm': ({ victim, keys }) => signed('RS256', keys.rsa, victim.claims, { alg: 'ES256' }),
  Ed25519: ({ victim, keys }) => signed('EdDSA', keys.ed25519, victim.claims),
  'our key under another algorithm': ({ victim, keys, draws }) =>
    signed('ES256', keys.ours, victim.claims, {
      alg: draws.one(['ES384', 'HS256', 'RS256', 'none', 'es256', 'ES256K']),
    }),
  'its own key in its header': ({ victim, keys, draws }) => {
    const own = Object.entries(ownKeyIn(keys.p256));
    const chosen = own[draws.below(own.length)] ?? [];
    return signed('ES256', keys.p256, victim.claims, Object.fromEntries([chosen]));
  },
  'a key id with a trick': ({ victim, keys, draws }) =>
    draws.chance(0.5)
      ? signed('ES256', keys.p256, victim.claims, { kid: draws.one(kids) })
      : signed('HS256', '', victim.claims, { kid: draws.one(kids) }),
  'an extension that must be understood': ({ victim, keys }) =>
    signed('ES256', keys.p256, victim.claims, { crit: ['b64'], b64: false }),
  'a signature of zeros': ({ victim, draws }) =>
    withSignature(unsigned(victim.header, victim.claims), Buffer.alloc(draws.one([0, 1, 32, 64, 96, 128]))),
  'a signature of ones': ({ victim }) => {
    const one = Buffer.alloc(64);
    one[31] = 1;
    one[63] = 1;
    return withSignature(unsigned(victim.header, victim.claims), one);
  },
  'the signature of another token': ({ victim, other }) =>
    `${victim.texts[0]}.${victim.texts[1]}.${other.texts[2]}`,
  'five parts, as if encrypted': ({ victim }) =>
    `${encoded({ alg: 'dir', enc: 'A256GCM' })}..${victim.texts.join('.')}`,
  'the form of JSON': ({ victim: { texts } }) =>
    JSON.stringify({ protected: texts[0], payload: texts[1], signature: texts[2] }),
};

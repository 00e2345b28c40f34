import { constants, createHmac, type KeyObject, sign } from 'node:crypto';

/** Made by hand, because libraries refuse to make what is wrong. */

export type Claims = Readonly<Record<string, unknown>>;

export const encoded = (part: Claims | string): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** What is signed: header and claims. */
export const unsigned = (header: Claims, claims: Claims | string): string =>
  `${encoded(header)}.${encoded(claims)}`;

export const withSignature = (body: string, signature: Buffer | string): string =>
  `${body}.${typeof signature === 'string' ? signature : signature.toString('base64url')}`;

export type Algorithm = keyof typeof signatures;

const hmac =
  (hash: string) =>
  (body: string, key: KeyObject | string | Buffer): Buffer =>
    createHmac(hash, key).update(body).digest();

const elliptic =
  (hash: string) =>
  (body: string, key: KeyObject | string | Buffer): Buffer =>
    sign(hash, Buffer.from(body), { key: key as KeyObject, dsaEncoding: 'ieee-p1363' });

const signatures = {
  HS256: hmac('sha256'),
  HS384: hmac('sha384'),
  HS512: hmac('sha512'),
  ES256: elliptic('sha256'),
  ES384: elliptic('sha384'),
  RS256: (body: string, key: KeyObject | string | Buffer): Buffer =>
    sign('sha256', Buffer.from(body), key as KeyObject),
  PS256: (body: string, key: KeyObject | string | Buffer): Buffer =>
    sign('sha256', Buffer.from(body), { key: key as KeyObject, padding: constants.RSA_PKCS1_PSS_PADDING }),
  EdDSA: (body: string, key: KeyObject | string | Buffer): Buffer =>
    sign(null, Buffer.from(body), key as KeyObject),
} as const;

/** A token that is signed so; `header` may say otherwise. */
export function signed(
  algorithm: Algorithm,
  key: KeyObject | string | Buffer,
  claims: Claims | string,
  header: Claims = {},
): string {
  const body = unsigned({ alg: algorithm, typ: 'JWT', ...header }, claims);
  return withSignature(body, signatures[algorithm](body, key));
}

/** The parts of a token that was given out. */
export function partsOf(token: string): { header: Claims; claims: Claims; texts: [string, string, string] } {
  const texts = token.split('.') as [string, string, string];
  const [header, claims] = texts
    .slice(0, 2)
    .map((text) => JSON.parse(Buffer.from(text, 'base64url').toString()));
  return { header, claims, texts };
}

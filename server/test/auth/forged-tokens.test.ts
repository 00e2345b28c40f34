import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { newId } from '../../src/lib/ids.js';
import { deriveSigningKey } from '../../src/lib/secrets.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { patient, type RegisteredPatient } from '../support/people.js';

const hmac = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

describe('A token that is not ours', () => {
  let clinic: Clinic;
  let victim: RegisteredPatient;
  let attacker: RegisteredPatient;
  let ourKey: KeyObject;
  let claims: jwt.JwtPayload & { sid: string };

  before(async () => {
    clinic = await startClinic();
    [victim, attacker] = [await patient(clinic), await patient(clinic)];
    ourKey = deriveSigningKey(clinic.composed.config.secret);
    claims = jwt.decode(victim.user.accessToken) as typeof claims;
  });
  after(() => clinic?.close());

  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = (
    payload: object,
    key: jwt.Secret | KeyObject = ourKey,
    options: jwt.SignOptions = {},
  ): string => jwt.sign(payload, key as jwt.Secret, { algorithm: 'ES256', ...options });
  const without = (name: string): object =>
    Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

  const publicPem = (): string => createPublicKey(ourKey).export({ type: 'spki', format: 'pem' }).toString();

  const forgeries: Record<string, () => string> = {
    'is no token at all': () => 'abc',
    'is empty': () => '',
    'has the algorithm none': () => `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`,
    'has the algorithm none and a signature': () => {
      const signature = victim.user.accessToken.split('.')[2];
      return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.${signature}`;
    },
    'is signed with the public key as an HMAC secret': () => {
      const body = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
      return `${body}.${hmac(body, publicPem())}`;
    },
    'is signed with another key of the same kind': () =>
      signed(claims, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    'is signed by a deployment with another secret': () =>
      signed(claims, deriveSigningKey('another-deployment-with-another-secret')),
    'carries its own key': () => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const jwk = publicKey.export({ format: 'jwk' });
      return signed(claims, privateKey, { header: { alg: 'ES256', ...{ jwk } } });
    },
    'has somebody else put in': () => {
      const [head, , signature] = victim.user.accessToken.split('.');
      return `${head}.${encoded({ ...claims, sub: attacker.user.user.id })}.${signature}`;
    },
    'has lost its signature': () => `${victim.user.accessToken.split('.').slice(0, 2).join('.')}.`,
    'has expired': () => signed({ ...claims, iat: claims.iat! - 1_200, exp: claims.iat! - 600 }),
    'never expires': () => signed(without('exp')),
    'is not valid yet': () => signed({ ...claims, nbf: Math.floor(Date.now() / 1_000) + 600 }),
    'is meant for another audience': () => signed({ ...claims, aud: 'another-api' }),
    'has no audience': () => signed(without('aud')),
    'comes from another issuer': () => signed({ ...claims, iss: 'https://elsewhere.example' }),
    'has no session': () => signed(without('sid')),
    'has no subject': () => signed(without('sub')),
    'names a session that there is not': () => signed({ ...claims, sid: newId() }),
    'names a session that is no id': () => signed({ ...claims, sid: "' OR 1=1 --" }),
    'names the session of somebody else': () => signed({ ...claims, sub: attacker.user.user.id }),
    'is a refresh token': () => victim.user.refreshToken,
  };

  for (const [what, forge] of Object.entries(forgeries)) {
    it(`is refused when it ${what}`, async () => {
      const forged = forge();
      const { status, headers, body } = await clinic.call(
        { ...victim.user, accessToken: forged },
        'GET',
        '/auth/me',
      );
      expect(status, JSON.stringify(body)).to.equal(401);
      expect(headers.get('www-authenticate')).to.equal(`Bearer realm="medweave", error="${body.code}"`);
      expect(headers.get('content-type')).to.match(/^application\/problem\+json/);
      if (forged !== '') expect(JSON.stringify(body)).not.to.include(forged);
    });
  }

  it('is refused when it is missing, or comes under another scheme', async () => {
    const ours = victim.user.accessToken;
    for (const authorization of [undefined, 'Basic dXNlcjpwYXNz', ours, `Token ${ours}`]) {
      const headers: Record<string, string> = authorization ? { authorization } : {};
      const answer = await clinic.call(null, 'GET', '/auth/me', { headers });
      expect(answer.body).to.include({ status: 401, code: 'token_missing' });
      expect(answer.headers.get('www-authenticate')).to.include('Bearer');
    }
  });

  it('is told from ours, which is accepted before and after all that', async () => {
    expect((await clinic.call(victim.user, 'GET', '/auth/me')).status).to.equal(200);
    expect(
      (await clinic.call({ ...victim.user, accessToken: signed(claims) }, 'GET', '/auth/me')).status,
    ).to.equal(200);
  });
});

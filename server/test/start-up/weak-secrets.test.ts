import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { ConfigError } from '../../src/lib/errors.js';

const strong = 'Vq3fLx0cTz8mYw2rKd7nHs5bJg1pXe4u';
const production = { NODE_ENV: 'production', MEDWEAVE_SECRET: strong };

const weakSecrets = [
  'a'.repeat(40),
  'abcabcabcabcabcabcabcabcabcabcabcabc',
  'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb',
  'deadbeefdeadbeefdeadbeefdeadbeef',
  '00000000000000000000000000000001',
  '11111111-1111-1111-1111-111111111111',
  '01234567890123456789012345678901',
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'qwertyuiopasdfghjklzxcvbnm123456',
  'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6',
  'password-password-password-password',
  'P@ssw0rdP@ssw0rdP@ssw0rdP@ssw0rd1',
  'P@55w0rd-4dm1n-53cr3t-ch4ng3m3-7357',
  'x7Kq9mWz-x7Kq9mWz-x7Kq9mWz-x7Kq9mWz!',
  'changeme-changeme-changeme-changeme!',
  'please-change-this-secret-in-production',
  'your-secret-key-here-32-characters-min',
  'replace-me-with-a-random-string-of-32-chars',
  'this-is-a-very-long-secret-string-for-jwt',
  'SuperSecretPasswordThatNobodyKnows2026',
  'hospital-clinic-backend-production-key-2026',
  'correct horse battery staple correct horse',
  'medweave-development-secret-not-for-production-2',
  'MEDWEAVE-DEVELOPMENT-SECRET-NOT-FOR-PRODUCTION',
  'an-own-secret-of-this-very-deployment',
];

const weakPasswords = [
  'admin12345',
  'Password123!',
  'medweave-demo',
  'medweave-generated',
  'hospital2026',
  'aaaaaaaaaaaa',
];

describe('In production a secret', () => {
  for (const secret of weakSecrets)
    it(`is refused when it can be guessed: ${secret}`, () => {
      const start = () => readConfig({ ...production, MEDWEAVE_SECRET: secret });
      expect(start).to.throw(ConfigError, /MEDWEAVE_SECRET: it (repeats|is made of).*openssl rand/);
      expect(start).to.not.throw(secret);
    });

  it('is taken when it is random, however it is written', () => {
    for (let count = 0; count < 200; count++)
      for (const secret of [
        randomBytes(48).toString('base64'),
        randomBytes(24).toString('base64url'),
        randomBytes(16).toString('hex'),
        randomUUID(),
        Array.from(randomBytes(48), (byte) => byte % 10).join(''),
      ])
        expect(readConfig({ ...production, MEDWEAVE_SECRET: secret }).secret).to.equal(secret);
  });

  it('is taken as words that nobody lists', () => {
    const secret = 'maple orbit canyon violin tundra ember quilt harbor';
    expect(readConfig({ ...production, MEDWEAVE_SECRET: secret }).secret).to.equal(secret);
  });

  for (const password of weakPasswords)
    it(`is refused as the first admin's password when it can be guessed: ${password}`, () => {
      const admin = { MEDWEAVE_ADMIN_EMAIL: 'admin@clinic.example', MEDWEAVE_ADMIN_PASSWORD: password };
      expect(() => readConfig({ ...production, ...admin })).to.throw(
        ConfigError,
        'MEDWEAVE_ADMIN_PASSWORD: it',
      );
      expect(readConfig(admin).firstAdmin).to.include({ password });
    });

  it('is refused as the token of the metrics when it can be guessed', () => {
    for (const token of ['metrics-metrics-metrics', 'prometheus-prometheus', 'secret-token-for-metrics'])
      expect(() => readConfig({ ...production, MEDWEAVE_METRICS_TOKEN: token }), token).to.throw(
        ConfigError,
        'MEDWEAVE_METRICS_TOKEN: it',
      );
    expect(() => readConfig({ MEDWEAVE_METRICS_TOKEN: 'short' })).to.throw(ConfigError, 'at least 16');
    const token = randomBytes(24).toString('base64url');
    expect(readConfig({ ...production, MEDWEAVE_METRICS_TOKEN: token }).metricsToken).to.equal(token);
  });

  it('is not undone by hashes that are cheap to try', () => {
    expect(() => readConfig({ ...production, BCRYPT_COST: '9' })).to.throw(ConfigError, 'BCRYPT_COST');
    expect(readConfig({ ...production, BCRYPT_COST: '10' }).bcryptCost).to.equal(10);
  });

  it('is of no concern at a desk', () => {
    expect(readConfig({ MEDWEAVE_SECRET: 'a'.repeat(40), BCRYPT_COST: '4' }).isProduction).to.equal(false);
  });
});

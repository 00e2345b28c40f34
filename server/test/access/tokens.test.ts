import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { deriveSigningKey } from '../../src/lib/secrets.js';
import { eventually, openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, freshEmail, must, password, startClinic } from '../support/clinic.js';
import { patient } from '../support/people.js';

describe('An access token', () => {
  let clinic: Clinic;
  let stores: Stores;

  before(async () => {
    clinic = await startClinic();
    stores = await openStores(clinic);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  const call = (accessToken: string, path: string) =>
    clinic.call(null, 'GET', path, { headers: { authorization: `Bearer ${accessToken}` } });
  const me = (accessToken: string) => call(accessToken, '/auth/me');
  const refresh = (refreshToken: string) =>
    clinic.call(null, 'POST', '/auth/refresh', { body: { refreshToken } });
  const login = (email: string) => clinic.call(null, 'POST', '/auth/login', { body: { email, password } });

  /** Ours in everything but these claims. */
  function signed({ user, accessToken }: SignedIn, claims: object, expiresInSeconds = 600): string {
    const { sid, iss, aud } = jwt.decode(accessToken) as jwt.JwtPayload;
    const key = deriveSigningKey(clinic.composed.config.secret);
    const payload = { sid, iss, aud, sub: user.id, ...claims };
    return jwt.sign(payload, key, { algorithm: 'ES256', expiresIn: expiresInSeconds });
  }

  it('does not bring its rights along', async () => {
    const { user } = await patient(clinic);
    const token = signed(user, { role: 'admin', patientId: newId() });
    expect((await call(token, '/users')).status).to.equal(403);
    expect((await me(token)).body).to.include({ role: 'patient', patientId: user.user.patientId });
  });

  const ends: [string, string][] = [
    [
      'its session has run out',
      'UPDATE sessions SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE user_id = ?',
    ],
    ['its session was revoked', 'UPDATE sessions SET revoked_at = NOW(3) WHERE user_id = ?'],
    ['its user was disabled, whoever did it', 'UPDATE users SET is_active = 0 WHERE id = ?'],
  ];
  for (const [when, statement] of ends)
    it(`is good no longer when ${when}, nor is the refresh token`, async () => {
      const { user } = await patient(clinic);
      expect((await me(user.accessToken)).status).to.equal(200);
      await stores.rows(statement, [uuidBytes(user.user.id)]);
      await eventually(
        'the token is refused',
        async () => (await me(user.accessToken)).status === 401,
        3_000,
      );
      expect((await refresh(user.refreshToken)).status).to.equal(401);
    });

  it('is good no longer when it has expired, also where it was checked before', async () => {
    const { user } = await patient(clinic);
    const token = signed(user, {}, 2);
    expect((await me(token)).status).to.equal(200);
    await eventually('it expires', async () => (await me(token)).status === 401, 5_000);
    expect((await me(token)).body).to.include({ code: 'token_expired' });
  });

  it('is not given to who was disabled, in the words that a wrong password gets', async () => {
    const email = freshEmail('desk');
    const body = { email, password, displayName: 'A desk', role: 'receptionist' };
    const { id } = await must<{ id: string }>(clinic.call(clinic.admin, 'POST', '/users', { body }));
    await must(clinic.call(clinic.admin, 'POST', `/users/${id}/deactivate`));
    const [disabled, unknown] = [await login(email), await login(freshEmail('nobody'))];
    expect(disabled.status).to.equal(401);
    expect({ ...disabled.body, requestId: '' }).to.deep.equal({ ...unknown.body, requestId: '' });
  });

  it('is kept by no cache', async () => {
    const { user } = await patient(clinic);
    const someone = { givenName: 'A', familyName: 'B', birthOn: '1990-01-01', password };
    const answers = [
      await login(user.user.email),
      await refresh(user.refreshToken),
      await clinic.call(null, 'POST', '/auth/register', { body: { ...someone, email: freshEmail('new') } }),
    ];
    for (const { status, headers } of answers) {
      expect(status).to.be.below(300);
      expect(headers.get('cache-control')).to.equal('no-store');
    }
  });
});

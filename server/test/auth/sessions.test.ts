import { createPublicKey, verify } from 'node:crypto';
import { expect } from 'chai';
import { pino } from 'pino';
import type { SignedIn, User } from '../../src/auth/auth.types.js';
import { compose } from '../../src/compose.js';
import { newId, sha256, uuidBytes } from '../../src/lib/ids.js';
import { type Serving, serve } from '../../src/serve.js';
import { openStores, type Stores } from '../clinical/clinical-cast.js';
import { callerFrom } from '../support/addresses.js';
import {
  type Answer,
  type Call,
  type Clinic,
  caller,
  freshEmail,
  inTurn,
  must,
  password,
  startClinic,
} from '../support/clinic.js';
import { patient } from '../support/people.js';

type Session = SignedIn & { code?: string };

const person = { givenName: 'Erika', familyName: 'Muster', birthOn: '1990-02-03', password };
/** Longer than any process remembers a session. */
const oneSecond = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('Signing in', () => {
  let clinic: Clinic;
  let otherProcess: Serving;
  let otherCall: Call;
  /** Another network in each test: wrong passwords count for those of the others. */
  let call: Call;
  let networks = 0;
  let stores: Stores;

  before(async () => {
    clinic = await startClinic();
    stores = await openStores(clinic);
    const { config } = clinic.composed;
    otherProcess = await serve(compose(config, clinic.urls, pino({ level: 'silent' })));
    otherCall = caller(otherProcess.url);
  });
  beforeEach(() => {
    call = callerFrom(clinic.baseUrl, `127.0.2.${++networks}`);
  });
  after(async () => {
    await otherProcess?.stop();
    await stores?.close();
    await clinic?.close();
  });

  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer<Session>> =>
    call(null, 'POST', path, { body, headers });
  const register = (email: string, extra: object = {}) =>
    post('/auth/register', { ...person, email, ...extra });
  const login = (email: string, withPassword = password) =>
    post('/auth/login', { email, password: withPassword });
  const refresh = (refreshToken: string, key?: string) =>
    post('/auth/refresh', { refreshToken }, key ? { 'idempotency-key': key } : {});
  const me = (who: SignedIn, call = clinic.call) => call<User & { code?: string }>(who, 'GET', '/auth/me');
  const kindsOf = (answers: Answer<Session>[]) =>
    answers.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim()).sort();

  it('registers a patient, who is signed in at once and can sign in again', async () => {
    const email = freshEmail('Mixed.Case');
    const registered = await register(email);
    expect(registered.status).to.equal(201);
    expect(registered.body.user).to.include({
      role: 'patient',
      isActive: true,
      doctorId: null,
      departmentId: null,
    });
    expect((await me(registered.body)).body).to.deep.equal(registered.body.user);
    expect((await login(email.toUpperCase())).body.user).to.deep.equal(registered.body.user);
  });

  it('refuses a role, or anything else that is not asked for, and creates nothing', async () => {
    for (const extra of [{ role: 'admin' }, { patientId: newId() }, { isActive: true }, { mrn: 'MW-1' }]) {
      const email = freshEmail('climber');
      const { status, body } = await register(email, extra);
      expect({ status, code: body.code }).to.deep.equal({ status: 422, code: 'validation_failed' });
      expect((await login(email)).status).to.equal(401);
    }
  });

  it('registers an address once, also when ten try at the same time', async () => {
    const email = freshEmail('twin');
    const answers = await Promise.all(Array.from({ length: 10 }, () => inTurn(() => register(email))));
    expect(kindsOf(answers)).to.deep.equal(['201', ...Array.from({ length: 9 }, () => '409 email_taken')]);
  });

  it('tells a wrong password from an unknown address by nothing', async () => {
    const email = freshEmail('known');
    await register(email);
    const [wrong, unknown] = [await login(email, 'not the password'), await login(freshEmail('unknown'))];
    expect(wrong.status).to.equal(401);
    expect({ ...wrong.body, requestId: '' }).to.deep.equal({ ...unknown.body, requestId: '' });
    expect(wrong.headers.get('www-authenticate')).to.equal(
      'Bearer realm="medweave", error="credentials_wrong"',
    );
  });

  it('counts every character of a long password', async () => {
    const email = freshEmail('long');
    const long = `${'x'.repeat(100)}ä`;
    await register(email, { password: long });
    expect((await login(email, `${'x'.repeat(100)}ö`)).status).to.equal(401);
    expect((await login(email, long)).status).to.equal(200);
  });

  it('stops after ten wrong passwords for an account, and for no other', async () => {
    const [email, other] = [freshEmail('guessed'), freshEmail('other')];
    await register(email);
    await register(other);
    for (let guess = 0; guess < 10; guess++)
      expect((await login(email, `guess number ${guess}`)).status).to.equal(401);
    const locked = await login(email);
    expect(locked.body).to.include({ status: 429, code: 'too_many_failures' });
    expect(Number(locked.headers.get('retry-after'))).to.be.within(1, 900);
    expect((await login(other)).status).to.equal(200);
  });

  it('tries no more than ten of forty passwords that are guessed at the same time', async () => {
    const email = freshEmail('stormed');
    await register(email);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, guess) => inTurn(() => login(email, `guess number ${guess}`))),
    );
    expect(answers.filter(({ status }) => status === 401)).to.have.length(10);
    expect(answers.filter(({ status }) => status === 429)).to.have.length(30);
  });

  it('counts no sign-in that succeeds', async () => {
    const email = freshEmail('often');
    await register(email);
    for (let time = 0; time < 3; time++) {
      for (let guess = 0; guess < 9; guess++) await login(email, 'mistyped it');
      expect((await login(email)).status).to.equal(200);
    }
  });

  /** As if the token had been used so long ago, by the clock of the database. */
  const usedAgo = (refreshToken: string, seconds: number) =>
    stores.rows('UPDATE refresh_tokens SET used_at = used_at - INTERVAL ? SECOND WHERE token_hash = ?', [
      seconds,
      sha256(refreshToken),
    ]);

  it('exchanges a refresh token once; using it again ends the session for thief and owner alike', async () => {
    const { user } = await patient(clinic);
    const next = await refresh(user.refreshToken);
    expect(next.status).to.equal(200);
    expect(next.body.refreshToken).not.to.equal(user.refreshToken);
    expect((await me(next.body)).status).to.equal(200);
    await usedAgo(user.refreshToken, 11);
    expect((await refresh(user.refreshToken)).body).to.include({
      status: 401,
      code: 'refresh_token_invalid',
    });
    expect((await refresh(next.body.refreshToken)).body).to.include({
      status: 401,
      code: 'refresh_token_invalid',
    });
    await oneSecond();
    for (const token of [user, next.body])
      expect((await me(token)).body).to.include({ status: 401, code: 'session_ended' });
  });

  it('ends the session at once when what a spent token gave was used too', async () => {
    const { user } = await patient(clinic);
    const next = await refresh(user.refreshToken);
    const last = await refresh(next.body.refreshToken);
    expect((await refresh(user.refreshToken)).status).to.equal(401);
    expect((await refresh(last.body.refreshToken)).status).to.equal(401);
  });

  it('gives a lost answer again for the same Idempotency-Key, also when three ask at once', async () => {
    const { user } = await patient(clinic);
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(user.refreshToken, key)));
    const [first] = answers;
    for (const { status, body } of answers)
      expect({ status, token: body.refreshToken }).to.deep.equal({
        status: 200,
        token: first?.body.refreshToken,
      });
    const after = await refresh(first?.body.refreshToken ?? '', newId());
    expect(after.status).to.equal(200);
    expect((await refresh(user.refreshToken, key)).status, 'whoever used the answer has had it').to.equal(
      401,
    );
    expect((await refresh(after.body.refreshToken)).status).to.equal(401);
  });

  const keys: Record<string, () => (string | undefined)[]> = {
    'keys of their own': () => [newId(), newId(), newId()],
    'no keys': () => [undefined, undefined, undefined],
    'a key and none': () => [newId(), undefined, newId()],
  };
  for (const [kind, made] of Object.entries(keys))
    it(`answers all who refresh one token at once with ${kind} alike, and the session goes on`, async () => {
      const { user } = await patient(clinic);
      const answers = await Promise.all(made().map((key) => refresh(user.refreshToken, key)));
      const late = await refresh(user.refreshToken, newId());
      for (const { status, body } of [...answers, late]) {
        expect(status).to.equal(200);
        expect(body.refreshToken).to.equal(late.body.refreshToken);
        expect((await me(body)).status).to.equal(200);
      }
      expect((await refresh(late.body.refreshToken)).status).to.equal(200);
      const live = await stores.rows(
        'SELECT token_hash FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE s.user_id = ? AND t.used_at IS NULL',
        [uuidBytes(user.user.id)],
      );
      expect(live, 'refresh tokens that are good').to.have.length(1);
    });

  it('is not in doubt for longer than ten seconds: then another use is a thief’s, also with a key', async () => {
    const { user } = await patient(clinic);
    const first = await refresh(user.refreshToken, newId());
    await usedAgo(user.refreshToken, 8);
    expect((await refresh(user.refreshToken, newId())).status).to.equal(200);
    await usedAgo(user.refreshToken, 3);
    expect((await refresh(user.refreshToken, newId())).status).to.equal(401);
    expect((await refresh(first.body.refreshToken)).status).to.equal(401);
    const [revoked] = await stores.rows(
      "SELECT role, JSON_EXTRACT(detail, '$.reason') reason FROM audit_log WHERE action = 'user.session_revoked' AND subject_id = ?",
      [uuidBytes(user.user.id)],
    );
    expect(revoked).to.deep.equal({ role: 'nobody', reason: 'refresh_token_used_twice' });
  });

  it('signs out on every process within a second', async () => {
    const { user } = await patient(clinic);
    for (const call of [clinic.call, otherCall]) expect((await me(user, call)).status).to.equal(200);
    expect((await clinic.call(user, 'POST', '/auth/logout')).status).to.equal(204);
    await oneSecond();
    for (const call of [clinic.call, otherCall])
      expect((await me(user, call)).body).to.include({ status: 401, code: 'session_ended' });
    expect((await refresh(user.refreshToken)).status).to.equal(401);
  });

  it('publishes the key that its tokens verify with, and only the public half', async () => {
    const { user } = await patient(clinic);
    const [head, payload, signature] = user.accessToken.split('.') as [string, string, string];
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string; alg: string };
    for (const baseUrl of [clinic.baseUrl, otherProcess.url]) {
      const response = await fetch(`${baseUrl}/.well-known/jwks.json`);
      const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] };
      const jwk = keys.find(({ kid }) => kid === header.kid);
      expect(jwk).to.include({ alg: 'ES256', use: 'sig' }).and.not.have.property('d');
      const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
      const signed = Buffer.from(`${head}.${payload}`);
      const isSigned = verify(
        'sha256',
        signed,
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
      expect(isSigned).to.equal(true);
    }
  });

  it('lives in MySQL alone: what one process signed, the other accepts and refreshes', async () => {
    const email = freshEmail('roaming');
    await register(email);
    const there = await must(otherCall<SignedIn>(null, 'POST', '/auth/login', { body: { email, password } }));
    expect((await me(there)).body).to.include({ email: email.toLowerCase() });
    expect((await refresh(there.refreshToken)).status).to.equal(200);
  });
});

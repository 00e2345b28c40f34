import { Medweave } from '@medweave/sdk';
import { expect } from 'chai';
import { pino } from 'pino';
import { compose } from '../../src/compose.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { type Serving, serve } from '../../src/serve.js';
import { openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, freshEmail, inTurn, password, sharedUrls, startClinic } from '../support/clinic.js';
import { holdRow, untilTheyWait } from '../support/held-row.js';

const newPassword = 'a better horse, and its battery';
/** Longer than any process remembers a session. */
const oneSecond = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('Changing one’s password', () => {
  const said: string[] = [];
  let clinic: Clinic;
  let stores: Stores;
  let otherProcess: Serving;

  before(async () => {
    const log = pino({ level: 'debug' }, { write: (line: string) => void said.push(line) });
    clinic = await startClinic(sharedUrls(), log);
    stores = await openStores(clinic);
    otherProcess = await serve(compose(clinic.composed.config, clinic.urls, log));
  });
  after(async () => {
    await otherProcess?.stop();
    await stores?.close();
    await clinic?.close();
  });

  const app = (baseUrl = clinic.baseUrl) => new Medweave({ baseUrl, maxRetries: 0 });

  async function signedIn(email: string, withPassword = password, baseUrl = clinic.baseUrl) {
    const client = app(baseUrl);
    await client.auth.login({ email, password: withPassword });
    return client;
  }

  async function registered() {
    const email = freshEmail('owner');
    const client = app();
    const person = { givenName: 'Erika', familyName: 'Muster', birthOn: '1990-02-03' };
    const session = await client.auth.register({ ...person, email, password });
    return { client, email, session };
  }

  const codeOf = (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => 'done',
      (error: { code?: string }) => error.code ?? String(error),
    );
  const change = (client: Medweave, currentPassword = password, to = newPassword) =>
    codeOf(client.auth.changePassword({ currentPassword, newPassword: to }));
  const login = (email: string, withPassword: string) => codeOf(signedIn(email, withPassword));
  const me = (client: Medweave) => codeOf(client.auth.me());

  async function changesOf(userId: string): Promise<number> {
    const action = "action = 'user.password_changed'";
    const changes = await stores.rows(`SELECT id FROM audit_log WHERE ${action} AND actor_id = ?`, [
      uuidBytes(userId),
    ]);
    return changes.length;
  }

  it('puts the new one in the place of the old one', async () => {
    const { client, email } = await registered();
    expect(await change(client)).to.equal('done');
    expect(await login(email, password)).to.equal('credentials_wrong');
    expect(await login(email, newPassword)).to.equal('done');
    expect(await change(client, password, 'yet another password')).to.equal('current_password_wrong');
    expect(await change(client, newPassword, 'yet another password')).to.equal('done');
  });

  it('ends the other sessions on every process within a second, and goes on in its own', async () => {
    const { client, email } = await registered();
    const others = [await signedIn(email), await signedIn(email, password, otherProcess.url)];
    for (const other of others) expect(await me(other)).to.equal('done');
    expect(await change(client)).to.equal('done');
    expect(await codeOf(others[0]?.auth.refresh() ?? Promise.reject())).to.equal('refresh_token_invalid');
    await oneSecond();
    expect(await me(others[1] ?? client)).to.equal('refresh_token_invalid');
    expect(await me(client)).to.equal('done');
    expect(await codeOf(client.auth.refresh())).to.equal('done');
  });

  it('is refused for a wrong current password, which ends no session', async () => {
    const { client, email } = await registered();
    expect(await change(client, 'not the password')).to.equal('current_password_wrong');
    expect(await me(client)).to.equal('done');
    expect(await login(email, password)).to.equal('done');
  });

  it('says which field was wrong', async () => {
    const { session } = await registered();
    const bodies = [
      { currentPassword: 'not the password', newPassword },
      { currentPassword: password, newPassword: password },
      { currentPassword: password, newPassword: 'short' },
    ];
    const answers = [];
    for (const body of bodies) {
      const { status, body: problem } = await clinic.call<{ errors: { field: string }[] }>(
        session,
        'POST',
        '/auth/change-password',
        { body },
      );
      answers.push([status, problem.errors[0]?.field]);
    }
    expect(answers).to.deep.equal([
      [422, 'body.currentPassword'],
      [422, 'body.newPassword'],
      [422, 'body.newPassword'],
    ]);
  });

  it('is refused when nothing would change, however it is typed', async () => {
    const { client } = await registered();
    expect(await change(client, password, password)).to.equal('password_unchanged');
    expect(await change(client, password, 'Ångström and more')).to.equal('done');
    const decomposed = 'A\u030angstro\u0308m and more';
    expect(await change(client, 'Ångström and more', decomposed)).to.equal('password_unchanged');
  });

  it('counts a wrong current password like a wrong sign-in, and stops after ten of both', async () => {
    const { client, email } = await registered();
    for (let guess = 0; guess < 5; guess++) {
      expect(await change(client, `guess number ${guess}`)).to.equal('current_password_wrong');
      expect(await login(email, `guess number ${guess}`)).to.equal('credentials_wrong');
    }
    expect(await change(client)).to.equal('too_many_failures');
    expect(await login(email, password)).to.equal('too_many_failures');
    expect(await me(client)).to.equal('done');
  });

  it('is not for who found a token and guesses, also forty times at once', async () => {
    const { email, session } = await registered();
    const guess = (currentPassword: string) =>
      clinic.call<{ code: string }>(session, 'POST', '/auth/change-password', {
        body: { currentPassword, newPassword },
      });
    const guesses = Array.from({ length: 40 }, (_, number) => inTurn(() => guess(`guess ${number}`)));
    const answers = await Promise.all(guesses);
    const codes = answers.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'current_password_wrong')).to.have.length(10);
    expect(codes.filter((code) => code === 'too_many_failures')).to.have.length(30);
    expect(await login(email, newPassword)).to.equal('too_many_failures');
    expect(await changesOf(session.user.id)).to.equal(0);
  });

  it('lets one of twenty changes through that come at once', async () => {
    const { client, email } = await registered();
    const wishes = Array.from({ length: 20 }, (_, number) => `new password number ${number}`);
    const codes = await Promise.all(wishes.map((wish) => change(client, password, wish)));
    const winners = wishes.filter((_, index) => codes[index] === 'done');
    expect(winners).to.have.length(1);
    expect(codes.filter((code) => code === 'current_password_wrong')).to.have.length(19);
    expect(await login(email, winners[0] ?? '')).to.equal('done');
    for (const loser of wishes.filter((wish) => wish !== winners[0]).slice(0, 3))
      expect(await login(email, loser)).to.equal('credentials_wrong');
  });

  it('gives a lost answer again for the same Idempotency-Key, although the current password is another', async () => {
    const { email, session } = await registered();
    const send = (key: string, to = newPassword) =>
      clinic.call<{ code?: string }>(session, 'POST', '/auth/change-password', {
        body: { currentPassword: password, newPassword: to },
        headers: { 'idempotency-key': key },
      });
    const key = newId();
    const atOnce = await Promise.all([send(key), send(key), send(key)]);
    const later = await send(key);
    const isReplayed = ({ headers }: { headers: Headers }) => headers.get('idempotency-replayed') === 'true';
    expect([...atOnce, later].map(({ status }) => status)).to.deep.equal([204, 204, 204, 204]);
    expect(atOnce.filter(isReplayed)).to.have.length(2);
    expect(isReplayed(later)).to.equal(true);
    expect((await send(key, 'something else altogether')).body.code).to.equal('idempotency_key_reused');
    expect((await send(newId())).body.code).to.equal('current_password_wrong');
    expect(await login(email, newPassword)).to.equal('done');
  });

  it('is repeated by the SDK when the answer is lost, and is one change', async () => {
    const { email } = await registered();
    let isLost = false;
    const client = new Medweave({
      baseUrl: clinic.baseUrl,
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (isLost || !url.endsWith('/change-password')) return answer;
        isLost = true;
        throw new Error('Nobody hears the answer.');
      },
    });
    const { user } = await client.auth.login({ email, password });
    expect(await change(client)).to.equal('done');
    expect(isLost).to.equal(true);
    expect(await changesOf(user.id)).to.equal(1);
    expect(await me(client)).to.equal('done');
    expect(await login(email, newPassword)).to.equal('done');
  });

  it('is refused when its session was ended while it waited', async () => {
    const { client, email, session } = await registered();
    const release = await holdRow(clinic, 'users', session.user.id);
    const changed = clinic.call<{ code: string }>(session, 'POST', '/auth/change-password', {
      body: { currentPassword: password, newPassword },
    });
    await untilTheyWait(clinic);
    await client.auth.logout();
    await release();
    expect((await changed).body.code).to.equal('session_ended');
    expect(await login(email, password)).to.equal('done');
  });

  it('is on record, and neither password is anywhere', async () => {
    const [secret, next] = ['an ocelot in the cellar', 'a pangolin in the attic'];
    const { client, session } = await registered();
    expect(await change(client, password, secret)).to.equal('done');
    expect(await change(client, 'a numbat in the drain', next)).to.equal('current_password_wrong');
    expect(await change(client, secret, next)).to.equal('done');
    const id = uuidBytes(session.user.id);
    const recorded = await stores.rows(
      'SELECT action, role, patient_id, detail FROM audit_log WHERE subject_id = ? ORDER BY id',
      [id],
    );
    expect(recorded.map(({ action }) => action)).to.deep.equal([
      'user.registered',
      'user.password_changed',
      'user.password_change_failed',
      'user.password_changed',
    ]);
    const [user] = await stores.rows('SELECT password_hash FROM users WHERE id = ?', [id]);
    const kept = [
      ...(await stores.rows('SELECT kind, payload FROM events')),
      ...(await stores.rows('SELECT action, detail FROM audit_log')),
      ...(await stores.rows('SELECT operation, answer, HEX(body_hash) FROM idempotency_keys')),
      ...said,
    ];
    const everything = JSON.stringify(kept);
    expect(everything).to.include('auth/change-password');
    for (const word of ['ocelot', 'pangolin', 'numbat', String(user?.password_hash)])
      expect(everything).not.to.include(word);
  });
});

import { expect } from 'chai';
import { pino } from 'pino';
import { Attempts } from '../../src/auth/attempts.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { DeviceTokens } from '../../src/auth/device-tokens.js';
import { SignInAudit } from '../../src/auth/sign-in-audit.js';
import { compose } from '../../src/compose.js';
import { EventsRepository } from '../../src/events/events.repository.js';
import { Subscriptions } from '../../src/events/subscriptions.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { Database } from '../../src/lib/mysql.js';
import { type Serving, serve } from '../../src/serve.js';
import { openStores, type Stores } from '../clinical/clinical-cast.js';
import { callerFrom } from '../support/addresses.js';
import { type Clinic, freshEmail, must, password, startClinic } from '../support/clinic.js';

const secret = 'a secret of thirty-two characters';
const hourMs = 3_600_000;

describe('On record of sign-ins', () => {
  let clinic: Clinic;
  let stores: Stores;
  let other: Serving;

  before(async () => {
    clinic = await startClinic();
    stores = await openStores(clinic);
    other = await serve(compose(clinic.composed.config, clinic.urls, pino({ level: 'silent' })));
  });
  after(async () => {
    await other?.stop();
    await stores?.close();
    await clinic?.close();
  });

  let addresses = 1;
  const freshCall = () => {
    const address = `127.0.3.${++addresses}`;
    return { address, call: callerFrom(clinic.baseUrl, address) };
  };
  const register = (call: typeof clinic.call) => {
    const person = { givenName: 'Erika', familyName: 'Muster', birthOn: '1990-02-03' };
    const body = { ...person, email: freshEmail('owner'), password };
    return must(call<SignedIn>(null, 'POST', '/auth/register', { body }));
  };
  const login = (call: typeof clinic.call, email: string, withPassword = password) =>
    call<SignedIn>(null, 'POST', '/auth/login', { body: { email, password: withPassword } });
  const onRecord = async (subjectId: string) => {
    const rows = await stores.rows(
      'SELECT action, role, detail, BIN_TO_UUID(actor_id) AS actorId, BIN_TO_UUID(patient_id) AS patientId FROM audit_log WHERE subject_id = ? ORDER BY id',
      [uuidBytes(subjectId)],
    );
    return rows.map((row) => ({ ...row }));
  };
  const actionsOf = async (subjectId: string) =>
    (await onRecord(subjectId)).map((row) => (row as { action?: string }).action);

  it('is who signed in, from where, and who signed out', async () => {
    const { address, call } = freshCall();
    const { user } = await register(call);
    const session = await must(login(call, user.email));
    await must(call(session, 'POST', '/auth/logout'));
    const [, ...rows] = await onRecord(user.id);
    const whose = { role: 'patient', actorId: user.id, patientId: user.patientId };
    expect(rows).to.deep.equal([
      { ...whose, action: 'user.signed_in', detail: { network: address, from: 'network' } },
      { ...whose, action: 'user.signed_out', detail: null },
    ]);
  });

  it('is one sign-out of a session, however often it asks', async () => {
    const { call } = freshCall();
    const session = await register(call);
    const answers = await Promise.all([1, 2, 3].map(() => call(session, 'POST', '/auth/logout')));
    expect(answers.map(({ status }) => status).every((status) => status === 204 || status === 401)).to.equal(
      true,
    );
    const actions = await actionsOf(session.user.id);
    expect(actions.filter((action) => action === 'user.signed_out')).to.have.length(1);
  });

  it('is a wrong password, by nobody who is known', async () => {
    const owner = await register(freshCall().call);
    const { address, call } = freshCall();
    await login(call, owner.user.email, 'not the password');
    expect((await onRecord(owner.user.id)).at(-1)).to.deep.equal({
      action: 'user.sign_in_failed',
      role: 'nobody',
      actorId: '00000000-0000-0000-0000-000000000000',
      patientId: owner.user.patientId,
      detail: { network: address, from: 'elsewhere' },
    });
  });

  it('is each wrong password, and one lock-out for all that were refused after them', async () => {
    const owner = await register(freshCall().call);
    for (let time = 0; time < 15; time++) await login(freshCall().call, owner.user.email, 'not the password');
    expect(await actionsOf(owner.user.id)).to.deep.equal([
      'user.registered',
      ...Array(10).fill('user.sign_in_failed'),
      'user.sign_in_throttled',
    ]);
  });

  it('is a network that tries many accounts, once', async () => {
    const { address, call } = freshCall();
    for (let time = 0; time < 54; time++) await login(call, freshEmail('tried'), 'not the password');
    const rows = await stores.rows(
      "SELECT action, COUNT(*) AS n FROM audit_log WHERE detail->>'$.network' = ? GROUP BY action ORDER BY action",
      [address],
    );
    const found = Object.fromEntries(rows.map(({ action, n }) => [action, Number(n)]));
    expect(found['user.sign_in_throttled']).to.equal(1);
    expect(found['user.sign_in_failed']).to.be.within(50, 54);
  });

  it('is an account that nobody has under a name of its own, the same on every process', async () => {
    const { address, call } = freshCall();
    const there = callerFrom(other.url, address);
    const [email, another] = [freshEmail('nobody'), freshEmail('nobody')];
    for (const [at, whose] of [
      [call, email],
      [there, email],
      [call, another],
    ] as const)
      await login(at, whose, 'not the password');
    const rows = await stores.rows(
      "SELECT HEX(subject_id) AS subject FROM audit_log WHERE detail->>'$.network' = ? ORDER BY id",
      [address],
    );
    const [first, second, third] = rows.map(({ subject }) => subject);
    expect(first).to.equal(second).and.not.equal(third);
  });

  it('is a wrong current password, when it is to be changed', async () => {
    const session = await register(freshCall().call);
    const body = { currentPassword: 'not the password', newPassword: `${password}, and another` };
    await clinic.call(session, 'POST', '/auth/change-password', { body });
    expect(await actionsOf(session.user.id)).to.deep.equal([
      'user.registered',
      'user.password_change_failed',
    ]);
  });

  it('is neither address nor password', async () => {
    const rows = JSON.stringify(await stores.rows('SELECT action, detail FROM audit_log'));
    expect(rows)
      .to.include('user.sign_in_failed')
      .and.not.include('test.example')
      .and.not.include('password"');
  });

  it('is no more than a thousand refusals an hour, and then how many more there were', async () => {
    const db = new Database(clinic.urls.mysqlUrl);
    const clock = { nowMs: 100 * hourMs };
    const attempts = new Attempts(secret, new DeviceTokens(secret));
    const audit = new SignInAudit(db, new EventsRepository(new Subscriptions()), attempts, () => clock.nowMs);
    const caller = { requestId: newId(), network: '127.0.4.1', once: null };
    const attempt = attempts.signIn(caller, 'flooded@test.example', null, undefined).attempt;
    for (let time = 0; time < 1_010; time++) await audit.failed(attempt);
    clock.nowMs += hourMs;
    await audit.failed(attempt);
    await db.close();
    const rows = await stores.rows(
      'SELECT action, COUNT(*) AS n, MAX(JSON_EXTRACT(detail, "$.unlisted")) AS unlisted FROM audit_log WHERE request_id = ? GROUP BY action ORDER BY action',
      [caller.requestId],
    );
    expect(rows.map(({ action, n, unlisted }) => [action, Number(n), unlisted])).to.deep.equal([
      ['user.refusals_unlisted', 1, 10],
      ['user.sign_in_failed', 1_001, null],
    ]);
  });
});

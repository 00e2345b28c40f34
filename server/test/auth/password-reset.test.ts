import { expect } from 'chai';
import type { ResetCode, SignedIn, User } from '../../src/auth/auth.types.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { onDatabase } from '../directory/directory-builders.js';
import { type Clinic, must, password, signIn, startClinic } from '../support/clinic.js';
import { holdRow, untilTheyWait } from '../support/held-row.js';
import { doctorAtWork, patient, staff, type Ward, ward } from '../support/people.js';

type Answered = Partial<ResetCode> & { code?: string };
const newPassword = 'a better horse, and its battery';

describe('A one-time code for a forgotten password', () => {
  let clinic: Clinic;
  let desk: SignedIn;
  let here: Ward;

  /** A clinic for each group: wrong codes count for all of this network. */
  beforeEach(async () => {
    clinic = await startClinic();
    desk = await staff(clinic, 'receptionist');
    here = await ward(clinic);
  });
  afterEach(() => clinic.close());

  const post = <T = Answered>(who: SignedIn | null, path: string, options = {}) =>
    clinic.call<T & { code?: string }>(who, 'POST', path, options);
  const issue = ({ user }: SignedIn, headers = {}) =>
    user.patientId
      ? post(desk, `/patients/${user.patientId}/reset-code`, { headers })
      : post(clinic.admin, `/users/${user.id}/reset-code`, { headers });
  const codeFor = async (who: SignedIn) => (await must<ResetCode>(issue(who) as never)).code;
  const reset = async (email: string, code: string, to = newPassword, headers = {}) => {
    const body = { email, code, newPassword: to };
    const answer = await post(null, '/auth/reset-password', { body, headers });
    return answer.status === 204 ? 'done' : (answer.body.code ?? String(answer.status));
  };
  const login = async ({ user: { email } }: SignedIn, withPassword: string) => {
    const body = { email, password: withPassword };
    const answer = await post(null, '/auth/login', { body });
    return answer.status === 200 ? 'in' : answer.body.code;
  };
  const me = async (who: SignedIn) => (await clinic.call<Answered>(who, 'GET', '/auth/me')).body.code ?? 'in';
  const doctor = async () => (await doctorAtWork(clinic, here)).user;

  it('sets a new password and ends every session, of a doctor, an admin, a clerk and a patient', async () => {
    const people = [
      await doctor(),
      await staff(clinic, 'admin'),
      await staff(clinic, 'receptionist'),
      (await patient(clinic)).user,
    ];
    for (const who of people) {
      const other = await signIn(clinic.call, who.user.email);
      const code = await codeFor(who);
      expect(code).to.match(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(await reset(who.user.email.toUpperCase(), code)).to.equal('done');
      expect(await login(who, password)).to.equal('credentials_wrong');
      expect(await login(who, newPassword)).to.equal('in');
      for (const session of [who, other]) {
        const body = { refreshToken: session.refreshToken };
        expect((await post(null, '/auth/refresh', { body })).body.code).to.equal('refresh_token_invalid');
        expect(await me(session)).to.equal('session_ended');
      }
    }
  });

  it('is understood as people read and type it', async () => {
    const spoken: ((code: string) => string)[] = [
      (code) => code.toLowerCase(),
      (code) => code.replaceAll('-', ''),
      (code) => ` ${code.replaceAll('-', ' ')} `,
      (code) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
      (code) => code.replaceAll('1', 'i'),
    ];
    for (const said of spoken) {
      const { user } = await patient(clinic);
      expect(await reset(user.user.email, said(await codeFor(user)))).to.equal('done');
    }
  });

  it('takes no other code, and tells an unknown address from a wrong code by nothing', async () => {
    const [{ user }, other] = [await patient(clinic), await patient(clinic)];
    const [code, foreign] = [await codeFor(user), await codeFor(other.user)];
    const last = code.endsWith('0') ? '2' : '0';
    const { email } = user.user;
    for (const wrong of [code.slice(0, -1) + last, foreign, 'x', code.slice(0, -1), `${code}0`])
      expect(await reset(email, wrong), wrong).to.equal('reset_code_wrong');
    const bodies = [];
    for (const address of [email, other.user.user.email, 'nobody@nowhere.example']) {
      const body = { email: address, code: 'x', newPassword };
      const answer = await post<Record<string, unknown>>(null, '/auth/reset-password', { body });
      bodies.push([answer.status, { ...answer.body, requestId: '' }]);
    }
    expect(bodies[1]).to.deep.equal(bodies[0]);
    expect(bodies[2]).to.deep.equal(bodies[0]);
    expect(await reset(email, code)).to.equal('done');
  });

  it('is good once, and no longer when another one was issued, has lapsed, or its owner was deactivated', async () => {
    const { user } = await patient(clinic);
    const { email, id } = user.user;
    const first = await codeFor(user);
    const second = await codeFor(user);
    expect(await reset(email, first)).to.equal('reset_code_wrong');
    expect(await reset(email, second)).to.equal('done');
    expect(await reset(email, second, 'yet another password')).to.equal('reset_code_wrong');
    expect(await login(user, newPassword)).to.equal('in');
    const late = await codeFor(user);
    await onDatabase(clinic, 'UPDATE password_reset_codes SET expires_at = NOW(3) - INTERVAL 1 SECOND');
    expect(await reset(email, late)).to.equal('reset_code_wrong');
    const ended = await codeFor(user);
    await must(post(clinic.admin, `/users/${id}/deactivate`));
    expect(await reset(email, ended)).to.equal('reset_code_wrong');
  });

  it('is no way in for a doctor who was deactivated', async () => {
    const who = await doctor();
    const code = await codeFor(who);
    await must(post(clinic.admin, `/doctors/${who.user.doctorId}/deactivate`));
    expect(await reset(who.user.email, code)).to.equal('reset_code_wrong');
  });

  it('has one effect when two use it at once', async () => {
    const { user } = await patient(clinic);
    const { email, id } = user.user;
    const code = await codeFor(user);
    const release = await holdRow(clinic, 'users', id);
    const wishes = ['the first new password', 'the second new password'];
    const answers = wishes.map((wish) => reset(email, code, wish));
    await untilTheyWait(clinic, 2);
    await release();
    const outcomes = await Promise.all(answers);
    expect([...outcomes].sort()).to.deep.equal(['done', 'reset_code_wrong']);
    const won = wishes[outcomes.indexOf('done')] ?? '';
    expect(await login(user, won)).to.equal('in');
  });

  it('answers a repetition of the same request, and no other', async () => {
    const { user } = await patient(clinic);
    const { email, id } = user.user;
    const code = await codeFor(user);
    const key = { 'idempotency-key': newId() };
    const [one, two] = await Promise.all([
      reset(email, code, newPassword, key),
      reset(email, code, newPassword, key),
    ]);
    expect([one, two]).to.deep.equal(['done', 'done']);
    expect(await reset(email, code, newPassword, key)).to.equal('done');
    expect(await reset(email, code, 'another password', key)).to.equal('idempotency_key_reused');
    const done = await onDatabase(
      clinic,
      "SELECT id FROM audit_log WHERE action = 'user.password_reset' AND subject_id = ?",
      [uuidBytes(id)],
    );
    expect(done).to.have.length(1);
  });

  it('is told again after a lost answer, and stands nowhere', async () => {
    const { user } = await patient(clinic);
    const key = { 'idempotency-key': newId() };
    const [first, again] = [await issue(user, key), await issue(user, key)];
    expect(again.body).to.deep.equal(first.body);
    expect((await issue(user)).body.code).not.to.equal(first.body.code);
    const third = await issue(user, { 'idempotency-key': newId() });
    expect(third.body.code).not.to.equal(first.body.code);
    const kept = JSON.stringify([
      await onDatabase(clinic, 'SELECT * FROM idempotency_keys'),
      await onDatabase(clinic, 'SELECT * FROM password_reset_codes'),
      await onDatabase(clinic, 'SELECT payload FROM events'),
      await onDatabase(clinic, 'SELECT detail FROM audit_log'),
    ]);
    for (const code of [first.body.code ?? '', third.body.code ?? ''])
      for (const form of [code, code.replaceAll('-', '')]) expect(kept).not.to.contain(form);
    expect(await reset(user.user.email, third.body.code ?? '')).to.equal('done');
  });

  it('stops after ten wrong codes from one network', async () => {
    const { user } = await patient(clinic);
    const code = await codeFor(user);
    for (let guess = 0; guess < 10; guess++)
      expect(await reset(`nobody${guess}@nowhere.example`, 'x')).to.equal('reset_code_wrong');
    expect(await reset(user.user.email, code)).to.equal('too_many_failures');
  });

  it('lets in who was locked out by wrong passwords', async () => {
    const { user } = await patient(clinic);
    for (let guess = 0; guess < 12; guess++) await login(user, `guess number ${guess}`);
    expect(await reset(user.user.email, await codeFor(user))).to.equal('done');
    expect(await login(user, newPassword)).to.equal('in');
  });

  it('is issued by admins to staff, by the desk to patients, and by nobody to themselves', async () => {
    const { user: hers } = await patient(clinic);
    const colleague = await staff(clinic, 'admin');
    const nurse = await staff(clinic, 'nurse', { departmentId: here.departmentId });
    const statuses: [SignedIn, string, number][] = [
      [clinic.admin, `/users/${nurse.user.id}/reset-code`, 201],
      [clinic.admin, `/users/${colleague.user.id}/reset-code`, 201],
      [clinic.admin, `/users/${clinic.admin.user.id}/reset-code`, 409],
      [clinic.admin, `/users/${hers.user.id}/reset-code`, 404],
      [clinic.admin, `/users/${newId()}/reset-code`, 404],
      [clinic.admin, `/patients/${hers.user.patientId}/reset-code`, 403],
      [desk, `/patients/${hers.user.patientId}/reset-code`, 201],
      [desk, `/patients/${hers.user.id}/reset-code`, 404],
      [desk, `/users/${nurse.user.id}/reset-code`, 403],
      [desk, `/users/${desk.user.id}/reset-code`, 403],
      [nurse, `/patients/${hers.user.patientId}/reset-code`, 403],
      [hers, `/patients/${hers.user.patientId}/reset-code`, 403],
    ];
    for (const [who, path, status] of statuses)
      expect((await post(who, path)).status, `${who.user.role} ${path}`).to.equal(status);
    const body = { givenName: 'No', familyName: 'Account', birthOn: '1970-01-01' };
    const { id } = await must<{ id: string }>(clinic.call(desk, 'POST', '/patients', { body }));
    expect((await post(desk, `/patients/${id}/reset-code`)).body.code).to.equal('sign_in_not_found');
  });

  it('is issued to nobody who may not sign in', async () => {
    const who = await doctor();
    await must(post(clinic.admin, `/doctors/${who.user.doctorId}/deactivate`));
    expect((await issue(who)).body.code).to.equal('sign_in_inactive');
    const { user } = await patient(clinic);
    await must(post(clinic.admin, `/users/${user.user.id}/deactivate`));
    expect((await issue(user)).body.code).to.equal('sign_in_inactive');
  });

  it('is issued by nobody who was deactivated a moment ago', async () => {
    const { user } = await patient(clinic);
    const release = await holdRow(clinic, 'users', user.user.id);
    const late = issue(user);
    await untilTheyWait(clinic);
    await must(post(clinic.admin, `/users/${desk.user.id}/deactivate`));
    await release();
    expect((await late).body.code).to.equal('session_ended');
  });

  it('is on record: who issued it, that it was used, and what was wrong', async () => {
    const { user } = await patient(clinic);
    const { email, id } = user.user;
    const code = await codeFor(user);
    await reset(email, 'x');
    await reset(email, code);
    const rows = await onDatabase<{ action: string; role: string }>(
      clinic,
      'SELECT action, role FROM audit_log WHERE account_id = ? ORDER BY id',
      [uuidBytes(id)],
    );
    const about = rows.filter(({ action }) => /reset/.test(action)).map(({ action, role }) => [action, role]);
    expect(about).to.deep.equal([
      ['user.reset_code_issued', 'receptionist'],
      ['user.password_reset_refused', 'nobody'],
      ['user.password_reset', 'patient'],
    ]);
    const now = await signIn(clinic.call, email, newPassword);
    expect(Date.parse(now.user.passwordResetAt ?? '')).to.be.closeTo(Date.now(), 60_000);
    const { passwordResetAt } = await must<User>(clinic.call(desk, 'GET', '/auth/me'));
    expect(passwordResetAt).to.equal(null);
  });
});

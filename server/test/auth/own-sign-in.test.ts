import { expect } from 'chai';
import type { SecurityEventsPage, SignedIn } from '../../src/auth/auth.types.js';
import { type Clinic, must, password, signIn, startClinic } from '../support/clinic.js';
import { patient, staff } from '../support/people.js';

type Code = { code?: string };

describe('One’s own sign-in', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  const end = (who: SignedIn, currentPassword = password) =>
    clinic.call<Code>(who, 'POST', '/auth/end-sign-in', { body: { currentPassword } });
  const login = async ({ user: { email } }: SignedIn) =>
    (await clinic.call<Code>(null, 'POST', '/auth/login', { body: { email, password } })).status;
  const eventsOf = (who: SignedIn, query = '') =>
    must<SecurityEventsPage>(clinic.call(who, 'GET', `/auth/security-events${query}`));

  it('is ended by its owner with every session, and given back by an admin', async () => {
    const { user } = await patient(clinic);
    const other = await signIn(clinic.call, user.user.email);
    expect((await end(user)).status).to.equal(204);
    expect(await login(user)).to.equal(401);
    for (const { refreshToken } of [user, other])
      expect((await clinic.call(null, 'POST', '/auth/refresh', { body: { refreshToken } })).status).to.equal(
        401,
      );
    expect((await clinic.call<Code>(other, 'GET', '/auth/me')).body.code).to.equal('session_ended');
    await must(clinic.call(clinic.admin, 'POST', `/users/${user.user.id}/activate`));
    expect(
      (await clinic.call(null, 'POST', '/auth/refresh', { body: { refreshToken: other.refreshToken } }))
        .status,
    ).to.equal(401);
    expect(await login(user)).to.equal(200);
  });

  it('is not ended without the password, whose wrong tries count', async () => {
    const { user } = await patient(clinic);
    for (let guess = 0; guess < 10; guess++)
      expect((await end(user, `guess number ${guess}`)).body.code).to.equal('current_password_wrong');
    expect((await end(user)).body.code).to.equal('too_many_failures');
    expect((await clinic.call(user, 'GET', '/auth/me')).status).to.equal(200);
  });

  it('is not ended by staff themselves', async () => {
    for (const role of ['receptionist', 'billing', 'admin'] as const)
      expect((await end(await staff(clinic, role))).status).to.equal(403);
  });

  it('is told to its owner: what happened to it, by whom, and nothing of others', async () => {
    const desk = await staff(clinic, 'receptionist');
    const { user, patientId } = await patient(clinic);
    await patient(clinic);
    const { code } = await must<{ code: string }>(
      clinic.call(desk, 'POST', `/patients/${patientId}/reset-code`),
    );
    const { email } = user.user;
    const body = { email, code, newPassword: password };
    await must(clinic.call(null, 'POST', '/auth/reset-password', { body }));
    const back = await signIn(clinic.call, email);
    const told = (await eventsOf(back)).items.filter(({ kind }) => /registered|reset/.test(kind));
    expect(told.map(({ kind, byRole, isOwn }) => [kind, byRole, isOwn])).to.deep.equal([
      ['password_reset', 'patient', true],
      ['reset_code_issued', 'receptionist', false],
      ['registered', 'patient', true],
    ]);
    expect(JSON.stringify(await eventsOf(back))).not.to.contain(desk.user.id);
    const all = (await eventsOf(back)).items;
    const paged = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: SecurityEventsPage = await eventsOf(back, `?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).to.deep.equal(all);
    const { nextCursor } = await eventsOf(back, '?limit=1');
    const foreign = await clinic.call(desk, 'GET', `/auth/security-events?limit=1&cursor=${nextCursor}`);
    expect(foreign.status).to.equal(422);
  });
});

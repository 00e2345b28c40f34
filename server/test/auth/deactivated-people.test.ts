import { expect } from 'chai';
import type { SignedIn, User } from '../../src/auth/auth.types.js';
import type { DoctorProfile } from '../../src/doctors/doctors.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import type { PatientActivation, PatientDeactivation } from '../../src/patients/patients.types.js';
import { auditOf } from '../directory/directory-builders.js';
import { type Clinic, must, password, signIn, startClinic } from '../support/clinic.js';
import { doctorAtWork, patient, staff, type Ward, ward } from '../support/people.js';

type Code = { code?: string };
const reason = { body: { reason: 'Left the clinic for good.' } };

/** Somebody with a sign-in, and how the clinic ends and restores them. */
interface Kind {
  make(): Promise<SignedIn>;
  end(who: SignedIn): Promise<unknown>;
  restore(who: SignedIn): Promise<unknown>;
}

describe('Somebody who is deactivated', () => {
  let clinic: Clinic;
  let second: SignedIn;
  let here: Ward;

  before(async () => {
    clinic = await startClinic();
    second = await staff(clinic, 'admin');
    here = await ward(clinic);
  });
  after(() => clinic.close());

  const post = <T = Code>(who: SignedIn, path: string, options = {}) =>
    clinic.call<T & Code>(who, 'POST', path, options);
  const bothAsk = async (path: string) => {
    await must(post(clinic.admin, path, reason));
    return must(post(second, path, reason));
  };
  const login = async ({ user }: SignedIn) =>
    (await clinic.call<Code>(null, 'POST', '/auth/login', { body: { email: user.email, password } })).body
      .code ?? 'in';
  const refresh = async ({ refreshToken }: SignedIn, headers = {}) =>
    (await clinic.call<Code>(null, 'POST', '/auth/refresh', { body: { refreshToken }, headers })).body.code ??
    'in';
  const me = async (who: SignedIn) => (await clinic.call<Code>(who, 'GET', '/auth/me')).body.code ?? 'in';
  const restoreUser = ({ user }: SignedIn) => must<User>(post(clinic.admin, `/users/${user.id}/activate`));
  const endUser = ({ user }: SignedIn) => must<User>(post(clinic.admin, `/users/${user.id}/deactivate`));

  const kinds: Record<string, Kind> = {
    'a doctor': {
      make: async () => (await doctorAtWork(clinic, here)).user,
      end: ({ user }) => must(post(clinic.admin, `/doctors/${user.doctorId}/deactivate`)),
      restore: ({ user }) => must(post(clinic.admin, `/doctors/${user.doctorId}/activate`)),
    },
    'a patient': {
      make: async () => (await patient(clinic)).user,
      end: ({ user }) => bothAsk(`/patients/${user.patientId}/deactivate`),
      restore: ({ user }) => bothAsk(`/patients/${user.patientId}/activate`),
    },
    'a doctor’s sign-in': {
      make: async () => (await doctorAtWork(clinic, here)).user,
      end: endUser,
      restore: restoreUser,
    },
    'a patient’s sign-in': {
      make: async () => (await patient(clinic)).user,
      end: endUser,
      restore: restoreUser,
    },
    'a nurse’s sign-in': {
      make: () => staff(clinic, 'nurse', { departmentId: here.departmentId }),
      end: endUser,
      restore: restoreUser,
    },
    'an admin’s sign-in': { make: () => staff(clinic, 'admin'), end: endUser, restore: restoreUser },
  };

  for (const [kind, { make, end, restore }] of Object.entries(kinds))
    it(`has neither session nor sign-in until activated again: ${kind}`, async () => {
      const first = await make();
      const other = await signIn(clinic.call, first.user.email);
      const key = { 'idempotency-key': newId() };
      expect(await refresh(other, key)).to.equal('in');
      await end(first);
      expect([await login(first), await refresh(first), await refresh(other, key)]).to.deep.equal([
        'credentials_wrong',
        'refresh_token_invalid',
        'refresh_token_invalid',
      ]);
      expect([await me(first), await me(other)]).to.deep.equal(['session_ended', 'session_ended']);
      const shown = await must<User>(clinic.call(clinic.admin, 'GET', `/users/${first.user.id}`));
      expect(shown.canSignIn).to.equal(false);
      await restore(first);
      expect([await refresh(first), await me(other), await login(first)]).to.deep.equal([
        'refresh_token_invalid',
        'session_ended',
        'in',
      ]);
    });

  it('is told by the audit log, also that the sign-in went with them', async () => {
    const kept: [string, string, string][] = [];
    for (const kind of ['a doctor', 'a patient']) {
      const { make, end, restore } = kinds[kind] as Kind;
      const who = await make();
      await end(who);
      await restore(who);
      for (const { action, role } of await auditOf(clinic, who.user.id)) kept.push([kind, action, role]);
    }
    expect(kept.filter(([, action]) => /suspended|restored/.test(action))).to.deep.equal([
      ['a doctor', 'user.suspended', 'admin'],
      ['a doctor', 'user.restored', 'admin'],
      ['a patient', 'user.suspended', 'admin'],
      ['a patient', 'user.restored', 'admin'],
    ]);
  });

  it('gets back what ended with them, and not a sign-in that was withdrawn by itself', async () => {
    for (const kind of ['a doctor', 'a patient']) {
      const { make, end, restore } = kinds[kind] as Kind;
      const who = await make();
      await endUser(who);
      await end(who);
      await restore(who);
      expect(await login(who), kind).to.equal('credentials_wrong');
      expect((await restoreUser(who)).canSignIn).to.equal(true);
      expect(await login(who), kind).to.equal('in');
    }
  });

  it('is let in by no activation of the sign-in alone', async () => {
    const { user } = await doctorAtWork(clinic, here);
    await endUser(user);
    await must(post(clinic.admin, `/doctors/${user.user.doctorId}/deactivate`));
    expect(await restoreUser(user)).to.include({ isActive: true, canSignIn: false });
    expect(await login(user)).to.equal('credentials_wrong');
  });

  it('gets no sign-in that works by being given one', async () => {
    const { doctor, user } = await doctorAtWork(clinic, here);
    const { id, version } = user.user;
    const headers = { 'if-match': `"${version}"` };
    await must(clinic.call(clinic.admin, 'PATCH', `/users/${id}`, { body: { role: 'billing' }, headers }));
    await must(post(clinic.admin, `/doctors/${doctor.id}/deactivate`));
    const another = await staffAccount(clinic, doctor);
    expect(another).to.include({ isActive: true, canSignIn: false });
  });

  it('is brought back by two admins, as a patient', async () => {
    const { patientId } = await patient(clinic);
    const path = `/patients/${patientId}/activate`;
    expect((await post(clinic.admin, path, reason)).body.code).to.equal('patient_active');
    await bothAsk(`/patients/${patientId}/deactivate`);
    const asked = await post<PatientActivation>(clinic.admin, path, reason);
    expect(asked.body).to.include({ state: 'awaiting_second_approver', requestedBy: clinic.admin.user.id });
    expect((await post(clinic.admin, path, reason)).body.code).to.equal('second_approver_needed');
    const done = await post<PatientActivation>(second, path, reason);
    expect(done.body).to.include({ state: 'activated', patientId, requestedBy: clinic.admin.user.id });
    expect((await post(second, path, reason)).body.code).to.equal('patient_active');
    expect((await post(clinic.admin, `/patients/${newId()}/activate`, reason)).status).to.equal(404);
    const desk = await staff(clinic, 'receptionist');
    expect((await post(desk, path, reason)).status).to.equal(403);
  });

  it('is asked for by one admin who learns nothing about the patient by it', async () => {
    const { patientId } = await patient(clinic);
    const asked = await post<PatientDeactivation>(clinic.admin, `/patients/${patientId}/deactivate`, reason);
    expect(asked.body).to.include({ visitsToSettle: null, visitsToSettleCount: null });
  });

  describe('as a patient’s account, in the hands of an admin', () => {
    it('is listed, found and shown without address and name', async () => {
      const accounts = [(await patient(clinic)).user.user, (await patient(clinic)).user.user];
      const page = async (query: string) =>
        (await clinic.call<Page<User>>(clinic.admin, 'GET', `/users?${query}`)).body;
      const [first] = accounts as [User, User];
      const shown = { ...first, email: '', displayName: '' };
      expect((await page(`isPatient=true&patientId=${first.patientId}`)).items).to.deep.equal([shown]);
      const got = await must<User>(clinic.call(clinic.admin, 'GET', `/users/${first.id}`));
      expect(got).to.deep.equal(shown);
      await endUser({ user: first } as SignedIn);
      const ended = await page('isPatient=true&isActive=false&limit=200');
      expect(ended.items.map(({ id }) => id))
        .to.include(first.id)
        .and.not.include(accounts[1]?.id);
      expect(JSON.stringify(ended)).not.to.contain('@');
      const all: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const next: Page<User> = await page(`isPatient=true&limit=3${cursor && `&cursor=${cursor}`}`);
        all.push(...next.items.map(({ id }) => id));
        cursor = next.nextCursor;
      }
      expect(all).to.include.members(accounts.map(({ id }) => id));
      expect(new Set(all).size).to.equal(all.length);
      expect(await page('isPatient=true&role=nurse')).to.include({ code: 'validation_failed' });
      const staffOnly = (await page('limit=200')).items;
      expect(staffOnly.map(({ role }) => role)).not.to.include('patient');
    });

    it('is not changed otherwise', async () => {
      const { user } = (await patient(clinic)).user;
      const headers = { 'if-match': `"${user.version}"` };
      const body = { role: 'admin' };
      const answer = await clinic.call<Code>(clinic.admin, 'PATCH', `/users/${user.id}`, { body, headers });
      expect(answer.body.code).to.equal('user_not_found');
    });

    it('is found by the doctor’s id too', async () => {
      const { doctor, user } = await doctorAtWork(clinic, here);
      const { items } = await must<Page<User>>(
        clinic.call(clinic.admin, 'GET', `/users?doctorId=${doctor.id}`),
      );
      expect(items.map(({ id }) => id)).to.deep.equal([user.user.id]);
    });
  });
});

function staffAccount(clinic: Clinic, { id, email }: DoctorProfile): Promise<User> {
  const body = { email: `again.${email}`, password, displayName: 'Again', role: 'doctor', doctorId: id };
  return must(clinic.call<User>(clinic.admin, 'POST', '/users', { body }));
}

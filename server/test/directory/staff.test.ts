import { expect } from 'chai';
import type { SignedIn, User } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import { type Clinic, freshEmail, password, signIn, startClinic } from '../support/clinic.js';
import {
  auditOf,
  createDepartment,
  createDoctor,
  createUser,
  registeredPatient,
  staffMember,
} from './directory-builders.js';

type Answered = User & { code?: string };

describe('An admin gives out sign-ins', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  const create = (body: object) => clinic.call<Answered>(clinic.admin, 'POST', '/users', { body });
  const change = (who: SignedIn, id: string, body: unknown, version = 1) =>
    clinic.call<Answered>(who, 'PATCH', `/users/${id}`, { body, headers: { 'if-match': `"${version}"` } });
  const deactivate = (who: SignedIn, id: string) =>
    clinic.call<Answered>(who, 'POST', `/users/${id}/deactivate`);
  const someone = (fields: object = {}) => ({
    email: freshEmail('staff'),
    password,
    displayName: 'Some One',
    role: 'receptionist',
    ...fields,
  });

  it('makes a sign-in that works at once', async () => {
    const email = freshEmail('Desk');
    const { status, body } = await create(someone({ email }));
    expect(status).to.equal(201);
    expect(body).to.include({ email: email.toLowerCase(), role: 'receptionist', isActive: true, version: 1 });
    expect(JSON.stringify(body)).not.to.contain(password);
    expect((await signIn(clinic.call, email)).user).to.deep.equal(body);
    expect(await auditOf(clinic, body.id)).to.deep.equal([
      { action: 'user.created', role: 'admin' },
      { action: 'user.signed_in', role: 'receptionist' },
    ]);
  });

  it('makes and changes many at once, more than there are connections', async () => {
    const doctors = await Promise.all(Array.from({ length: 15 }, () => createDoctor(clinic)));
    const created = await Promise.all(
      doctors.map(({ id }) => create(someone({ role: 'doctor', doctorId: id }))),
    );
    expect(created.map(({ status }) => status)).to.deep.equal(doctors.map(() => 201));
    const changed = await Promise.all(
      created.map(({ body }) => change(clinic.admin, body.id, { displayName: 'Another' })),
    );
    expect(changed.map(({ status }) => status)).to.deep.equal(doctors.map(() => 200));
  });

  it('makes no patients, and no doctors or nurses without their place', async () => {
    const wrong = [
      { role: 'patient' },
      { role: 'system' },
      { role: 'doctor' },
      { role: 'nurse' },
      { role: 'doctor', doctorId: newId() },
      { role: 'nurse', departmentId: newId() },
      { role: 'billing', doctorId: (await createDoctor(clinic)).id },
      { password: 'short' },
      { email: 'nobody' },
      { isActive: false },
    ];
    for (const fields of wrong) {
      const { status, body } = await create(someone(fields));
      expect([status, body.code], JSON.stringify(fields)).to.deep.equal([422, 'validation_failed']);
    }
  });

  it('gives an e-mail address and a doctor one sign-in only', async () => {
    const doctorId = (await createDoctor(clinic)).id;
    const first = someone({ role: 'doctor', doctorId });
    expect((await create(first)).status).to.equal(201);
    expect((await create(someone({ email: first.email.toUpperCase() }))).body.code).to.equal('email_taken');
    expect((await create(someone({ role: 'doctor', doctorId }))).body.code).to.equal('doctor_has_sign_in');
    const { id } = await createUser(clinic, 'billing');
    const promoted = await change(clinic.admin, id, { role: 'doctor', doctorId });
    expect(promoted.body.code).to.equal('doctor_has_sign_in');
  });

  it('is for admins only', async () => {
    const { id } = await createUser(clinic, 'billing');
    const others = [await staffMember(clinic, 'receptionist'), await registeredPatient(clinic)];
    for (const who of others) {
      expect((await clinic.call(who, 'GET', '/users')).status).to.equal(403);
      expect((await clinic.call(who, 'GET', `/users/${id}`)).status).to.equal(403);
      expect(
        (await clinic.call(who, 'POST', '/users', { body: someone({ role: 'admin' }) })).status,
      ).to.equal(403);
      expect((await change(who, id, { role: 'admin' })).status).to.equal(403);
      expect((await deactivate(who, id)).status).to.equal(403);
    }
    expect((await clinic.call(null, 'GET', '/users')).status).to.equal(401);
  });

  it('lists staff by e-mail address, and no patients', async () => {
    const patient = await registeredPatient(clinic);
    const page = async (query: string) =>
      (await clinic.call<Page<User>>(clinic.admin, 'GET', `/users?${query}`)).body;
    const all = (await page('limit=200')).items;
    expect(all.map(({ email }) => email)).to.deep.equal(all.map(({ email }) => email).sort());
    expect(all.map(({ role }) => role)).not.to.include('patient');
    const first = await page('limit=1');
    const second = await page(`limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).to.deep.equal(all.slice(0, 2));
    expect((await page('role=admin&limit=200')).items.map(({ role }) => role)).to.include.members(['admin']);
    expect(all.map(({ id }) => id)).not.to.include(patient.user.id);
    const missing = await clinic.call(clinic.admin, 'GET', `/users/${newId()}`);
    expect([missing.status, missing.body.code]).to.deep.equal([404, 'user_not_found']);
    expect((await deactivate(clinic.admin, newId())).body.code).to.equal('user_not_found');
  });

  it('changes a name without ending the session, and a role with ending it', async () => {
    const member = await staffMember(clinic, 'receptionist');
    const { id } = member.user;
    const renamed = await change(clinic.admin, id, { displayName: 'New Name' });
    expect(renamed.body).to.include({ displayName: 'New Name', version: 2 });
    expect((await clinic.call(member, 'GET', '/auth/me')).status).to.equal(200);
    expect((await change(clinic.admin, id, { displayName: 'Stale' })).body.code).to.equal('version_stale');
    const { id: departmentId } = await createDepartment(clinic);
    const moved = await change(clinic.admin, id, { role: 'nurse', departmentId }, 2);
    expect(moved.body).to.include({ role: 'nurse', departmentId });
    await new Promise((done) => setTimeout(done, 1_100)); // a known session is trusted for a second at most
    expect((await clinic.call(member, 'GET', '/auth/me')).body.code).to.equal('session_ended');
    const refresh = { body: { refreshToken: member.refreshToken } };
    expect((await clinic.call(null, 'POST', '/auth/refresh', refresh)).status).to.equal(401);
  });

  it('withdraws a sign-in, and gives it back without the old sessions', async () => {
    const member = await staffMember(clinic, 'pharmacist');
    const { id, email } = member.user;
    expect((await deactivate(clinic.admin, id)).body.isActive).to.equal(false);
    const login = () => clinic.call(null, 'POST', '/auth/login', { body: { email, password } });
    expect((await login()).status).to.equal(401);
    const back = await clinic.call<User>(clinic.admin, 'POST', `/users/${id}/activate`);
    expect(back.body.isActive).to.equal(true);
    expect((await login()).status).to.equal(200);
    const refresh = { body: { refreshToken: member.refreshToken } };
    expect((await clinic.call(null, 'POST', '/auth/refresh', refresh)).status).to.equal(401);
  });

  it('lets nobody change her own rights', async () => {
    const { id } = clinic.admin.user;
    expect((await deactivate(clinic.admin, id)).body.code).to.equal('own_account');
    const demoted = await change(clinic.admin, id, { role: 'billing' });
    expect(demoted.body.code).to.equal('own_account');
  });
});

describe('The clinic never loses its last admin', () => {
  let clinic: Clinic;
  let first: SignedIn;

  before(async () => {
    clinic = await startClinic();
    first = clinic.admin;
  });
  after(() => clinic.close());

  const deactivate = (who: SignedIn, target: SignedIn) =>
    clinic.call<Answered>(who, 'POST', `/users/${target.user.id}/deactivate`);
  const activeAdmins = async (who: SignedIn): Promise<number> =>
    (await clinic.call<Page<User>>(who, 'GET', '/users?role=admin&isActive=true')).body.items.length;

  for (const bystanders of [0, 1])
    it(`lets one of two admins win who deactivate each other at once, with ${bystanders} more`, async () => {
      for (let round = 0; round < 5; round++) {
        const second = await staffMember({ ...clinic, admin: first }, 'admin');
        const third = bystanders ? await staffMember({ ...clinic, admin: first }, 'admin') : null;
        const [byFirst, bySecond] = await Promise.all([deactivate(first, second), deactivate(second, first)]);
        expect([byFirst.status, bySecond.status].filter((status) => status === 200)).to.have.length(1);
        const loser = byFirst.status === 200 ? bySecond : byFirst;
        expect(loser.body.code).to.be.oneOf(['session_ended', 'last_admin']);
        if (bySecond.status === 200) first = second;
        expect(await activeAdmins(first)).to.equal(1 + bystanders);
        if (third) await deactivate(first, third);
      }
    });
});

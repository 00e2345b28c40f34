import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Department } from '../../src/departments/departments.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import type { Specialization } from '../../src/specializations/specializations.types.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import {
  auditOf,
  createDepartment,
  createDoctor,
  createSpecialization,
  staffMember,
  uniqueName,
} from './directory-builders.js';

describe('An admin keeps the departments and specializations', () => {
  let clinic: Clinic;
  let desk: SignedIn;

  before(async () => {
    clinic = await startClinic();
    desk = await staffMember(clinic, 'receptionist');
  });
  after(() => clinic.close());

  const list = (query: string) => clinic.call<Page<Department>>(null, 'GET', `/departments?${query}`);

  it('creates a department that everyone can read without signing in', async () => {
    const department = await createDepartment(clinic, { name: 'Cardiology', location: 'House B' });
    const read = await clinic.call<Department>(null, 'GET', `/departments/${department.id}`);
    expect(read.status).to.equal(200);
    expect(read.body).to.deep.equal(department);
    expect(read.headers.get('etag')).to.equal('"1"');
    expect((await auditOf(clinic, department.id))[0]).to.include({
      action: 'department.created',
      role: 'admin',
    });
  });

  it('refuses a second department of the same name, whatever its case or accents', async () => {
    await createDepartment(clinic, { name: 'Pädiatrie' });
    const body = { name: 'PADIATRIE', location: 'elsewhere' };
    const answer = await clinic.call(clinic.admin, 'POST', '/departments', { body });
    expect([answer.status, answer.body.code]).to.deep.equal([409, 'name_taken']);
  });

  it('lets nobody else write', async () => {
    const body = { name: uniqueName('Mine'), location: 'here' };
    const refused = await clinic.call(desk, 'POST', '/departments', { body });
    expect([refused.status, refused.body.code]).to.deep.equal([403, 'forbidden']);
    expect((await clinic.call(null, 'POST', '/departments', { body })).status).to.equal(401);
  });

  it('answers 404 for one that does not exist and 422 for an id that is none', async () => {
    expect((await clinic.call(null, 'GET', `/departments/${newId()}`)).body.code).to.equal(
      'department_not_found',
    );
    expect((await clinic.call(null, 'GET', '/departments/42')).status).to.equal(422);
  });

  it('renames only what the caller has read', async () => {
    const { id } = await createDepartment(clinic);
    const body = { name: uniqueName('Renamed'), location: 'House C' };
    const put = (headers: Record<string, string>) =>
      clinic.call<Department & { code?: string }>(clinic.admin, 'PUT', `/departments/${id}`, {
        body,
        headers,
      });
    expect((await put({})).body.code).to.equal('if_match_required');
    expect((await put({ 'if-match': '"7"' })).body.code).to.equal('version_stale');
    const renamed = await put({ 'if-match': '"1"' });
    expect([renamed.status, renamed.body.name, renamed.body.version]).to.deep.equal([200, body.name, 2]);
    expect((await put({ 'if-match': '"1"' })).status).to.equal(412);
  });

  it('closes a department only when no active doctor is left in it', async () => {
    const { id } = await createDepartment(clinic);
    const doctor = await createDoctor(clinic, { departmentId: id });
    const close = () =>
      clinic.call<Department & { code?: string }>(clinic.admin, 'POST', `/departments/${id}/deactivate`);
    expect((await close()).body.code).to.equal('department_in_use');
    await clinic.call(clinic.admin, 'POST', `/doctors/${doctor.id}/deactivate`);
    expect((await close()).body.isActive).to.equal(false);
    const back = await clinic.call(clinic.admin, 'POST', `/doctors/${doctor.id}/activate`);
    expect(back.body.code).to.equal('department_inactive');
  });

  it('does not let a doctor join while the department is being closed', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await createDepartment(clinic);
      const [closed] = await Promise.all([
        clinic.call(clinic.admin, 'POST', `/departments/${id}/deactivate`),
        createDoctor(clinic, { departmentId: id }).catch(() => null),
      ]);
      const doctors = await clinic.call<Page<unknown>>(null, 'GET', `/doctors?departmentId=${id}`);
      expect(doctors.body.items.length > 0).to.equal(closed.status === 409);
    }
  });

  it('pages through all of them by name, each once', async () => {
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await list(`limit=2${cursor && `&cursor=${cursor}`}`);
      names.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    const all = (await list('limit=200')).body.items.map(({ name }) => name);
    expect(names).to.deep.equal(all);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('takes a cursor only for the list that it was given for', async () => {
    const { nextCursor } = (await list('limit=1')).body;
    expect((await list(`limit=1&isActive=false&cursor=${nextCursor}`)).status).to.equal(422);
    expect((await list(`limit=1&cursor=${nextCursor?.slice(0, -2)}AA`)).status).to.equal(422);
  });

  it('keeps specializations the same way', async () => {
    const { id, name } = await createSpecialization(clinic);
    const again = await clinic.call(clinic.admin, 'POST', '/specializations', {
      body: { name: name.toLowerCase() },
    });
    expect(again.body.code).to.equal('name_taken');
    await createDoctor(clinic, { specializationIds: [id] });
    const withdraw = await clinic.call(clinic.admin, 'POST', `/specializations/${id}/deactivate`);
    expect(withdraw.body.code).to.equal('specialization_in_use');
    const unused = await createSpecialization(clinic);
    await clinic.call(clinic.admin, 'POST', `/specializations/${unused.id}/deactivate`);
    const listed = await clinic.call<Page<Specialization>>(null, 'GET', '/specializations?limit=200');
    const ids = listed.body.items.map((each) => each.id);
    expect(ids).to.include(id);
    expect(ids).not.to.include(unused.id);
  });

  it('creates once when the same request comes three times at once', async () => {
    const options = {
      body: { name: uniqueName('Once'), location: 'here' },
      headers: { 'idempotency-key': newId() },
    };
    const answers = await Promise.all(
      [1, 2, 3].map(() => clinic.call<Department>(clinic.admin, 'POST', '/departments', options)),
    );
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(answer.body).to.include({ code: 'request_in_flight' });
    const repeated = await clinic.call<Department>(clinic.admin, 'POST', '/departments', options);
    expect(repeated.headers.get('idempotency-replayed')).to.equal('true');
    const created = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(new Set([...created, repeated.body.id]).size).to.equal(1);
  });
});

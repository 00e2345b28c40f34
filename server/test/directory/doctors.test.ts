import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Doctor, DoctorProfile } from '../../src/doctors/doctors.types.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import {
  auditOf,
  createDepartment,
  createDoctor,
  createSpecialization,
  newDoctor,
  onDatabase,
  registeredPatient,
  staffMember,
  withoutRequestId,
} from './directory-builders.js';

type Answered = DoctorProfile & { code?: string; errors?: { field: string }[] };

describe('The clinic shows its doctors', () => {
  let clinic: Clinic;
  let desk: SignedIn;

  before(async () => {
    clinic = await startClinic();
    desk = await staffMember(clinic, 'receptionist');
  });
  after(() => clinic.close());

  const list = async (query: string): Promise<Page<Doctor>> =>
    (await clinic.call<Page<Doctor>>(null, 'GET', `/doctors?${query}`)).body;
  const change = (who: SignedIn, id: string, body: unknown, version = 1) =>
    clinic.call<Answered>(who, 'PATCH', `/doctors/${id}`, { body, headers: { 'if-match': `"${version}"` } });
  const scheduleVersion = async (id: string): Promise<number> => {
    const [row] = await onDatabase<{ schedule_version: number }>(
      clinic,
      'SELECT schedule_version FROM doctors WHERE id = ?',
      [uuidBytes(id)],
    );
    return row?.schedule_version ?? 0;
  };

  it('shows a doctor to everyone, without birth date and gender', async () => {
    const doctor = await createDoctor(clinic, { familyName: 'Abbott' });
    const { body, headers } = await clinic.call<Doctor>(null, 'GET', `/doctors/${doctor.id}`);
    const { birthOn: _birthOn, gender: _gender, ...shown } = doctor;
    expect(body).to.deep.equal(shown);
    expect(headers.get('etag')).to.equal('"1"');
    const [listed] = (await list('familyName=abbott')).items;
    expect(listed).to.deep.equal(shown);
    expect((await auditOf(clinic, doctor.id))[0]).to.include({ action: 'doctor.created' });
  });

  it('shows the profile to the doctor herself and to admins only', async () => {
    const doctor = await createDoctor(clinic);
    const other = await createDoctor(clinic);
    const herself = await staffMember(clinic, 'doctor', { doctorId: doctor.id });
    const patient = await registeredPatient(clinic);
    const read = (who: SignedIn | null, id: string) => clinic.call(who, 'GET', `/doctors/${id}/profile`);
    expect((await read(herself, doctor.id)).body).to.deep.equal(doctor);
    expect((await read(clinic.admin, doctor.id)).body).to.deep.equal(doctor);
    const foreign = await read(herself, other.id);
    const missing = await read(herself, newId());
    expect([foreign.status, missing.status]).to.deep.equal([404, 404]);
    expect(withoutRequestId(foreign.body)).to.deep.equal(withoutRequestId(missing.body));
    expect((await read(desk, doctor.id)).status).to.equal(403);
    expect((await read(patient, doctor.id)).status).to.equal(403);
    expect((await read(null, doctor.id)).status).to.equal(401);
  });

  it('lists by department, specialization and beginning of the family name', async () => {
    const departmentId = (await createDepartment(clinic)).id;
    const cardiology = await createSpecialization(clinic);
    const surgery = await createSpecialization(clinic);
    const both = await createDoctor(clinic, {
      departmentId,
      familyName: 'Zürn',
      specializationIds: [cardiology.id, surgery.id],
    });
    const surgeon = await createDoctor(clinic, { familyName: 'Zurek', specializationIds: [surgery.id] });
    const names = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await names(`departmentId=${departmentId}`)).to.deep.equal([both.id]);
    expect(await names(`specializationId=${cardiology.id}`)).to.deep.equal([both.id]);
    expect(await names(`specializationId=${surgery.id}`)).to.have.members([both.id, surgeon.id]);
    expect(await names('familyName=zur')).to.deep.equal([surgeon.id, both.id]);
    expect(await names(`familyName=zur&departmentId=${departmentId}`)).to.deep.equal([both.id]);
    expect(await names('familyName=%25')).to.deep.equal([]);
    expect(both.specializations.map(({ id }) => id)).to.have.members([cardiology.id, surgery.id]);
  });

  it('pages through equal family names, each doctor once', async () => {
    const { id: departmentId } = await createDepartment(clinic);
    const { id: specializationId } = await createSpecialization(clinic);
    const shared = { departmentId, specializationIds: [specializationId] };
    for (const familyName of ['Same', 'Same', 'Other', 'same', 'Sáme'])
      await createDoctor(clinic, { ...shared, familyName });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(`specializationId=${specializationId}&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).to.have.length(5);
    expect(new Set(seen).size).to.equal(5);
  });

  it('names what is wrong with a new doctor', async () => {
    const wrong: [string, unknown][] = [
      ['body.birthOn', { birthOn: '2026-02-31' }],
      ['body.birthOn', { birthOn: '2150-01-01' }],
      ['body.zone', { zone: 'Mars/Olympus' }],
      ['body.zone', { zone: '+02:00' }],
      ['body.visitMinutes', { visitMinutes: 17 }],
      ['body.departmentId', { departmentId: newId() }],
      ['body.specializationIds', { specializationIds: [newId()] }],
      ['body.specializationIds', { specializationIds: [] }],
      ['body.yearsOfExperience', { yearsOfExperience: -1 }],
    ];
    const sound = await newDoctor(clinic);
    for (const [field, fields] of wrong) {
      const body = { ...sound, ...(fields as object) };
      const answer = await clinic.call<Answered>(clinic.admin, 'POST', '/doctors', { body });
      expect([answer.status, answer.body.code]).to.deep.equal([422, 'validation_failed']);
      expect(answer.body.errors?.[0]?.field).to.match(new RegExp(`^${field.replace('.', '\\.')}`));
    }
  });

  it('lets a doctor change her own contact, and nothing else of hers', async () => {
    const doctor = await createDoctor(clinic);
    const other = await createDoctor(clinic);
    const herself = await staffMember(clinic, 'doctor', { doctorId: doctor.id });
    const moved = await change(herself, doctor.id, { officeAddress: 'Neue Straße 2' });
    expect([moved.status, moved.body.officeAddress, moved.body.version]).to.deep.equal([
      200,
      'Neue Straße 2',
      2,
    ]);
    const renamed = await change(herself, doctor.id, { familyName: 'Else' }, 2);
    expect([renamed.status, renamed.body.code]).to.deep.equal([403, 'field_forbidden']);
    expect(renamed.body.errors?.[0]?.field).to.equal('body.familyName');
    expect((await change(herself, other.id, { phone: '+1 555' })).body.code).to.equal('doctor_not_found');
    expect((await change(desk, doctor.id, { phone: '+1 555' })).status).to.equal(403);
  });

  it('tells bookings when visit length, zone or standing change, and only then', async () => {
    const doctor = await createDoctor(clinic);
    const before = await scheduleVersion(doctor.id);
    await change(clinic.admin, doctor.id, { phone: '+49 30 999' }, 1);
    expect(await scheduleVersion(doctor.id)).to.equal(before);
    await change(clinic.admin, doctor.id, { visitMinutes: 30 }, 2);
    expect(await scheduleVersion(doctor.id)).to.equal(before + 1);
    await change(clinic.admin, doctor.id, { zone: 'America/New_York' }, 3);
    expect(await scheduleVersion(doctor.id)).to.equal(before + 2);
    await clinic.call(clinic.admin, 'POST', `/doctors/${doctor.id}/deactivate`);
    expect(await scheduleVersion(doctor.id)).to.equal(before + 3);
  });

  it('replaces specializations and department as a whole', async () => {
    const doctor = await createDoctor(clinic);
    const next = await createSpecialization(clinic);
    const department = await createDepartment(clinic);
    const changes = { specializationIds: [next.id], departmentId: department.id };
    const { body } = await change(clinic.admin, doctor.id, changes);
    expect(body.specializations).to.deep.equal([{ id: next.id, name: next.name }]);
    expect(body.department).to.deep.equal({ id: department.id, name: department.name });
    expect((await list(`specializationId=${doctor.specializations[0]?.id}`)).items).to.deep.equal([]);
  });

  it('lets one of two simultaneous changes win', async () => {
    const doctor = await createDoctor(clinic);
    const answers = await Promise.all([
      change(clinic.admin, doctor.id, { phone: '+49 30 1' }),
      change(clinic.admin, doctor.id, { phone: '+49 30 2' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
  });

  it('takes an inactive doctor off the list', async () => {
    const doctor = await createDoctor(clinic, { familyName: 'Quitting' });
    expect((await clinic.call(desk, 'POST', `/doctors/${doctor.id}/deactivate`)).status).to.equal(403);
    const gone = await clinic.call<Doctor>(clinic.admin, 'POST', `/doctors/${doctor.id}/deactivate`);
    expect([gone.status, gone.body.isActive]).to.deep.equal([200, false]);
    expect((await list('familyName=quitting')).items).to.deep.equal([]);
    expect((await list('familyName=quitting&isActive=false')).items).to.have.length(1);
  });
});

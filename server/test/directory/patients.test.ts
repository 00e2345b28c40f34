import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { DoctorProfile } from '../../src/doctors/doctors.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import { isMrn } from '../../src/patients/mrn.js';
import type { Patient, PatientDeactivation } from '../../src/patients/patients.types.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import {
  attend,
  auditOf,
  createDoctor,
  createPatient,
  newPatient,
  registeredPatient,
  staffMember,
  withoutRequestId,
} from './directory-builders.js';

type Answered = Patient & { code?: string; errors?: { field: string }[] };

const identity = [
  'id',
  'mrn',
  'givenName',
  'familyName',
  'birthYear',
  'isActive',
  'version',
  'birthOn',
  'gender',
];
const contact = ['phone', 'email', 'address', 'emergencyContact'];

describe('The front desk keeps the patients', () => {
  let clinic: Clinic;
  let desk: SignedIn;
  let doctorRow: DoctorProfile;
  let doctor: SignedIn;
  let stranger: SignedIn;
  let nurse: SignedIn;
  let billing: SignedIn;
  let pharmacist: SignedIn;

  before(async () => {
    clinic = await startClinic();
    desk = await staffMember(clinic, 'receptionist');
    doctorRow = await createDoctor(clinic);
    doctor = await staffMember(clinic, 'doctor', { doctorId: doctorRow.id });
    stranger = await staffMember(clinic, 'doctor', { doctorId: (await createDoctor(clinic)).id });
    nurse = await staffMember(clinic, 'nurse', { departmentId: doctorRow.department.id });
    billing = await staffMember(clinic, 'billing');
    pharmacist = await staffMember(clinic, 'pharmacist');
  });
  after(() => clinic.close());

  const read = (who: SignedIn | null, id: string) => clinic.call<Answered>(who, 'GET', `/patients/${id}`);
  const change = (who: SignedIn, id: string, body: unknown, version = 1) =>
    clinic.call<Answered>(who, 'PATCH', `/patients/${id}`, { body, headers: { 'if-match': `"${version}"` } });

  it('admits a patient with a medical record number of her own', async () => {
    const patient = await createPatient(clinic, desk, { familyName: '  Mu\u0308ller ' });
    expect(patient).to.deep.include({
      ...newPatient({ familyName: 'Müller' }),
      birthYear: 1984,
      isActive: true,
      version: 1,
    });
    expect(isMrn(patient.mrn)).to.equal(true);
    expect((await read(desk, patient.id)).body).to.deep.equal(patient);
    expect(await auditOf(clinic, patient.id)).to.deep.equal([
      { action: 'patient.created', role: 'receptionist' },
    ]);
  });

  it('leaves what is not known null', async () => {
    const body = { givenName: 'Lin', familyName: 'Wu', birthOn: '2020-02-29' };
    const { body: patient } = await clinic.call<Patient>(desk, 'POST', '/patients', { body });
    expect((await read(desk, patient.id)).body).to.deep.include({
      gender: 'unknown',
      phone: null,
      email: null,
      address: null,
      emergencyContact: null,
      insurance: null,
    });
  });

  it('names what is wrong with a new patient, and never repeats it', async () => {
    const wrong = [
      { birthOn: '2026-02-31' },
      { birthOn: '2199-01-01' },
      { familyName: '   ' },
      { gender: 'x' },
      { mrn: 'MW123456782' },
      { address: { line: 'only a line' } },
      { phone: 12 },
      { email: 'nobody' },
      { email: `${'a'.repeat(64)}@${'b'.repeat(190)}.example` },
      { email: 'İ@patients.example' },
    ];
    for (const fields of wrong) {
      const answer = await clinic.call<Answered>(desk, 'POST', '/patients', { body: newPatient(fields) });
      expect([answer.status, answer.body.code], JSON.stringify(fields)).to.deep.equal([
        422,
        'validation_failed',
      ]);
      expect(JSON.stringify(answer.body)).not.to.contain('Okafor').and.not.to.contain('2026-02-31');
    }
  });

  it('shows a patient to whom it concerns, as far as it concerns them', async () => {
    const patient = await createPatient(clinic, desk);
    await attend(clinic, doctorRow, patient.id);
    const keys = async (who: SignedIn) => Object.keys((await read(who, patient.id)).body);
    const whole = [...identity, ...contact, 'insurance'];
    expect(await keys(desk)).to.have.members(whole);
    expect(await keys(doctor)).to.have.members(whole);
    expect(await keys(nurse)).to.have.members(whole);
    expect(await keys(billing)).to.have.members([...identity, 'address', 'insurance']);
    expect((await read(pharmacist, patient.id)).status).to.equal(403);
    expect((await read(clinic.admin, patient.id)).status).to.equal(403);
    expect((await read(null, patient.id)).status).to.equal(401);
  });

  it('hides a patient from whom she does not concern, as if she did not exist', async () => {
    const patient = await createPatient(clinic, desk);
    const someone = await registeredPatient(clinic);
    for (const who of [someone, doctor, stranger, nurse]) {
      const foreign = await read(who, patient.id);
      const missing = await read(who, newId());
      expect([foreign.status, foreign.body.code]).to.deep.equal([404, 'patient_not_found']);
      expect(withoutRequestId({ ...foreign.body })).to.deep.equal(withoutRequestId({ ...missing.body }));
    }
    expect((await read(someone, someone.user.patientId ?? '')).body.familyName).to.equal('Okafor');
  });

  it('lets each role change its own part', async () => {
    const self = await registeredPatient(clinic);
    const id = self.user.patientId ?? '';
    await attend(clinic, doctorRow, id);
    expect((await change(self, id, { phone: '+49 1', email: null }, 1)).body).to.include({
      phone: '+49 1',
      email: null,
    });
    expect((await change(nurse, id, { phone: null }, 2)).body.phone).to.equal(null);
    const insured = await change(billing, id, { insurance: { provider: 'AOK', number: '7' } }, 3);
    expect(insured.body.insurance).to.deep.equal({ provider: 'AOK', number: '7' });
    expect((await change(desk, id, { familyName: 'Okonkwo', birthOn: '1985-01-01' }, 4)).body).to.include({
      familyName: 'Okonkwo',
      birthYear: 1985,
      version: 5,
    });
    const refused: [SignedIn, object, string][] = [
      [self, { familyName: 'Else' }, 'body.familyName'],
      [self, { phone: '+49 2', insurance: null }, 'body.insurance'],
      [nurse, { birthOn: '1990-01-01' }, 'body.birthOn'],
      [billing, { phone: '+49 3' }, 'body.phone'],
    ];
    for (const [who, body, field] of refused) {
      const answer = await change(who, id, body, 5);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).to.deep.equal([
        403,
        'field_forbidden',
        field,
      ]);
    }
    expect((await change(doctor, id, { phone: '+49 4' }, 5)).status).to.equal(403);
    expect((await auditOf(clinic, id)).map(({ role }) => role)).to.deep.equal([
      'patient',
      'patient',
      'nurse',
      'billing',
      'receptionist',
    ]);
  });

  it('changes only what the caller has read', async () => {
    const { id } = await createPatient(clinic, desk);
    const without = await clinic.call(desk, 'PATCH', `/patients/${id}`, { body: { phone: '+49 5' } });
    expect([without.status, without.body.code]).to.deep.equal([428, 'if_match_required']);
    const answers = await Promise.all([1, 2, 3].map((n) => change(desk, id, { phone: `+49 5${n}` })));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 412, 412]);
    expect((await change(desk, id, { birthOn: '2026-02-31' }, 2)).status).to.equal(422);
    for (const body of [
      { phone: '1' },
      { phone: '   ' },
      { email: 'nobody' },
      { familyName: null },
      { address: { line: 'a', city: 'b', country: 'Germany' } },
      { insurance: { provider: 'a' } },
      { mrn: 'MW123456782' },
      { isActive: false },
      { version: 9 },
    ])
      expect((await change(desk, id, body, 2)).status, JSON.stringify(body)).to.equal(422);
    expect((await change(desk, newId(), { phone: '+49 5' })).body.code).to.equal('patient_not_found');
  });

  it('lists to each role whom it may see', async () => {
    const mine = await createPatient(clinic, desk, { familyName: 'Listmann' });
    const other = await createPatient(clinic, desk, { familyName: 'Listmann' });
    await attend(clinic, doctorRow, mine.id);
    const list = async (who: SignedIn) =>
      (await clinic.call<Page<Patient>>(who, 'GET', '/patients?familyName=listm')).body;
    const ids = async (who: SignedIn) => (await list(who)).items.map(({ id }) => id);
    expect(await ids(desk)).to.deep.equal([mine.id, other.id]);
    expect(await ids(billing)).to.deep.equal([mine.id, other.id]);
    expect(await ids(doctor)).to.deep.equal([mine.id]);
    expect(await ids(nurse)).to.deep.equal([mine.id]);
    expect(await ids(stranger)).to.deep.equal([]);
    expect((await list(billing)).items[0]).not.to.have.any.keys('phone', 'email', 'emergencyContact');
    expect(await list(pharmacist)).to.include({ code: 'exact_match_only' });
    const refused = await clinic.call(await registeredPatient(clinic), 'GET', '/patients');
    expect(refused.status).to.equal(403);
  });

  it('pages and filters', async () => {
    for (let n = 0; n < 5; n++)
      await createPatient(clinic, desk, { familyName: 'Pager', birthOn: '1971-01-01' });
    const page = async (query: string) =>
      (await clinic.call<Page<Patient>>(desk, 'GET', `/patients?familyName=pager&limit=2${query}`)).body;
    const first = await page('');
    const second = await page(`&cursor=${first.nextCursor}`);
    const third = await page(`&cursor=${second.nextCursor}`);
    const all = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(all).size).to.equal(5);
    expect(third.nextCursor).to.equal(null);
    expect((await page('&birthOn=1971-01-02')).items).to.deep.equal([]);
    expect(await page('&birthOn=1971-02-30')).to.include({ code: 'validation_failed' });
    expect((await page(`&mrn=${first.items[0]?.mrn}`)).items.map(({ id }) => id)).to.deep.equal(
      all.slice(0, 1),
    );
    const foreign = await clinic.call(billing, 'GET', `/patients?familyName=page&cursor=${first.nextCursor}`);
    expect(foreign.status).to.equal(422);
  });

  it('deactivates a patient only when two admins agree', async () => {
    const { id } = await createPatient(clinic, desk);
    const second = await staffMember(clinic, 'admin');
    const body = { reason: 'Registered twice by mistake.' };
    const ask = (who: SignedIn, options = {}) =>
      clinic.call<PatientDeactivation & { code?: string }>(who, 'POST', `/patients/${id}/deactivate`, {
        body,
        ...options,
      });
    expect((await ask(desk)).status).to.equal(403);
    const key = { headers: { 'idempotency-key': newId() } };
    const asked = await ask(clinic.admin, key);
    expect(asked.body).to.include({
      state: 'awaiting_second_approver',
      requestedBy: clinic.admin.user.id,
    });
    expect((await ask(clinic.admin, key)).body).to.deep.equal(asked.body);
    expect((await ask(clinic.admin)).body.code).to.equal('second_approver_needed');
    expect((await read(desk, id)).body.isActive).to.equal(true);
    expect((await ask(second)).body.state).to.equal('deactivated');
    expect((await read(desk, id)).body).to.include({ isActive: false, version: 2 });
    expect((await ask(second)).body.code).to.equal('patient_inactive');
    expect((await auditOf(clinic, id)).map(({ action }) => action)).to.deep.equal([
      'patient.created',
      'patient.deactivation_requested',
      'patient.deactivated',
    ]);
  });

  it('counts two simultaneous requests of one admin as one', async () => {
    const { id } = await createPatient(clinic, desk);
    const body = { reason: 'Registered twice by mistake.' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => clinic.call(clinic.admin, 'POST', `/patients/${id}/deactivate`, { body })),
    );
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409]);
    expect((await read(desk, id)).body.isActive).to.equal(true);
  });
});

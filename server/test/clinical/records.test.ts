import { expect } from 'chai';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import type { Diagnosis, MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { type Cast, cast, noteFor, openRecord, postNote, visit } from './clinical-cast.js';

describe('A medical record', () => {
  let clinic: Clinic;
  let on: Cast;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
  });
  after(() => clinic.close());

  const get = (who: Parameters<Clinic['call']>[0], id: string) =>
    clinic.call<MedicalRecord & { code?: string }>(who, 'GET', `/medical-records/${id}`);
  const close = (id: string) => clinic.call(on.doctor.user, 'POST', `/medical-records/${id}/close`);

  it('is opened once for a visit on one’s own calendar', async () => {
    const appointmentId = await visit(on, on.doctor, on.patient.patientId);
    const body = { appointmentId, chiefComplaint: 'Cough' };
    const first = await clinic.call<MedicalRecord>(on.doctor.user, 'POST', '/medical-records', { body });
    expect(first.status).to.equal(201);
    expect(first.body).to.include({
      kind: 'visit',
      status: 'open',
      chiefComplaint: 'Cough',
      patientId: on.patient.patientId,
    });
    const second = await clinic.call(on.doctor.user, 'POST', '/medical-records', { body });
    expect(second.status).to.equal(409);
    expect(second.body).to.include({ code: 'record_exists', recordUuid: first.body.id });
    const foreign = await clinic.call(on.stranger.user, 'POST', '/medical-records', { body });
    expect(foreign.status).to.equal(404);
    expect(foreign.body.code).to.equal('appointment_not_found');
  });

  it('is opened once when twenty ask at the same time', async () => {
    const appointmentId = await visit(on, on.doctor, on.patient.patientId);
    const body = { appointmentId };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => clinic.call(on.doctor.user, 'POST', '/medical-records', { body })),
    );
    expect(answers.filter((answer) => answer.status === 201)).to.have.length(1);
    expect(answers.filter((answer) => answer.body.code === 'record_exists')).to.have.length(19);
  });

  it('is opened for a walk-in only by a doctor who treats the patient', async () => {
    await openRecord(on);
    const body = { patientId: on.patient.patientId, kind: 'walk_in' };
    const own = await clinic.call<MedicalRecord>(on.doctor.user, 'POST', '/medical-records', { body });
    expect(own.status).to.equal(201);
    expect(own.body).to.include({
      kind: 'walk_in',
      appointmentId: null,
      departmentId: on.doctor.doctor.department.id,
    });
    const foreign = await clinic.call(on.stranger.user, 'POST', '/medical-records', { body });
    const missing = await clinic.call(on.doctor.user, 'POST', '/medical-records', {
      body: { ...body, patientId: newId() },
    });
    expect([foreign.status, foreign.body.code]).to.deep.equal([404, 'patient_not_found']);
    expect([missing.status, missing.body.code]).to.deep.equal([404, 'patient_not_found']);
  });

  it('needs exactly one origin', async () => {
    const ids = { appointmentId: newId(), patientId: newId() };
    for (const body of [
      {},
      { ...ids, kind: 'walk_in' },
      { patientId: newId() },
      { appointmentId: newId(), kind: 'walk_in' },
    ]) {
      const { status } = await clinic.call(on.doctor.user, 'POST', '/medical-records', { body });
      expect(status).to.equal(422);
    }
  });

  it('shows itself to those who treat the patient, and to her when it is closed', async () => {
    const { id } = await openRecord(on);
    const missing = await get(on.stranger.user, newId());
    for (const who of [on.doctor.user, on.nurse, on.billing])
      expect((await get(who, id)).status).to.equal(200);
    for (const who of [on.stranger.user, on.otherNurse, on.patient.user, on.otherPatient.user]) {
      const { status, body } = await get(who, id);
      expect(status).to.equal(404);
      expect({ ...body, requestId: '' }).to.deep.equal({ ...missing.body, requestId: '' });
    }
    expect((await get(on.reception, id)).status).to.equal(403);
    expect((await close(id)).status).to.equal(200);
    expect((await get(on.patient.user, id)).status).to.equal(200);
    expect((await get(on.otherPatient.user, id)).status).to.equal(404);
  });

  it('shows itself to the patient when a note of it was released', async () => {
    const record = await openRecord(on);
    await postNote(clinic, on.doctor.user, noteFor(record, { release: false }));
    expect((await get(on.patient.user, record.id)).status).to.equal(404);
    await postNote(clinic, on.doctor.user, noteFor(record));
    expect((await get(on.patient.user, record.id)).status).to.equal(200);
  });

  it('is changed and closed by the attending doctor against its newest version', async () => {
    const { id } = await openRecord(on);
    const put = (who: Parameters<Clinic['call']>[0], headers: Record<string, string>) =>
      clinic.call<MedicalRecord>(who, 'PUT', `/medical-records/${id}`, {
        body: { chiefComplaint: 'Worse' },
        headers,
      });
    expect((await put(on.doctor.user, {})).status).to.equal(428);
    expect((await put(on.doctor.user, { 'If-Match': '"7"' })).status).to.equal(412);
    const { status, body, headers } = await put(on.doctor.user, { 'If-Match': '"1"' });
    expect([status, body.chiefComplaint, body.version, headers.get('etag')]).to.deep.equal([
      200,
      'Worse',
      2,
      '"2"',
    ]);
    expect((await put(on.nurse, { 'If-Match': '"2"' })).status).to.equal(403);
    expect((await put(on.stranger.user, { 'If-Match': '"2"' })).status).to.equal(404);
    expect((await close(id)).status).to.equal(200);
    const again = await close(id);
    expect([again.status, again.body.code]).to.deep.equal([409, 'invalid_transition']);
    expect((await put(on.doctor.user, { 'If-Match': '"3"' })).body).to.include({ code: 'record_closed' });
  });

  it('keeps coded diagnoses, of which billing sees the codes', async () => {
    const { id } = await openRecord(on);
    const body = { codeSystem: 'icd-10', code: 'J20.9', text: 'Acute bronchitis', onsetOn: '2026-02-28' };
    const added = await must(
      clinic.call<Diagnosis>(on.doctor.user, 'POST', `/medical-records/${id}/diagnoses`, { body }),
    );
    expect(added).to.include({
      status: 'active',
      code: 'J20.9',
      onsetOn: '2026-02-28',
      recordUuid: id,
      version: 1,
    });
    const wrongDate = { ...body, onsetOn: '2026-02-30' };
    expect(
      (await clinic.call(on.doctor.user, 'POST', `/medical-records/${id}/diagnoses`, { body: wrongDate }))
        .status,
    ).to.equal(422);
    expect((await get(on.doctor.user, id)).body.diagnoses).to.deep.equal([added]);
    const billed = (await get(on.billing, id)).body;
    expect(billed.diagnoses).to.deep.equal([{ ...added, text: null }]);
    expect(JSON.stringify(billed)).not.to.contain('bronchitis');
    await close(id);
    const path = `/medical-records/${id}/diagnoses/${added.id}/status`;
    const set = (status: string, version: number) =>
      clinic.call<Diagnosis>(on.doctor.user, 'PUT', path, {
        body: { status },
        headers: { 'If-Match': `"${version}"` },
      });
    expect((await set('resolved', 1)).body).to.include({ status: 'resolved', version: 2 });
    expect((await set('active', 1)).status).to.equal(412);
    expect((await set('entered_in_error', 2)).status).to.equal(200);
    expect((await get(on.doctor.user, id)).body.diagnoses).to.deep.equal([]);
    expect((await set('active', 3)).status).to.equal(404);
    expect(
      (await clinic.call(on.doctor.user, 'POST', `/medical-records/${id}/diagnoses`, { body })).body,
    ).to.include({ code: 'record_closed' });
  });

  it('is listed page by page, newest first, to those in whose scope it is', async () => {
    const whose = on.otherPatient;
    const opened: string[] = [];
    for (let index = 0; index < 5; index++) opened.unshift((await openRecord(on, on.doctor, whose)).id);
    const list = (who: Parameters<Clinic['call']>[0], query: string) =>
      must(clinic.call<Page<MedicalRecord>>(who, 'GET', `/medical-records?${query}`));
    const first = await list(on.doctor.user, `patientId=${whose.patientId}&limit=3`);
    const second = await list(
      on.doctor.user,
      `patientId=${whose.patientId}&limit=3&cursor=${first.nextCursor}`,
    );
    expect([...first.items, ...second.items].map((record) => record.id)).to.deep.equal(opened);
    expect(second.nextCursor).to.equal(null);
    expect((await list(on.stranger.user, `patientId=${whose.patientId}`)).items).to.deep.equal([]);
    expect((await list(on.doctor.user, 'limit=200')).items.map((record) => record.id)).to.include.members(
      opened,
    );
    expect((await list(on.otherPatient.user, '')).items).to.deep.equal([]);
    expect((await clinic.call(on.billing, 'GET', '/medical-records')).status).to.equal(422);
  });

  it('answers a repeated request with the first answer', async () => {
    const appointmentId = await visit(on, on.doctor, on.patient.patientId);
    const options = { body: { appointmentId }, headers: { 'Idempotency-Key': newId() } };
    const first = await clinic.call(on.doctor.user, 'POST', '/medical-records', options);
    const second = await clinic.call(on.doctor.user, 'POST', '/medical-records', options);
    expect(second.status).to.equal(201);
    expect(second.headers.get('idempotency-replayed')).to.equal('true');
    expect(second.body).to.deep.equal(first.body);
  });
});

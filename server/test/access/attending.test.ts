import { expect } from 'chai';
import { createConnection } from 'mysql2/promise';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { uuidBytes } from '../../src/lib/ids.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import {
  type Cast,
  cast,
  noteFor,
  openRecord,
  openStores,
  postNote,
  type Stores,
  visit,
} from '../clinical/clinical-cast.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { untilTheyWait } from '../support/held-row.js';
import { patient } from '../support/people.js';

interface Written {
  record: MedicalRecord;
  diagnosis: string;
  draft: string;
  signed: string;
  observation: string;
}

const diagnosis = { codeSystem: 'icd-10', code: 'R05', text: 'Cough' };
const reason = { reason: 'Written in error.' };

describe('A record is written', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    stores = await openStores(clinic);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  const observed = ({ id: recordUuid, patientId }: MedicalRecord) => ({
    recordUuid,
    patientId,
    kind: 'other',
    observedAt: '2026-01-05T08:00:00Z',
    data: { isAwake: true },
  });

  /** A patient with a record and one of everything in it, all by the attending doctor. */
  async function written(): Promise<Written> {
    const doctor = on.doctor.user;
    const record = await openRecord(on, on.doctor, await patient(clinic));
    const make = (path: string, body: unknown) =>
      must<{ id: string }>(clinic.call(doctor, 'POST', path, { body }));
    return {
      record,
      diagnosis: (await make(`/medical-records/${record.id}/diagnoses`, diagnosis)).id,
      draft: (await postNote(clinic, doctor, noteFor(record, { sign: false }))).id,
      signed: (await postNote(clinic, doctor, noteFor(record))).id,
      observation: (await make('/observations', observed(record))).id,
    };
  }

  type Step = [method: string, path: string, body: unknown];
  const ofTheAttending = ({ record, diagnosis: id }: Written): Step[] => [
    ['PUT', `/medical-records/${record.id}`, { chiefComplaint: 'Cough' }],
    ['POST', `/medical-records/${record.id}/diagnoses`, diagnosis],
    ['PUT', `/medical-records/${record.id}/diagnoses/${id}/status`, { status: 'resolved' }],
    ['POST', `/medical-records/${record.id}/close`, undefined],
  ];
  const ofTheAuthor = ({ draft, signed, observation }: Written): Step[] => [
    ['PUT', `/clinical-notes/${draft}`, { text: 'Rewritten.' }],
    ['POST', `/clinical-notes/${draft}/sign`, {}],
    ['POST', `/clinical-notes/${draft}/withdraw`, reason],
    ['POST', `/clinical-notes/${signed}/withdraw`, reason],
    ['POST', `/observations/${observation}/withdraw`, reason],
  ];

  async function statuses(who: SignedIn, steps: Step[]): Promise<number[]> {
    const headers = { 'if-match': '"1"' };
    const found: number[] = [];
    for (const [method, path, body] of steps)
      found.push(
        (await clinic.call(who, method, path, { headers, ...(body !== undefined && { body }) })).status,
      );
    return found;
  }
  const none = (steps: Step[]) => steps.map(() => 404);

  it('by the doctor who attends, not by a colleague who treats the patient too', async () => {
    const theirs = await written();
    await visit(on, on.stranger, theirs.record.patientId);
    const seen = await clinic.call(on.stranger.user, 'GET', `/medical-records/${theirs.record.id}`);
    expect(seen.status).to.equal(200);
    const steps = ofTheAttending(theirs);
    expect(await statuses(on.stranger.user, steps)).to.deep.equal(none(steps));
    expect(await statuses(on.doctor.user, steps)).to.deep.equal([200, 201, 200, 200]);
  });

  it('by the author of what is in it, not by who may read it', async () => {
    const theirs = await written();
    await visit(on, on.stranger, theirs.record.patientId);
    const steps = ofTheAuthor(theirs);
    for (const who of [on.stranger.user, on.nurse]) {
      expect((await clinic.call(who, 'GET', `/clinical-notes/${theirs.signed}`)).status).to.equal(200);
      expect(await statuses(who, steps)).to.deep.equal(none(steps));
    }
    expect(await statuses(on.doctor.user, steps)).to.deep.equal([200, 412, 204, 204, 204]);
  });

  it('no longer once the doctor does not treat the patient any more, be it her own', async () => {
    const theirs = await written();
    const { id, patientId } = theirs.record;
    await stores.rows("UPDATE appointments SET state = 'cancelled' WHERE patient_id = ?", [
      uuidBytes(patientId),
    ]);
    await stores.rows('UPDATE medical_records SET opened_at = NOW(3) - INTERVAL 13 MONTH WHERE id = ?', [
      uuidBytes(id),
    ]);
    const steps: Step[] = [
      ...ofTheAttending(theirs),
      ...ofTheAuthor(theirs),
      ['POST', '/clinical-notes', noteFor(theirs.record)],
      ['POST', `/clinical-notes/${theirs.signed}/addenda`, { text: 'Also this.' }],
      ['POST', '/observations', observed(theirs.record)],
    ];
    expect(await statuses(on.doctor.user, steps)).to.deep.equal(none(steps));
  });

  it('where the diagnosis is, not by way of another record', async () => {
    const [one, other] = [await written(), await written()];
    const path = `/medical-records/${one.record.id}/diagnoses/${other.diagnosis}/status`;
    expect(await statuses(on.doctor.user, [['PUT', path, { status: 'resolved' }]])).to.deep.equal([404]);
  });

  it('until it is closed: who closes and who writes do not pass each other', async () => {
    const { record } = await written();
    const closing = await createConnection({ uri: clinic.urls.mysqlUrl });
    await closing.query('BEGIN');
    await closing.query("UPDATE medical_records SET status = 'closed', closed_at = NOW(3) WHERE id = ?", [
      uuidBytes(record.id),
    ]);
    const steps: Step[] = [
      ['POST', '/clinical-notes', noteFor(record)],
      ['POST', '/observations', observed(record)],
      ['POST', `/medical-records/${record.id}/diagnoses`, diagnosis],
    ];
    const writing = Promise.all(steps.map((step) => statuses(on.doctor.user, [step])));
    await untilTheyWait(clinic, steps.length);
    await closing.query('COMMIT');
    await closing.end();
    expect((await writing).flat()).to.deep.equal([404, 404, 409]);
  });

  it('and a note signed in the version that its author read', async () => {
    const { draft } = await written();
    const revising = await createConnection({ uri: clinic.urls.mysqlUrl });
    await revising.query('BEGIN');
    await revising.query('UPDATE note_refs SET version = 2 WHERE id = ?', [uuidBytes(draft)]);
    await revising.query(
      'INSERT INTO note_versions SELECT note_id, 2, UUID_TO_BIN(UUID()), sha256, NOW(3) FROM note_versions WHERE note_id = ?',
      [uuidBytes(draft)],
    );
    const headers = { 'if-match': '"2"' };
    const signing = clinic.call(on.doctor.user, 'POST', `/clinical-notes/${draft}/sign`, {
      body: {},
      headers,
    });
    await untilTheyWait(clinic);
    await revising.query('COMMIT');
    await revising.end();
    expect((await signing).body).to.include({ status: 412, code: 'version_stale' });
  });

  it('and shown to the patient while a note of it is released, not when that was withdrawn', async () => {
    const { user, patientId } = await patient(clinic);
    const record = await openRecord(on, on.doctor, { user, patientId });
    const status = async () => (await clinic.call(user, 'GET', `/medical-records/${record.id}`)).status;
    const { id } = await postNote(clinic, on.doctor.user, noteFor(record));
    expect(await status()).to.equal(200);
    const step: Step = ['POST', `/clinical-notes/${id}/withdraw`, reason];
    expect(await statuses(on.doctor.user, [step])).to.deep.equal([204]);
    expect(await status()).to.equal(404);
  });

  it('for a walk-in whom the doctor treats, unless the patient was deactivated', async () => {
    const { patientId } = await patient(clinic);
    await visit(on, on.doctor, patientId);
    const body = { patientId, kind: 'walk_in' };
    const open = () => clinic.call(on.doctor.user, 'POST', '/medical-records', { body });
    expect((await open()).status).to.equal(201);
    await stores.rows('UPDATE patients SET is_active = 0 WHERE id = ?', [uuidBytes(patientId)]);
    expect((await open()).body).to.include({ status: 404, code: 'patient_not_found' });
  });
});

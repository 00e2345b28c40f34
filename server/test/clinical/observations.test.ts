import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import type { Observation } from '../../src/observations/observations.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { type Cast, cast, openRecord, openStores, type Stores } from './clinical-cast.js';

type Answer = Observation & { code?: string };

describe('An observation', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;
  let record: MedicalRecord;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    stores = await openStores(clinic);
    record = await openRecord(on);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  const pulse = { code: '8867-4', name: 'Heart rate', value: 72, unit: '/min' };
  const vitals = (wish: Record<string, unknown> = {}) => ({
    recordUuid: record.id,
    patientId: record.patientId,
    kind: 'vitals',
    observedAt: new Date().toISOString(),
    vitals: [pulse],
    ...wish,
  });
  const other = (data: unknown) => vitals({ kind: 'other', vitals: undefined, data });
  const post = (who: SignedIn, body: unknown) => clinic.call<Answer>(who, 'POST', '/observations', { body });
  const get = (who: SignedIn, id: string) => clinic.call<Answer>(who, 'GET', `/observations/${id}`);

  it('is read back as it was written, with its numbers, dates and free JSON', async () => {
    const data = {
      device: 'Ω-3',
      readings: [1, -0.5, 1e21, null, true, { nested: { deep: ['x'] } }],
      10: 'ten',
      2: 'two',
    };
    const body = vitals({ vitals: [pulse, { name: 'Temperature', value: 38.25, unit: 'Cel' }], data });
    const posted = await must(post(on.nurse, body));
    expect(posted).to.deep.include({
      kind: 'vitals',
      state: 'final',
      vitals: body.vitals,
      data,
      observedAt: body.observedAt,
    });
    expect((await get(on.doctor.user, posted.id)).body).to.deep.equal(posted);
    const page = await must(
      clinic.call<Page<Observation>>(on.doctor.user, 'GET', `/observations?recordUuid=${record.id}`),
    );
    expect(page.items.find((item) => item.id === posted.id)).to.deep.equal(posted);
  });

  it('is refused for another patient’s record, a random or a malformed id, and nothing is stored anywhere', async () => {
    const before = await stores.counts();
    const refused: [Record<string, unknown>, number][] = [
      [vitals({ patientId: on.otherPatient.patientId }), 404],
      [vitals({ recordUuid: newId() }), 404],
      [vitals({ recordUuid: 'x' }), 422],
    ];
    for (const [body, status] of refused) expect((await post(on.doctor.user, body)).status).to.equal(status);
    expect((await post(on.stranger.user, vitals())).body.code).to.equal('record_not_found');
    expect((await post(on.otherNurse, vitals())).body.code).to.equal('record_not_found');
    expect((await post(on.reception, vitals())).status).to.equal(403);
    expect(await stores.counts()).to.deep.equal(before);
  });

  it('has parts that go with its kind, real dates and harmless keys', async () => {
    const symptoms = [{ name: 'Cough', severity: 'mild', onsetOn: '2026-11-01' }];
    expect(
      (await post(on.doctor.user, vitals({ kind: 'symptoms', vitals: undefined, symptoms }))).status,
    ).to.equal(201);
    expect((await post(on.doctor.user, other({ free: 'form' }))).status).to.equal(201);
    const tooDeep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
    const refused: unknown[] = [
      vitals({ vitals: undefined }),
      vitals({ symptoms }),
      vitals({ kind: 'other' }),
      vitals({ observedAt: '2026-02-30T10:00:00Z' }),
      vitals({ observedAt: '2026-11-21T10:00:00' }),
      vitals({ observedAt: new Date(Date.now() + 3_600_000).toISOString() }),
      vitals({ vitals: [{ ...pulse, value: 'high' }] }),
      vitals({ vitals: [{ ...pulse, code: '$where' }] }),
      vitals({ vitals: [] }),
      vitals({ kind: 'symptoms', vitals: undefined, symptoms: [{ name: 'x', onsetOn: '2026-02-30' }] }),
      other({}),
      other([1]),
      other('text'),
      other(tooDeep),
      other({ $where: 1 }),
      other({ deep: [{ 'a.b': 1 }] }),
      other({ '': 1 }),
      other({ 'a\u0000b': 1 }),
      other({ half: '\ud83d' }),
      other({ 'half\ud83d': 1 }),
      other({ _bsontype: 'ObjectId' }),
      other({ deep: [{ _bsontype: 'Long', low: 1 }] }),
      other({ _bsontype: null }),
      other({ nested: { _bsontype: { _bsontype: 1 } } }),
      other({ $oid: '5f1d3f0c0c0c0c0c0c0c0c0c' }),
      other({ when: { $date: '2026-11-29T00:00:00Z' } }),
      other({ ref: { $ref: 'users', $id: 1 } }),
      other({ big: 'x'.repeat(16_400) }),
      JSON.stringify(other({ a: 1 })).replace('"a"', '"__proto__"'),
      JSON.stringify(other({ a: 1 })).replace('{"a":1}', '{"deep":{"__proto__":{"a":1}}}'),
      JSON.stringify(other({ a: 1 })).replace('"a":1', '"a":1e999'),
    ];
    for (const body of refused) {
      const answer = await post(on.doctor.user, body);
      expect(answer.status, JSON.stringify(body).slice(0, 200)).to.equal(422);
    }
  });

  it('is listed by record, by patient and by kind, latest first', async () => {
    const mine = await openRecord(on, on.doctor, on.otherPatient);
    const ids: string[] = [];
    for (const minute of [1, 2, 3]) {
      const observedAt = new Date(Date.now() - minute * 60_000).toISOString();
      const body = vitals({ recordUuid: mine.id, patientId: mine.patientId, observedAt });
      ids.push((await must(post(on.doctor.user, body))).id);
    }
    const list = async (who: SignedIn, query: string) =>
      must(clinic.call<Page<Observation>>(who, 'GET', `/observations?${query}`));
    const first = await list(on.doctor.user, `recordUuid=${mine.id}&limit=2`);
    const second = await list(on.doctor.user, `recordUuid=${mine.id}&limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((item) => item.id)).to.deep.equal(ids);
    const ofPatient = `patientId=${mine.patientId}`;
    expect((await list(on.otherPatient.user, ofPatient)).items).to.have.length(3);
    expect((await list(on.doctor.user, `${ofPatient}&kind=symptoms`)).items).to.have.length(0);
    expect((await list(on.stranger.user, ofPatient)).items).to.have.length(0);
    expect((await clinic.call(on.doctor.user, 'GET', '/observations')).status).to.equal(422);
  });

  it('is hidden from everybody but its author once it is withdrawn', async () => {
    const { id } = await must(post(on.nurse, vitals()));
    const withdraw = (who: SignedIn) =>
      clinic.call(who, 'POST', `/observations/${id}/withdraw`, { body: { reason: 'Wrong patient' } });
    expect((await get(on.patient.user, id)).status).to.equal(200);
    expect((await withdraw(on.doctor.user)).status).to.equal(404);
    expect((await withdraw(on.nurse)).status).to.equal(204);
    expect((await get(on.nurse, id)).body.state).to.equal('entered_in_error');
    for (const who of [on.doctor.user, on.patient.user]) expect((await get(who, id)).status).to.equal(404);
    expect((await withdraw(on.nurse)).body.code).to.equal('invalid_transition');
  });

  it('is answered again as it was when it is posted twice with one key', async () => {
    const options = { body: vitals(), headers: { 'Idempotency-Key': newId() } };
    const first = await clinic.call<Answer>(on.nurse, 'POST', '/observations', options);
    const second = await clinic.call<Answer>(on.nurse, 'POST', '/observations', options);
    expect(second.body).to.deep.equal(first.body);
    const [row] = await stores.rows(
      'SELECT CAST(answer AS CHAR) AS answer FROM idempotency_keys WHERE idem_key = ?',
      [options.headers['Idempotency-Key']],
    );
    expect(row?.answer).to.be.a('string').that.does.not.contain('Heart rate');
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { MongoServerError } from 'mongodb';
import type { JsonObject } from '../../src/documents/canonical-json.js';
import { contentHash, type StoredDocument, storedOf } from '../../src/documents/document-codec.js';
import type { CollectionName } from '../../src/documents/documents.types.js';
import { newId } from '../../src/lib/ids.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { type Cast, cast, openRecord, openStores, type Stores } from './clinical-cast.js';

type Body = Record<string, unknown>;

const word = (maxLength: number) =>
  fc.string({ minLength: 1, maxLength }).map((text) => `a${text}`.slice(0, maxLength));
const maybe = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.constant({}),
    value.map((each) => ({ [name]: each })),
  );
const joined = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Body> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Body);

const noteBody = fc.record({
  kind: fc.constantFrom('progress', 'nursing', 'consultation', 'discharge', 'procedure'),
  text: fc.oneof(word(40), fc.constant('x'.repeat(100_000))),
});

const vital = joined(
  fc.record({
    name: word(80),
    value: fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    ),
    unit: word(20),
  }),
  maybe('code', fc.constantFrom('8867-4', '8310-5', 'LP.1')),
);
const symptom = joined(
  fc.record({ name: word(120) }),
  maybe('severity', fc.constantFrom('mild', 'moderate', 'severe')),
  maybe('onsetOn', fc.constantFrom('1992-02-29', '2000-12-31', '2026-11-01')),
);
const data = fc.record({
  note: fc.string(),
  size: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  tags: fc.array(fc.boolean()),
});
const observationBody = fc.oneof(
  joined(
    fc.record({ kind: fc.constant('vitals'), vitals: fc.array(vital, { minLength: 1, maxLength: 50 }) }),
    maybe('data', data),
  ),
  joined(
    fc.record({
      kind: fc.constant('symptoms'),
      symptoms: fc.array(symptom, { minLength: 1, maxLength: 50 }),
    }),
    maybe('data', data),
  ),
  fc.record({ kind: fc.constant('other'), data }),
);

const pulse = { name: 'Heart rate', value: 72, unit: '/min' };
const badNotes: Body[] = [
  { kind: 'poem', text: 'x' },
  { kind: 'progress', text: '' },
  { kind: 'progress', text: '   ' },
  { kind: 'progress', text: 7 },
  { kind: 'progress', text: 'x'.repeat(100_001) },
  { kind: 'progress' },
  { text: 'x' },
  { kind: 'progress', text: 'x', mood: 'good' },
];
const badVitals: unknown[] = [
  [],
  'none',
  Array.from({ length: 51 }, () => pulse),
  [{ ...pulse, value: '72' }],
  [{ ...pulse, value: 1_000_001 }],
  [{ ...pulse, value: undefined }],
  [{ ...pulse, name: '' }],
  [{ ...pulse, name: 'x'.repeat(81) }],
  [{ ...pulse, unit: 'x'.repeat(21) }],
  [{ ...pulse, unit: undefined }],
  [{ ...pulse, code: 'a b' }],
  [{ ...pulse, code: 'x'.repeat(33) }],
  [{ ...pulse, extra: 1 }],
];
const badSymptoms: unknown[] = [
  [{}],
  [{ name: 'x'.repeat(121) }],
  [{ name: 'Cough', severity: 'awful' }],
  [{ name: 'Cough', onsetOn: '01.11.2026' }],
  [{ name: 'Cough', since: 'ever' }],
];
const badObservations: Body[] = [
  ...badVitals.map((vitals) => ({ kind: 'vitals', vitals })),
  ...badSymptoms.map((symptoms) => ({ kind: 'symptoms', symptoms })),
  { kind: 'vitals' },
  { kind: 'symptoms', vitals: [pulse] },
  { kind: 'other', vitals: [pulse], data: { a: 1 } },
  { kind: 'vitals', vitals: [pulse], symptoms: [{ name: 'Cough' }] },
  { kind: 'other', data: {} },
  { kind: 'other', data: 'text' },
  { kind: 'thoughts', data: { a: 1 } },
];

describe('The API’s types and MongoDB’s validators', () => {
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

  const apiTakes = async (path: string, fields: Body): Promise<boolean> => {
    const body = { recordUuid: record.id, patientId: record.patientId, ...fields };
    const { status } = await clinic.call(on.doctor.user, 'POST', path, { body });
    if (status !== 201 && status !== 422) throw new Error(`${path} answered ${status}.`);
    return status === 201;
  };

  /** Past the API: only the validator stands in the way. */
  const mongoTakes = async (collection: CollectionName, fields: Body): Promise<boolean> => {
    const ids = {
      documentId: newId(),
      recordUuid: record.id,
      patientId: record.patientId,
      authorId: newId(),
    };
    const content = {
      ...ids,
      createdAt: new Date().toISOString(),
      ...JSON.parse(JSON.stringify(fields)),
    } as JsonObject;
    try {
      await stores.mongo
        .db()
        .collection<StoredDocument>(collection)
        .insertOne(storedOf(content, contentHash(content)));
      return true;
    } catch (error) {
      if (error instanceof MongoServerError && error.code === 121) return false;
      throw error;
    }
  };

  const note = (body: Body) => ({ noteId: newId(), version: 1, addendumTo: null, ...body });
  const observed = (body: Body) => ({ observedAt: new Date().toISOString(), ...body });

  it('both take every well-formed note', async () => {
    await fc.assert(
      fc.asyncProperty(noteBody, async (body) => {
        expect(await apiTakes('/clinical-notes', body)).to.equal(true);
        expect(await mongoTakes('clinical_notes', note(body))).to.equal(true);
      }),
      { numRuns: 40 },
    );
  });

  it('both refuse every ill-formed note', async () => {
    for (const body of badNotes) {
      const shown = JSON.stringify(body).slice(0, 100);
      expect(await apiTakes('/clinical-notes', body), `API: ${shown}`).to.equal(false);
      expect(await mongoTakes('clinical_notes', note(body)), `MongoDB: ${shown}`).to.equal(false);
    }
  });

  it('both take every well-formed observation', async () => {
    await fc.assert(
      fc.asyncProperty(observationBody, async (body) => {
        expect(await apiTakes('/observations', observed(body))).to.equal(true);
        expect(await mongoTakes('observations', observed(body))).to.equal(true);
      }),
      { numRuns: 80 },
    );
  });

  it('both refuse every ill-formed observation', async () => {
    for (const body of badObservations) {
      const shown = JSON.stringify(body).slice(0, 100);
      expect(await apiTakes('/observations', observed(body)), `API: ${shown}`).to.equal(false);
      expect(await mongoTakes('observations', observed(body)), `MongoDB: ${shown}`).to.equal(false);
    }
  });

  it('agree so well that nothing posted was refused on delivery', async () => {
    const undelivered = await stores.rows(
      "SELECT COUNT(*) AS n FROM document_outbox WHERE state = 'pending' AND attempts > 0",
    );
    expect(Number(undelivered[0]?.n)).to.equal(0);
  });
});

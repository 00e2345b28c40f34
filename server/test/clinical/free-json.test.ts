import { expect } from 'chai';
import fc from 'fast-check';
import { UUID } from 'mongodb';
import { canonicalJson, type JsonValue } from '../../src/documents/canonical-json.js';
import { contentOf } from '../../src/documents/document-codec.js';
import type { Observation } from '../../src/observations/observations.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { type Cast, cast, eventually, openRecord, openStores, type Stores } from './clinical-cast.js';

/** Names that mean something to somebody on the way: drivers, databases, JavaScript itself. */
const oddNames = [
  ...[
    '_bsontype',
    '$oid',
    '$numberLong',
    '$date',
    '$ref',
    '$set',
    '_id',
    'a.b',
    '.',
    'a\u0000',
    '',
    'toBSON',
  ],
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['prototype', 'toJSON', 'length', 'then', '0', '10', '2'],
  ...['ключ', '键', '🩺', 'e\u0301', '\u00e9', '\ufeffbom', '\u2028', '\u202ertl', 'half\ud83d'],
];
const oddValues = [
  -0,
  1e-7,
  1e21,
  -1e308,
  5e-324,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  0.1 + 0.2,
  'half\ud83d',
  '\u0000',
];

const name = fc.oneof(fc.string({ maxLength: 6, unit: 'binary' }), fc.constantFrom(...oddNames));
const leaf = fc.oneof(
  fc.constantFrom(...oddValues),
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: false }),
  ),
}));
const textOf = (json: unknown): string => canonicalJson(json as JsonValue);

type Example = [Record<string, unknown>];
const freeJson = fc.dictionary(name, value, { minKeys: 1, maxKeys: 4, noNullPrototype: false });

describe('Free JSON', () => {
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

  const inMongo = (id: string) =>
    stores.mongo
      .db()
      .collection<{ _id: UUID }>('observations')
      .findOne({ _id: new UUID(id) });

  it('is refused, or delivered and read back as it was written', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(freeJson, async (data) => {
        const { id: recordUuid, patientId } = record;
        const observedAt = new Date().toISOString();
        const body = JSON.stringify({ recordUuid, patientId, kind: 'other', observedAt, data });
        const posted = await clinic.call<Observation>(on.doctor.user, 'POST', '/observations', { body });
        expect(posted.status).to.be.oneOf([201, 400, 422]);
        if (posted.status !== 201) return;
        taken++;
        const written = textOf(data);
        expect(textOf(posted.body.data)).to.equal(written);
        const { id } = posted.body;
        await eventually('the observation is in MongoDB', async () => (await inMongo(id)) !== null);
        const stored = contentOf((await inMongo(id)) ?? {});
        expect(textOf(stored.data)).to.equal(written);
        const read = await clinic.call<Observation>(on.doctor.user, 'GET', `/observations/${id}`);
        expect(textOf(read.body.data)).to.equal(written);
      }),
      { numRuns: 200, examples: oddNames.flatMap((odd): Example[] => [[{ [odd]: 1 }], [{ [odd]: [[{}]] }]]) },
    );
    expect(taken).to.be.greaterThan(20);
    expect(await stores.rows('SELECT * FROM document_refusals')).to.deep.equal([]);
  });
});

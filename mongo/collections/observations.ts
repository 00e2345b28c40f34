import { type CollectionDefinition, documentProperties, documentRequired } from './collection.js';

const text = (maxLength: number) => ({ bsonType: 'string', minLength: 1, maxLength, pattern: '\\S' });

const vital = {
  bsonType: 'object',
  additionalProperties: false,
  required: ['name', 'value', 'unit'],
  properties: {
    code: { bsonType: 'string', pattern: '^[0-9A-Za-z.-]{1,32}$' },
    name: text(80),
    value: { bsonType: 'number', minimum: -1_000_000, maximum: 1_000_000 },
    unit: text(20),
  },
};

const symptom = {
  bsonType: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: text(120),
    severity: { enum: ['mild', 'moderate', 'severe'] },
    onsetOn: { bsonType: 'string', pattern: '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
  },
};

/** Which parts go with which kind. */
const ofKind = (kind: string, needed: string, excluded: string[]) => ({
  properties: { kind: { enum: [kind] } },
  required: [needed],
  not: { anyOf: excluded.map((name) => ({ required: [name] })) },
});

/** Vitals, symptoms and free JSON, one document each. `_id` is MySQL's `observation_refs.id`. */
export const observations: CollectionDefinition = {
  name: 'observations',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      additionalProperties: false,
      required: [...documentRequired, 'kind', 'observedAt'],
      properties: {
        ...documentProperties,
        kind: { enum: ['vitals', 'symptoms', 'other'] },
        observedAt: { bsonType: 'date' },
        vitals: { bsonType: 'array', minItems: 1, maxItems: 50, items: vital },
        symptoms: { bsonType: 'array', minItems: 1, maxItems: 50, items: symptom },
        data: { bsonType: 'object', minProperties: 1 },
      },
      oneOf: [
        ofKind('vitals', 'vitals', ['symptoms']),
        ofKind('symptoms', 'symptoms', ['vitals']),
        ofKind('other', 'data', ['vitals', 'symptoms']),
      ],
    },
  },
  indexes: [
    { key: { patientId: 1, observedAt: -1 }, name: 'patient_observed' },
    { key: { kind: 1, observedAt: 1 }, name: 'kind_observed' },
  ],
};

import type { CollectionDefinition } from './collection.js';

const uuid = { bsonType: 'binData' };
const day = { bsonType: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const month = { bsonType: 'string', pattern: '^\\d{4}-\\d{2}$' };
const text = { bsonType: 'string', minLength: 1 };
const count = { bsonType: ['int', 'long', 'double'], minimum: 1 };

/** What every fact carries: when it was where the doctor works, and who was there. */
const factProperties = {
  _id: uuid,
  day,
  month,
  departmentId: uuid,
  doctorId: uuid,
  patientId: uuid,
  ageBand: text,
  specialties: { bsonType: 'string' },
};

const facts = (name: string, finding: object): CollectionDefinition => ({
  name,
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      additionalProperties: false,
      required: [...Object.keys(factProperties), 'findings'],
      properties: {
        ...factProperties,
        findings: {
          bsonType: 'array',
          minItems: 1,
          items: {
            bsonType: 'object',
            additionalProperties: false,
            required: Object.keys(finding),
            properties: finding,
          },
        },
      },
    },
  },
  indexes: [
    // A cell is counted again from the facts that name it, however many there are of its month.
    { key: { 'findings.cell': 1 }, name: 'cell' },
    // A doctor's own numbers come from her facts.
    { key: { doctorId: 1, day: 1 }, name: 'doctor_day' },
    // A rebuild counts a department's month at a time.
    { key: { month: 1, departmentId: 1 }, name: 'month_department' },
  ],
});

/** One document per observation that stands and names symptoms. `_id` is the observation's. */
export const symptomFacts = facts('symptom_facts', { cell: text, symptom: text });

/** One document per observation that stands and has vitals. `_id` is the observation's. */
export const vitalFacts = facts('vital_facts', {
  cell: text,
  code: { bsonType: ['string', 'null'] },
  name: text,
  unit: text,
  value: { bsonType: 'number' },
});

/** What every cell carries: counts, whom they are about as far as that matters, and how much of it may be shown. */
const cellProperties = {
  _id: text,
  departmentId: uuid,
  observations: count,
  people: { bsonType: 'array', minItems: 1, maxItems: 11, items: uuid },
  shown: { bsonType: 'int', minimum: 0, maximum: 4 },
  stamp: { bsonType: 'string' },
};

const cells = (
  name: string,
  dimensions: object,
  indexes: CollectionDefinition['indexes'],
): CollectionDefinition => ({
  name,
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      additionalProperties: false,
      required: ['_id', 'departmentId', 'observations', 'people', 'stamp', ...Object.keys(dimensions)],
      properties: { ...cellProperties, ...dimensions },
    },
  },
  indexes,
});

/** The finest groups that symptoms are counted in: month, department, specialties of the doctor, age band. */
export const symptomCells = cells(
  'symptom_cells',
  { month, specialties: { bsonType: 'string' }, ageBand: text, symptom: text },
  [
    // What may be shown is decided for whole trees: a symptom's month.
    { key: { month: 1, symptom: 1 }, name: 'month_symptom' },
    // Whether anything was withheld, of a period of the clinic and of a department.
    { key: { shown: 1, month: 1, departmentId: 1 }, name: 'withheld_in_month' },
    { key: { shown: 1, departmentId: 1, month: 1 }, name: 'withheld_in_department' },
  ],
);

/** The finest groups that vitals are counted in: day and department. */
export const vitalCells = cells(
  'vital_cells',
  { month, day, code: { bsonType: ['string', 'null'] }, name: text, unit: text, sum: { bsonType: 'number' } },
  [
    { key: { month: 1, name: 1 }, name: 'month_name' },
    { key: { name: 1, day: 1 }, name: 'name_day' },
    { key: { code: 1, day: 1 }, name: 'code_day' },
  ],
);

/** How often a symptom was named in a month, a year or ever: what may be shown to those who do not see the people. */
export const symptomCounts: CollectionDefinition = {
  name: 'symptom_counts',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      additionalProperties: false,
      required: [
        '_id',
        'grain',
        'year',
        'period',
        'symptom',
        'departmentId',
        'ageBand',
        'specialties',
        'observations',
      ],
      properties: {
        _id: text,
        grain: { enum: ['month', 'year', 'ever'] },
        year: { bsonType: ['string', 'null'] },
        period: text,
        symptom: text,
        departmentId: { bsonType: ['binData', 'null'] },
        ageBand: { bsonType: ['string', 'null'] },
        specialties: { bsonType: ['string', 'null'] },
        observations: count,
      },
    },
  },
  indexes: [
    // An answer is the first entries of one range, most frequent first.
    {
      key: { period: 1, departmentId: 1, ageBand: 1, specialties: 1, observations: -1, symptom: 1 },
      name: 'frequency',
    },
    // A year is summed up from its months, and ever from the years, for the symptoms that changed.
    { key: { symptom: 1, grain: 1, year: 1, period: 1 }, name: 'symptom_periods' },
  ],
};

/** What the analytics of documents remember of their own work. */
export const analyticStates: CollectionDefinition = {
  name: 'analytic_states',
  validator: { $jsonSchema: { bsonType: 'object', required: ['_id'], properties: { _id: text } } },
  indexes: [],
};

export const documentAnalytics: readonly CollectionDefinition[] = [
  symptomFacts,
  vitalFacts,
  symptomCells,
  vitalCells,
  symptomCounts,
  analyticStates,
];

import { expect } from 'chai';
import { contractFault } from '../../../scripts/check-contract.js';
import { breakingChanges } from '../../../scripts/contract/breaking-changes.js';
import { orNull } from '../../../scripts/describe/nullable.js';
import type { OpenApi } from '../../../scripts/describe/openapi.js';
import { afterwards, type Edit, json, problem, ref, released } from './released-visits.js';

const harmless: [string, Edit][] = [
  ['nothing changes', () => {}],
  [
    'a path comes',
    ({ api, book }) => (api.paths['/rooms'] = { get: { ...book, operationId: 'rooms_list' } }),
  ],
  [
    'an optional parameter comes',
    ({ book }) => book.parameters?.push({ in: 'query', name: 'sort', schema: { type: 'string' } }),
  ],
  ['a parameter widens', ({ book }) => Object.assign(book.parameters?.[1]?.schema ?? {}, { maximum: 500 })],
  [
    'an optional field comes into a request',
    (draft) => (draft.type('BookVisit').properties.room = { type: 'string' }),
  ],
  ['a request’s field need not be sent', (draft) => draft.type('BookVisit').required.pop()],
  ['a request’s values grow', (draft) => draft.field('BookVisit', 'kind').enum?.push('urgent')],
  [
    'a request’s integer becomes any number',
    (draft) => (draft.field('BookVisit', 'minutes').type = 'number'),
  ],
  ['a request’s text gets longer', (draft) => (draft.field('BookVisit', 'reason').maxLength = 500)],
  ['a request’s field takes null', (draft) => (draft.field('BookVisit', 'startsAt').nullable = true)],
  [
    'a field comes into an answer',
    (draft) => {
      draft.type('Visit').properties.room = { type: 'string' };
      draft.type('Visit').required.push('room');
    },
  ],
  ['an answer’s field is always there', (draft) => draft.type('Visit').required.push('reason')],
  ['an answer’s values shrink', (draft) => draft.field('Visit', 'state').enum?.pop()],
  ['an answer’s text gets longer', (draft) => (draft.field('Visit', 'reason').maxLength = 500)],
  ['an answer’s field is never null', (draft) => (draft.field('Visit', 'doctorId').nullable = false)],
  [
    'an answer’s type gets another name and more fields, and the earlier one stays',
    (draft) => {
      const { properties, ...visit } = draft.type('Visit');
      draft.api.components.schemas.LongVisit = {
        ...visit,
        properties: { ...properties, room: { type: 'string' } },
      };
      draft.answer(201).content = json(ref('LongVisit'));
    },
  ],
  [
    'a reference gets a sentence round it',
    (draft) => (draft.type('Visit').properties.id = { allOf: [ref('Uuid')], description: 'Whose.' }),
  ],
  ...['^[A-Za-z]{2}-?\\d{1,4}$', '^[A-Z]{1,3}-{0,2}\\d+$', '\\S', '^ *[A-Z]{2}[-.]?\\d{1,4} *$'].map(
    (pattern): [string, Edit] => [
      `a request’s pattern takes more: ${pattern}`,
      (draft) => (draft.field('BookVisit', 'code').pattern = pattern),
    ],
  ),
  [
    'null is said as an alternative',
    (draft) => {
      for (const [type, field] of [
        ['Visit', 'doctorId'],
        ['BookVisit', 'doctorId'],
      ] as const)
        draft.type(type).properties[field] = orNull(ref('Uuid'));
    },
  ],
  [
    'an answer comes in another type too',
    (draft) =>
      (draft.answer(201).content = {
        ...draft.answer(201).content,
        'text/csv': { schema: { type: 'string' } },
      }),
  ],
  ['an error comes', (draft) => (draft.answer(404).description = 'visit_not_found, doctor_not_found')],
  ['an error gets fields of its own', (draft) => (draft.answer(404).content = problem(ref('TakenProblem')))],
  [
    'a request may be something else instead',
    ({ book }) => (book.requestBody = { content: json({ oneOf: [ref('BookVisit'), ref('Note')] }) }),
  ],
  [
    'an error with fields of its own comes beside others',
    (draft) => {
      draft.api.components.schemas.FullProblem = {
        type: 'object',
        required: ['code'],
        properties: { code: { type: 'string', enum: ['full'] } },
      };
      draft.answer(404).description += ', full';
      draft.answer(404).content = problem({
        oneOf: [ref('Problem'), ref('FullProblem')],
        discriminator: {
          propertyName: 'code',
          mapping: {
            visit_not_found: '#/components/schemas/Problem',
            full: '#/components/schemas/FullProblem',
          },
        },
      });
    },
  ],
  ['no sign-in is asked for any more', ({ book }) => delete book.security],
  ['prose changes', ({ book }) => (book.summary = 'Book')],
];

describe('A change of the API breaks no app', () => {
  for (const [change, edit] of harmless) {
    it(`where ${change}`, () => {
      expect(breakingChanges(released(), afterwards(edit))).to.deep.equal([]);
    });
  }
});

describe('The check of the contract', () => {
  const broken = (version: string): OpenApi =>
    afterwards((draft) => {
      delete draft.type('Visit').properties.reason;
      draft.api.info.version = version;
    });

  it('fails a breaking change, names operation and field, and says the two ways out', () => {
    const fault = contractFault(released(), broken('1.5.0'));
    expect(fault).to.include('visits_book (POST /visits/{id}): answer 200.reason is gone.');
    expect(fault).to.match(/Either undo this.*or.*raise the major version in\s+sdk\/package.json/s);
  });

  it('lets it pass once the major version has moved', () => {
    expect(contractFault(released(), broken('2.0.0'))).to.equal(null);
  });

  it('lets other changes pass under the same major version', () => {
    const more = afterwards(
      ({ api, book }) => (api.paths['/rooms'] = { get: { ...book, operationId: 'rooms_list' } }),
    );
    expect(contractFault(released(), more)).to.equal(null);
  });
});

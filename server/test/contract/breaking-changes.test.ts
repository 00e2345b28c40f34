import { expect } from 'chai';
import { breakingChanges } from '../../../scripts/contract/breaking-changes.js';
import { orNull } from '../../../scripts/describe/nullable.js';
import { afterwards, type Edit, json, ref, released } from './released-visits.js';

const breaking: [string, Edit, string][] = [
  [
    'the API moves',
    ({ api }) => (api.servers = [{ url: '/api/v2' }]),
    'The API was at /api/v1 and is at /api/v2',
  ],
  ['a path goes', ({ api }) => (api.paths = {}), 'visits_book (POST /visits/{id}): is gone'],
  ['a verb goes', ({ api, book }) => (api.paths['/visits/{id}'] = { put: book }), 'is gone'],
  [
    'an operation is renamed',
    ({ book }) => (book.operationId = 'visits_reserve'),
    'is called visits_reserve now',
  ],
  ['a tag is renamed', ({ book }) => (book.tags = ['bookings']), 'was tagged visits and is bookings'],
  [
    'a sign-in is asked for',
    ({ book }) => (book.security = [{ bearer: ['visit.book'] }]),
    'asks for a sign-in now',
  ],
  ['a parameter goes', ({ book }) => book.parameters?.pop(), 'query.limit is gone'],
  [
    'a parameter becomes required',
    ({ book }) => Object.assign(book.parameters?.[1] ?? {}, { required: true }),
    'query.limit is required now',
  ],
  [
    'a required parameter comes',
    ({ book }) =>
      book.parameters?.push({ in: 'header', name: 'If-Match', required: true, schema: { type: 'string' } }),
    'header.If-Match is required now',
  ],
  [
    'a parameter narrows',
    ({ book }) => Object.assign(book.parameters?.[1]?.schema ?? {}, { maximum: 50 }),
    'query.limit has maximum 50, was 100',
  ],
  [
    'a body becomes required',
    ({ book }) => Object.assign(book.requestBody ?? {}, { required: true }),
    'body is required now',
  ],
  ['a body goes', ({ book }) => delete book.requestBody, 'body is gone'],
  [
    'a body’s type changes',
    ({ book }) =>
      Object.assign(book.requestBody ?? {}, { content: { 'text/plain': { schema: { type: 'string' } } } }),
    'body as application/json is gone',
  ],
  ['a request’s field goes', (draft) => delete draft.type('BookVisit').properties.kind, 'body.kind is gone'],
  [
    'a request’s field becomes required',
    (draft) => draft.type('BookVisit').required.push('minutes'),
    'body.minutes is required now',
  ],
  [
    'a required field comes',
    (draft) => {
      draft.type('BookVisit').properties.room = { type: 'string' };
      draft.type('BookVisit').required.push('room');
    },
    'body.room is required now',
  ],
  [
    'a request’s field changes its type',
    (draft) => (draft.field('BookVisit', 'startsAt').type = 'number'),
    'body.startsAt was string and is number',
  ],
  [
    'a request’s list of values shrinks',
    (draft) => draft.field('BookVisit', 'kind').enum?.pop(),
    'body.kind can no longer be again',
  ],
  [
    'a request’s text becomes a list of values',
    (draft) => (draft.field('BookVisit', 'startsAt').enum = ['now']),
    'body.startsAt can no longer be another value than now',
  ],
  [
    'a request’s range narrows from below',
    (draft) => (draft.field('BookVisit', 'minutes').minimum = 10),
    'body.minutes has minimum 10, was 5',
  ],
  [
    'a request’s range narrows from above',
    (draft) => (draft.field('BookVisit', 'minutes').maximum = 30),
    'body.minutes has maximum 30, was 60',
  ],
  [
    'a request’s text gets shorter',
    (draft) => (draft.field('BookVisit', 'reason').maxLength = 50),
    'body.reason has maxLength 50, was 100',
  ],
  [
    'a request’s list gets shorter',
    (draft) => (draft.field('BookVisit', 'tags').maxItems = 2),
    'body.tags has maxItems 2, was 5',
  ],
  [
    'a request’s item narrows',
    (draft) => Object.assign(draft.field('BookVisit', 'tags').items ?? {}, { minLength: 3 }),
    'body.tags[] has minLength 3, was free',
  ],
  [
    'a request’s text gets a pattern',
    (draft) => (draft.field('BookVisit', 'startsAt').pattern = 'Z$'),
    'body.startsAt has pattern Z$, was free',
  ],
  [
    'a request’s field takes null no more',
    (draft) => (draft.field('BookVisit', 'reason').nullable = false),
    'body.reason can no longer be null',
  ],
  [
    'a request’s free object closes',
    (draft) => (draft.field('BookVisit', 'extra').additionalProperties = false),
    'body.extra takes no other fields now',
  ],
  ['a success goes', ({ book }) => delete book.responses[201], 'answer 201 is gone'],
  ['a header goes', (draft) => delete draft.answer(201).headers, 'answer 201 has no header ETag now'],
  [
    'an answer’s type of content goes',
    (draft) => delete draft.answer(200).content?.['text/csv'],
    'answer 200 as text/csv is gone',
  ],
  [
    'an answer’s field goes',
    (draft) => delete draft.type('Visit').properties.reason,
    'answer 200.reason is gone',
  ],
  [
    'an answer’s field is not always there',
    (draft) => draft.type('Visit').required.pop(),
    'answer 200.minutes is no longer always there',
  ],
  [
    'an answer’s values grow',
    (draft) => draft.field('Visit', 'state').enum?.push('lost'),
    'answer 200.state can now be lost',
  ],
  [
    'an answer’s values become any text',
    (draft) => delete draft.field('Visit', 'state').enum,
    'answer 200.state can now be another value than booked, cancelled',
  ],
  [
    'an answer’s type changes',
    (draft) => (draft.field('Visit', 'reason').type = 'object'),
    'answer 200.reason was string and is object',
  ],
  [
    'an answer’s integer becomes any number',
    (draft) => (draft.field('Visit', 'minutes').type = 'number'),
    'answer 200.minutes was integer and is number',
  ],
  [
    'an answer’s field can be null',
    (draft) => (draft.field('Visit', 'reason').nullable = true),
    'answer 200.reason can now be null',
  ],
  [
    'an answer’s reference can be null',
    (draft) => (draft.type('Visit').properties.id = { allOf: [ref('Uuid')], nullable: true }),
    'answer 200.id can now be null',
  ],
  [
    'an answer’s reference can be null, said as an alternative',
    (draft) => (draft.type('Visit').properties.id = orNull(ref('Uuid'))),
    'answer 200.id can now be null',
  ],
  ...[
    '^[A-Z]{2}-\\d{1,4}$',
    '^[A-Z]{2}-?\\d{1,3}$',
    '^[A-Y]{2}-?\\d{1,4}$',
    '^[A-Z]{2}\\d{1,4}$',
    '^[a-z]{2}',
  ].map((pattern): [string, Edit, string] => [
    `a request’s pattern takes less: ${pattern}`,
    (draft) => (draft.field('BookVisit', 'code').pattern = pattern),
    `body.code has pattern ${pattern}, was ^[A-Z]{2}-?\\d{1,4}$`,
  ]),
  [
    'a request’s alternative of null goes',
    (draft) => (draft.type('BookVisit').properties.doctorId = ref('Uuid')),
    'body.doctorId can no longer be null',
  ],
  [
    'a field deep in an answer goes',
    (draft) => delete draft.type('Note').properties.text,
    'answer 200.notes[].text is gone',
  ],
  [
    'an answer gets an alternative',
    ({ book }) =>
      (book.responses[201] = {
        ...book.responses[201],
        description: '',
        content: json({ oneOf: [ref('Visit'), ref('Note')] }),
      }),
    'answer 201 can now be Note',
  ],
  [
    'an exported type is renamed',
    (draft) => {
      draft.api.components.schemas.Encounter = draft.type('Visit');
      delete draft.api.components.schemas.Visit;
      draft.answer(200).content = { ...draft.answer(200).content, ...json(ref('Encounter')) };
      draft.answer(201).content = json(ref('Encounter'));
    },
    'answer 200 was of type Visit and is of type Encounter',
  ],
  ['an error goes', (draft) => (draft.answer(409).description = 'taken'), 'error in_flight (409) is gone'],
  ['an error’s status goes', ({ book }) => delete book.responses[404], 'error visit_not_found (404) is gone'],
  [
    'an error’s field goes',
    (draft) => delete draft.type('TakenProblem').properties.nextFree,
    'error taken.nextFree is gone',
  ],
  [
    'an error’s field is not always there',
    (draft) => draft.type('TakenProblem').required.pop(),
    'error taken.nextFree is no longer always there',
  ],
];

describe('A change of the API breaks apps', () => {
  for (const [change, edit, reason] of breaking) {
    it(`where ${change}`, () => {
      expect(breakingChanges(released(), afterwards(edit)).join('\n')).to.include(`${reason}.`);
    });
  }
});

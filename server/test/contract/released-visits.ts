import type { OpenApi, Operation, Schema } from '../../../scripts/describe/openapi.js';

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: Schema) => ({ 'application/json': { schema } });
export const problem = (schema: Schema) => ({ 'application/problem+json': { schema } });

const schemas = (): Record<string, Schema> => ({
  Uuid: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
  Visit: {
    type: 'object',
    required: ['id', 'state', 'minutes'],
    additionalProperties: false,
    properties: {
      id: ref('Uuid'),
      state: { type: 'string', enum: ['booked', 'cancelled'] },
      minutes: { type: 'integer' },
      reason: { type: 'string', maxLength: 100 },
      doctorId: { allOf: [ref('Uuid')], nullable: true },
      notes: { type: 'array', items: ref('Note') },
    },
  },
  Note: {
    type: 'object',
    required: ['text'],
    properties: { text: { type: 'string' }, addendum: { allOf: [ref('Note')], nullable: true } },
  },
  BookVisit: {
    type: 'object',
    required: ['startsAt'],
    additionalProperties: false,
    properties: {
      startsAt: { type: 'string' },
      code: { type: 'string', pattern: '^[A-Z]{2}-?\\d{1,4}$' },
      minutes: { type: 'integer', minimum: 5, maximum: 60 },
      kind: { type: 'string', enum: ['first', 'again'] },
      reason: { type: 'string', maxLength: 100, nullable: true },
      doctorId: { allOf: [ref('Uuid')], nullable: true },
      tags: { type: 'array', maxItems: 5, items: { type: 'string' } },
      extra: { type: 'object', additionalProperties: {} },
    },
  },
  Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
  TakenProblem: {
    type: 'object',
    required: ['code', 'nextFree'],
    properties: {
      code: { type: 'string', enum: ['taken'] },
      nextFree: { type: 'array', items: { type: 'string' } },
    },
  },
});

const book = (): Operation => ({
  operationId: 'visits_book',
  tags: ['visits'],
  parameters: [
    { in: 'path', name: 'id', required: true, schema: ref('Uuid') },
    { in: 'query', name: 'limit', required: false, schema: { type: 'integer', maximum: 100 } },
  ],
  requestBody: { required: false, content: json(ref('BookVisit')) },
  responses: {
    200: {
      description: 'Ok',
      content: { ...json(ref('Visit')), 'text/csv': { schema: { type: 'string' } } },
    },
    201: {
      description: 'Created',
      headers: { ETag: { $ref: '#/components/headers/ETag' } },
      content: json(ref('Visit')),
    },
    404: { description: 'visit_not_found', content: problem(ref('Problem')) },
    409: {
      description: 'taken, in_flight',
      content: problem({
        oneOf: [ref('TakenProblem'), ref('Problem')],
        discriminator: {
          propertyName: 'code',
          mapping: { taken: '#/components/schemas/TakenProblem', in_flight: '#/components/schemas/Problem' },
        },
      }),
    },
  },
});

export const released = (): OpenApi => ({
  openapi: '3.0.0',
  info: { version: '1.4.2' },
  servers: [{ url: '/api/v1' }],
  components: { schemas: schemas() },
  paths: { '/visits/{id}': { post: book() } },
});

/** A description that a test changes, with what it may want to change at hand. */
export class Draft {
  readonly api = released();
  get book(): Operation {
    return this.api.paths['/visits/{id}']?.post as Operation;
  }
  type(name: string): Schema & { properties: Record<string, Schema>; required: string[] } {
    return this.api.components.schemas[name] as Schema & {
      properties: Record<string, Schema>;
      required: string[];
    };
  }
  field(type: string, name: string): Schema {
    return this.type(type).properties[name] as Schema;
  }
  answer(status: number): Operation['responses'][string] {
    return this.book.responses[status] as Operation['responses'][string];
  }
}

export type Edit = (draft: Draft) => void;

export function afterwards(edit: Edit): OpenApi {
  const draft = new Draft();
  edit(draft);
  return draft.api;
}

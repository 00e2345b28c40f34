import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { placesWithoutProse } from '../../../scripts/check-prose.js';
import type { Schema, Spec, SpecOperation } from '../../../scripts/generate-sdk/spec.js';
import { rootDir } from '../../src/paths.js';

describe('The prose of the API description', () => {
  it('is there for every operation, parameter, schema and property', () => {
    const spec = JSON.parse(readFileSync(join(rootDir, 'sdk', 'openapi.json'), 'utf8')) as Spec;
    expect(placesWithoutProse(spec)).to.deep.equal([]);
  });

  it('is missed in an operation, a parameter and a summary', () => {
    expect(placesWithoutProse(withOperation({ description: '' }))).to.deep.equal([
      'visits_list has no description',
    ]);
    expect(placesWithoutProse(withOperation({ summary: '' }))).to.deep.equal(['visits_list has no summary']);
    expect(placesWithoutProse(withOperation({ parameters: [{ name: 'limit', in: 'query' }] }))).to.deep.equal(
      ['visits_list, parameter limit, has no description'],
    );
  });

  it('is missed where an operation only says its summary again', () => {
    const said = { summary: 'Show who comes', description: 'Show who comes.' };
    expect(placesWithoutProse(withOperation(said))).to.deep.equal(['visits_list has no description']);
  });

  it('is missed in a schema and in properties at any depth', () => {
    const silent: Schema = { type: 'object', properties: { endsAt: { type: 'string' } } };
    const list: Schema = { type: 'array', description: 'By start.', items: silent };
    const page: Schema = { description: 'Some of the visits.', properties: { items: list } };
    expect(placesWithoutProse(withSchema(silent))).to.deep.equal([
      'Visit has no description',
      'Visit.endsAt has no description',
    ]);
    expect(placesWithoutProse(withSchema(page))).to.deep.equal(['Visit.items.endsAt has no description']);
    expect(
      placesWithoutProse(withSchema({ description: 'By name.', additionalProperties: silent })),
    ).to.deep.equal(['Visit.endsAt has no description']);
    for (const composed of ['allOf', 'anyOf', 'oneOf'] as const)
      expect(
        placesWithoutProse(withSchema({ description: 'Either kind.', [composed]: [silent] })),
      ).to.deep.equal(['Visit.endsAt has no description']);
  });

  it('is missed in bodies and answers that have no schema of their own', () => {
    const content = { content: { 'application/json': { schema: { properties: { startsAt: {} } } } } };
    expect(
      placesWithoutProse(withOperation({ requestBody: content, responses: { 200: content } })),
    ).to.deep.equal([
      'visits_list, body.startsAt has no description',
      'visits_list, 200.startsAt has no description',
    ]);
  });

  it('does not count beside a reference, where OpenAPI 3.0 does not read it', () => {
    const startsAt: Schema = { $ref: '#/components/schemas/Instant', description: 'On a 5-minute mark.' };
    expect(
      placesWithoutProse(withSchema({ description: 'One of many.', properties: { startsAt } })),
    ).to.deep.equal(['Visit.startsAt has no description']);
  });

  it('is more than the name said again', () => {
    const described = (description: string): Schema => ({
      description: 'Time that somebody takes.',
      properties: { familyNames: { type: 'string', description } },
    });
    for (const empty of ['The family name.', "Family names of the visit's.", 'The visit: its family name'])
      expect(placesWithoutProse(withSchema(described(empty))), empty).to.deep.equal([
        `Visit.familyNames is described by its name alone: ${empty}`,
      ]);
    expect(placesWithoutProse(withSchema(described('The family name, as on letters.')))).to.deep.equal([]);
  });
});

const told: SpecOperation = {
  operationId: 'visits_list',
  summary: 'List visits',
  description: 'What the caller may see, by start.',
};

const withOperation = (change: Partial<SpecOperation>): Spec => ({
  paths: { '/visits': { get: { ...told, ...change } } },
});

const withSchema = (schema: Schema): Spec => ({ paths: {}, components: { schemas: { Visit: schema } } });

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { orNull } from '../../../scripts/describe/nullable.js';
import { type OpenApi, type Schema, schemaAt } from '../../../scripts/describe/openapi.js';
import { rootDir } from '../../src/paths.js';

const description = JSON.parse(readFileSync(join(rootDir, 'sdk', 'openapi.json'), 'utf8')) as OpenApi;

interface Place {
  path: string;
  schema: Schema;
}

/** Every schema of a description, with the path to it. */
function schemasOf({ paths, components }: OpenApi): Place[] {
  const found: Place[] = [];
  const visit = (path: string, schema: Schema) => {
    found.push({ path, schema });
    const { properties = {}, items, additionalProperties, allOf = [], anyOf = [], oneOf = [] } = schema;
    for (const [name, property] of Object.entries(properties)) visit(`${path}.${name}`, property);
    for (const [index, part] of [...allOf, ...anyOf, ...oneOf].entries()) visit(`${path}|${index}`, part);
    if (items) visit(`${path}[]`, items);
    if (typeof additionalProperties === 'object') visit(`${path}.*`, additionalProperties);
  };
  for (const [name, schema] of Object.entries(components.schemas)) visit(name, schema);
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    const { operationId, parameters = [], requestBody, responses } = operation;
    for (const { name, schema } of parameters) visit(`${operationId} ${name}`, schema);
    for (const { schema } of Object.values(requestBody?.content ?? {})) visit(`${operationId} body`, schema);
    for (const [status, { content = {} }] of Object.entries(responses))
      for (const { schema } of Object.values(content)) visit(`${operationId} ${status}`, schema);
  }
  return found;
}

const isObject = (schema: Schema): boolean => {
  const { type, allOf = [] } = schemaAt(description.components, schema);
  return type === 'object' || allOf.some(isObject);
};

/** Alternatives that are objects, and nothing by which to tell them apart. */
function isAmbiguous({ schema }: Place): boolean {
  const alternatives = schema.oneOf ?? schema.anyOf ?? [];
  return alternatives.filter(isObject).length > 1 && schema.discriminator === undefined;
}

/** Its `nullable` means nothing: OpenAPI 3.0.3 heeds it only beside a type, and `allOf` allows no more by it. */
const isVainlyNullable = ({ schema }: Place): boolean =>
  schema.nullable === true && (schema.type === undefined || schema.allOf !== undefined);

/** Whatever one likes. Only a schema with a name may be free, and then says so. */
function isAnything({ path, schema }: Place): boolean {
  const isFreeValue = path === 'FreeJson.*';
  const { type, $ref, allOf, oneOf, anyOf, enum: values, properties = {}, additionalProperties } = schema;
  if (!(type ?? $ref ?? allOf ?? oneOf ?? anyOf ?? values)) return !isFreeValue;
  const isEmpty = Object.keys(properties).length === 0 && !additionalProperties;
  const isFree = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length === 0;
  return type === 'object' && path !== 'FreeJson' && (isEmpty || isFree);
}

describe('A schema of the description', () => {
  const places = schemasOf(description);
  const pathsOf = (isWrong: (place: Place) => boolean, among = places) =>
    among.filter(isWrong).map(({ path }) => path);

  it('that is one of several objects says by which field to tell', () => {
    expect(pathsOf(isAmbiguous)).to.deep.equal([]);
    const union = {
      oneOf: [{ $ref: '#/components/schemas/User' }, { $ref: '#/components/schemas/Patient' }],
    };
    expect(pathsOf(isAmbiguous, [{ path: 'union', schema: union }])).to.deep.equal(['union']);
  });

  it('names as discriminator a field that each alternative requires, with the values that lead to it', () => {
    const unions = places.filter(({ schema }) => schema.discriminator);
    expect(unions).to.not.be.empty;
    for (const { path, schema } of unions) {
      const { propertyName = '', mapping = {} } = schema.discriminator ?? {};
      const alternatives = (schema.oneOf ?? []).map(({ $ref }) => $ref);
      expect(new Set(Object.values(mapping)), path).to.deep.equal(new Set(alternatives));
      for (const [value, $ref] of Object.entries(mapping)) {
        const alternative = schemaAt(description.components, { $ref });
        expect(alternative.required, `${path} ${$ref}`).to.include(propertyName);
        const values = alternative.properties?.[propertyName]?.enum ?? [value];
        expect(values, `${path} ${$ref}`).to.include(value);
      }
    }
  });

  it('is nullable only where that means something', () => {
    expect(places.filter(({ schema }) => schema.nullable === true)).to.not.be.empty;
    expect(pathsOf(isVainlyNullable)).to.deep.equal([]);
    const uuid = { $ref: '#/components/schemas/Uuid' };
    const vain: Schema[] = [
      { ...uuid, nullable: true },
      { allOf: [uuid], nullable: true },
      { type: 'string', allOf: [uuid], nullable: true },
    ];
    expect(pathsOf(isVainlyNullable, [{ path: 'said', schema: orNull(uuid) }])).to.deep.equal([]);
    for (const schema of vain)
      expect(pathsOf(isVainlyNullable, [{ path: 'vain', schema }])).to.deep.equal(['vain']);
  });

  it('lists null among its values where it lists any and may be null', () => {
    const silent = ({ schema }: Place) => schema.nullable === true && schema.enum?.includes(null) === false;
    expect(pathsOf(silent)).to.deep.equal([]);
  });

  it('is never just anything, but for the one that is free by name', () => {
    expect(pathsOf(isAnything)).to.deep.equal([]);
    const free: Schema = { type: 'object', properties: {}, additionalProperties: {} };
    expect(
      pathsOf(isAnything, [
        { path: 'empty', schema: {} },
        { path: 'free', schema: free },
      ]),
    ).to.deep.equal(['empty', 'free']);
  });

  it('has no reference into nowhere', () => {
    for (const { schema } of places) schemaAt(description.components, schema);
  });
});

describe('The version of the description', () => {
  it('is that of the SDK, which is made from it', () => {
    const sdk = JSON.parse(readFileSync(join(rootDir, 'sdk', 'package.json'), 'utf8')) as { version: string };
    expect(description.info.version).to.equal(sdk.version);
  });
});

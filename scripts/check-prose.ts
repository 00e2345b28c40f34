/**
 * Fails, naming each place, where sdk/openapi.json tells a developer nothing: an operation, parameter, schema or
 * property without a description, or with one that only repeats its name.
 *
 *   tsx scripts/check-prose.ts
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Schema, Spec, SpecContent, SpecOperation } from './generate-sdk/spec.js';

/** What is silent, e.g. `Patient.phone has no description`. */
export function placesWithoutProse(spec: Spec): readonly string[] {
  const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([verb, operation]) =>
      inOperation(`${verb.toUpperCase()} ${path}`, operation),
    ),
  );
  const schemas = Object.entries(spec.components?.schemas ?? {}).flatMap(([name, schema]) => [
    ...complaints(name, name, schema.description),
    ...inSchema(name, schema),
  ]);
  return [...operations, ...schemas];
}

function inOperation(route: string, operation: SpecOperation): string[] {
  const {
    operationId = route,
    summary,
    description,
    parameters = [],
    requestBody,
    responses = {},
  } = operation;
  return [
    ...(summary ? [] : [`${operationId} has no summary`]),
    ...complaints(
      operationId,
      operationId,
      description?.replace(/\.$/, '') === summary ? undefined : description,
    ),
    ...parameters.flatMap(({ name, description }) =>
      complaints(`${operationId}, parameter ${name},`, name, description),
    ),
    ...inContent(`${operationId}, body`, requestBody),
    ...Object.entries(responses).flatMap(([status, answer]) =>
      inContent(`${operationId}, ${status}`, answer),
    ),
  ];
}

const inContent = (place: string, content: SpecContent | undefined): string[] =>
  Object.values(content?.content ?? {}).flatMap(({ schema }) => (schema ? inSchema(place, schema) : []));

/** The properties of a schema, at any depth. What stands beside a `$ref` is no description: OpenAPI 3.0 skips it. */
function inSchema(place: string, schema: Schema): string[] {
  const { properties = {}, items, additionalProperties: others, allOf = [], anyOf = [], oneOf = [] } = schema;
  const parts = [...allOf, ...anyOf, ...oneOf, ...(items ? [items] : [])];
  if (typeof others === 'object') parts.push(others);
  return [
    ...Object.entries(properties).flatMap(([name, property]) => {
      const path = `${place}.${name}`;
      const description = property.$ref === undefined ? property.description : undefined;
      return [...complaints(path, path, description), ...inSchema(path, property)];
    }),
    ...parts.flatMap((part) => inSchema(place, part)),
  ];
}

/** @param name what the words of a description are compared with */
function complaints(place: string, name: string, description: string | undefined): string[] {
  if (!description?.trim()) return [`${place} has no description`];
  return isMereName(name, description) ? [`${place} is described by its name alone: ${description}`] : [];
}

/** Words that say nothing by themselves. */
const fillers = [
  'a',
  'an',
  'and',
  'for',
  'is',
  'it',
  'its',
  'of',
  'one',
  'or',
  's',
  'that',
  'the',
  'this',
  'to',
];

function isMereName(name: string, description: string): boolean {
  const known = new Set([...fillers, ...wordsOf(name)]);
  return wordsOf(description).every((word) => known.has(word));
}

/** `recordUuids` → `record`, `uuid`. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));

function main(): void {
  const file = new URL('../sdk/openapi.json', import.meta.url);
  const places = placesWithoutProse(JSON.parse(readFileSync(file, 'utf8')) as Spec);
  if (places.length === 0) {
    console.log('sdk/openapi.json is told in full.');
    return;
  }
  console.error(
    `sdk/openapi.json says too little in ${places.length} place(s):\n  ${places.join('\n  ')}\n` +
      'Write a docblock in the controller or its *.types.ts; for what many operations share, scripts/describe.\n' +
      'Then run: npm run generate:api',
  );
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

import { newId } from '../../server/src/lib/ids.js';
import type { Api, Operation } from './description.js';

/**
 * Real ids of a clinic, so that what is wrong with a request meets more than a missing thing: by the name of a field or
 * parameter, and for `{id}` by the first part of the path. What stands in paths is nobody's: it may be lost on the way.
 */
export interface Things {
  readonly fields: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, string>>;
}

/** A request with nothing wrong in it, in parts. */
export interface GoodRequest {
  readonly operation: Operation;
  readonly pathValues: Readonly<Record<string, string>>;
  /** Written as they are, so that a name may come twice. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Undefined where none is sent. */
  readonly body: unknown;
}

/** What the description's example says, about things that there are. */
export function goodRequest(api: Api, things: Things, operation: Operation): GoodRequest {
  const { parameters, template, bodySchema, bodyExample } = operation;
  const [, room = ''] = template.split('/');
  const pathValues = parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({ name, schema }) => [
      name,
      things.paths[name === 'id' ? room : name] ?? String(api.sample(schema)),
    ]);
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema, example }) => {
      const value = things.fields[name] ?? String(example ?? api.sample(schema));
      return [name, encodeURIComponent(value)] as const;
    });
  const body = bodySchema ? about(things, bodyExample ?? api.sample(bodySchema)) : undefined;
  return { operation, pathValues: Object.fromEntries(pathValues), query, body };
}

/** @returns the example with the ids of real things, an address that nobody has, and a moment that has been */
function about(things: Things, example: unknown): unknown {
  if (Array.isArray(example)) return example.map((item) => about(things, item));
  if (typeof example !== 'object' || example === null) return example;
  const fields = Object.entries(example).map(([name, value]) => {
    if (name === 'email') return [name, `rubbish.${newId()}@test.example`];
    if (name === 'observedAt') return [name, '2026-01-05T08:00:00Z'];
    if (name === 'specializationIds') return [name, [things.fields.specializationId]];
    return [name, things.fields[name] ?? about(things, value)];
  });
  return Object.fromEntries(fields);
}

/** The target below `/api/v1`. */
export function targetOf({ operation, pathValues, query }: GoodRequest): string {
  const path = operation.template.replaceAll(
    /\{(\w+)\}/g,
    (_whole, name: string) => pathValues[name] ?? name,
  );
  const pairs = query.map(([name, value]) => `${name}=${value}`);
  return `/api/v1${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

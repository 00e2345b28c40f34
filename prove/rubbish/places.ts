import type { Api, Operation, Parameter, Schema } from './description.js';

/** Where a value stands in a request. */
export type Place =
  | { readonly in: 'path'; readonly name: string }
  | { readonly in: 'query'; readonly name: string; readonly schema: Schema }
  /** `path` leads to it: names of fields, and 0 for the first of a list. */
  | { readonly in: 'body'; readonly path: readonly (string | 0)[]; readonly schema: Schema };

const deepest = 4;

/** Every place of an operation that takes a value. */
export function placesOf(api: Api, { parameters, bodySchema }: Operation): Place[] {
  return [
    ...named(parameters, 'path').map(({ name }): Place => ({ in: 'path', name })),
    ...named(parameters, 'query').map(({ name, schema }): Place => ({ in: 'query', name, schema })),
    ...(bodySchema ? inBody(api, bodySchema, []) : []),
  ];
}

const named = (parameters: readonly Parameter[], place: Parameter['in']): Parameter[] =>
  parameters.filter((parameter) => parameter.in === place);

function inBody(api: Api, schema: Schema, path: readonly (string | 0)[]): Place[] {
  const { properties = {}, items } = api.resolved(schema);
  const itself: Place[] = path.length > 0 ? [{ in: 'body', path, schema }] : [];
  if (path.length >= deepest) return itself;
  return [
    ...itself,
    ...Object.entries(properties).flatMap(([name, property]) => inBody(api, property, [...path, name])),
    ...(items ? inBody(api, items, [...path, 0]) : []),
  ];
}

/** Its name, such as `body address.city`. */
export const nameOf = (place: Place): string =>
  `${place.in} ${place.in === 'body' ? place.path.join('.') : place.name}`;

/** The body with this value at the place; what leads there is made where it is missing. */
export function withValue(body: unknown, path: readonly (string | 0)[], value: unknown): unknown {
  const [next, ...rest] = path;
  if (next === undefined) return value;
  if (next === 0) {
    const list = Array.isArray(body) ? body : [];
    return [withValue(list[0], rest, value), ...list.slice(1)];
  }
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  return { ...fields, [next]: withValue((fields as Record<string, unknown>)[next], rest, value) };
}

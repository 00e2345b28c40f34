import type { Schema } from './openapi.js';

/** As much of a schema as says that it may be null. */
interface Alternatives {
  readonly anyOf?: readonly Alternatives[];
  readonly enum?: readonly unknown[];
}

/** Null and nothing else. OpenAPI 3.0 heeds `nullable` only beside a type; which one does not matter here. */
const nothing: Schema = { type: 'string', nullable: true, enum: [null] };

/**
 * What has a schema of its own, or null. Not `nullable` round the reference: that adds to what the reference allows,
 * and a schema that takes only texts still takes no null.
 */
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, nothing] });

/** A union of one thing and null as that thing, which may be null; anything else as it is. */
export function withNullFolded<Some extends Alternatives>(schema: Some): Some {
  const { anyOf = [], ...own } = schema;
  const [only, ...others] = anyOf.filter((each) => !isNothing(each));
  if (only === undefined || others.length > 0 || anyOf.length === 1) return schema;
  return { ...own, allOf: [only], nullable: true } as unknown as Some;
}

const isNothing = ({ enum: values }: Alternatives): boolean => values?.length === 1 && values[0] === null;

import { withNullFolded } from '../describe/nullable.js';
import { type Components, type Schema, schemaAt } from '../describe/openapi.js';
import { isWiderPattern } from './wider-patterns.js';

/** Who made the value: an app that was built before the change, or the server after it. */
export type Direction = 'request' | 'response';

/** A schema with the components that it refers to. */
export interface Situated {
  readonly schema: Schema;
  readonly components: Components;
}

/**
 * How the change of a schema breaks apps, each reason beginning with the place. What apps send must still be taken,
 * and what they are sent must be what they know: a request may only widen; an answer may only narrow, or get fields.
 *
 * @param place the path of the value, e.g. `body.reason`
 */
export function schemaChanges(
  old: Situated,
  now: Situated,
  direction: Direction,
  place: string,
  within: readonly string[] = [],
): string[] {
  const [before, after] = [foldNull(old), foldNull(now)];
  const names = [nameOf(before.schema), nameOf(after.schema)];
  const pair = names.join();
  if (names[0] !== undefined && within.includes(pair)) return [];
  const deeper = (from: Situated, to: Situated, name: string) =>
    schemaChanges(from, to, direction, name, [...within, pair]);
  const [was, is] = [flat(before), flat(after)];
  if (was.variants.length > 1 || is.variants.length > 1)
    return variantChanges(was, is, direction, place, deeper);
  return [
    ...nameChanges(before, after, direction, place),
    ...valueChanges(was.schema, is.schema, direction).map((reason) => `${place} ${reason}`),
    ...fieldChanges(was, is, direction, place, deeper),
  ];
}

const foldNull = (situated: Situated): Situated => ({ ...situated, schema: withNullFolded(situated.schema) });

/**
 * The SDK exports types under the names of schemas; those of problems become classes named after their codes. What is
 * sent under another name is still what an app takes it for while the earlier type is there to be named: its fields are
 * compared one by one.
 */
function nameChanges(old: Situated, now: Situated, direction: Direction, place: string): string[] {
  const [was, is] = [nameOf(old.schema), nameOf(now.schema)];
  if (was === undefined || is === undefined || was === is || was.endsWith('Problem')) return [];
  const isStillNamed = direction === 'response' && was in now.components.schemas;
  return isStillNamed ? [] : [`${place} was of type ${was} and is of type ${is}`];
}

const nameOf = ({ $ref, allOf }: Schema): string | undefined =>
  ($ref ?? (allOf?.length === 1 ? allOf[0]?.$ref : undefined))?.split('/').at(-1);

/** A schema with everything in one place. */
interface Flat extends Situated {
  /** What it is one of; itself when it is no union. */
  readonly variants: readonly Schema[];
}

type Deeper = (before: Situated, after: Situated, place: string) => string[];

/** References followed, and what `allOf` adds up to. */
function flat({ schema, components }: Situated): Flat {
  const { allOf = [], ...own } = schemaAt(components, schema);
  const whole = { ...own, properties: { ...own.properties }, required: [...(own.required ?? [])] };
  for (const part of allOf) {
    const { properties, required, ...rest } = flat({ schema: part, components }).schema;
    Object.assign(whole, { ...rest, ...whole });
    Object.assign(whole.properties, properties);
    whole.required.push(...(required ?? []));
  }
  return { schema: whole, components, variants: whole.oneOf ?? whole.anyOf ?? [schema] };
}

/** Alternatives are told apart by name. An app sends those it knew, and knows those it knew. */
function variantChanges(was: Flat, is: Flat, direction: Direction, place: string, deeper: Deeper): string[] {
  const [old, now] = [byName(was), byName(is)];
  const [mustStay, among] = direction === 'request' ? [old, now] : [now, old];
  const verb = direction === 'request' ? 'can no longer be' : 'can now be';
  const gone = [...mustStay.keys()].filter((name) => !among.has(name));
  const kept = [...old].flatMap(([name, schema]) => {
    const later = now.get(name);
    if (!later) return [];
    return deeper({ ...was, schema }, { ...is, schema: later }, place);
  });
  return [...gone.map((name) => `${place} ${verb} ${name}`), ...kept];
}

const byName = ({ variants }: Flat): Map<string, Schema> =>
  new Map(variants.map((each) => [nameOf(each) ?? each.type ?? 'another', each]));

function fieldChanges(was: Flat, is: Flat, direction: Direction, place: string, deeper: Deeper): string[] {
  const found: string[] = [];
  const [old, now] = [was.schema, is.schema];
  for (const [name, schema] of Object.entries(old.properties ?? {})) {
    const path = `${place}.${name}`;
    const later = now.properties?.[name];
    if (later) found.push(...deeper({ ...was, schema }, { ...is, schema: later }, path));
    else found.push(`${path} is gone`);
    if (direction === 'response' && later && isRequired(old, name) && !isRequired(now, name))
      found.push(`${path} is no longer always there`);
  }
  if (direction === 'request')
    for (const name of now.required ?? [])
      if (!isRequired(old, name)) found.push(`${place}.${name} is required now`);
  if (old.items && now.items)
    found.push(...deeper({ ...was, schema: old.items }, { ...is, schema: now.items }, `${place}[]`));
  return [...found, ...looseFieldChanges(was, is, direction, place, deeper)];
}

const isRequired = ({ required = [] }: Schema, name: string): boolean => required.includes(name);

/** Fields that are not named by the schema. */
function looseFieldChanges(
  was: Flat,
  is: Flat,
  direction: Direction,
  place: string,
  deeper: Deeper,
): string[] {
  const [old, now] = [was.schema.additionalProperties, is.schema.additionalProperties];
  if (typeof old === 'object' && typeof now === 'object')
    return deeper({ ...was, schema: old }, { ...is, schema: now }, `${place}.*`);
  const wasOpen = old !== undefined && old !== false;
  return direction === 'request' && wasOpen && now === false ? [`${place} takes no other fields now`] : [];
}

/** An answer's lengths and ranges are nothing to rely on; its type, and which values there are, is. */
function valueChanges(old: Schema, now: Schema, direction: Direction): string[] {
  if (old.type !== now.type && !isWiderNumber(old, now, direction))
    return [`was ${old.type ?? 'anything'} and is ${now.type ?? 'anything'}`];
  if (direction === 'response') {
    const isNewlyNull = now.nullable === true && old.nullable !== true;
    return [...(isNewlyNull ? ['can now be null'] : []), ...enumChanges(now, old, 'can now be')];
  }
  const isNoLongerNull = old.nullable === true && now.nullable !== true;
  return [
    ...(isNoLongerNull ? ['can no longer be null'] : []),
    ...enumChanges(old, now, 'can no longer be'),
    ...boundChanges(old, now),
  ];
}

function isWiderNumber(old: Schema, now: Schema, direction: Direction): boolean {
  const [narrow, wide] = direction === 'request' ? [old, now] : [now, old];
  return narrow.type === 'integer' && wide.type === 'number';
}

/** The values that `from` has and `to` has not. */
function enumChanges(from: Schema, to: Schema, verb: string): string[] {
  if (!to.enum) return [];
  if (!from.enum) return [`${verb} another value than ${to.enum.join(', ')}`];
  return from.enum.filter((value) => !to.enum?.includes(value)).map((value) => `${verb} ${value}`);
}

const lowerBounds = ['minimum', 'minLength', 'minItems'] as const;
const upperBounds = ['maximum', 'maxLength', 'maxItems'] as const;

function boundChanges(old: Schema, now: Schema): string[] {
  const raised = lowerBounds.filter((name) => (now[name] ?? -Infinity) > (old[name] ?? -Infinity));
  const lowered = upperBounds.filter((name) => (now[name] ?? Infinity) < (old[name] ?? Infinity));
  const bounds = [...raised, ...lowered].map(
    (name) => `has ${name} ${now[name]}, was ${old[name] ?? 'free'}`,
  );
  const forms = (['pattern', 'format'] as const).filter(
    (name) => now[name] && now[name] !== old[name] && !(name === 'pattern' && isWidened(old, now)),
  );
  return [...bounds, ...forms.map((name) => `has ${name} ${now[name]}, was ${old[name] ?? 'free'}`)];
}

const isWidened = ({ pattern: old }: Schema, { pattern: now }: Schema): boolean =>
  old !== undefined && now !== undefined && isWiderPattern(old, now);

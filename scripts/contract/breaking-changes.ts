import type { Content, OpenApi, Operation, Parameter, Response, Schema } from '../describe/openapi.js';
import { type Direction, schemaChanges } from './schema-changes.js';

/** An operation, before and after, in descriptions that may both have changed. */
interface Change {
  readonly old: Operation;
  readonly now: Operation;
  readonly before: OpenApi;
  readonly after: OpenApi;
}

/** What apps that were built for `before` lose with `after`, each beginning with the operation. */
export function breakingChanges(before: OpenApi, after: OpenApi): string[] {
  const [was, is] = [before, after].map(({ servers }) => servers[0]?.url);
  const moved = was === is ? [] : [`The API was at ${was} and is at ${is}.`];
  return [
    ...moved,
    ...Object.entries(before.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).flatMap(([verb, old]) => {
        const now = after.paths[path]?.[verb];
        const reasons = now ? operationChanges({ old, now, before, after }) : ['is gone'];
        return reasons.map((reason) => `${old.operationId} (${verb.toUpperCase()} ${path}): ${reason}.`);
      }),
    ),
  ];
}

function operationChanges(change: Change): string[] {
  const { old, now } = change;
  const renamed = old.operationId === now.operationId ? [] : [`is called ${now.operationId} now`];
  const regrouped =
    old.tags?.[0] === now.tags?.[0] ? [] : [`was tagged ${old.tags?.[0]} and is ${now.tags?.[0]}`];
  const guarded = isOpen(old) && !isOpen(now) ? ['asks for a sign-in now'] : [];
  return [
    ...[...renamed, ...regrouped, ...guarded],
    ...parameterChanges(change),
    ...bodyChanges(change),
    ...Object.entries(old.responses).flatMap(([status, response]) => {
      if (status.startsWith('2')) return successChanges(change, status, response);
      return Number(status) >= 400 ? failureChanges(change, status, response) : [];
    }),
  ];
}

const isOpen = ({ security = [] }: Operation): boolean => security.length === 0;

function parameterChanges(change: Change): string[] {
  const { old, now } = change;
  const placeOf = (each: Parameter) => `${each.in}.${each.name}`;
  const known = new Map((old.parameters ?? []).map((each) => [placeOf(each), each]));
  const present = new Map((now.parameters ?? []).map((each) => [placeOf(each), each]));
  const gone = [...known.keys()].filter((place) => !present.has(place)).map((place) => `${place} is gone`);
  const changed = [...present].flatMap(([place, parameter]) => {
    const earlier = known.get(place);
    const isRequiredNow = parameter.required && !earlier?.required;
    return [
      ...(isRequiredNow ? [`${place} is required now`] : []),
      ...(earlier ? valueChanges(change, 'request', earlier.schema, parameter.schema, place) : []),
    ];
  });
  return [...gone, ...changed];
}

function bodyChanges(change: Change): string[] {
  const [old, now] = [change.old.requestBody, change.now.requestBody];
  if (old && !now) return ['body is gone'];
  const isRequiredNow = now?.required && !old?.required;
  return [
    ...(isRequiredNow ? ['body is required now'] : []),
    ...contentChanges(change, 'request', old?.content, now?.content, 'body'),
  ];
}

function successChanges(change: Change, status: string, old: Response): string[] {
  const now = change.now.responses[status];
  const place = `answer ${status}`;
  if (!now) return [`${place} is gone`];
  const headers = Object.keys(old.headers ?? {}).filter((name) => !now.headers?.[name]);
  return [
    ...headers.map((name) => `${place} has no header ${name} now`),
    ...contentChanges(change, 'response', old.content, now.content, place),
  ];
}

/** Codes are classes of the SDK, and their fields are fields of these. */
function failureChanges(change: Change, status: string, old: Response): string[] {
  const now = change.now.responses[status];
  const remaining = now ? codesOf(now) : [];
  return codesOf(old).flatMap((code) => {
    if (!remaining.includes(code)) return [`error ${code} (${status}) is gone`];
    const [was, is] = [ofCode(old.content, code), ofCode(now?.content, code)];
    return contentChanges(change, 'response', was, is, `error ${code}`);
  });
}

const codesOf = ({ description }: Response): string[] => description.split(', ');

/** Which of the alternatives the code has. */
function ofCode(content: Content = {}, code: string): Content {
  const own = ({ schema }: { schema: Schema }) => {
    const $ref = schema.discriminator?.mapping[code];
    return { schema: $ref ? { $ref } : schema };
  };
  return Object.fromEntries(Object.entries(content).map(([type, media]) => [type, own(media)]));
}

function contentChanges(
  change: Change,
  direction: Direction,
  old: Content = {},
  now: Content = {},
  place: string,
): string[] {
  return Object.entries(old).flatMap(([type, { schema }]) => {
    const later = now[type];
    return later
      ? valueChanges(change, direction, schema, later.schema, place)
      : [`${place} as ${type} is gone`];
  });
}

function valueChanges(
  { before, after }: Change,
  direction: Direction,
  old: Schema,
  now: Schema,
  place: string,
): string[] {
  const was = { schema: old, components: before.components };
  const is = { schema: now, components: after.components };
  return schemaChanges(was, is, direction, place);
}

import type { Draws } from '../../server/src/generate/draws.js';
import { asRaw, type BadRequest, textOf } from './bad-request.js';
import {
  canary,
  hostileTexts,
  lists,
  noName,
  objects,
  oddValues,
  pathTexts,
  unknownName,
} from './bad-values.js';
import type { Api } from './description.js';
import { type GoodRequest, targetOf } from './good-requests.js';
import { nameOf, type Place, withValue } from './places.js';

/** One value of each kind at this place: a list, an object, a hostile text, and something of another kind. */
export function valueFaults(api: Api, good: GoodRequest, place: Place, draws: Draws): BadRequest[] {
  if (place.in === 'path') return [inPath(good, place.name, draws.one(pathTexts))];
  if (place.in === 'query') return inQuery(api, good, place, draws);
  const fine = api.sample(place.schema);
  const values = [
    draws.one([[fine], ...lists]),
    draws.one([{ 0: fine, length: 1 }, ...objects]),
    draws.one(hostileTexts),
    draws.one(oddValues),
  ];
  return values.map((value) => ({
    operation: good.operation,
    fault: `${nameOf(place)} is ${kindOf(value)}`,
    isSurelyWrong: api.refuses(place.schema, value),
    request: asRaw(good, textOf(withValue(good.body, place.path, value))),
  }));
}

function inPath(good: GoodRequest, name: string, text: string): BadRequest {
  const bad = { ...good, pathValues: { ...good.pathValues, [name]: text } };
  // Two dots may lead to another operation, which need not refuse them.
  const isSurelyWrong = !text.includes('..') && !text.includes('%2e%2e');
  return {
    operation: good.operation,
    fault: `path ${name} is ${text.slice(0, 40)}`,
    isSurelyWrong,
    request: asRaw(bad),
  };
}

type Pair = readonly [name: string, value: string];

function inQuery(
  api: Api,
  good: GoodRequest,
  { name, schema }: Place & { in: 'query' },
  draws: Draws,
): BadRequest[] {
  const others = good.query.filter(([other]) => other !== name);
  const fine = encodeURIComponent(String(api.sample(schema)));
  const isList = api.resolved(schema).type === 'array';
  const request = (fault: string, pairs: readonly Pair[], isSurelyWrong: boolean): BadRequest => ({
    operation: good.operation,
    fault: `query ${name} ${fault}`,
    isSurelyWrong,
    request: asRaw({ ...good, query: [...others, ...pairs] }),
  });
  const pollutions: readonly [Pair[], ...Pair[][]] = [
    [[`${name}[]`, canary]],
    [[`${name}[$gt]`, '']],
    [[`${name}[a]`, canary]],
    [[`${name}[__proto__][isAdmin]`, '1']],
    [[`${name}.a`, canary]],
    [[name.toUpperCase(), fine]],
    [[`${name}%00`, fine]],
  ];
  const text = draws.one(hostileTexts).slice(0, 2_000);
  const odd = String(draws.one(oddValues)).slice(0, 2_000);
  return [
    request(
      'comes twice',
      [
        [name, fine],
        [name, canary],
      ],
      !isList,
    ),
    request('is polluted', draws.one(pollutions), true),
    request('is hostile text', [[name, encoded(text)]], api.refuses(schema, text)),
    request('is odd', [[name, encoded(odd)]], api.refuses(schema, odd)),
  ];
}

/** A lone half of a pair cannot be encoded; as bytes it can be sent. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** One field more than there are, one name twice, and one less; in the query, a parameter that there is not. */
export function shapeFaults(api: Api, good: GoodRequest, draws: Draws): BadRequest[] {
  const { operation } = good;
  const strange = draws.one([
    ...[unknownName, encodeURIComponent(noName), '$where', '__proto__[role]', 'constructor', '%5B%5D', ''],
  ] as [string, ...string[]]);
  const query: BadRequest = {
    operation,
    fault: `unknown query parameter ${strange}`,
    isSurelyWrong: strange !== '',
    request: asRaw({ ...good, query: [...good.query, [strange, canary]] }),
  };
  if (!operation.bodySchema) return [query];
  const { properties = {}, required = [] } = api.resolved(operation.bodySchema);
  const text = JSON.stringify(good.body);
  const withRaw = (raw: string) => Buffer.from(`${text.slice(0, -1)}${text === '{}' ? '' : ','}${raw}}`);
  const extra = draws.one(extraNames.filter((name) => !(name in properties)) as [string, ...string[]]);
  const names = Object.keys(properties) as [string, ...string[]];
  const twice = draws.one(names);
  const body = (fault: string, sent: Buffer | null, isSurelyWrong: boolean): BadRequest => {
    return { operation, fault, isSurelyWrong, request: asRaw(good, sent) };
  };
  const missing = draws.below(Math.max(1, required.length));
  const { [required[missing] ?? '']: _left, ...rest } = good.body as Record<string, unknown>;
  return [
    query,
    body(`an extra field ${extra}`, withRaw(`"${extra}":"${canary}"`), true),
    body(`field ${twice} twice`, withRaw(`"${twice}":["${canary}"],"${twice}":{"$gt":"${canary}"}`), true),
    ...(required.length > 0 ? [body(`missing ${required[missing]}`, textOf(rest), true)] : []),
  ];
}

const extraNames = [
  ...['role', 'id', 'state', 'version', 'isAdmin', 'isActive', 'authorId', 'userId', 'createdAt', 'tenantId'],
  ...[
    '$set',
    '$where',
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'toString',
    'then',
    unknownName,
    noName,
  ],
];

const kindOf = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** The request by whose answer a role shows whether it has the function: it is never carried out. */
export function probe(good: GoodRequest): BadRequest {
  return {
    operation: good.operation,
    fault: 'an unknown query parameter',
    isSurelyWrong: true,
    request: {
      ...asRaw(good),
      target: `${targetOf(good)}${good.query.length > 0 ? '&' : '?'}${unknownName}=1`,
    },
  };
}

import { gzipSync } from 'node:zlib';
import type { Draws } from '../../server/src/generate/draws.js';
import { asRaw, type BadRequest, json, lengthOf, textOf } from './bad-request.js';
import { canary, unknownName } from './bad-values.js';
import { type Fault, of } from './fault.js';
import type { GoodRequest } from './good-requests.js';
import { firstLines, heads } from './head-faults.js';
import type { RawRequest } from './raw-http.js';

type Headers = RawRequest['headers'];

const depth = 10_000;
const overLimit = 700_000;

/** Who walks it down, in whichever field, calls itself too often. */
const deepEverywhere: Fault = of('objects in its fields, 10,000 deep together', true, (good) => {
  const names = Object.keys(good.body as object);
  const levels = Math.ceil(depth / Math.max(1, names.length));
  const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  return asRaw(good, Buffer.from(`{${names.map((name) => `"${name}":${deep}`).join()}}`));
});

/** A body that is wrong as a whole, for operations that take one. */
const bodies: readonly Fault[] = [
  ...Object.entries({
    'cut JSON': '{"a":',
    'a list': '[]',
    'a text': `"${canary}"`,
    null: 'null',
    'a number': '1e999',
    'no JSON': `{${canary}}`,
    'single quotes': `{'a':'${canary}'}`,
    'a comment': `{"a":1}/*${canary}*/`,
    'two documents': '{}{}',
    'no bytes but blanks': ' \n\t ',
    'a control character': `{"a":"\u0001${canary}"}`,
    NaN: '{"a":NaN}',
    'a lone half of a pair': `{"${unknownName}":"\\ud800"}`,
    'a NUL in a name': `{"\\u0000${canary}":1}`,
    'a name of 100,000 characters': `{"${'a'.repeat(100_000)}":1}`,
    '20,000 fields': `{${Array.from({ length: 20_000 }, (_, index) => `"${unknownName}${index}":1`).join()}}`,
    'objects 10,000 deep': `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
    'lists 10,000 deep': `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    'a body over the limit': JSON.stringify({ a: 'x'.repeat(overLimit) }),
    'a prototype': '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
    'many digits': `{"a":${'9'.repeat(50_000)}}`,
  }).map(([name, text]) => of(name, true, (good) => asRaw(good, Buffer.from(text)))),
  of('bytes that are no UTF-8', true, (good) =>
    asRaw(good, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  ),
  of('UTF-16', true, (good) => asRaw(good, Buffer.from(`\ufeff${JSON.stringify(good.body)}`, 'utf16le'))),
  of('a byte order mark', false, (good) => asRaw(good, Buffer.from(`\ufeff${JSON.stringify(good.body)}`))),
  of('no body', true, (good) => asRaw(good, null)),
  of('a body of no bytes', true, (good) => asRaw(good, Buffer.alloc(0))),
];

/** The body as it should be, and what is said of it wrong. */
const envelopes: readonly Fault[] = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'application/xml',
    'application/jsonx',
    `${canary}/${canary}`,
    '',
    '/',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    `application/json; charset=${canary}`,
  ].map((type) =>
    of(`the content type ${type}`, true, (good) => asRaw(good, textOf(good.body), [['Content-Type', type]])),
  ),
  of('two content types', false, (good) =>
    asRaw(good, textOf(good.body), [...json, ['Content-Type', 'text/plain']]),
  ),
  ...['gzip', 'br', 'zstd', 'identity, gzip', canary].map((coding) =>
    of(`the coding ${coding}, which it has not`, true, (good) =>
      asRaw(good, textOf(good.body), [...json, ['Content-Encoding', coding]]),
    ),
  ),
  of('a compressed flood', true, (good) =>
    asRaw(good, gzipSync(Buffer.alloc(5_000_000, ' ')), [...json, ['Content-Encoding', 'gzip']]),
  ),
  ...['-1', '1e3', '0x10', canary, '99999999999999999999'].map((length) =>
    of(`the length ${length}`, true, (good) => bare(good, [...json, ['Content-Length', length]])),
  ),
  of('a length that is too long', true, (good) => ({
    ...bare(good, [...json, ['Content-Length', '1000']]),
    endsEarly: true,
  })),
  of('two lengths', true, (good) => bare(good, [...json, ['Content-Length', '2'], ['Content-Length', '3']])),
  of('a length and pieces', true, (good) =>
    bare(good, [...json, ['Content-Length', '2'], ['Transfer-Encoding', 'chunked']]),
  ),
  of('pieces that are none', true, (good) => ({
    ...bare(good, [...json, ['Transfer-Encoding', 'chunked']]),
    body: Buffer.from(`${canary}\r\n\r\n`),
  })),
  of('a coding for the transfer that there is not', true, (good) =>
    bare(good, [...json, ['Transfer-Encoding', canary]]),
  ),
];

const bare = (good: GoodRequest, headers: Headers): RawRequest => {
  const body = textOf(good.body) ?? Buffer.from('{}');
  const hasLength = headers.some(([name]) => /length|transfer/i.test(name));
  return { ...asRaw(good, body), headers: [...headers, ...(hasLength ? [] : lengthOf(body))], body };
};

/** So many faults of the message itself, each drawn from all that the operation can suffer, and depth where it can be. */
export function messageFaults(good: GoodRequest, count: number, draws: Draws): BadRequest[] {
  const takesBody = good.operation.bodySchema !== null;
  const groups: readonly [readonly Fault[], ...(readonly Fault[])[]] = takesBody
    ? [heads, firstLines, bodies, envelopes]
    : [heads, firstLines];
  const drawn = Array.from({ length: count }, (_, turn) => {
    const group = groups[turn % groups.length] ?? groups[0];
    return draws.one(group as [Fault, ...Fault[]]);
  });
  return [...drawn, ...(takesBody ? [deepEverywhere] : [])].map(({ fault, isSurelyWrong, make }) => ({
    ...{ operation: good.operation, fault, isSurelyWrong },
    request: make(good),
  }));
}

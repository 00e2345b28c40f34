import { asRaw, textOf } from './bad-request.js';
import { canary } from './bad-values.js';
import { type Fault, of } from './fault.js';
import type { RawRequest } from './raw-http.js';

/** Headers that any request may have. */
export const heads: readonly Fault[] = [
  ...(
    [
      ['If-Match', canary],
      ['If-Match', '"1", "2"'],
      ['If-Match', `W/"${canary}"`],
      ['If-Match', '"99999999999999999999"'],
      ['If-Match', '*'],
      ['If-Match', ''],
      ['If-None-Match', `"${canary}'`],
      ['If-Modified-Since', canary],
      ['Idempotency-Key', 'short'],
      ['Idempotency-Key', canary.repeat(100)],
      ['Idempotency-Key', `${canary}\u00e4\u00ff`],
      ['Idempotency-Key', `' OR SLEEP(5) -- ${canary}`],
      ['Accept', canary],
      ['Accept', 'text/csv'],
      ['Accept', 'application/xml;q=9,,;'],
      ['Accept-Encoding', `${canary};q=x`],
      ['Accept-Language', canary.repeat(500)],
      ['Range', 'bytes=0-1,99999999-'],
      ['Expect', canary],
      ['Expect', '100-continue'],
      ['Upgrade', canary],
      ['Origin', `https://${canary}.example`],
      ['X-HTTP-Method-Override', 'DELETE'],
      ['X-Forwarded-For', `${canary}, 127.0.0.1`],
      ['X-Request-Id', `${canary}\u00ff`],
      ['Cookie', `${canary}=${'a'.repeat(4_000)}`],
      ['__proto__', canary],
      ['Host', canary],
      ['Host', ''],
      ['X-Long', 'a'.repeat(20_000)],
      [`${canary} blank`, 'a'],
      ['X-Control', `\u0001${canary}`],
      ['X-Nul', `\u0000${canary}`],
    ] as const
  ).map((header) => withHead(`${header[0]}: ${header[1]}`, [header])),
  withHead('two versions', [
    ['If-Match', '"1"'],
    ['If-Match', '"2"'],
  ]),
  withHead('two keys', [
    ['Idempotency-Key', `${canary}-1`],
    ['Idempotency-Key', `${canary}-2`],
  ]),
  withHead('two hosts', [
    ['Host', 'a.example'],
    ['Host', 'b.example'],
  ]),
  withHead(
    '3,000 headers',
    Array.from({ length: 3_000 }, (_, index) => [`X-${index}`, 'a'] as const),
  ),
  ...[
    canary,
    'Bearer',
    'Bearer ',
    `Basic ${canary}`,
    `Bearer ${'a'.repeat(10_000)}`,
    `bearer\t${canary}`,
  ].map((value) => withHead(`Authorization: ${value}`, [['Authorization', value]])),
];

function withHead(name: string, headers: RawRequest['headers']): Fault {
  return of(`the header ${name.slice(0, 60)}`, false, (good) => asRaw(good, textOf(good.body), headers));
}

/** First lines that name no operation, or none in that way. */
export const firstLines: readonly Fault[] = [
  ...['TRACE', 'OPTIONS', 'PROPFIND', 'SEARCH', 'LINK', 'QUERY', 'HEAD', canary.toUpperCase(), 'get', ''].map(
    (method) => of(`the verb ${method}`, false, (good) => ({ ...asRaw(good), method })),
  ),
  ...[
    (target: string) => target.replace('/api/v1/', '/api/v1/%2e%2e/v1/'),
    (target: string) => target.replace('/api/v1/', '/api/v1/../v1/'),
    (target: string) => target.replace('/api/v1/', '//api//v1//'),
    (target: string) => target.replace('/api/v1/', '/API/V1/'),
    (target: string) => target.replace('/api/v1/', `/api/v9/${canary}/`),
    (target: string) => `${target.split('?')[0]}/`,
    (target: string) => `${target.split('?')[0]}%00.json`,
    (target: string) => `${target.split('?')[0]};${canary}=1`,
    (target: string) => `${target.split('?')[0]}%0d%0aSet-Cookie:${canary}`,
    (target: string) => `${target.split('?')[0]}?%`,
    (target: string) => `${target.split('?')[0]}?%ff=%fe&${'a=1&'.repeat(2_000)}`,
    (target: string) => `${target.split('?')[0]}#${canary}`,
    (target: string) => `http://${canary}.example${target}`,
    (target: string) => `${target.split('?')[0]}/${canary.repeat(1_500)}`,
    (target: string) => `${target.split('?')[0]}/../../../../etc/passwd`,
    (target: string) => `${target.split('?')[0]} ${canary}`,
    () => '*',
    () => canary,
    () => '/api/v1/__proto__',
    () => '/%',
  ].map((bend, index) =>
    of(`the target bent in way ${index}`, false, (good) => {
      const raw = asRaw(good);
      return { ...raw, target: bend(raw.target) };
    }),
  ),
];

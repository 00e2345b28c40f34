/** Stands in every made-up text: a refusal that holds it has echoed its input. */
export const canary = 'zq7canary';

/** No field and no parameter: a refusal may say that there is none of this name. */
export const unknownName = 'zq7name';

/** No name: a value that got into the place of one, which a refusal must not repeat. */
export const noName = `Mrs ${canary}`;

/** Text that somebody's interpreter might take for more than text. */
export const hostileTexts: readonly [string, ...string[]] = [
  // SQL that changes the question, and SQL that shows by its time that it was run
  `' OR 1=1 -- ${canary}`,
  `"; DROP TABLE users; -- ${canary}`,
  `1) UNION SELECT password_hash FROM users -- ${canary}`,
  `${canary}' AND SLEEP(5) -- `,
  `${canary}" OR SLEEP(5)="`,
  `${canary}') OR SLEEP(5)#`,
  `${canary}'; SELECT SLEEP(5); -- `,
  `${canary}' OR BENCHMARK(300000000, SHA2('a', 512)) -- `,
  `${canary}\\' OR SLEEP(5) -- `,
  `${canary}%' ESCAPE '' OR SLEEP(5) -- `,
  `${canary}/**/'/**/OR/**/(SELECT/**/SLEEP(5))#`,
  `${canary}%_%_%_%_%_%_%_%_%_%_%_%_%_%_`,
  // The same for MongoDB, templates, shells, mark-up and paths
  `{"$gt":"${canary}"}`,
  `'; sleep(5000); return true; var x='${canary}`,
  `\${${canary}}{{7*7}}<%= ${canary} %>`,
  `$(sleep 5) \`sleep 5\` ; sleep 5 ${canary}`,
  `<script>${canary}</script><img src=x onerror=alert(1)>`,
  `../../../../etc/passwd#${canary}`,
  `file:///etc/passwd?${canary}`,
  `=cmd|'/C calc'!${canary}`,
  // What a regular expression may run away on, what logs and terminals trip over, what is no character
  `${'a'.repeat(5_000)}!${canary}`,
  `${' '.repeat(5_000)}${canary}`,
  `${canary}\r\nSet-Cookie: a=b\r\n\r\n<html>`,
  `${canary}\u0000after`,
  `${canary}\u001b[2J\u0007`,
  `${canary}\u202e\u200b\ufeff\ud83d\ude00`,
  `${canary}\ud800 alone`,
  `${canary}\u0041${'\u0301'.repeat(300)}`,
  `{"__proto__":{"role":"admin"},"${canary}":1}`,
  `%00%0d%0a${canary}%ff`,
];

/** Lists where one value belongs. */
export const lists: readonly [unknown, ...unknown[]] = [
  [canary],
  [],
  [[canary, [canary]]],
  [{ $gt: '' }],
  [null],
  Array.from({ length: 10_000 }, () => 1),
];

/** Objects where a value belongs: those that databases take for a question, and those that JavaScript stumbles on. */
export const objects: readonly [unknown, ...unknown[]] = [
  { $gt: '' },
  { $ne: canary },
  { $where: 'sleep(5000) || true' },
  { $regex: '(a+)+$', $options: 's' },
  { $in: [canary] },
  {},
  { toString: canary, valueOf: null },
  { length: 1_000_000_000 },
  JSON.parse(`{"then":"${canary}"}`),
  { toJSON: canary },
  JSON.parse(`{"__proto__":{"role":"admin","isAdmin":true}}`),
  JSON.parse(`{"constructor":{"prototype":{"isAdmin":true}}}`),
];

/** Values of another kind than most fields have. */
export const oddValues: readonly [unknown, ...unknown[]] = [
  true,
  0,
  -1,
  -0.5,
  3.5,
  1e308,
  -1e308,
  2 ** 53,
  4_294_967_296,
  null,
  '',
  ' ',
  'null',
  'NaN',
  'Infinity',
  '0x10',
  '-0',
  'true',
  canary,
  canary.repeat(40_000 / canary.length),
  '2026-02-30',
  '0000-00-00',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00Z',
  '2026-13-45T25:61:61Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-06-31T09:00:00+23:59',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11}',
  `${canary}@${'a'.repeat(120)}.example`,
];

/** Texts for a place in a path, as they stand in the URL. */
export const pathTexts: readonly [string, ...string[]] = [
  canary,
  '%00',
  '%ff%fe',
  '%',
  '%zz',
  '1',
  '-1',
  '..',
  '%2e%2e',
  '%252e%252e%252fetc%252fpasswd',
  `..%2f..%2f${canary}`,
  `%2e%2e%5c${canary}`,
  '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11x',
  '0198F3A2-7C31-7B52-9D7E-2F6F0C3C8A11',
  '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11%00',
  '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11%0a',
  '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11;a=b',
  `%27%20OR%20SLEEP(5)--%20${canary}`,
  '[object%20Object]',
  '__proto__',
  'constructor',
  `%C0%AE%C0%AE%2f${canary}`,
  '%ED%A0%80',
  canary.repeat(300),
];

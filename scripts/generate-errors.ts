// npm run generate:errors: writes docs/errors.md from the list of codes. With --check it must be written already.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { type ErrorKind, errorKinds, type ListedError, listedErrors } from '../server/src/lib/error-codes.js';
import { statusOf } from '../server/src/lib/problem.js';

const file = 'docs/errors.md';

const introduction = `# Errors

Written by \`npm run generate:errors\` from [the list of codes](../server/src/lib/error-list.ts). Do not edit.

Every error is a problem document (RFC 9457). Switch on \`code\`, which stays; show \`title\` and \`detail\`, which are for
people. \`title\` is the same sentence for every occurrence of a code. \`detail\`, where there is one, says what is special
about this occurrence, and \`errors\` which fields are wrong. None of them holds what was sent, or anything of a patient.

The SDK has [a class for each code](sdk/errors.md). It repeats what is answered 408, 429 or 503, with the same
Idempotency-Key, up to \`maxRetries\` times before it throws.`;

const section = (kind: ErrorKind): string => {
  const status = statusOf[kind];
  const entries = listedErrors.filter((each) => each.kind === kind).map(entry);
  return [`## ${status} ${STATUS_CODES[status]}`, ...entries].join('\n\n');
};

const entry = ({ code, title, remedy }: ListedError): string =>
  `### \`${code}\`\n\n${title}\n\n**What to do:** ${remedy}`;

const page = [introduction, ...errorKinds.map(section)].join('\n\n');
const formatted = execFileSync('biome', ['format', `--stdin-file-path=${file}`], {
  input: `${page}\n`,
  encoding: 'utf8',
});

if (!process.argv.includes('--check')) writeFileSync(file, formatted);
else if (readFileSync(file, 'utf8') !== formatted) {
  console.error(`${file} is not what server/src/lib/error-list.ts says. Run: npm run generate:errors`);
  process.exit(1);
}

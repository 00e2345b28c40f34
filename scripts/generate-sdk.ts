/**
 * Writes sdk/src/generated from sdk/openapi.json.
 *
 *   tsx scripts/generate-sdk.ts [SPEC]     write
 *   tsx scripts/generate-sdk.ts --check    change nothing; fail when the files are not what the spec says
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collectErrors, requireOwnNames, writeErrorCodes, writeErrors } from './generate-sdk/errors.js';
import { writeFixtures } from './generate-sdk/fixtures.js';
import { operationErrorName, writeOperationErrors } from './generate-sdk/operation-errors.js';
import { readOperations } from './generate-sdk/operations.js';
import { writeResources } from './generate-sdk/resources.js';
import type { Spec } from './generate-sdk/spec.js';
import { TypeWriter } from './generate-sdk/types.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The generated files by name, unformatted; the same spec gives the same text.
 * @throws Error naming the operation, code or schema that an SDK cannot be made from
 */
export function generateSdk(spec: Spec): Readonly<Record<string, string>> {
  const operations = readOperations(spec);
  const errors = collectErrors(spec, operations);
  const types = new TypeWriter(spec);
  const resources = writeResources(spec, operations, errors, types);
  const errorsFile = writeErrors(errors, types);
  const { pathname } = new URL(spec.servers?.[0]?.url ?? '/', 'http://localhost');
  const basePath = pathname.replace(/\/$/, '');
  const fixtures = writeFixtures(spec, operations, errors, { types, basePath });
  const typesFile = types.file();
  const operationErrors = operations.map(({ id }) => operationErrorName(id));
  requireOwnNames(errors, new Set([...types.names(), ...operationErrors]));
  return {
    'resources.ts': `${resources}\n/** Where the API begins on its server. */\nexport const basePath = '${basePath}';\n`,
    'error-codes.ts': writeErrorCodes(errors),
    'errors.ts': errorsFile,
    'operation-errors.ts': writeOperationErrors(operations, errors),
    'types.ts': typesFile,
    'fixtures.ts': fixtures,
  };
}

/** Formats as the rest of the repository is; the generated folder itself is left out of its checks. */
function format(name: string, text: string): string {
  const args = ['format', '--colors=off', `--stdin-file-path=sdk/src/${name}`];
  const run = spawnSync(`${root}/node_modules/.bin/biome`, args, {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`biome could not format ${name}:\n${run.stderr}`);
  return run.stdout;
}

function main(args: readonly string[]): void {
  const isCheck = args.includes('--check');
  const specFile = args.find((arg) => !arg.startsWith('--')) ?? `${root}/sdk/openapi.json`;
  const spec: Spec = JSON.parse(readFileSync(specFile, 'utf8'));
  const folder = `${root}/sdk/src/generated`;
  mkdirSync(folder, { recursive: true });
  const stale: string[] = [];
  for (const [name, text] of Object.entries(generateSdk(spec))) {
    const formatted = format(name, text);
    const file = `${folder}/${name}`;
    if (existsSync(file) && readFileSync(file, 'utf8') === formatted) continue;
    stale.push(name);
    if (!isCheck) writeFileSync(file, formatted);
  }
  if (isCheck && stale.length > 0) {
    console.error(`sdk/src/generated is stale (${stale.join(', ')}). Run: npx tsx scripts/generate-sdk.ts`);
    process.exitCode = 1;
  } else {
    console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'sdk/src/generated is up to date.');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`The SDK cannot be generated: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

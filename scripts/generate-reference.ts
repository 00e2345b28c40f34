/**
 * Writes docs/sdk, the reference of the SDK, from its docstrings.
 *
 *   tsx scripts/generate-reference.ts            write
 *   tsx scripts/generate-reference.ts --check    change nothing; fail when the pages are not what the docstrings say
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePages } from './reference/pages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const sdk = join(root, 'sdk');
const folder = join(root, 'docs', 'sdk');

function main(isCheck: boolean): void {
  const { exports } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8')) as {
    exports: Record<string, { types: string }>;
  };
  const entries = Object.values(exports).map(({ types }) => join(sdk, types));
  const pages = referencePages(entries, join(sdk, 'src', 'generated', 'resources.ts'));
  mkdirSync(folder, { recursive: true });
  const before = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const after = new Map(Object.entries(pages).map(([name, text]) => [name, formatted(name, text)]));
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  if (isCheck && stale.length > 0) {
    throw new Error(`docs/sdk is stale (${stale.join(', ')}). Run: npm run generate:reference`);
  }
  for (const name of stale) {
    const text = after.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
  console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'docs/sdk is up to date.');
}

/** As `npm run check:format` wants it. */
function formatted(name: string, text: string): string {
  const args = ['format', '--colors=off', `--stdin-file-path=docs/sdk/${name}`];
  const run = spawnSync(join(root, 'node_modules', '.bin', 'biome'), args, {
    cwd: root,
    input: `${text}\n`,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`biome could not format ${name}:\n${run.stderr}`);
  return run.stdout;
}

try {
  main(process.argv.includes('--check'));
} catch (error) {
  console.error(`No reference: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

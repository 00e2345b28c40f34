import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('../../../scripts/build-sdk.mjs', import.meta.url));
let folder: string | undefined;

/** The folder of the package as it is published, built once for all test files of a run. */
export function builtSdk(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'medweave-built-sdk-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    execFileSync(process.execPath, [build, '--out', made]);
    folder = made;
  }
  return folder;
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../src/paths.js';
import type { FileRun } from './runner.types.js';

type Seconds = Readonly<Record<string, number>>;

const committed = join(rootDir, 'server', 'test', 'runner', 'file-seconds.json');
/** Of this machine, written by each run. */
const measured = join(rootDir, '.medweave', 'file-seconds.json');

/** A copy of what was measured once: for a fresh clone. */
export const committedSeconds = (): Seconds => secondsIn(committed);

/** How long each file took the last time. */
export const lastSeconds = (): Seconds => ({ ...committedSeconds(), ...secondsIn(measured) });

export function keepSeconds(runs: readonly FileRun[]): void {
  const green = runs.filter(({ file, failed }) => failed === 0 && file.endsWith('.test.ts'));
  const seconds = Object.fromEntries(green.map(({ file, tookMs }) => [file, Math.round(tookMs / 1_000)]));
  const all = Object.entries({ ...secondsIn(measured), ...seconds }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(measured, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

const secondsIn = (file: string): Seconds => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

import { globSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rootDir } from '../../src/paths.js';
import { needsQuiet } from './needs-quiet.js';

/** Paths from the root of the clone. */
export type TestFile = string;

export const allTests = (): TestFile[] =>
  globSync(['server/test/**/*.test.ts', 'sdk/test/**/*.test.ts', 'prove/**/*.test.ts'], {
    cwd: rootDir,
  }).sort();

/** A folder stands for the tests in it. */
export function testsIn(place: string): TestFile[] {
  const path = relative(rootDir, place);
  if (!statSync(place).isDirectory()) return [path];
  return globSync('**/*.test.ts', { cwd: place })
    .sort()
    .map((file) => join(path, file));
}

/** Those that run beside others, and those that run one at a time afterwards. */
export function inParts(files: readonly TestFile[]): { together: TestFile[]; alone: TestFile[] } {
  return {
    together: files.filter((file) => !needsQuiet.has(file)),
    alone: files.filter((file) => needsQuiet.has(file)),
  };
}

/** The longest first, so that no lane begins a long one when the others are through. New ones are taken for middling. */
export function longestFirst(
  files: readonly TestFile[],
  seconds: Readonly<Record<TestFile, number>>,
): TestFile[] {
  const known = Object.values(seconds).sort((a, b) => a - b);
  const middling = known[Math.floor(known.length / 2)] ?? 0;
  const secondsOf = (file: TestFile) => seconds[file] ?? middling;
  return files.toSorted((a, b) => secondsOf(b) - secondsOf(a));
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { rootDir } from '../../src/paths.js';
import { ImportGraph, isThere } from './import-graph.js';
import { allTests, type TestFile } from './test-files.js';

const run = promisify(execFile);

export interface Choice {
  readonly files: readonly TestFile[];
  /** A sentence for who reads along. */
  readonly why: string;
}

/** Files that every test needs, or of which nothing can be told from imports. */
const touchesAll = [
  /^(sql|mongo)\//,
  /^(server|sdk)?\/?package\.json$/,
  /^package-lock\.json$/,
  /^(server\/|sdk\/)?tsconfig.*\.json$/,
  /^tsoa\.json$/,
  /^server\/test\/(support|runner)\/(?!.*\.test\.ts$)/,
];
/** Texts that nothing or only the checks read. */
const touchesNone = [
  /^[\w.-]+\.md$/,
  /^LICENSE$/,
  /^docs\/(decisions\/|promises\.md$|access\.md$|analytics\.md$)/,
];

const matches = (file: string, patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(file));

/** The tests that need a file which differs from `ref`, or from where this branch left main. */
export async function changedTests(ref?: string): Promise<Choice> {
  const base = ref ?? (await leftMainAt());
  const changed = [
    ...(await git('diff', '--name-only', '--no-renames', base)),
    ...(await git('ls-files', '--others', '--exclude-standard')),
  ];
  return chooseTests(changed, allTests(), new ImportGraph());
}

export function chooseTests(
  changed: readonly string[],
  tests: readonly TestFile[],
  graph: Pick<ImportGraph, 'allNeededBy'>,
): Choice {
  const relevant = changed.filter((file) => !matches(file, touchesNone) && !isRemovedTest(file));
  const needs = new Map(tests.map((test) => [test, graph.allNeededBy(test)]));
  const users = (file: string) => tests.filter((test) => needs.get(test)?.has(file));
  const ofAll = relevant.find((file) => matches(file, touchesAll) || users(file).length === 0);
  if (ofAll !== undefined)
    return { files: tests, why: `Every test is run: any of them may depend on ${ofAll}.` };
  const files = tests.filter((test) => relevant.some((file) => needs.get(test)?.has(file)));
  return {
    files,
    why: `${files.length} of ${tests.length} test files need one of ${changed.length} changed files.`,
  };
}

async function leftMainAt(): Promise<string> {
  const [commit] = await git('merge-base', 'HEAD', 'main').catch(() => []);
  if (commit === undefined)
    throw new Error('There is no main to compare with here. Name a commit: npm test -- --changed=REF');
  return commit;
}

const isRemovedTest = (file: string): boolean => file.endsWith('.test.ts') && !isThere(file);

async function git(...args: string[]): Promise<string[]> {
  const { stdout } = await run('git', args, { cwd: rootDir });
  return stdout.split('\n').filter((line) => line !== '');
}

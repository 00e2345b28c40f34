// Runs the tests on engines of their own: node --import tsx server/test/support/run.ts [FILE…]
import { globSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import { discardDataFolder } from '../../src/engines/data-folder.js';
import { takeLock } from '../../src/engines/lock-file.js';
import { startEngines } from '../../src/engines/start-engines.js';

interface Result {
  readonly passed: number;
  readonly failed: number;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const medweaveDir = join(root, '.medweave');
/** Nobody waits for less because the machine is busy: engines of a test's own can take a minute to start then. */
const hangsMs = 240_000;

const report = (line: string) => console.log(line);

/** Engines and data of test runs that were killed. A run that is still going on holds its lock. */
async function sweepOldRuns(): Promise<void> {
  await mkdir(medweaveDir, { recursive: true });
  for (const name of (await readdir(medweaveDir)).filter((entry) => entry.startsWith('test-'))) {
    const folder = join(medweaveDir, name);
    const lock = await takeLock(join(folder, 'run.lock'));
    if ('heldBy' in lock) continue;
    await discardRun(folder);
  }
}

/** Removes what a run has left, and ends the engines that some test of it has not stopped. */
async function discardRun(folder: string): Promise<void> {
  const inside = await readdir(folder, { withFileTypes: true });
  for (const entry of inside.filter((found) => found.isDirectory())) {
    await discardDataFolder(join(folder, entry.name), report).catch((error: Error) => report(error.message));
  }
  await rm(folder, { recursive: true, force: true });
}

async function runMocha(files: readonly string[]): Promise<Result> {
  const mocha = new Mocha({ reporter: 'spec', timeout: hangsMs, forbidOnly: true, failZero: true });
  for (const file of files) mocha.addFile(resolve(file));
  await mocha.loadFilesAsync();
  return new Promise((done) => {
    const skipped: string[] = [];
    const runner = mocha.run((failed) => {
      for (const title of skipped) console.log(`skipped: ${title}`);
      done({ passed: runner.stats?.passes ?? 0, failed });
    });
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
  });
}

async function main(files: readonly string[], signal: AbortSignal): Promise<Result> {
  await sweepOldRuns();
  const folder = join(medweaveDir, `test-${process.pid}`);
  await takeLock(join(folder, 'run.lock'));
  const { MYSQL_URL: mysqlUrl, MONGO_URL: mongoUrl, REDIS_URL: redisUrl } = process.env;
  const env = { ...(mysqlUrl && { mysqlUrl }), ...(mongoUrl && { mongoUrl }), ...(redisUrl && { redisUrl }) };
  try {
    const engines = await startEngines({ dataDir: join(folder, 'shared'), env, report, signal });
    process.env.MEDWEAVE_TEST_MYSQL_URL = engines.mysqlUrl;
    process.env.MEDWEAVE_TEST_MONGO_URL = engines.mongoUrl;
    process.env.MEDWEAVE_TEST_REDIS_URL = engines.redisUrl;
    process.env.MEDWEAVE_TEST_ENGINES = folder;
    const interrupted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    try {
      return await Promise.race([runMocha(files), interrupted]);
    } finally {
      await engines.stop();
    }
  } finally {
    await discardRun(folder);
  }
}

/** A folder stands for the tests in it. */
function testsIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return globSync('**/*.test.ts', { cwd: place })
    .sort()
    .map((file) => join(place, file));
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort(new Error('The tests were interrupted.')));
}
// Whoever reads along may leave; the engines still have to be stopped.
process.stdout.on('error', () => {});
// As mocha's own command does: a rejection nobody waits for fails the test that is running.
process.on('unhandledRejection', (reason) => {
  throw reason;
});

const all = () =>
  globSync(['server/test/**/*.test.ts', 'sdk/test/**/*.test.ts', 'prove/**/*.test.ts'], { cwd: root }).sort();
const named = process.argv.slice(2).flatMap(testsIn);
const files = named.length > 0 ? named : all().map((file) => join(root, file));
const result = await main(files, stopping.signal).catch((error: unknown): Result => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  return { passed: 0, failed: 1 };
});
if (process.env.MEDWEAVE_TEST_RESULT) writeFileSync(process.env.MEDWEAVE_TEST_RESULT, JSON.stringify(result));
process.exit(result.failed > 0 ? 1 : 0);

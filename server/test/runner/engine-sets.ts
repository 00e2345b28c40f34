import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { discardDataFolder } from '../../src/engines/data-folder.js';
import type { Engines } from '../../src/engines/engines.types.js';
import { takeLock } from '../../src/engines/lock-file.js';
import { startEngines } from '../../src/engines/start-engines.js';
import { rootDir } from '../../src/paths.js';

const medweaveDir = join(rootDir, '.medweave');

const report = (line: string) => console.log(line);

/** A folder for the data of this run. Engines and data of runs that were killed are removed first. */
export async function takeRunFolder(): Promise<string> {
  await sweepOldRuns();
  const folder = join(medweaveDir, `test-${process.pid}`);
  await takeLock(join(folder, 'run.lock'));
  return folder;
}

/** A run that is still going on holds its lock. */
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
export async function discardRun(folder: string): Promise<void> {
  const inside = await readdir(folder, { withFileTypes: true });
  for (const entry of inside.filter((found) => found.isDirectory())) {
    await discardDataFolder(join(folder, entry.name), report).catch((error: Error) => report(error.message));
  }
  await rm(folder, { recursive: true, force: true });
}

/** Engines for every lane: some tests change settings of a whole server. Those that are named are used by all. */
export async function startEngineSets(
  folder: string,
  count: number,
  signal: AbortSignal,
): Promise<readonly Engines[]> {
  const { MYSQL_URL: mysqlUrl, MONGO_URL: mongoUrl, REDIS_URL: redisUrl } = process.env;
  const env = { ...(mysqlUrl && { mysqlUrl }), ...(mongoUrl && { mongoUrl }), ...(redisUrl && { redisUrl }) };
  const sets: Engines[] = [];
  try {
    // One after the other: the first fetches what the others find.
    for (let number = 1; number <= count; number++)
      sets.push(await startEngines({ dataDir: join(folder, `shared-${number}`), env, report, signal }));
    return sets;
  } catch (error) {
    await stopEngineSets(sets);
    throw error;
  }
}

export async function stopEngineSets(sets: readonly Engines[]): Promise<void> {
  await Promise.all(sets.map((engines) => engines.stop()));
}

/** How the tests of a lane are told of its engines. */
export function environmentFor(engines: Engines, folder: string): NodeJS.ProcessEnv {
  const { MEDWEAVE_TEST_RESULT: _ofTheWholeRun, ...environment } = process.env;
  return {
    ...environment,
    MEDWEAVE_TEST_MYSQL_URL: engines.mysqlUrl,
    MEDWEAVE_TEST_MONGO_URL: engines.mongoUrl,
    MEDWEAVE_TEST_REDIS_URL: engines.redisUrl,
    MEDWEAVE_TEST_ENGINES: folder,
  };
}

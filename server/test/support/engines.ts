import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineOptions, Engines } from '../../src/engines/engines.types.js';
import { startEngines } from '../../src/engines/start-engines.js';

/**
 * Engines that belong to one test file alone, which may kill, pause and restart them. They take some seconds
 * to start: share one set per file. Their `stop` also removes their data.
 */
export async function ownEngines(
  report: (line: string) => void = () => {},
  /** Servers that are there already, and are only used. */
  env: EngineOptions['env'] = {},
): Promise<Engines> {
  const dataDir = await mkdtemp(join(process.env.MEDWEAVE_TEST_ENGINES || tmpdir(), 'own-'));
  const engines = await startEngines({ dataDir, env, report });
  const stop = async () => {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...engines, stop };
}

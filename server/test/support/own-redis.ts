import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreUrls } from '../../src/compose.js';
import type { EngineProcess } from '../../src/engines/engines.types.js';
import { startEngines } from '../../src/engines/start-engines.js';
import { sharedUrls } from './clinic.js';

export interface OwnRedis {
  /** The shared stores, with this Redis in place of theirs. */
  urls: StoreUrls;
  process: EngineProcess;
  stop(): Promise<void>;
}

/** A Redis of a test file's own, to wipe, pause and stop; the other stores are the shared ones. */
export async function ownRedis(): Promise<OwnRedis> {
  const { mysqlUrl, mongoUrl } = sharedUrls();
  const dataDir = await mkdtemp(join(process.env.MEDWEAVE_TEST_ENGINES || tmpdir(), 'redis-'));
  const engines = await startEngines({ dataDir, env: { mysqlUrl, mongoUrl }, report: () => {} });
  const { redis } = engines.processes;
  if (!redis) throw new Error('No Redis was started.');
  const stop = async () => {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { urls: engines, process: redis, stop };
}

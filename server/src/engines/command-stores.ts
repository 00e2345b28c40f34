import type { StoreUrls } from '../compose.js';
import type { Config } from '../config.js';
import { runningEngines } from './engine-addresses.js';
import type { Engines } from './engines.types.js';
import { startEngines } from './start-engines.js';

/**
 * The stores of a command beside the server: those of a Medweave that runs on this data folder, or engines of its own.
 * A configured URL goes first.
 */
export async function openCommandStores(
  config: Config,
  report: (line: string) => void,
  signal: AbortSignal,
): Promise<Pick<Engines, 'stop' | keyof StoreUrls>> {
  const { dataDir, mysqlUrl, mongoUrl, redisUrl } = config;
  const isConfigured = mysqlUrl && mongoUrl && redisUrl;
  const given = {
    ...(isConfigured ? {} : await runningEngines(dataDir)),
    ...(mysqlUrl && { mysqlUrl }),
    ...(mongoUrl && { mongoUrl }),
    ...(redisUrl && { redisUrl }),
  };
  return startEngines({ dataDir, env: given, report, signal });
}

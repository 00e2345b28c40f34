import { join } from 'node:path';
import type { StoreUrls } from '../../server/src/compose.js';
import type { Engines } from '../../server/src/engines/engines.types.js';
import { startEngines } from '../../server/src/engines/start-engines.js';
import { waitForMysql } from '../../server/src/lib/wait-for-mysql.js';
import { migrate } from '../../server/src/migrate/migrate.js';
import { migrationsDir } from '../../server/src/paths.js';
import type { Trial } from '../kernel/proof.js';
import { slownessFor } from '../kernel/slowness.js';
import { type ApiProcess, startFleet } from './api-fleet.js';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';

export interface RigWish {
  /** How many API processes share the stores. */
  readonly apis: number;
  /** More environment of the API processes. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A clinic of a trial's own, in real processes: engines, a proxy before each of them, and API processes behind it. */
export interface Rig {
  readonly apis: readonly ApiProcess[];
  readonly engines: Engines;
  readonly proxies: { readonly mysql: TcpProxy; readonly mongo: TcpProxy; readonly redis: TcpProxy };
  /** The stores themselves, past the proxies: for who judges. */
  readonly urls: StoreUrls;
  /** Whatever is promised to be quick may take so many times longer. */
  readonly slowness: number;
  stop(): Promise<void>;
}

/** Starts everything with an empty schema; what was started is ended when something does not start. */
export async function startRig(trial: Trial, { apis, env = {} }: RigWish): Promise<Rig> {
  const closings: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closings.reverse()) await close();
  };
  try {
    const engines = await startEngines({
      dataDir: join(trial.folder, 'engines'),
      env: {},
      report: () => {},
      signal: trial.signal,
    });
    closings.push(() => engines.stop());
    await waitForMysql(engines.mysqlUrl);
    await migrate(engines.mysqlUrl, migrationsDir, () => {});
    const [mysql, mongo, redis] = await Promise.all(
      [engines.mysqlUrl, engines.mongoUrl, engines.redisUrl].map(startTcpProxy),
    );
    if (!mysql || !mongo || !redis) throw new Error('A proxy is missing.');
    closings.push(() => Promise.all([mysql, mongo, redis].map((proxy) => proxy.stop())));
    const through = { mysqlUrl: mysql.url, mongoUrl: mongo.url, redisUrl: redis.url };
    const fleet = await startFleet(apis, through, trial.folder, env);
    closings.push(() => Promise.all(fleet.map((api) => api.end('SIGKILL'))));
    const { mysqlUrl, mongoUrl, redisUrl } = engines;
    return {
      apis: fleet,
      engines,
      proxies: { mysql, mongo, redis },
      urls: { mysqlUrl, mongoUrl, redisUrl },
      slowness: slownessFor(trial.dose),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

import { join } from 'node:path';
import { pino } from 'pino';
import { compose, type StoreUrls } from '../compose.js';
import { type Config, readConfig } from '../config.js';
import { openCommandStores } from '../engines/command-stores.js';
import { ConfigError } from '../lib/errors.js';
import { waitForMysql } from '../lib/wait-for-mysql.js';
import { migrate } from '../migrate/migrate.js';
import { migrationsDir } from '../paths.js';
import { rebuildAll, verifyAll } from './trust.js';

const help = `Holds the numbers of analytics against the records.

  npm run analytics:verify    recomputes every fact and sum from the source rows; exit code 1 when any differs
  npm run analytics:rebuild   builds them anew beside those that answer, and swaps

Both may run while the server does. They use the stores of a Medweave that runs here (npm start), else those of
MYSQL_URL, MONGO_URL and REDIS_URL, else they start engines on the data folder as npm start does.`;

const say = (line: string): void => console.log(line);

/** @returns the exit code */
async function main(command: string | undefined): Promise<number> {
  if (command !== 'verify' && command !== 'rebuild') {
    say(help);
    return command === undefined || command === '--help' ? 0 : 1;
  }
  const config = readConfig(process.env);
  const stopping = new AbortController();
  const stopped = new Promise<number>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(1), { once: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(signal, () => stopping.abort());
  const stores = await openCommandStores(config, say, stopping.signal);
  try {
    return await Promise.race([work(command, config, stores), stopped]);
  } finally {
    await stores.stop();
  }
}

async function work(command: 'verify' | 'rebuild', config: Config, urls: StoreUrls): Promise<number> {
  await waitForMysql(urls.mysqlUrl);
  await migrate(urls.mysqlUrl, migrationsDir, say);
  const destination = { dest: join(config.dataDir, 'logs', 'analytics.log'), mkdir: true, sync: true };
  const log = pino({ level: config.logLevel }, pino.destination(destination));
  const composed = compose(config, urls, log);
  const startedAt = performance.now();
  try {
    if (command === 'rebuild') await rebuildAll(composed.consumers, say);
    const differences = command === 'verify' ? await verifyAll(composed.consumers, say) : [];
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    if (command === 'rebuild') say(`\nRebuilt in ${seconds} s.`);
    else if (differences.length === 0) say(`\nEverything is equal, after ${seconds} s.`);
    else
      say(`\nNot equal: ${differences.map(({ where, what }) => `${where}: ${what}`).join('; ')}.
npm run analytics:rebuild builds the numbers anew. That they differed is a fault of Medweave: please report it.`);
    return differences.length === 0 ? 0 : 1;
  } finally {
    await composed.close();
  }
}

main(process.argv[2]).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isForPeople =
      error instanceof ConfigError || (error instanceof Error && error.name === 'EngineError');
    console.error(isForPeople ? `\n${error.message}` : error);
    process.exit(1);
  },
);

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { Passwords } from '../auth/passwords.js';
import { type ComposedApp, compose, type StoreUrls } from '../compose.js';
import { type Config, readConfig } from '../config.js';
import { EnsureCollections } from '../documents/ensure-collections.js';
import { openCommandStores } from '../engines/command-stores.js';
import { ConfigError } from '../lib/errors.js';
import { DocumentStore, databaseName } from '../lib/mongo.js';
import { ConsoleProgress } from '../lib/progress.js';
import { waitForMysql } from '../lib/wait-for-mysql.js';
import { migrate } from '../migrate/migrate.js';
import { migrationsDir } from '../paths.js';
import { seedDemoClinic } from '../seed/demo-clinic.js';
import { bulkMongo } from './bulk-mongo.js';
import { prepareServer } from './bulk-settings.js';
import { generateHelp, readCommand } from './generate-command.js';
import { reportLines } from './generate-report.js';
import type { Settings } from './plan/settings.js';
import type { BulkWay } from './rows/bulk-link.js';
import { runGenerate } from './run-generate.js';
import { generatedPassword } from './sign-ins.js';

const say = (line: string): void => console.log(line);

class Stopped extends Error {}

/** Stores, schema, generation, analytics, report. Ends everything it began. */
async function main(): Promise<void> {
  const settings = readCommand(process.argv.slice(2), Date.now());
  if (settings === 'help') return say(generateHelp);
  const config = readConfig(process.env);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  const engines = await openCommandStores(config, say, stopping.signal);
  try {
    await generateInto(settings, config, engines, stopping.signal);
  } finally {
    await engines.stop();
  }
}

async function generateInto(
  settings: Settings,
  config: Config,
  urls: StoreUrls,
  signal: AbortSignal,
): Promise<void> {
  await waitForMysql(urls.mysqlUrl);
  await migrate(urls.mysqlUrl, migrationsDir, say);
  const log = pino(
    { level: config.logLevel },
    pino.destination({ dest: join(config.dataDir, 'logs', 'generate.log'), mkdir: true, sync: true }),
  );
  const composed = compose(config, urls, log);
  const server = await prepareServer(urls.mysqlUrl, settings.appointments);
  try {
    if (config.seedsDemo) await seedDemoClinic(composed.services, say);
    await generate(settings, composed, urls, server.way, signal);
    await buildAnalytics(composed, signal);
  } finally {
    await composed.close();
    await server.restore();
  }
}

async function generate(
  settings: Settings,
  composed: ComposedApp,
  { mysqlUrl, mongoUrl }: StoreUrls,
  way: BulkWay,
  signal: AbortSignal,
): Promise<void> {
  const { config, log, services } = composed;
  const mongo = bulkMongo(mongoUrl);
  const store = new DocumentStore(mongoUrl);
  try {
    await new EnsureCollections(store, log).ensure();
    const password = config.isProduction ? randomBytes(15).toString('base64url') : generatedPassword;
    const passwordHash = await new Passwords(config.secret, config.bcryptCost).hash(password);
    const progress = new ConsoleProgress();
    const database = mongo.db(databaseName(mongoUrl));
    const task = { settings, mysqlUrl, way, mongo: database, services, passwordHash, progress, signal };
    for (const line of reportLines(await runGenerate(task), password)) say(line);
  } finally {
    await Promise.all([mongo.close(), store.close()]);
  }
}

/** So that the first answer is right at once. A server that runs beside it may do the same work: one of them gets it. */
async function buildAnalytics({ consumers }: ComposedApp, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new ConfigError(laterBuilt);
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  for (const consumer of consumers) {
    const startedAt = performance.now();
    say(`Building analytics: ${consumer.name} …`);
    await Promise.race([consumer.catchUp(), stopped]).catch((error: unknown) => {
      throw new ConfigError(laterBuilt, { cause: error });
    });
    say(`  built in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`);
  }
}

const laterBuilt = 'The clinic is whole, its numbers could not be built now. The next npm start builds them.';

/** What to tell the person at the terminal. */
function explained(error: unknown): string {
  if (error instanceof Stopped)
    return 'Stopped. What was written so far is half a clinic; the next run says how to remove it.';
  if (error instanceof ConfigError || (error instanceof Error && error.name === 'EngineError'))
    return error.message;
  return `The clinic could not be generated, and is not whole.\n${error instanceof Error ? error.stack : String(error)}`;
}

/** Not left to the event loop: the channel to the process that started this one would keep it alive. */
const exit = (code: number): never => process.exit(code);

main().then(
  () => exit(0),
  (error: unknown) => {
    console.error(`\n${explained(error)}`);
    exit(1);
  },
);

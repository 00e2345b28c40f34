import { randomBytes } from 'node:crypto';
import { clinicItself } from '../auth/fair-queue.js';
import { endWith, inFull, onClinic, Stopped, say } from '../command.js';
import type { ComposedApp, StoreUrls } from '../compose.js';
import { EnsureCollections } from '../documents/ensure-collections.js';
import { ConfigError } from '../lib/errors.js';
import { DocumentStore, databaseName } from '../lib/mongo.js';
import { ConsoleProgress } from '../lib/progress.js';
import { seedDemoClinic } from '../seed/demo-clinic.js';
import { bulkMongo } from './bulk-mongo.js';
import { prepareServer } from './bulk-settings.js';
import { generateHelp, readCommand } from './generate-command.js';
import { reportLines } from './generate-report.js';
import type { Settings } from './plan/settings.js';
import type { BulkWay } from './rows/bulk-link.js';
import { runGenerate } from './run-generate.js';
import { generatedPassword } from './sign-ins.js';

/** Generation, analytics, report. @returns the exit code */
async function main(): Promise<number> {
  const settings = readCommand(process.argv.slice(2), Date.now());
  if (settings === 'help') {
    say(generateHelp);
    return 0;
  }
  return onClinic('generate', async ({ composed, urls, signal }) => {
    const server = await prepareServer(urls.mysqlUrl, settings.appointments);
    try {
      if (composed.config.seedsDemo) await seedDemoClinic(composed.services, say);
      await generate(settings, composed, urls, server.way, signal);
      await buildAnalytics(composed, signal);
    } finally {
      await server.restore();
    }
    return 0;
  });
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
    const passwordHash = await composed.passwords.hash(password, clinicItself);
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

const explained = (error: unknown): string =>
  error instanceof Stopped
    ? 'Stopped. What was written so far is half a clinic; the next run says how to remove it.'
    : `The clinic could not be generated, and is not whole.\n${inFull(error)}`;

endWith(main(), explained);

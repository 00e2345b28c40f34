import { join } from 'node:path';
import { pino } from 'pino';
import { compose, type StoreUrls } from '../compose.js';
import { type Config, readConfig } from '../config.js';
import { openCommandStores } from '../engines/command-stores.js';
import { AppError, ConfigError } from '../lib/errors.js';
import { ConsoleProgress } from '../lib/progress.js';
import { waitForMysql } from '../lib/wait-for-mysql.js';
import { migrate } from '../migrate/migrate.js';
import { migrationsDir } from '../paths.js';
import { seedDemoClinic } from '../seed/demo-clinic.js';
import { type ImportCommand, importHelp, readCommand } from './import-command.js';
import { isComplete, reportLines } from './import-report.js';
import { countAll, runImport } from './run-import.js';

const say = (line: string): void => console.log(line);

class Stopped extends Error {}

/** Stores, schema, import, report. Ends everything it began. @returns the exit code */
async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') {
    say(importHelp);
    return 0;
  }
  const config = readConfig(process.env);
  await countAll(command); // a file that is missing is told before any engine is started
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  const engines = await openCommandStores(config, say, stopping.signal);
  try {
    return await importInto(command, config, engines, stopping.signal);
  } finally {
    await engines.stop();
  }
}

async function importInto(
  command: ImportCommand,
  config: Config,
  urls: StoreUrls,
  signal: AbortSignal,
): Promise<number> {
  await waitForMysql(urls.mysqlUrl);
  await migrate(urls.mysqlUrl, migrationsDir, say);
  const log = pino(
    { level: config.logLevel },
    pino.destination({ dest: join(config.dataDir, 'logs', 'import.log'), mkdir: true, sync: true }),
  );
  const composed = compose(config, urls, log);
  try {
    // Before the first import, so that there is somebody who can sign in and look at it.
    if (config.seedsDemo) await seedDemoClinic(composed.services, say);
    for (const worker of composed.workers) worker.start();
    const report = await runImport(command, composed.services, new ConsoleProgress(), signal);
    for (const line of reportLines(report)) say(line);
    return isComplete(report) ? 0 : 1;
  } finally {
    await Promise.all(composed.workers.map((worker) => worker.stop()));
    await composed.close();
  }
}

/** What to tell the person at the terminal. */
function explained(error: unknown): string {
  if (error instanceof Stopped) return 'Stopped. Start the same import again: it goes on from here.';
  if (error instanceof ConfigError || (error instanceof Error && error.name === 'EngineError'))
    return error.message;
  if (error instanceof AppError && error.kind === 'unavailable')
    return `${error.message}\nWhat was imported stays. Start the same import again: it goes on from here.`;
  return `The import could not go on. What was imported stays.\n${error instanceof Error ? error.stack : String(error)}`;
}

/** Not left to the event loop: the channel to the process that started this one would keep it alive. */
const exit = (code: number): never => process.exit(code);

main().then(exit, (error: unknown) => {
  console.error(`\n${explained(error)}`);
  exit(1);
});

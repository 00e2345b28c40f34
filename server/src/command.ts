import { join } from 'node:path';
import { pino } from 'pino';
import { type ComposedApp, compose, type StoreUrls } from './compose.js';
import { readConfig } from './config.js';
import { openCommandStores } from './engines/command-stores.js';
import { ConfigError } from './lib/errors.js';
import { mysqlTrouble, waitForMysql } from './lib/wait-for-mysql.js';
import { migrate } from './migrate/migrate.js';
import { migrationsDir } from './paths.js';

/** Somebody has stopped the command, or the process that started it is gone. */
export class Stopped extends Error {}

/** What a command beside the server works with. */
export interface CommandClinic {
  composed: ComposedApp;
  urls: StoreUrls;
  /** Aborts with `Stopped`. */
  signal: AbortSignal;
}

export const say = (line: string): void => console.log(line);

/**
 * Opens the stores, brings the schema up to date and composes the application for `work`. Ends everything it began.
 * @param name of the command, and of its log
 */
export async function onClinic<T>(name: string, work: (clinic: CommandClinic) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  const stores = await openCommandStores(config, say, stopping.signal);
  try {
    await waitForMysql(stores.mysqlUrl);
    await migrate(stores.mysqlUrl, migrationsDir, say, config.secret);
    const logFile = join(config.dataDir, 'logs', `${name}.log`);
    const log = pino(
      { level: config.logLevel },
      pino.destination({ dest: logFile, mkdir: true, sync: true }),
    );
    const composed = compose(config, stores, log);
    try {
      return await work({ composed, urls: stores, signal: stopping.signal });
    } finally {
      await composed.close();
    }
  } finally {
    await stores.stop();
  }
}

/**
 * Runs a command and ends the process with its exit code. Not left to the event loop: the channel to the process that
 * started this one would keep it alive.
 * @param explained what to tell the person at the terminal of an error that does not speak for itself
 */
export function endWith(main: Promise<number>, explained: (error: unknown) => string): void {
  main.then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(`\n${isForPeople(error) ? error.message : explained(error)}`);
      process.exit(1);
    },
  );
}

const isForPeople = (error: unknown): error is Error =>
  error instanceof ConfigError || (error instanceof Error && error.name === 'EngineError');

/** A MySQL that went away, in words; else an error that nobody foresaw, with where it came from. */
export const inFull = (error: unknown): string =>
  mysqlTrouble(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));

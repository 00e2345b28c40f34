import { join } from 'node:path';
import { pino } from 'pino';
import { type ComposedApp, compose, type StoreUrls } from './compose.js';
import { type Config, readConfig } from './config.js';
import { startEngines } from './engines/start-engines.js';
import { help } from './help.js';
import { ConfigError } from './lib/errors.js';
import { mysqlTrouble, waitForMysql } from './lib/wait-for-mysql.js';
import { migrate } from './migrate/migrate.js';
import { migrationsDir } from './paths.js';
import { demoPassword, demoSignIns, seedDemoClinic } from './seed/demo-clinic.js';
import { serve } from './serve.js';

const say = (line: string): void => console.log(line);

/** From nothing to a clinic that answers: engines, schema, first data, server. Ends everything it began. */
async function main(): Promise<void> {
  const startedAt = performance.now();
  const config = readConfig(process.env);
  const endings: ((signal?: NodeJS.Signals) => Promise<void>)[] = [];
  const aborting = new AbortController();
  const end = async (signal?: NodeJS.Signals) => {
    for (const ending of endings.splice(0).reverse()) await ending(signal);
  };
  onStopRequest((signal) => {
    say('\nStopping …');
    aborting.abort(new Error('Stopped.'));
    end(signal).then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  });
  try {
    const engines = await startEngines({
      dataDir: config.dataDir,
      env: givenUrls(config),
      report: say,
      signal: aborting.signal,
    });
    endings.push(() => engines.stop());
    await waitForMysql(engines.mysqlUrl);
    await migrate(engines.mysqlUrl, migrationsDir, say, config.secret);
    const composed = compose(config, engines, pino({ level: config.logLevel }, logDestination(config)));
    const isSeeded = await prepareClinic(composed);
    const serving = await serve(composed);
    // A service manager starts another one meanwhile; who presses Ctrl-C waits.
    endings.push((signal) => serving.stop({ atOnce: signal !== 'SIGTERM' }));
    for (const warning of await composed.startWarnings.all()) warn(composed, warning);
    announce(serving.url, isSeeded, performance.now() - startedAt);
  } catch (error) {
    await end();
    if (!aborting.signal.aborted) fail(error);
  }
}

/** Ctrl-C, a service manager's stop, or the end of the process that started this one. */
function onStopRequest(stop: (signal?: NodeJS.Signals) => void): void {
  let isStopping = false;
  const once = (signal?: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    stop(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  process.on('disconnect', () => once());
}

const givenUrls = ({ mysqlUrl, mongoUrl, redisUrl }: Config): Partial<StoreUrls> => ({
  ...(mysqlUrl && { mysqlUrl }),
  ...(mongoUrl && { mongoUrl }),
  ...(redisUrl && { redisUrl }),
});

/** In production the log goes to standard output, one JSON object a line; at a desk it stays out of the way. */
function logDestination(config: Config): ReturnType<typeof pino.destination> {
  const place = config.isProduction
    ? { dest: 1 }
    : { dest: join(config.dataDir, 'logs', 'api.log'), mkdir: true };
  const destination = pino.destination({ ...place, ...buffered });
  destination.on('error', () => {}); // a full disk: what is buffered is written once there is room
  return destination;
}

/**
 * A write per request costs a tenth of a request. What is left at the end is written at exit; what cannot be written
 * is kept up to a limit.
 */
const buffered = { sync: false, minLength: 4_096, maxLength: 4_194_304, periodicFlush: 1_000 };

/** The first admin where one is asked for, and the demo clinic where it belongs. @returns whether the demo is there */
async function prepareClinic(composed: ComposedApp): Promise<boolean> {
  const { firstAdmin, seedsDemo } = composed.config;
  if (firstAdmin) await composed.services.auth.createFirstAdmin(firstAdmin.email, firstAdmin.password);
  return seedsDemo && seedDemoClinic(composed.services, say);
}

/** To whoever started it, and to whoever reads the log. */
function warn({ log }: ComposedApp, warning: string): void {
  console.error(`\nWARNING: ${warning}`);
  log.warn(warning);
}

function announce(url: string, isSeeded: boolean, tookMs: number): void {
  say(`\nMedweave is ready after ${(tookMs / 1_000).toFixed(1)} s.`);
  say(`  API   ${url}/api/v1`);
  say(`  Docs  ${url}/docs`);
  if (isSeeded) {
    say(`\nDemo sign-ins, all with the password ${demoPassword}:`);
    for (const { email, role } of demoSignIns) say(`  ${role.padEnd(13)} ${email}`);
  }
  say('\nCtrl-C stops everything.');
}

function fail(error: unknown): void {
  const isForPeople =
    error instanceof ConfigError || (error instanceof Error && error.name === 'EngineError');
  if (isForPeople) console.error(`\n${error.message}`);
  else if (isPortTaken(error))
    console.error('\nThe port is taken. Stop what listens there, or choose another: PORT=3001 npm start');
  else console.error('\nMedweave could not start.', mysqlTrouble(error) ?? error);
  process.exit(1);
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

if (process.argv.includes('--help') || process.argv.includes('-h')) say(help);
else await main().catch(fail);

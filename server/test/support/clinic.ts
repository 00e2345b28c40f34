import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { createConnection } from 'mysql2/promise';
import { type Logger, pino } from 'pino';
import { type ComposedApp, compose, type StoreUrls } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import type { Subscription } from '../../src/events/subscriptions.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir } from '../../src/paths.js';
import { serve } from '../../src/serve.js';
import { caller, type OpenClinic, password, signIn } from './calls.js';
import './contract-gate.js';

export {
  type Answer,
  type Call,
  type CallOptions,
  caller,
  freshEmail,
  inTurn,
  must,
  password,
  signIn,
} from './calls.js';

/** A clinic of a test file's own: a fresh database on the shared engines, and a server on a free port. */
export interface Clinic extends OpenClinic {
  composed: ComposedApp;
  urls: StoreUrls;
  close(): Promise<void>;
}

/** The engines that all test files share, unless they start their own. */
export function sharedUrls(): StoreUrls {
  const url = (name: string): string => {
    const value = process.env[`MEDWEAVE_TEST_${name}`] ?? process.env[name];
    if (!value) throw new Error(`Run the tests with npm test, or set ${name}.`);
    return value;
  };
  return { mysqlUrl: url('MYSQL_URL'), mongoUrl: url('MONGO_URL'), redisUrl: url('REDIS_URL') };
}

export interface EmptyDatabase {
  urls: StoreUrls;
  drop(): Promise<void>;
}

/** A database of a test's own on these engines, in MySQL and MongoDB; nothing is in it yet. */
export async function emptyDatabase(engines: StoreUrls = sharedUrls()): Promise<EmptyDatabase> {
  const name = `test_${randomUUID().slice(0, 8)}`;
  const urls: StoreUrls = {
    mysqlUrl: withDatabase(engines.mysqlUrl, name),
    mongoUrl: withDatabase(engines.mongoUrl, name),
    redisUrl: engines.redisUrl,
  };
  await onMysql(engines.mysqlUrl, `CREATE DATABASE ${name}`);
  const drop = async () => {
    await onMysql(engines.mysqlUrl, `DROP DATABASE ${name}`);
    const mongo = new MongoClient(urls.mongoUrl, { serverSelectionTimeoutMS: 500 });
    await mongo.db(name).dropDatabase().catch(ignoreAbsentEngine);
    await mongo.close();
  };
  return { urls, drop };
}

/**
 * @param engines engines of the test's own; without them the shared ones are used
 * @param log where the server's log goes; nowhere when absent
 * @param subscriptions of the test, beside those of the features
 */
export async function startClinic(
  engines: StoreUrls = sharedUrls(),
  log: Logger = pino({ level: process.env.TEST_LOG ?? 'silent' }),
  subscriptions: readonly Subscription[] = [],
): Promise<Clinic> {
  const { urls, drop } = await emptyDatabase(engines);
  await migrate(urls.mysqlUrl, migrationsDir, () => {});
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', BCRYPT_COST: '4', LOG_LEVEL: 'error' });
  const composed = compose(config, urls, log, subscriptions);
  const serving = await serve(composed);
  const call = caller(serving.url);
  await composed.services.auth.createFirstAdmin('admin@test.example', password);
  const admin = await signIn(call, 'admin@test.example');
  const close = async () => {
    await serving.stop();
    await drop();
  };
  return { baseUrl: serving.url, composed, urls, admin, call, close };
}

/** A test may have left its own engine stopped; its data goes with it. */
function ignoreAbsentEngine(): void {}

const withDatabase = (url: string, name: string): string => url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);

async function onMysql(url: string, statement: string): Promise<void> {
  const connection = await createConnection({ uri: url });
  await connection.query(statement);
  await connection.end();
}

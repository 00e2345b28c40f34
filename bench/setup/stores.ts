import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { createConnection } from 'mysql2/promise';
import { startEngines } from '../../server/src/engines/start-engines.js';
import { newId } from '../../server/src/lib/ids.js';
import { waitForMysql } from '../../server/src/lib/wait-for-mysql.js';
import { migrate } from '../../server/src/migrate/migrate.js';
import { migrationsDir, rootDir } from '../../server/src/paths.js';

export interface StoreUrls {
  mysqlUrl: string;
  mongoUrl: string;
  redisUrl: string;
}

export interface BenchStores extends StoreUrls {
  /** A second database like the first one. */
  another(): Promise<StoreUrls>;
  /** A database that stays for the next run. It may not be there yet. */
  kept(name: string): StoreUrls;
  /** Drops what the benchmark has made, and ends the engines that were started for it. */
  discard(): Promise<void>;
}

/** A database of the benchmark's own, on the configured stores or on engines started for it, with the schema in it. */
export async function openStores(
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
  signal: AbortSignal,
): Promise<BenchStores> {
  const { MYSQL_URL: mysqlUrl, MONGO_URL: mongoUrl, REDIS_URL: redisUrl } = env;
  const given = {
    ...(mysqlUrl && { mysqlUrl }),
    ...(mongoUrl && { mongoUrl }),
    ...(redisUrl && { redisUrl }),
  };
  const engines = await startEngines({
    dataDir: join(rootDir, '.medweave', 'bench'),
    env: given,
    report,
    signal,
  });
  const dropped: StoreUrls[] = [];
  const named = (name: string): StoreUrls => ({
    mysqlUrl: withDatabase(engines.mysqlUrl, name),
    mongoUrl: withDatabase(engines.mongoUrl, name),
    redisUrl: engines.redisUrl,
  });
  const another = async (): Promise<StoreUrls> => {
    const name = `bench_${newId().slice(-12)}`;
    const urls = named(name);
    dropped.push(urls);
    await onMysql(engines.mysqlUrl, `CREATE DATABASE ${name}`);
    await migrate(urls.mysqlUrl, migrationsDir, () => {});
    return urls;
  };
  const discard = async () => {
    for (const { mysqlUrl, mongoUrl } of dropped) {
      await onMysql(engines.mysqlUrl, `DROP DATABASE IF EXISTS ${databaseOf(mysqlUrl)}`);
      await dropMongo(mongoUrl, databaseOf(mysqlUrl));
    }
    await engines.stop();
  };
  try {
    await waitForMysql(engines.mysqlUrl);
    return { ...(await another()), another, kept: named, discard };
  } catch (error) {
    await engines.stop();
    throw error;
  }
}

export const databaseOf = (mysqlUrl: string): string => new URL(mysqlUrl).pathname.slice(1);

/** Keeps host, credentials and options of the URL. */
const withDatabase = (url: string, name: string): string =>
  url.replace(/^([a-z+]+:\/\/[^/]+)(?:\/[^?]*)?(\?.*)?$/, `$1/${name}$2`);

async function onMysql(url: string, statement: string): Promise<void> {
  const connection = await createConnection({ uri: url });
  await connection.query(statement);
  await connection.end();
}

async function dropMongo(url: string, name: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 2_000 });
  await client.db(name).dropDatabase();
  await client.close();
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { migrate } from '../../server/src/migrate/migrate.js';
import { migrationsDir, rootDir } from '../../server/src/paths.js';
import { type BenchStores, databaseOf, type StoreUrls } from '../setup/stores.js';

/** A clinic of a size. It stays for the next run: the large one takes a quarter of an hour to make. */
export interface Dataset extends StoreUrls {
  name: string;
  appointments: number;
}

export interface Size {
  appointments: number;
  patients: number;
  doctors: number;
  /** Symptom observations, and as many of vitals. */
  observations: number;
  notes: number;
}

/** The clinic of this size, generated now where it is not there yet. */
export async function dataset(
  stores: BenchStores,
  size: Size,
  report: (line: string) => void,
): Promise<Dataset> {
  const name = `bench_clinic_${size.appointments}`;
  const urls = stores.kept(name);
  if (!(await isWhole(stores.mysqlUrl, name))) {
    report(`Generating a clinic of ${size.appointments.toLocaleString('en')} appointments …`);
    await recreate(stores.mysqlUrl, name);
    await generate(urls, size);
  }
  await migrate(urls.mysqlUrl, migrationsDir, report); // it may have been made by an earlier version
  return { ...urls, name, appointments: size.appointments };
}

async function isWhole(mysqlUrl: string, name: string): Promise<boolean> {
  const connection = await createConnection({ uri: mysqlUrl });
  try {
    const [[table]] = await connection.query<RowDataPacket[]>(
      "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'imported_rows'",
      [name],
    );
    if (!table) return false;
    const [[row]] = await connection.query<RowDataPacket[]>(
      "SELECT 1 FROM ??.imported_rows WHERE source = 'generate' AND external_id = 'finished'",
      [name],
    );
    return row !== undefined;
  } finally {
    await connection.end();
  }
}

async function recreate(mysqlUrl: string, name: string): Promise<void> {
  const connection = await createConnection({ uri: mysqlUrl });
  await connection.query('DROP DATABASE IF EXISTS ??', [name]);
  await connection.query('CREATE DATABASE ??', [name]);
  await connection.end();
}

function generate(urls: StoreUrls, size: Size): Promise<void> {
  const options = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, [join(rootDir, 'scripts', 'generate.mjs'), ...options], {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      MEDWEAVE_DEMO: 'no',
      MYSQL_URL: urls.mysqlUrl,
      MONGO_URL: urls.mongoUrl,
      REDIS_URL: urls.redisUrl,
    },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${databaseOf(urls.mysqlUrl)} could not be generated.`)),
    );
  });
}

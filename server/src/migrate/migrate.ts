import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { ConfigError } from '../lib/errors.js';
import { createDerivedTables } from './derived-tables.js';
import { keepCheckValue, requireSameSecret } from './secret-check.js';

interface Migration {
  version: string;
  name: string;
  text: string;
  checksum: string;
}

/**
 * Brings the schema up to date: forward only, each file once, in order of its time stamp; then the tables of analytics,
 * which follow from the others. Several processes may call it at once; the row lock on `schema_lock` lets one of them
 * work.
 * @param secret what keys are derived from; null for a schema that nothing is sealed in
 * @returns how many migrations were applied
 * @throws ConfigError before anything is written, when the data were sealed with another secret or the schema is newer
 *   than these files; Error when a file that was applied before has changed since: landed migrations are immutable
 */
export async function migrate(
  mysqlUrl: string,
  directory: string,
  report: (line: string) => void,
  secret: string | null = null,
): Promise<number> {
  const migrations = await readMigrations(directory);
  const connection = await createConnection({
    uri: mysqlUrl,
    multipleStatements: true,
    connectTimeout: 5_000,
  });
  const lockHolder = await createConnection({ uri: mysqlUrl, connectTimeout: 5_000 });
  try {
    await connection.query(bookkeeping);
    await lockHolder.query('BEGIN');
    await lockHolder.query('SELECT id FROM schema_lock WHERE id = 1 FOR UPDATE');
    const [rows] = await connection.query('SELECT version, checksum FROM schema_migrations');
    const applied = new Map(
      (rows as { version: string; checksum: string }[]).map((row) => [row.version, row.checksum]),
    );
    requireNothingNewer([...applied.keys()], migrations);
    if (secret !== null) await requireSameSecret(connection, secret);
    let count = 0;
    for (const migration of migrations) {
      const checksum = applied.get(migration.version);
      if (checksum === migration.checksum) continue;
      if (checksum !== undefined) throw changedMigration(migration);
      report(`Migrating ${migration.name}`);
      await connection.query(migration.text);
      await connection.query(
        'INSERT INTO schema_migrations (version, name, checksum, applied_at) VALUES (?, ?, ?, NOW(3))',
        [migration.version, migration.name, migration.checksum],
      );
      count++;
    }
    await createDerivedTables(connection);
    if (secret !== null) await keepCheckValue(connection, secret);
    return count;
  } finally {
    lockHolder.destroy();
    await connection.end();
  }
}

const bookkeeping = `
  CREATE TABLE IF NOT EXISTS schema_migrations (
    version CHAR(14) NOT NULL PRIMARY KEY, name VARCHAR(120) NOT NULL, checksum CHAR(64) NOT NULL, applied_at DATETIME(3) NOT NULL);
  CREATE TABLE IF NOT EXISTS schema_derived (name VARCHAR(64) NOT NULL PRIMARY KEY, checksum CHAR(64) NOT NULL);
  CREATE TABLE IF NOT EXISTS schema_lock (id TINYINT NOT NULL PRIMARY KEY);
  INSERT IGNORE INTO schema_lock (id) VALUES (1);`;

async function readMigrations(directory: string): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(directory, file), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { version: file.slice(0, 14), name: file.slice(0, -'.sql'.length), text, checksum };
    }),
  );
}

/** What a newer Medweave has made of the tables, this one might misread, or spoil. */
function requireNothingNewer(applied: readonly string[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ version }) => version));
  const unknown = applied.filter((version) => !known.has(version)).sort();
  if (unknown.length === 0) return;
  throw new ConfigError(
    `This database was migrated by a newer Medweave: its schema is at ${unknown.at(-1)}, and this one knows it up to ` +
      `${migrations.at(-1)?.version}.\nStart that newer Medweave, or name another database in MYSQL_URL.`,
  );
}

const changedMigration = ({ name }: Migration): Error =>
  new Error(
    `sql/migrations/${name}.sql was applied before and has changed since. Undo the change and add a new file.`,
  );

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from '../server/src/engines/start-engines.js';
import { dumpSchema } from '../server/src/migrate/dump-schema.js';
import { migrate } from '../server/src/migrate/migrate.js';
import { migrationsDir } from '../server/src/paths.js';

/** Writes what is generated from the migrations, on a MySQL of its own: sql/schema.sql and the row types. */
const dataDir = await mkdtemp(join(tmpdir(), 'medweave-schema-'));
const engines = await startEngines({ dataDir, env: {}, report: console.log });
try {
  await migrate(engines.mysqlUrl, migrationsDir, console.log);
  await writeFile('sql/schema.sql', await dumpSchema(engines.mysqlUrl));
  const mapping = ['--type-mapping', '{"date":"string"}', '--exclude-pattern', 'schema_*'];
  const out = ['--out-file', 'server/src/generated/db.ts', '--log-level', 'warn'];
  execFileSync('kysely-codegen', ['--dialect', 'mysql', '--url', engines.mysqlUrl, ...mapping, ...out]);
} finally {
  await engines.stop();
  await rm(dataDir, { recursive: true, force: true });
}

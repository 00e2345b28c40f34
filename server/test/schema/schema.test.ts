import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { dumpSchema } from '../../src/migrate/dump-schema.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir, rootDir } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';

describe('The migrated schema', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  it('is what sql/schema.sql says; npm run generate:schema writes it anew', async () => {
    const committed = await readFile(join(rootDir, 'sql', 'schema.sql'), 'utf8');
    expect(await dumpSchema(clinic.urls.mysqlUrl)).to.equal(committed);
  });

  it('is what the generated row types say', () => {
    const program = join(rootDir, 'node_modules', '.bin', 'kysely-codegen');
    const options = ['--type-mapping', '{"date":"string"}', '--exclude-pattern', 'schema_*'];
    const file = ['--out-file', join(rootDir, 'server', 'src', 'generated', 'db.ts'), '--verify'];
    execFileSync(program, ['--dialect', 'mysql', '--url', clinic.urls.mysqlUrl, ...options, ...file]);
  });

  it('has a primary key on every table, and nothing but InnoDB', async () => {
    const dump = await dumpSchema(clinic.urls.mysqlUrl);
    for (const table of dump.split(/^(?=CREATE TABLE)/m).slice(1)) {
      expect(table).to.include('PRIMARY KEY').and.to.include('ENGINE=InnoDB');
    }
  });

  it('is left alone by a second migration', async () => {
    expect(await migrate(clinic.urls.mysqlUrl, migrationsDir, () => {})).to.equal(0);
  });
});

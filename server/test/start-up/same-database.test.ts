import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { pino } from 'pino';
import { compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { ConfigError } from '../../src/lib/errors.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { Vault } from '../../src/lib/secrets.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir, rootDir } from '../../src/paths.js';
import { startProgram } from '../support/api-program.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';

const silent = pino({ level: 'silent' });
const [first, second] = ['Vq3fLx0cTz8mYw2rKd7nHs5bJg1pXe4u', 'mYw2rKd7nHs5bJg1pXe4uVq3fLx0cTz8'] as const;
const anotherSecret = /MEDWEAVE_SECRET is not the one that this database was filled with/;

describe('A database that was filled before', function () {
  this.timeout(240_000);
  let empty: EmptyDatabase;
  let mysql: Connection;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mw-migrations-'));
    await cp(migrationsDir, folder, { recursive: true });
    await writeFile(
      join(folder, '20991231235900_later__create.sql'),
      'CREATE TABLE later (id INT PRIMARY KEY);',
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    empty = await emptyDatabase();
    mysql = await createConnection({ uri: empty.urls.mysqlUrl });
  });
  afterEach(async () => {
    await mysql.end();
    await empty.drop();
  });

  const start = (secret: string, directory = migrationsDir) =>
    migrate(empty.urls.mysqlUrl, directory, () => {}, secret);
  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    );
  const rows = async (statement: string) => (await mysql.query<RowDataPacket[]>(statement))[0];

  it('is opened with the same secret, again and again', async () => {
    await start(first);
    await start(first);
    expect(await rows('SELECT check_value FROM secret_checks')).to.have.length(1);
    expect(JSON.stringify(await rows('SELECT HEX(check_value) AS hex FROM secret_checks'))).to.not.include(
      Buffer.from(first).toString('hex').toUpperCase(),
    );
  });

  it('refuses another secret before anything is written', async () => {
    await start(first);
    const failure = await failureOf(start(second, folder));
    expect(failure).to.be.instanceOf(ConfigError).with.property('message').that.matches(anotherSecret);
    expect(String(failure)).to.not.include(first).and.not.include(second);
    expect(await rows("SHOW TABLES LIKE 'later'")).to.deep.equal([]);
    expect(await start(first, folder)).to.equal(1);
  });

  it('has one secret, when two start at once with one each', async () => {
    const outcomes = await Promise.all([start(first), start(second)].map(failureOf));
    expect(outcomes.filter((failure) => failure === null)).to.have.length(1);
    expect(outcomes.filter((failure) => anotherSecret.test(String(failure)))).to.have.length(1);
  });

  it('of a version that kept no check value is asked what was sealed in it', async () => {
    await start(first);
    await mysql.query('DROP TABLE secret_checks');
    await mysql.query("DELETE FROM schema_migrations WHERE name LIKE '%secrets\\_\\_check\\_values'");
    const id = uuidBytes(newId());
    await mysql.query(
      `INSERT INTO document_outbox (document_id, collection, patient_id, sha256, sealed_body, state, due_at, created_at)
       VALUES (?, 'clinical_notes', ?, ?, ?, 'pending', NOW(3), NOW(3))`,
      [id, uuidBytes(newId()), Buffer.alloc(32), new Vault(first).seal(Buffer.from('Cough.'), id)],
    );
    expect(String(await failureOf(start(second)))).to.match(anotherSecret);
    await start(first);
    await mysql.query('DELETE FROM document_outbox');
    expect(String(await failureOf(start(second)))).to.match(anotherSecret);
  });

  it('of a version that kept no check value, and with nothing sealed in it, takes the secret it is opened with', async () => {
    await start(first);
    await mysql.query('DELETE FROM secret_checks');
    await start(second);
    expect(String(await failureOf(start(first)))).to.match(anotherSecret);
  });

  for (const [what, version] of Object.entries({
    newer: '20991231235900',
    'of another branch': '20261122000000',
  }))
    it(`refuses a Medweave that does not know its schema, which is ${what}`, async () => {
      await start(first);
      await mysql.query("INSERT INTO schema_migrations VALUES (?, 'unknown', REPEAT('0', 64), NOW(3))", [
        version,
      ]);
      await mysql.query('DELETE FROM secret_checks');
      const failure = await failureOf(start(first));
      expect(failure)
        .to.be.instanceOf(ConfigError)
        .with.property('message')
        .that.includes(`its schema is at ${version}`);
      expect(String(failure)).to.match(/this one knows it up to 2026\d{10}/);
      expect(await rows('SELECT purpose FROM secret_checks')).to.deep.equal([]);
    });

  const env = () => {
    const { mysqlUrl, mongoUrl, redisUrl } = empty.urls;
    return { MYSQL_URL: mysqlUrl, MONGO_URL: mongoUrl, REDIS_URL: redisUrl, NODE_ENV: 'test' };
  };

  it('refuses every command in words, not only the server', async () => {
    await start(first);
    const { ended } = await startProgram({ ...env(), MEDWEAVE_SECRET: second });
    const server = await ended;
    expect(server).to.include({ code: 1 });
    expect(server.output).to.match(anotherSecret).and.not.include('    at ');
    const commands: [string, string[]][] = [
      ['analytics', ['verify']],
      ['generate', ['--patients', '10', '--doctors', '1', '--appointments', '100']],
    ];
    for (const [name, args] of commands) {
      const { code, output } = await runCommand(name, args, {
        ...env(),
        MEDWEAVE_SECRET: second,
        MEDWEAVE_DATA: folder,
      });
      expect(code, name).to.equal(1);
      expect(output, name).to.match(anotherSecret).and.not.include('    at ');
    }
    expect(await rows('SELECT id FROM users')).to.deep.equal([]);
  });

  it('is warned of where others can reach it, with the known secret and passwords, and not elsewhere', async () => {
    const said = async (host: string) => {
      const program = await startProgram({ ...env(), HOST: host, MEDWEAVE_DEMO: 'yes' });
      await program.url;
      return (await program.stop()).output;
    };
    const reached = await said('0.0.0.0');
    expect(reached).to.match(/WARNING: It listens on 0\.0\.0\.0.*the secret that everybody knows/);
    expect(reached).to.match(
      /WARNING: It listens on 0\.0\.0\.0.*everybody knows the password of: .*patient@demo\.example/,
    );
    expect(await said('127.0.0.1')).to.not.include('WARNING');
    await mysql.query("UPDATE users SET is_active = FALSE WHERE email <> 'doctor@demo.example'");
    expect(await said('0.0.0.0')).to.match(/the password of: doctor@demo\.example\. Change/);
  });

  it('is warned of in production when its account would not notice a failover', async () => {
    await start(first);
    await mysql.query("CREATE USER IF NOT EXISTS 'plain'@'127.0.0.1' IDENTIFIED BY 'plain'");
    await mysql.query("GRANT SELECT ON *.* TO 'plain'@'127.0.0.1'");
    const warned = async (url: string, isProduction: boolean) => {
      const composed = compose({ ...readConfig({}), isProduction }, { ...empty.urls, mysqlUrl: url }, silent);
      try {
        return (await composed.startWarnings.all()).some((line) => line.includes('CONNECTION_ADMIN'));
      } finally {
        await composed.close();
      }
    };
    const plainUrl = empty.urls.mysqlUrl.replace('root@', 'plain:plain@');
    try {
      expect(await warned(empty.urls.mysqlUrl, true)).to.equal(true);
      expect(await warned(empty.urls.mysqlUrl, false)).to.equal(false);
      expect(await warned(plainUrl, true)).to.equal(false);
    } finally {
      await mysql.query("DROP USER 'plain'@'127.0.0.1'");
    }
  });
});

function runCommand(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const file = join(rootDir, 'dist', 'server', `${name}.js`);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: rootDir,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, BCRYPT_COST: '4', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

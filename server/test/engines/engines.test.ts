import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { Engines } from '../../src/engines/engines.types.js';
import { markOf } from '../../src/engines/process-identity.js';
import { startEngines } from '../../src/engines/start-engines.js';

async function sql(url: string, statement: string): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: url, connectTimeout: 2000 });
  try {
    const [rows] = await connection.query({ sql: statement, timeout: 10_000 });
    return Array.isArray(rows) ? (rows as RowDataPacket[]) : [];
  } finally {
    await connection.end();
  }
}

async function mongo<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 3000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

async function ping(url: string): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  redis.on('error', () => {}); // the rejected promise says the same
  try {
    await redis.connect();
    return await redis.ping();
  } finally {
    redis.disconnect();
  }
}

async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(50);
}

async function refusal(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.fail('it was not refused'),
    (error: Error) => error,
  );
}

describe('Engines without Docker', () => {
  const lines: string[] = [];
  const report = (line: string) => void lines.push(line);
  let dataDir = '';
  let engines: Engines;

  before(async () => {
    dataDir = await mkdtemp(join(process.env.MEDWEAVE_TEST_ENGINES || tmpdir(), 'engines-'));
    engines = await startEngines({ dataDir, env: {}, report });
  });

  after(async () => {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('answer, and say where', async () => {
    expect(await sql(engines.mysqlUrl, 'SELECT DATABASE() AS name')).to.deep.equal([{ name: 'medweave' }]);
    expect(await mongo(engines.mongoUrl, (client) => client.db().command({ ping: 1 }))).to.include({ ok: 1 });
    expect(await ping(engines.redisUrl)).to.equal('PONG');
    for (const url of [engines.mysqlUrl, engines.mongoUrl, engines.redisUrl]) {
      expect(lines.filter((line) => line.includes(url))).to.have.length(1);
    }
  });

  it('keep MySQL durable and on loopback only', async () => {
    const statement = `SELECT @@innodb_flush_log_at_trx_commit AS redo, @@sync_binlog AS binlog,
      @@bind_address AS address, @@character_set_database AS charset`;
    expect(await sql(engines.mysqlUrl, statement)).to.deep.equal([
      { redo: 1, binlog: 1, address: '127.0.0.1', charset: 'utf8mb4' },
    ]);
  });

  it('find their rows again after kill -9 and restart, at the same address', async () => {
    const { mysql } = engines.processes;
    await sql(engines.mysqlUrl, 'CREATE TABLE kept (id INT PRIMARY KEY)');
    for (let round = 1; round <= 3; round++) {
      await sql(engines.mysqlUrl, `INSERT INTO kept VALUES (${round})`);
      mysql?.kill('SIGKILL');
      expect(await mysql?.exited).to.include({ signal: 'SIGKILL' });
      await mysql?.restart();
      expect(await sql(engines.mysqlUrl, 'SELECT id FROM kept')).to.have.length(round);
    }
  });

  it('find their documents again after kill -9 and restart, at the same address', async () => {
    const process = engines.processes.mongo;
    const write = { writeConcern: { w: 'majority', j: true } } as const;
    await mongo(engines.mongoUrl, (client) => client.db().collection('kept').insertOne({ n: 1 }, write));
    process?.kill('SIGKILL');
    await process?.exited;
    await process?.restart();
    const found = await mongo(engines.mongoUrl, (client) => client.db().collection('kept').countDocuments());
    expect(found).to.equal(1);
  });

  it('serve Redis again after a stop and a restart', async () => {
    const { redis } = engines.processes;
    await redis?.stop();
    await refusal(ping(engines.redisUrl));
    await redis?.restart();
    expect(await ping(engines.redisUrl)).to.equal('PONG');
  });

  it('go on where they were after a pause', async () => {
    const { redis } = engines.processes;
    redis?.kill('SIGSTOP');
    const answer = ping(engines.redisUrl);
    const first = await Promise.race([answer, sleep(200, 'silence')]);
    redis?.kill('SIGCONT');
    expect([first, await answer]).to.deep.equal(['silence', 'PONG']);
  });

  it('come up again by themselves when they die by themselves', async () => {
    const { redis } = engines.processes;
    const before = redis?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await eventually(() => lines.some((line) => /Redis .* is running again/.test(line)));
    expect(redis?.pid).to.not.equal(before);
    expect(await ping(engines.redisUrl)).to.equal('PONG');
  });

  it('are not started twice on one data folder', async () => {
    const error = await refusal(startEngines({ dataDir, env: {}, report }));
    expect(error.message).to.contain(`process ${process.pid}`).and.to.contain(dataDir);
    expect(await sql(engines.mysqlUrl, 'SELECT 1 AS one')).to.deep.equal([{ one: 1 }]);
  });

  it('are the configured ones where a URL is given', async () => {
    const env = { mysqlUrl: 'mysql://a', mongoUrl: 'mongodb://b', redisUrl: 'redis://c' };
    const unused = join(dataDir, 'unused');
    const configured = await startEngines({ dataDir: unused, env, report });
    await configured.stop();
    expect(configured).to.include(env);
    expect(existsSync(unused)).to.equal(false);
  });
});

describe('Engines that cannot start', () => {
  let folder = '';
  const path = process.env.PATH;
  const configured = { mysqlUrl: 'mysql://a', mongoUrl: 'mongodb://b' };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mw-none-'));
  });

  afterEach(async () => {
    process.env.PATH = path;
    // A program that was cut off may be about to write its last file.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  it('are named together with the three ways out', async () => {
    process.env.PATH = folder;
    const start = startEngines({
      dataDir: folder,
      cacheDir: join(folder, 'c'),
      env: configured,
      report: () => {},
    });
    const { name, message } = await refusal(start);
    expect(name).to.equal('EngineError');
    expect(message).to.contain('Redis is not available');
    expect(message).to.contain('install redis-server 7 or later');
    expect(message).to.contain('REDIS_URL=redis://');
    expect(message).to.contain('docker compose up');
    expect(message).to.not.contain('MySQL');
  });

  it('leave nothing behind when the start is given up', async () => {
    const given = new AbortController();
    const report = () => given.abort(new Error('given up'));
    const env = { mongoUrl: configured.mongoUrl };
    const { message } = await refusal(startEngines({ dataDir: folder, env, report, signal: given.signal }));
    expect(message).to.equal('given up');
    expect(existsSync(join(folder, 'engines.lock'))).to.equal(false);
    expect(existsSync(join(folder, 'redis.pid'))).to.equal(false);
  });
});

describe('Engines whose Medweave was killed', () => {
  let dataDir = '';

  before(async () => {
    dataDir = await mkdtemp(join(process.env.MEDWEAVE_TEST_ENGINES || tmpdir(), 'orphans-'));
    // As if the very first start had been killed, too, while it prepared the data folder.
    await mkdir(join(dataDir, 'mysql.new', 'half'), { recursive: true });
  });

  after(() => rm(dataDir, { recursive: true, force: true }));

  it('are ended by the next start, which finds their data at the same address', async () => {
    const holder = fileURLToPath(new URL('./engine-holder.ts', import.meta.url));
    const first = spawn(process.execPath, ['--import', 'tsx', holder, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const output = createInterface({ input: first.stdout });
    const answer = await output[Symbol.asyncIterator]().next();
    const { mysqlUrl, pids } = JSON.parse(String(answer.value)) as { mysqlUrl: string; pids: number[] };
    await sql(mysqlUrl, 'CREATE TABLE kept (id INT PRIMARY KEY)');
    first.kill('SIGKILL');
    await once(first, 'exit');

    const next = await startEngines({ dataDir, env: {}, report: () => {} });
    try {
      expect(pids).to.have.length(3);
      expect(pids.map(markOf)).to.deep.equal([null, null, null]);
      expect(next.mysqlUrl).to.equal(mysqlUrl);
      expect(await sql(next.mysqlUrl, 'SELECT * FROM kept')).to.deep.equal([]);
    } finally {
      await next.stop();
    }
  });
});

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { rootDir } from '../../src/paths.js';
import { type ApiProgram, startProgram } from '../support/api-program.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';

const run = promisify(execFile);
const example = join(rootDir, 'examples', 'first-visit.ts');

describe('The program that npm start runs', () => {
  let database: EmptyDatabase;
  let program: ApiProgram;
  const urls = () => ({
    MYSQL_URL: database.urls.mysqlUrl,
    MONGO_URL: database.urls.mongoUrl,
    REDIS_URL: database.urls.redisUrl,
  });

  before(async () => {
    database = await emptyDatabase();
    program = await startProgram(urls());
    await program.url;
  });
  after(async () => {
    await program.stop();
    await database.drop();
  });

  it('lets the example play the first visit, in under 60 lines', async () => {
    const lines = (await readFile(example, 'utf8')).trimEnd().split('\n');
    expect(lines.length).to.be.below(60);
    const env = { ...process.env, MEDWEAVE_URL: await program.url };
    const { stdout } = await run(process.execPath, ['--import', 'tsx', example], { cwd: rootDir, env });
    expect(stdout).to.match(/Registered Mina Harker\.\nBooked .*, state booked\.\nNote of .*: Dry cough/);
  });

  it('serves the docs from itself', async () => {
    const url = await program.url;
    const page = await (await fetch(`${url}/docs`)).text();
    expect(page)
      .to.include('/docs/redoc.js')
      .and.not.match(/https?:/);
    expect((await fetch(`${url}/docs/redoc.js`)).status).to.equal(200);
    expect((await fetch(`${url}/openapi.json`)).status).to.equal(200);
  });

  it('starts a second time with the clinic kept, and drains on SIGTERM', async () => {
    const second = await startProgram(urls());
    const url = await second.url;
    const body = JSON.stringify({ email: 'patient@demo.example', password: 'medweave-demo' });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers, body })).status).to.equal(200);
    expect(await second.stop('SIGTERM')).to.include({ code: 0 });
  });

  it('names its options without starting anything', async () => {
    const { output, code } = await (await startProgram({}, ['--help'])).ended;
    expect(code).to.equal(0);
    for (const name of ['MYSQL_URL', 'MONGO_URL', 'REDIS_URL', 'PORT', 'MEDWEAVE_SECRET'])
      expect(output).to.include(name);
  });

  it('refuses the default secret in production, and says what to do', async () => {
    const { output, code } = await (await startProgram({ ...urls(), NODE_ENV: 'production' })).ended;
    expect(code).to.equal(1);
    expect(output).to.include('MEDWEAVE_SECRET is not set').and.not.include('    at ');
  });

  it('names a store that cannot be used, and what to do', async () => {
    const away = await (await startProgram({ ...urls(), MYSQL_URL: `${urls().MYSQL_URL}_absent` })).ended;
    expect(away.code).to.equal(1);
    expect(away.output).to.include('ER_BAD_DB_ERROR').and.include('CREATE DATABASE');
  });

  it('says so when the port is taken', async () => {
    const port = new URL(await program.url).port;
    const { output, code } = await (await startProgram({ ...urls(), PORT: port })).ended;
    expect(code).to.equal(1);
    expect(output).to.include('The port is taken');
  });
});

import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { startProgram } from '../support/api-program.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';
import { until } from '../support/until.js';

/** Whether nobody listens there any more. */
const isRefused = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => socket.destroy()).once('error', () => resolve(true));
    socket.once('close', () => resolve(false));
  });

describe('The program', () => {
  let database: EmptyDatabase;
  let env: Record<string, string>;

  before(async () => {
    database = await emptyDatabase();
    const { mysqlUrl, mongoUrl, redisUrl } = database.urls;
    env = {
      NODE_ENV: 'test',
      MEDWEAVE_DEMO: 'no',
      MYSQL_URL: mysqlUrl,
      MONGO_URL: mongoUrl,
      REDIS_URL: redisUrl,
    };
  });
  after(() => database.drop());

  it('answers on a connection that was kept alive after SIGTERM, says goodbye on it, and ends in order', async () => {
    const program = await startProgram(env);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (url: string) =>
      new Promise<{ socket: Socket; status: number | undefined; connection: string | undefined }>(
        (resolve, reject) => {
          get(url, { agent }, (answer) => {
            const { socket, statusCode: status, headers } = answer;
            answer.resume().once('end', () => resolve({ socket, status, connection: headers.connection }));
          }).once('error', reject);
        },
      );
    const url = `${await program.url}/health/live`;
    const { socket } = await ask(url);
    program.process.kill('SIGTERM');
    await until(() => isRefused(url));
    const last = await ask(url);
    expect(last.socket === socket).to.equal(true);
    expect(last).to.include({ status: 200, connection: 'close' });
    agent.destroy();
    expect(await program.ended).to.include({ code: 0 });
  });

  it('goes on without its log while the disk of the log is full', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'medweave-full-'));
    await mkdir(join(dataDir, 'logs'));
    await symlink('/dev/full', join(dataDir, 'logs', 'api.log'));
    const program = await startProgram({ ...env, MEDWEAVE_DATA: dataDir });
    try {
      const url = await program.url;
      for (let turn = 0; turn < 60; turn++) await (await fetch(`${url}/api/v1/departments`)).arrayBuffer();
      await pause(1_500); // longer than lines are kept back
      expect((await fetch(`${url}/health/live`)).status).to.equal(200);
    } finally {
      await program.stop('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

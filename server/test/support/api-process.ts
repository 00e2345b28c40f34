import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StoreUrls } from '../../src/compose.js';

const mainFile = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const readyWithinMs = 30_000;

/** The API in a process of its own, to be killed. */
export interface ApiProcess {
  baseUrl: string;
  kill(signal: NodeJS.Signals): void;
  /** Ends what still runs, and removes its folder. */
  stop(): Promise<void>;
}

/** Starts `main.ts` on a free port and stores that run already, and waits until it says where it listens. */
export async function startApiProcess({ mysqlUrl, mongoUrl, redisUrl }: StoreUrls): Promise<ApiProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'medweave-api-'));
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    PORT: '0',
    MEDWEAVE_DEMO: 'no',
    MEDWEAVE_DATA: dataDir,
    MYSQL_URL: mysqlUrl,
    MONGO_URL: mongoUrl,
    REDIS_URL: redisUrl,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', mainFile], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endWithParent = () => child.kill('SIGKILL');
  process.once('exit', endWithParent);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    process.removeListener('exit', endWithParent);
    await rm(dataDir, { recursive: true, force: true });
  };
  const baseUrl = await Promise.race([announced(child.stdout), ended.then(() => null), deadline()]);
  if (baseUrl === null) {
    await stop();
    throw new Error('The API process did not start.');
  }
  return { baseUrl, kill: (signal) => child.kill(signal), stop };
}

async function announced(output: NodeJS.ReadableStream): Promise<string | null> {
  const lines = createInterface({ input: output });
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const found = /(http:\/\/\S+)\/api\/v1/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
}

const deadline = (): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(resolve, readyWithinMs, null).unref();
  });

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../server/src/engines/free-port.js';
import { rootDir } from '../../server/src/paths.js';
import type { StoreUrls } from './stores.js';

const built = join(rootDir, 'dist', 'server', 'main.js');
/** The same arguments as in scripts/start.mjs. */
const asStarted = ['--max-semi-space-size=16', '--initial-old-space-size=48', '--max-old-space-size=1024'];
const readyWithinMs = 30_000;
const stopWithinMs = 12_000;

export const adminAccount = { email: 'admin@bench.example', password: 'correct horse battery' };

/** The API in a process of its own, as `npm start` runs it. */
export interface ApiProcess {
  baseUrl: string;
  /** From the start of the process to its first answer on running stores. */
  startedInMs: number;
  residentMb(): Promise<number>;
  cpuMs(): Promise<number>;
  /** Requests of one route so far, and the server's own time in them. */
  served(route: string): Promise<{ requests: number; serverMs: number }>;
  stop(): Promise<void>;
}

export interface ApiSettings extends StoreUrls {
  /** Whether a first admin is made; hashing her password takes time at each start. */
  isAdminMade?: boolean;
  /** Whether it keeps the numbers of analytics. */
  keepsNumbers?: boolean;
}

/** All duties on: log, metrics, idempotency, events, audit, workers. Sign-ups hash cheaply; nothing measured does. */
export async function startApi(
  { isAdminMade = true, keepsNumbers = true, ...urls }: ApiSettings,
  bundle = built,
): Promise<ApiProcess> {
  if (!existsSync(bundle)) throw new Error('The server is not built. Run the benchmark with npm run bench.');
  const dataDir = await mkdtemp(join(tmpdir(), 'medweave-bench-'));
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...asStarted, ...profiling(), bundle], {
    cwd: rootDir,
    env: {
      ...process.env,
      ...environment(urls, port, dataDir),
      ...(isAdminMade && admin),
      MEDWEAVE_ANALYTICS: keepsNumbers ? 'yes' : 'no',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const endWithParent = () => child.kill('SIGKILL');
  process.once('exit', endWithParent);
  const stop = async () => {
    await ended(child);
    process.removeListener('exit', endWithParent);
    await rm(dataDir, { recursive: true, force: true });
  };
  const baseUrl = `http://127.0.0.1:${port}`;
  if (!(await answers(baseUrl, child))) {
    await stop();
    throw new Error('The API process did not answer; its reason is above.');
  }
  const startedInMs = performance.now() - startedAt;
  const metric = (pattern: RegExp) => readMetric(baseUrl, pattern);
  return {
    baseUrl,
    startedInMs,
    residentMb: async () => (await metric(/^process_resident_memory_bytes (\S+)/m)) / 1_048_576,
    cpuMs: async () => (await metric(/^process_cpu_seconds_total (\S+)/m)) * 1_000,
    async served(route) {
      const text = await metricsText(baseUrl);
      const lines = text.split('\n').filter((line) => line.includes(`route="${route}"`));
      const sum = (suffix: string) =>
        lines
          .filter((line) => line.startsWith(`medweave_request_seconds_${suffix}{`))
          .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' '))), 0);
      return { requests: sum('count'), serverMs: sum('sum') * 1_000 };
    },
    stop,
  };
}

const admin = { MEDWEAVE_ADMIN_EMAIL: adminAccount.email, MEDWEAVE_ADMIN_PASSWORD: adminAccount.password };

const environment = (urls: StoreUrls, port: number, dataDir: string) => ({
  NODE_ENV: 'test',
  PORT: String(port),
  HOST: '127.0.0.1',
  BCRYPT_COST: '4',
  MEDWEAVE_DEMO: 'no',
  MEDWEAVE_DATA: dataDir,
  MYSQL_URL: urls.mysqlUrl,
  MONGO_URL: urls.mongoUrl,
  REDIS_URL: urls.redisUrl,
});

/** `BENCH_PROFILE=DIR` leaves a processor profile of the API there. */
const profiling = (): string[] =>
  process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];

async function answers(baseUrl: string, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline && child.exitCode === null) {
    const response = await fetch(`${baseUrl}/health/ready`).catch(() => null); // it does not listen yet
    await response?.arrayBuffer();
    if (response?.ok) return true;
    await pause(5);
  }
  return false;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await exit;
  clearTimeout(timer);
}

async function metricsText(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/metrics`);
  return response.text();
}

async function readMetric(baseUrl: string, pattern: RegExp): Promise<number> {
  const found = pattern.exec(await metricsText(baseUrl))?.[1];
  if (found === undefined) throw new Error(`The API shows no metric like ${pattern.source}.`);
  return Number(found);
}

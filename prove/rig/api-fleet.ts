import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { StoreUrls } from '../../server/src/compose.js';
import { freePort } from '../../server/src/engines/free-port.js';
import { rootDir } from '../../server/src/paths.js';

const bundle = join(rootDir, 'dist', 'server', 'main.js');
const readyWithinMs = 30_000;
const endsWithinMs = 15_000;

export const admin = { email: 'admin@prove.example', password: 'correct horse battery' } as const;

/** One API process, as `npm start` runs it, on the same port over its restarts. */
export class ApiProcess {
  #child: ChildProcess | null = null;

  constructor(
    readonly baseUrl: string,
    /** What it printed and logged, over all its lives. */
    readonly outputFile: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it, and waits until it is ready. @throws Error with the end of its output when it is not, in 30 s */
  async start(): Promise<void> {
    const output = await open(this.outputFile, 'a');
    const child = spawn(process.execPath, ['--max-semi-space-size=16', bundle], {
      cwd: rootDir,
      env: this.env,
      stdio: ['ignore', output.fd, output.fd],
    });
    this.#child = child;
    await output.close();
    const deadline = performance.now() + readyWithinMs;
    while (performance.now() < deadline && child.exitCode === null) {
      const response = await fetch(`${this.baseUrl}/health/ready`).catch(() => null); // it does not listen yet
      await response?.arrayBuffer();
      if (response?.ok) return;
      await pause(10);
    }
    throw new Error(
      `An API process was not ready:\n${(await readFile(this.outputFile, 'utf8')).slice(-2_000)}`,
    );
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Sends the signal and waits for the end. @returns its exit code; null when a signal ended it */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    if (signal === 'SIGTERM') child.kill('SIGCONT'); // a paused process hears nothing else
    const timer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
    const code = await ended;
    clearTimeout(timer);
    return code;
  }
}

/** Starts API processes on the same stores. Sign-in hashes are cheap, so that a proof is not about them. */
export async function startFleet(
  count: number,
  urls: StoreUrls,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ApiProcess[]> {
  if (!existsSync(bundle)) throw new Error('The server is not built. Run npm run prove, which builds it.');
  const fleet: ApiProcess[] = [];
  try {
    for (let index = 0; index < count; index++) fleet.push(await startOne(index, urls, folder, env));
    return fleet;
  } catch (error) {
    await Promise.all(fleet.map((each) => each.end('SIGKILL')));
    throw error;
  }
}

async function startOne(
  index: number,
  urls: StoreUrls,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<ApiProcess> {
  const dataDir = join(folder, `api-${index}`);
  await mkdir(dataDir, { recursive: true });
  const port = await freePort();
  const api = new ApiProcess(`http://127.0.0.1:${port}`, join(dataDir, 'output.log'), {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'test',
    PORT: String(port),
    HOST: '127.0.0.1',
    BCRYPT_COST: '4',
    MEDWEAVE_DEMO: 'no',
    MEDWEAVE_DATA: dataDir,
    MEDWEAVE_ADMIN_EMAIL: admin.email,
    MEDWEAVE_ADMIN_PASSWORD: admin.password,
    MYSQL_URL: urls.mysqlUrl,
    MONGO_URL: urls.mongoUrl,
    REDIS_URL: urls.redisUrl,
    ...env,
  });
  await api.start();
  return api;
}

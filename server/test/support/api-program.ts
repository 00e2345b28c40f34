import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootDir } from '../../src/paths.js';
import { hearViolations, underContract } from './contract-gate.js';

export interface Ended {
  code: number | null;
  output: string;
}

/** The program that `npm start` runs, as a process of its own. */
export interface ApiProgram {
  process: ChildProcess;
  /** Set once it is ready; rejects when it ends before that. */
  url: Promise<string>;
  ended: Promise<Ended>;
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Builds the program where sources changed, and starts it on a free port. Its answers are held to the contract. */
export async function startProgram(env: Record<string, string>, args: string[] = []): Promise<ApiProgram> {
  const { bundleServer, serverFile } = (await import(join(rootDir, 'scripts', 'lib', 'bundle.mjs'))) as {
    bundleServer(): Promise<void>;
    serverFile: string;
  };
  await bundleServer();
  const dataDir = await mkdtemp(join(tmpdir(), `medweave-${randomUUID().slice(0, 4)}-`));
  const child = spawn(process.execPath, [...underContract, serverFile, ...args], {
    cwd: rootDir,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      BCRYPT_COST: '4',
      MEDWEAVE_DATA: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  hearViolations(child.stderr);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', async (code) => {
      await rm(dataDir, { recursive: true, force: true });
      resolve({ code, output });
    });
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /API {3}(\S+)\/api\/v1/.exec(output);
      if (found?.[1]) resolve(found[1]);
    });
    ended.then(() => reject(new Error(`It ended before it was ready:\n${output}`)));
  });
  url.catch(() => output); // a test that expects the end does not ask for the URL
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { process: child, url, ended, stop };
}

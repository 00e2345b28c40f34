import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.js';
import { readMark } from './lock-file.js';
import { isRunning, markOf } from './process-identity.js';

/** Where engines answer; only those that Medweave runs itself. */
export interface EngineAddresses {
  mysqlUrl?: string;
  mongoUrl?: string;
  redisUrl?: string;
}

const addressesFile = (dataDir: string): string => join(dataDir, 'engines.json');

/** Writes down where this process's engines answer, so that other commands on the same data folder can use them. */
export async function publishAddresses(dataDir: string, addresses: EngineAddresses): Promise<void> {
  const published = { holder: markOf(process.pid)?.identity, addresses };
  await writeFile(addressesFile(dataDir), JSON.stringify(published), { mode: 0o600 });
}

export async function withdrawAddresses(dataDir: string): Promise<void> {
  await rm(addressesFile(dataDir), { force: true });
}

/**
 * The engines that another Medweave runs on this data folder; none when nobody does.
 * @throws EngineError while that one is starting or stopping
 */
export async function runningEngines(dataDir: string): Promise<EngineAddresses> {
  const holder = await readMark(join(dataDir, 'engines.lock'));
  if (holder === null || !isRunning(holder)) return {};
  const published = await readPublished(dataDir);
  if (published?.holder === holder.identity) return published.addresses;
  throw new EngineError(
    `Another Medweave (process ${holder.pid}) is starting or stopping on ${dataDir}. Try again when it says that it is ready, or has ended.`,
  );
}

async function readPublished(
  dataDir: string,
): Promise<{ holder: string; addresses: EngineAddresses } | null> {
  try {
    return JSON.parse(await readFile(addressesFile(dataDir), 'utf8')) as {
      holder: string;
      addresses: EngineAddresses;
    };
  } catch {
    return null;
  }
}

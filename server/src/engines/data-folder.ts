import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EngineError } from './engine-error.js';
import { type LockFile, readMark, takeLock } from './lock-file.js';
import { endProcess, isRunning } from './process-identity.js';

export interface DataFolder {
  readonly socketDir: string;
  /** Gives the folder free and removes what was temporary. */
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process alone. Engines that outlived an earlier, killed Medweave are ended
 * first: they still hold the data, but nobody holds them.
 *
 * @throws EngineError while another Medweave runs on it
 */
export async function takeDataFolder(dataDir: string, report: (line: string) => void): Promise<DataFolder> {
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  const lock = await takeLock(join(dataDir, 'engines.lock'));
  if ('heldBy' in lock) {
    throw new EngineError(
      [
        `Another Medweave (process ${lock.heldBy.pid}) already runs its engines on ${dataDir}.`,
        'Stop that one first, or work with it: its engines answer on the ports it has printed.',
      ].join('\n'),
    );
  }
  try {
    await endOrphans(dataDir, report);
    const socketDir = await emptySocketDir(dataDir);
    return { socketDir, release: () => release(lock, socketDir) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Removes a data folder for good, with whatever engines still run on it. For folders of finished tests. */
export async function discardDataFolder(dataDir: string, report: (line: string) => void): Promise<void> {
  const folder = await takeDataFolder(dataDir, report);
  await folder.release();
  await rm(dataDir, { recursive: true, force: true });
}

async function release(lock: LockFile, socketDir: string): Promise<void> {
  await rm(socketDir, { recursive: true, force: true });
  await lock.release();
}

async function endOrphans(dataDir: string, report: (line: string) => void): Promise<void> {
  for (const file of (await readdir(dataDir)).filter((name) => name.endsWith('.pid'))) {
    const mark = await readMark(join(dataDir, file));
    if (mark !== null && isRunning(mark)) {
      const engine = file.replace('.pid', '');
      if (!(await endProcess(mark, 15_000))) {
        throw new EngineError(
          `An earlier ${engine} (process ${mark.pid}) still holds ${dataDir}. End it by hand.`,
        );
      }
      report(`Ended the ${engine} (process ${mark.pid}) that a killed Medweave had left running.`);
    }
    await rm(join(dataDir, file), { force: true });
  }
}

/** Derived from the data folder, so that a restart has the same address. The name is in a folder all can write. */
async function emptySocketDir(dataDir: string): Promise<string> {
  const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 10);
  const path = join(tmpdir(), `mw-${hash}`);
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(path);
  const isOurs = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
  if (!isOurs)
    throw new EngineError(`${path} belongs to somebody else. Remove it, or set TMPDIR to another folder.`);
  for (const entry of await readdir(path)) await rm(join(path, entry), { recursive: true, force: true });
  return path;
}

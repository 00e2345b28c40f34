import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRunning, markOf, type ProcessMark } from './process-identity.js';

export interface LockFile {
  release(): Promise<void>;
}

/**
 * Takes the lock for this process, or answers who holds it. A lock whose holder no longer runs is void.
 * Creation is one `link` of a finished file, so nobody ever sees a lock without its holder's name.
 */
export async function takeLock(path: string): Promise<LockFile | { readonly heldBy: ProcessMark }> {
  const own = markOf(process.pid);
  if (own === null) throw new Error('This process cannot be identified.');
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    for (;;) {
      if (await linked(draft, path)) return { release: () => release(path, own) };
      const holder = await readMark(path);
      if (holder !== null && isRunning(holder)) return { heldBy: holder };
      await removeStale(path, `${draft}.stale`, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

export async function readMark(path: string): Promise<ProcessMark | null> {
  try {
    const mark: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isMark(mark) ? mark : null;
  } catch {
    return null;
  }
}

function isMark(value: unknown): value is ProcessMark {
  if (typeof value !== 'object' || value === null) return false;
  return 'pid' in value && 'identity' in value && typeof value.pid === 'number';
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the void lock away. If a newcomer's lock was caught instead, it is put back. */
async function removeStale(path: string, aside: string, stale: ProcessMark | null): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const caught = await readMark(aside);
  if (caught !== null && caught.identity !== stale?.identity) await linked(aside, path);
  await rm(aside, { force: true });
}

async function release(path: string, own: ProcessMark): Promise<void> {
  const holder = await readMark(path);
  if (holder?.pid === own.pid && holder.identity === own.identity) await rm(path, { force: true });
}

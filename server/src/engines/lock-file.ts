import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, markOf, type ProcessMark } from './process-identity.js';

const waitMs = 10;

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
      await removeVoid(path);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

export async function readMark(path: string): Promise<ProcessMark | null> {
  const found = await readLock(path);
  return found === 'damaged' ? null : found;
}

/** One read, so that what is there is told from what is not. */
async function readLock(path: string): Promise<ProcessMark | 'damaged' | null> {
  try {
    const mark: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isMark(mark) ? mark : 'damaged';
  } catch (error) {
    return error instanceof SyntaxError ? 'damaged' : null;
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

/**
 * Removes a lock whose holder is gone. The right to do so is a lock of its own: of several who find it void, a slow one
 * must not remove what a quick one has taken since.
 */
async function removeVoid(path: string): Promise<void> {
  const right = await takeLock(`${path}.removing`);
  if ('heldBy' in right) {
    await pause(waitMs);
    return;
  }
  try {
    const holder = await readLock(path);
    const isVoid = holder === 'damaged' || (holder !== null && !isRunning(holder));
    if (isVoid) await rm(path, { force: true });
  } finally {
    await right.release();
  }
}

async function release(path: string, own: ProcessMark): Promise<void> {
  const holder = await readMark(path);
  if (holder?.pid === own.pid && holder.identity === own.identity) await rm(path, { force: true });
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Broken } from '../kernel/proof.js';

/** Something that can be taken out of the code, to see who notices. */
export interface Removable {
  /** What is missing or wrong then. */
  readonly name: string;
  readonly removal: readonly Patch[];
}

/** An exact text that stands once in a file, and what stands there instead when the thing is gone. */
export interface Patch {
  /** From the root of the repository. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

/**
 * Those of a list that can be taken out of this tree, and those that the code has moved away from. All are looked at,
 * whatever the dose: it costs nothing, and who changes the code hears of it at once.
 */
export async function usableAmong<T extends Removable>(
  all: readonly T[],
  root: string,
): Promise<{ usable: T[]; outdated: Broken[] }> {
  const usable: T[] = [];
  const outdated: Broken[] = [];
  for (const each of all) {
    const why = await whyNotRemovable(root, each);
    if (why === null) usable.push(each);
    else
      outdated.push({
        what: `cannot be taken out any more: ${each.name}`,
        history: [why, 'Bring its entry in prove/guards or prove/planted up to date.'],
      });
  }
  return { usable, outdated };
}

async function whyNotRemovable(root: string, { removal }: Removable): Promise<string | null> {
  for (const { file, text } of removal) {
    const content = await readFile(join(root, file), 'utf8').catch(() => null);
    if (content === null) return `There is no ${file} any more.`;
    const times = content.split(text).length - 1;
    if (times !== 1) return `${file} has this text ${times} times instead of once: ${text.trim()}`;
  }
  return null;
}

/** Runs `work` while the tree is without it. */
export async function without<T>(root: string, { removal }: Removable, work: () => Promise<T>): Promise<T> {
  const originals = new Map<string, string>();
  try {
    for (const patch of removal) await apply(root, patch, originals);
    return await work();
  } finally {
    for (const [path, content] of originals) await writeFile(path, content);
  }
}

async function apply(root: string, { file, text, instead }: Patch, originals: Map<string, string>) {
  const path = join(root, file);
  const content = await readFile(path, 'utf8');
  if (!originals.has(path)) originals.set(path, content);
  await writeFile(
    path,
    content.replace(text, () => instead),
  );
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guard, Patch } from './guard.js';

/** Why a guard cannot be taken out of this tree any more, for whoever has changed the code; null when it can. */
export async function whyNotRemovable(root: string, guard: Guard): Promise<string | null> {
  for (const patch of guard.removal) {
    const content = await readFile(join(root, patch.file), 'utf8').catch(() => null);
    if (content === null) return `There is no ${patch.file} any more.`;
    const times = content.split(patch.text).length - 1;
    if (times !== 1)
      return `${patch.file} has this text ${times} times instead of once: ${patch.text.trim()}`;
  }
  return null;
}

/** Runs `work` while the tree is without the guard. */
export async function without<T>(root: string, guard: Guard, work: () => Promise<T>): Promise<T> {
  const originals = new Map<string, string>();
  try {
    for (const patch of guard.removal) await apply(root, patch, originals);
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

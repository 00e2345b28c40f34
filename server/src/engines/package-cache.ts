import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { downloadPackages } from './apt-download.js';
import { EngineError } from './engine-error.js';
import { takeLock } from './lock-file.js';
import type { PackageSet } from './package-set.js';
import { findExecutable } from './path-programs.js';
import { withProgress } from './progress.js';
import { lastLines, runCommand } from './run-command.js';

/** A set of the distribution's packages, unpacked. */
export interface PackageRoot {
  readonly path: string;
  readonly libraryFolders: readonly string[];
}

export interface FillOptions {
  readonly cacheDir: string;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The folder of each kind of machine's libraries. */
const triplets: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** The folder all clones of this user share, such as `$XDG_CACHE_HOME/medweave/engines`, else under `~/.cache`. */
export function defaultCacheDir({ cacheFolder }: PackageSet): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'medweave', cacheFolder);
}

/**
 * The unpacked packages; fetched first if they are not there yet. Filling happens in a folder aside and
 * becomes visible in one rename; one clone fills while others wait.
 *
 * @throws EngineError with the reason, in a few words, if this machine cannot have them
 */
export async function packageRoot(set: PackageSet, options: FillOptions): Promise<PackageRoot> {
  const triplet = triplets[process.arch];
  if (process.platform !== 'linux' || !triplet) {
    throw new EngineError(`packages are fetched only on Linux (x64, arm64), not on ${process.platform}`);
  }
  const path = join(options.cacheDir, `packages-${process.arch}-1`);
  if (!existsSync(path)) {
    for (const tool of ['apt-get', 'apt-config', 'dpkg-deb']) {
      if (findExecutable(tool) === null)
        throw new EngineError(`this Linux has no ${tool} to fetch packages with`);
    }
    await fillOnce(set, path, options).catch((error: unknown) => {
      if (!(error instanceof Error && 'syscall' in error) || options.signal.aborted) throw error;
      throw new EngineError(`${error.message} (XDG_CACHE_HOME may name another cache folder)`, {
        cause: error,
      });
    });
  }
  const folders = [`usr/lib/${triplet}`, `lib/${triplet}`, 'usr/lib', ...set.libraryFolders];
  return {
    path,
    libraryFolders: folders.map((folder) => join(path, folder)).filter((folder) => existsSync(folder)),
  };
}

async function fillOnce(set: PackageSet, path: string, options: FillOptions): Promise<void> {
  const { cacheDir, report, signal } = options;
  await mkdir(cacheDir, { recursive: true });
  const lock = await waitForLock(set, options);
  try {
    if (existsSync(path)) return;
    await removeLeftovers(cacheDir);
    const folder = await mkdtemp(join(cacheDir, '.filling-'));
    try {
      const root = join(folder, 'root');
      const archives = await withProgress(report, `Downloading ${set.title}`, () =>
        downloadPackages(set, folder, report, signal),
      );
      await withProgress(report, `Unpacking ${set.title}`, () => unpack(archives, root, signal));
      await prune(set, root);
      await rename(root, path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await lock.release();
  }
}

async function waitForLock({ title }: PackageSet, { cacheDir, report, signal }: FillOptions) {
  return withProgress(report, `Waiting for another clone that is fetching ${title}`, async () => {
    for (;;) {
      const lock = await takeLock(join(cacheDir, 'fill.lock'));
      if ('release' in lock) return lock;
      await sleep(250, undefined, { signal });
    }
  });
}

/** What a fill that was killed left behind. Only called under the lock: nobody else is filling. */
async function removeLeftovers(cacheDir: string): Promise<void> {
  for (const entry of await readdir(cacheDir)) {
    if (entry.startsWith('.filling-')) await rm(join(cacheDir, entry), { recursive: true, force: true });
  }
}

async function unpack(archives: readonly string[], root: string, signal: AbortSignal): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const archive of archives) {
    const { code, output } = await runCommand('dpkg-deb', ['-x', archive, root], { signal });
    if (code !== 0) throw new EngineError(`${archive} could not be unpacked: ${lastLines(output, 3)}`);
  }
  await writeFile(
    join(root, 'packages.txt'),
    `${archives.map((file) => file.split('/').pop()).join('\n')}\n`,
  );
}

/** Keeps programs, libraries and licences. The rest is never run, and some of it would carry setgid bits. */
async function prune(set: PackageSet, root: string): Promise<void> {
  const keeps: PackageSet['keeps'] = {
    '.': (entry) => ['usr', 'lib', 'lib64', 'packages.txt'].includes(entry),
    usr: (entry) => ['bin', 'sbin', 'lib', 'lib64', 'share'].includes(entry),
    [`usr/lib/${triplets[process.arch]}`]: (entry) => !entry.startsWith('perl'),
    ...set.keeps,
  };
  for (const [folder, isKept] of Object.entries(keeps)) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    const entries = readdirSync(path).filter((entry) => !isKept(entry));
    for (const entry of entries) await rm(join(path, entry), { recursive: true, force: true });
  }
}

import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { downloadPackages } from './apt-download.js';
import { EngineError } from './engine-error.js';
import { takeLock } from './lock-file.js';
import { findExecutable } from './path-programs.js';
import { withProgress } from './progress.js';
import { lastLines, runCommand } from './run-command.js';

/** Programs unpacked from the distribution's packages, run with the C library that came with them. */
export interface PackageRoot {
  readonly path: string;
  readonly loader: string;
  readonly libraryPath: string;
}

export interface FillOptions {
  readonly cacheDir: string;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

const loaders: Readonly<Record<string, { readonly triplet: string; readonly loader: string }>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/** The folder all clones of this user share: `$XDG_CACHE_HOME/medweave/engines`, else under `~/.cache`. */
export function defaultCacheDir(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'medweave', 'engines');
}

/**
 * The unpacked packages; fetched first if they are not there yet. Filling happens in a folder aside and
 * becomes visible in one rename; one clone fills while others wait.
 *
 * @throws EngineError with the reason, in a few words, if this machine cannot have them
 */
export async function packageRoot(options: FillOptions): Promise<PackageRoot> {
  const names = loaders[process.arch];
  if (process.platform !== 'linux' || !names) {
    throw new EngineError(`packages are fetched only on Linux (x64, arm64), not on ${process.platform}`);
  }
  const path = join(options.cacheDir, `packages-${process.arch}-1`);
  if (!existsSync(path)) {
    for (const tool of ['apt-get', 'apt-config', 'dpkg-deb']) {
      if (findExecutable(tool) === null)
        throw new EngineError(`this Linux has no ${tool} to fetch packages with`);
    }
    await fillOnce(path, options).catch((error: unknown) => {
      if (!(error instanceof Error && 'syscall' in error) || options.signal.aborted) throw error;
      throw new EngineError(`${error.message} (XDG_CACHE_HOME may name another cache folder)`, {
        cause: error,
      });
    });
  }
  return describeRoot(path, names);
}

function describeRoot(
  path: string,
  names: { readonly triplet: string; readonly loader: string },
): PackageRoot {
  const folders = ['usr/lib', 'lib'].map((folder) => join(path, folder, names.triplet));
  const loader = [...folders, join(path, 'lib64'), join(path, 'lib')]
    .map((folder) => join(folder, names.loader))
    .find((file) => existsSync(file));
  if (!loader) throw new EngineError(`${path} holds no ${names.loader}; remove that folder and start again`);
  const libraries = [...folders, join(path, 'usr/lib'), join(path, 'usr/lib/mysql/private')];
  return { path, loader, libraryPath: libraries.filter((folder) => existsSync(folder)).join(':') };
}

async function fillOnce(path: string, { cacheDir, report, signal }: FillOptions): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const lock = await waitForLock(join(cacheDir, 'fill.lock'), report, signal);
  try {
    if (existsSync(path)) return;
    await removeLeftovers(cacheDir);
    const folder = await mkdtemp(join(cacheDir, '.filling-'));
    try {
      const root = join(folder, 'root');
      const archives = await withProgress(report, 'Downloading the engines', () =>
        downloadPackages(folder, report, signal),
      );
      await withProgress(report, 'Unpacking the engines', () => unpack(archives, root, signal));
      await prune(root);
      await rename(root, path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await lock.release();
  }
}

async function waitForLock(path: string, report: (line: string) => void, signal: AbortSignal) {
  return withProgress(report, 'Waiting for another clone that is fetching the engines', async () => {
    for (;;) {
      const lock = await takeLock(path);
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

/** Keeps servers, libraries and licences. The rest is never run, and some of it would carry setgid bits. */
async function prune(root: string): Promise<void> {
  const remove = async (folder: string, keep: (entry: string) => boolean) => {
    const path = join(root, folder);
    if (!existsSync(path)) return;
    const entries = readdirSync(path).filter((entry) => !keep(entry));
    for (const entry of entries) await rm(join(path, entry), { recursive: true, force: true });
  };
  await remove('.', (entry) => ['usr', 'lib', 'lib64', 'packages.txt'].includes(entry));
  await remove('usr', (entry) => ['bin', 'sbin', 'lib', 'lib64', 'share'].includes(entry));
  await remove('usr/bin', (entry) => entry.startsWith('redis-'));
  await remove('usr/sbin', (entry) => entry === 'mysqld');
  await remove('usr/share', (entry) => entry.startsWith('mysql') || entry === 'doc');
  for (const names of Object.values(loaders)) {
    await remove(`usr/lib/${names.triplet}`, (entry) => !entry.startsWith('perl'));
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { engineSources } from './apt-sources.js';
import { EngineError } from './engine-error.js';
import { type FillOptions, type PackageRoot, packageRoot } from './package-cache.js';
import type { PackageSet } from './package-set.js';

export const enginePackages: PackageSet = {
  title: 'MySQL and Redis',
  cacheFolder: 'engines',
  packages: ['mysql-server-core', 'redis-server'],
  // With the C library: the packages may be of a newer distribution than the machine.
  leftOut: null,
  downloadMb: 65,
  sources: engineSources,
  libraryFolders: ['usr/lib/mysql/private'],
  keeps: {
    'usr/bin': (entry) => entry.startsWith('redis-'),
    'usr/sbin': (entry) => entry === 'mysqld',
    'usr/share': (entry) => entry.startsWith('mysql') || entry === 'doc',
  },
};

/** The engines' programs, run with the C library that came with them. */
export interface EngineRoot extends PackageRoot {
  readonly loader: string;
}

const loaders = ['ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1'];

/** @throws EngineError with the reason, in a few words, if this machine cannot have them */
export async function engineRoot(options: FillOptions): Promise<EngineRoot> {
  const root = await packageRoot(enginePackages, options);
  const folders = [...root.libraryFolders, join(root.path, 'lib64'), join(root.path, 'lib')];
  const loader = folders
    .flatMap((folder) => loaders.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (!loader) throw new EngineError(`${root.path} holds no C library; remove that folder and start again`);
  return { ...root, loader };
}

import { join } from 'node:path';
import type { EngineRoot } from './engine-packages.js';
import type { Program } from './engines.types.js';
import { neededVersion, usableVersion } from './path-programs.js';

const programs = {
  mysql: { title: 'MySQL', file: 'usr/sbin/mysqld' },
  redis: { title: 'Redis', file: 'usr/bin/redis-server' },
} as const;

/** A server out of the unpacked packages, called through the loader that was unpacked with it. */
export async function packagedProgram(
  engine: 'mysql' | 'redis',
  root: () => Promise<EngineRoot>,
): Promise<Program | string> {
  const { path, loader, libraryFolders } = await root();
  const { title, file } = programs[engine];
  const args = ['--library-path', libraryFolders.join(':'), join(path, file)];
  const version = await usableVersion(engine, loader, args);
  if (version === null)
    return `${join(path, file)} is not ${neededVersion(engine)} (to fetch it again, remove ${path})`;
  return { title, version, source: 'cache', command: loader, args, root: path };
}

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { EngineName, Program } from './engines.types.js';
import { runCommand } from './run-command.js';

interface Wanted {
  readonly title: string;
  readonly file: string;
  readonly atLeast: readonly [number, number];
  readonly version: RegExp;
}

const wanted: { readonly [name in EngineName]: Wanted } = {
  // MariaDB calls its server mysqld too ("10.11.6-MariaDB"); it is another database.
  mysql: { title: 'MySQL', file: 'mysqld', atLeast: [8, 4], version: /Ver (\d+\.\d+\.\d+)(?!\S*-MariaDB)\b/ },
  mongo: { title: 'MongoDB', file: 'mongod', atLeast: [7, 0], version: /db version v(\d+\.\d+\.\d+)/ },
  redis: { title: 'Redis', file: 'redis-server', atLeast: [7, 0], version: /\bv=(\d+\.\d+\.\d+)/ },
};

/** A server of the machine's own, if new enough; else the reason why there is none. */
export async function programOnPath(engine: EngineName): Promise<Program | string> {
  const { title, file } = wanted[engine];
  const command = findExecutable(file, ['/usr/local/sbin', '/usr/sbin']);
  if (command === null) return `${file} is not on the PATH`;
  const version = await usableVersion(engine, command, []);
  if (version === null) return `${command} is not ${neededVersion(engine)}`;
  return { title, version, source: 'path', command, args: [] };
}

/** The version the program names itself with; null if it does not run, is too old, or is something else. */
export async function usableVersion(
  engine: EngineName,
  command: string,
  args: readonly string[],
): Promise<string | null> {
  const { version, atLeast } = wanted[engine];
  const { output } = await runCommand(command, [...args, '--version']);
  const found = version.exec(output)?.[1];
  return found !== undefined && isAtLeast(found, atLeast) ? found : null;
}

/** For messages: "MySQL 8.4 or later". */
export function neededVersion(engine: EngineName): string {
  const { title, atLeast } = wanted[engine];
  return `${title} ${atLeast.join('.')} or later`;
}

/** Looks along the PATH, then in `also`: an ordinary user's PATH often lacks the sbin folders. */
export function findExecutable(file: string, also: readonly string[] = []): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...also];
  return folders.map((folder) => join(folder, file)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

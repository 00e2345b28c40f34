import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSources, readAptSources, readDistribution } from './apt-sources.js';
import { EngineError } from './engine-error.js';
import type { PackageSet } from './package-set.js';
import { lastLines, runCommand } from './run-command.js';

/**
 * Downloads the packages of a set with all they need into `folder` and answers their paths.
 * apt works on files of its own here: nothing is installed, nothing of the machine's is changed, no root is
 * needed. The empty status file makes it fetch what the machine has installed as well, down to the C library.
 */
export async function downloadPackages(
  { title, packages, leftOut, downloadMb, sources: choose }: PackageSet,
  folder: string,
  report: (line: string) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const sources = choose(readAptSources(), readDistribution());
  if (sources.length === 0) throw new EngineError('apt has no package sources on this machine');
  const config = await writeConfiguration(folder, formatSources(sources));
  const env = { ...process.env, APT_CONFIG: config, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  report(`Fetching the package lists of ${title} with apt (nothing is installed).`);
  const updated = await apt(['update'], env, signal);
  report(`Downloading ${title}, about ${downloadMb} MB, once for all clones.`);
  const args = ['install', '--yes', '--download-only', '--no-install-recommends', ...packages];
  await apt(args, env, signal, updated);
  const archives = join(folder, 'archives');
  return (await readdir(archives))
    .filter((file) => file.endsWith('.deb') && !leftOut?.test(file.replace(/_.*/, '')))
    .map((file) => join(archives, file));
}

async function writeConfiguration(folder: string, sources: string): Promise<string> {
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
  await mkdir(join(folder, 'archives', 'partial'), { recursive: true });
  await writeFile(join(folder, 'status'), '');
  await writeFile(join(folder, 'packages.sources'), sources);
  const path = join(folder, 'apt.conf');
  const settings: readonly (readonly [string, string])[] = [
    ['Dir::State', `${folder}/`],
    ['Dir::State::lists', `${folder}/lists/`],
    ['Dir::State::status', `${folder}/status`],
    ['Dir::Cache', `${folder}/`],
    ['Dir::Cache::archives', `${folder}/archives/`],
    ['Dir::Cache::pkgcache', ''],
    ['Dir::Cache::srcpkgcache', ''],
    ['Dir::Log', `${folder}/`],
    ['Dir::Etc::sourcelist', `${folder}/packages.sources`],
    ['Dir::Etc::sourceparts', '/dev/null'],
    ['Dir::Etc::preferences', '/dev/null'],
    ['Dir::Etc::preferencesparts', '/dev/null'],
    // The machine's own settings hold hooks that act on its own cache; only its Acquire settings are copied.
    ['Dir::Etc::main', '/dev/null'],
    ['Dir::Etc::parts', '/dev/null'],
    ['APT::Sandbox::User', 'root'],
    ['APT::Get::Assume-Yes', 'true'],
    ['Acquire::Languages', 'none'],
    ['Acquire::Retries', '3'],
  ];
  const own = settings.map(([name, value]) => `${name} "${value}";`);
  await writeFile(path, [...(await machineAcquireSettings()), ...own, ''].join('\n'));
  return path;
}

/** Proxies, certificates and the like: what this machine needs to reach its package servers at all. */
async function machineAcquireSettings(): Promise<string[]> {
  const { output } = await runCommand('apt-config', ['dump']);
  return output
    .split('\n')
    .filter((line) => /^Acquire::.*";$/.test(line) && !/^Acquire::(IndexTargets|Languages)/.test(line));
}

/** `before` is what an earlier step said: apt-get update warns of servers it cannot reach, and succeeds. */
async function apt(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  before = '',
): Promise<string> {
  const { code, output } = await runCommand('apt-get', args, { env, signal });
  if (code === 0) return output;
  const complaints = `${before}\n${output}`.split('\n').filter((line) => /^(E|W|Err):/.test(line));
  throw new EngineError(`apt-get ${args[0]} failed: ${lastLines(complaints.join('\n') || output, 6)}`);
}

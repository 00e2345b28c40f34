import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../../src/engines/engine-error.js';
import { defaultCacheDir, packageRoot } from '../../src/engines/package-cache.js';
import type { PackageSet } from '../../src/engines/package-set.js';
import { findExecutable } from '../../src/engines/path-programs.js';
import { runCommand } from '../../src/engines/run-command.js';

/** A Chromium or one of its kin, and the environment it has to be run in. */
export interface BrowserProgram {
  readonly command: string;
  readonly version: string;
  readonly env: NodeJS.ProcessEnv;
}

const browserPackages: PackageSet = {
  title: 'Chromium',
  cacheFolder: 'browser',
  packages: ['chromium', 'fonts-dejavu-core'],
  // Chromium starts itself again and again, by the machine's own loader: that goes with its own C library only.
  // The others are for drawing by a graphics card, and large.
  leftOut: /^(libc6|libgl1-mesa-dri|libllvm[\d.]+|libz3-4)$/,
  downloadMb: 230,
  sources: (machine) => machine,
  libraryFolders: ['usr/lib/x86_64-linux-gnu/pulseaudio', 'usr/lib/aarch64-linux-gnu/pulseaudio'],
  keeps: {
    'usr/bin': () => false,
    'usr/sbin': () => false,
    'usr/lib': (entry) => entry === 'chromium' || entry.endsWith('-linux-gnu'),
    'usr/share': (entry) => entry === 'fonts' || entry === 'doc',
  },
};

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macFolders = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS`);

/**
 * A browser to test with: the one that `MEDWEAVE_BROWSER` names, else one of the machine's own, else Debian's,
 * fetched once into the user's cache.
 * @param appFolders where else than on the PATH the machine's own may lie
 * @throws EngineError that says what was tried and what helps
 */
export async function browserProgram(
  report: (line: string) => void,
  signal: AbortSignal,
  appFolders: readonly string[] = macFolders,
): Promise<BrowserProgram> {
  const named = process.env.MEDWEAVE_BROWSER;
  if (named) {
    const program = await usable(named);
    if (program) return program;
    throw new EngineError(`MEDWEAVE_BROWSER=${named} is no Chromium that runs: name another, or unset it.`);
  }
  return (await machineBrowser(appFolders)) ?? fetchedBrowser(report, signal).catch(sayWaysOut);
}

async function machineBrowser(appFolders: readonly string[]): Promise<BrowserProgram | null> {
  for (const name of [...names, 'Google Chrome', 'Chromium']) {
    const command = findExecutable(name, appFolders);
    const program = command === null ? null : await usable(command);
    if (program) return program;
  }
  return null;
}

async function fetchedBrowser(report: (line: string) => void, signal: AbortSignal): Promise<BrowserProgram> {
  const cacheDir = defaultCacheDir(browserPackages);
  const { path, libraryFolders } = await packageRoot(browserPackages, { cacheDir, report, signal });
  const fonts = join(path, 'fonts.conf');
  await writeFile(fonts, fontSettings);
  const env = { LD_LIBRARY_PATH: libraryFolders.join(':'), FONTCONFIG_FILE: fonts };
  const command = join(path, 'usr/lib/chromium/chromium');
  const program = await usable(command, env);
  if (program) return program;
  throw new EngineError(`${command} does not run (to fetch it again, remove ${path})`);
}

const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Asked for its version first: Ubuntu's `chromium-browser`, for one, is a script that only names another package. */
async function usable(command: string, own: NodeJS.ProcessEnv = {}): Promise<BrowserProgram | null> {
  const env = { ...process.env, ...own };
  const { code, output } = await runCommand(command, ['--version', '--no-sandbox'], { env });
  const version = /\b\d+(\.\d+){3}\b/.exec(output)?.[0];
  return code === 0 && version !== undefined ? { command, version, env } : null;
}

function sayWaysOut(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new EngineError(
    [
      'There is no browser to test the SDK with.',
      `  - none of ${names.join(', ')} on the PATH runs`,
      `  - ${reason}`,
      'Install chromium, or name one: MEDWEAVE_BROWSER=/path/to/chromium',
    ].join('\n'),
    { cause: error },
  );
}

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { rootDir } from '../../src/paths.js';

/** Installs 500 packages in no time, once it may; writes down that it came, and its number. */
const npm = `#!/usr/bin/env node
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
appendFileSync('npm.log', process.argv.slice(2).join(' ') + ' ' + process.pid + '\\n');
rmSync('node_modules', { recursive: true, force: true });
while (!existsSync('may-end')) await new Promise((resolve) => setTimeout(resolve, 20));
mkdirSync('node_modules/node/bin', { recursive: true });
writeFileSync('node_modules/node/bin/node', '');
writeFileSync('node_modules/.package-lock.json', '{}');
`;

export interface Command {
  process: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** The scripts of this clone in a folder of their own, where nothing is installed and npm is played by a few lines. */
export class Clone {
  private constructor(readonly folder: string) {}

  static async make(): Promise<Clone> {
    const folder = await mkdtemp(join(tmpdir(), 'mw-clone-'));
    cpSync(join(rootDir, 'scripts'), join(folder, 'scripts'), { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(rootDir, file), join(folder, file));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'npm'), npm);
    chmodSync(join(folder, 'bin', 'npm'), 0o755);
    writeFileSync(
      join(folder, 'install.mjs'),
      "import { ensurePackages } from './scripts/lib/install.mjs';\nawait ensurePackages();\nconsole.log('There.');\n",
    );
    return new Clone(folder);
  }

  run(script: string, args: readonly string[] = [], nodeArgs: readonly string[] = []): Command {
    const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
      cwd: this.folder,
      env: { ...process.env, PATH: [join(this.folder, 'bin'), process.env.PATH].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { process: child, output: () => output, ended };
  }

  /** The process numbers of every npm that was called. */
  npms(): number[] {
    const log = join(this.folder, 'npm.log');
    if (!existsSync(log)) return [];
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    return lines.map((line) => Number(line.split(' ').at(-1)));
  }

  letNpmEnd(): void {
    writeFileSync(join(this.folder, 'may-end'), '');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

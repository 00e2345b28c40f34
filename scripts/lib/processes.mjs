// Child processes for the two commands. Runs before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const binFolder = join(root, 'node_modules', '.bin');

/**
 * Runs a program to its end and answers its exit code, as a shell would. Signals sent to us go on to it.
 * @param options.onStart told its process number
 */
export function run(command, args, options = {}) {
  const { detached = false, env = process.env, ipc = false, onStart = () => {} } = options;
  return new Promise((resolve, reject) => {
    const stdio = ['inherit', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])];
    const child = spawn(command, args, { cwd: root, env, stdio, detached });
    const stopForwarding = forwardSignals(child, detached);
    if (child.pid !== undefined) onStart(child.pid);
    child.once('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}

/**
 * Ctrl-C reaches every process of the terminal's group, and npm sends it on as well. A detached child hears it
 * from here alone, and once per press; a child of the same group has heard it already.
 */
function forwardSignals(child, detached) {
  let lastAt = 0;
  const forward = (signal) => {
    const isRepeated = Date.now() - lastAt < 1000;
    lastAt = Date.now();
    if (!isRepeated && (detached || signal !== 'SIGINT')) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.removeListener(signal, forward);
  };
}

/** The Node that Medweave runs on: the one among its packages, else this one if it is as new. Null if neither. */
export function medweaveNode() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** The environment in which the packages' programs come first on the PATH. */
export function withPackages(extra = {}) {
  return { ...process.env, PATH: [binFolder, process.env.PATH].join(delimiter), ...extra };
}

/** The environment without them, for npm while it replaces the very folder they are in. */
export function withoutPackages() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return { ...process.env, PATH: folders.filter((folder) => resolve(folder) !== binFolder).join(delimiter) };
}

/** Says what went wrong and what to do about it, and ends. */
export function giveUp(...lines) {
  console.error(`\n${lines.join('\n')}`);
  process.exit(1);
}

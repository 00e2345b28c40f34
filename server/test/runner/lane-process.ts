import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileResult, FileRun, LaneOrder } from './runner.types.js';

const program = fileURLToPath(new URL('./lane.ts', import.meta.url));

export interface LaneSettings {
  readonly env: NodeJS.ProcessEnv;
  /** Where it prints. A file and no pipe: what a lane has written is in it, even if it was killed. Null: to the terminal. */
  readonly log: string | null;
  readonly hasColor: boolean;
}

/** A process that runs test files, one after the other. When it dies, the next file gets a new one. */
export class LaneProcess {
  #child: ChildProcess | null = null;
  readonly #log: number | null;
  #readTo = 0;

  constructor(private readonly settings: LaneSettings) {
    this.#log = settings.log === null ? null : openSync(settings.log, 'a+');
  }

  async run(file: string): Promise<FileRun> {
    const startedAt = performance.now();
    if (this.#child === null || hasEnded(this.#child)) this.#child = this.#start();
    const result = await this.#resultOf(this.#child, file);
    return { file, ...result, tookMs: performance.now() - startedAt, output: this.#printed() };
  }

  async end(): Promise<void> {
    const child = this.#child;
    if (child && !hasEnded(child)) {
      child.removeAllListeners(); // nobody is told of this end, so that no next file is begun
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    if (this.#log !== null) closeSync(this.#log);
  }

  #start(): ChildProcess {
    const output = this.#log ?? 'inherit';
    // Not detached: engines and tests share the processor as one session (autogroup, sched(7)).
    return spawn(process.execPath, ['--import', 'tsx', program], {
      env: this.settings.env,
      stdio: ['ignore', output, output, 'ipc'],
    });
  }

  #resultOf(child: ChildProcess, file: string): Promise<FileResult> {
    return new Promise((resolve) => {
      const settle = (result: FileResult) => {
        child.removeAllListeners();
        resolve(result);
      };
      child.once('message', (result) => settle(result as FileResult));
      child.once('error', (error) => settle(diedOf(String(error))));
      child.once('exit', (code, signal) => settle(diedOf(signal ?? `exit code ${code}`)));
      const order: LaneOrder = { file, hasColor: this.settings.hasColor };
      child.send(order, () => {}); // if it cannot be told, it has ended
    });
  }

  #printed(): string {
    if (this.#log === null) return '';
    const printed = Buffer.alloc(fstatSync(this.#log).size - this.#readTo);
    readSync(this.#log, printed, 0, printed.length, this.#readTo);
    this.#readTo += printed.length;
    return printed.toString();
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

function diedOf(what: string): FileResult {
  const reasons = `The process of the tests ended before this file was through (${what}). What it printed is above.`;
  return { passed: 0, failed: 1, skipped: [], reasons };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from './engine-error.js';
import type { EngineExit, EngineProcess } from './engines.types.js';
import { tailOf } from './log-tail.js';
import { markOf } from './process-identity.js';
import { withProgress } from './progress.js';

export interface SupervisedProgram {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly pidFile: string;
  /** Asks the engine itself. Resolves when it answers, rejects while it does not. */
  readonly ask: () => Promise<void>;
  readonly readyWithinMs: number;
  /** Asked every second: true when it does not go on by itself, and would after a new start. A failure means no. */
  readonly isStuck?: () => Promise<boolean>;
  /** Gives it a stdin that ends when this process dies, however it dies. */
  readonly holdsStdin?: boolean;
  readonly report: (line: string) => void;
}

const stopWithinMs = 20_000;
const stuckCheckMs = 1_000;
const keptLogBytes = 5_000_000;
/** The more often it ended by itself of late, the longer it is left alone; never for longer than this: a disk that was full may have room again. */
const longestRestMs = 4_000;
const lateMs = 10 * 60_000;
const fatalSignals: readonly NodeJS.Signals[] = [
  'SIGKILL',
  'SIGTERM',
  'SIGINT',
  'SIGQUIT',
  'SIGABRT',
  'SIGSEGV',
];

/** One engine as a child process: started, asked until it answers, brought up again if it dies by itself. */
export class SupervisedProcess implements EngineProcess {
  private child: ChildProcess | null = null;
  private isWanted = false;
  private isStarting = false;
  private endedAt: number[] = [];
  private present: Promise<EngineExit> = Promise.resolve({ code: null, signal: null });
  private readonly endWithParent = () => this.child?.kill('SIGTERM');

  constructor(private readonly program: SupervisedProgram) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get exited(): Promise<EngineExit> {
    return this.present;
  }

  /** Starts the program and waits until it answers. If it does not, nothing is left running. */
  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { title, report } = this.program;
    this.isWanted = true;
    this.isStarting = true;
    try {
      await this.spawn();
      await withProgress(report, `Waiting for ${title}`, () => this.untilReady(signal));
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      this.isStarting = false;
    }
  }

  kill(signal: NodeJS.Signals): void {
    if (fatalSignals.includes(signal)) this.isWanted = false;
    this.child?.kill(signal);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start(new AbortController().signal);
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    await this.end();
  }

  private async end(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    child.kill('SIGTERM');
    child.kill('SIGCONT');
    const force = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await this.present;
    clearTimeout(force);
  }

  private async spawn(): Promise<void> {
    const { title, command, args, logFile, pidFile, holdsStdin } = this.program;
    await mkdir(dirname(logFile), { recursive: true });
    await keepLogShort(logFile);
    const log = await open(logFile, 'a');
    // Not detached. Linux shares the processor among sessions before it looks at priorities (autogroup, sched(7)), and
    // a sign-in must give way to MySQL. Ctrl-C does not come here: the commands start Medweave in a session of its own.
    const child = spawn(command, args, { stdio: [holdsStdin ? 'pipe' : 'ignore', log.fd, log.fd] });
    this.child = child;
    this.present = new Promise<EngineExit>((resolve) => {
      child.once('error', () => resolve({ code: 127, signal: null }));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    }).then((exit) => this.onExit(child, exit));
    child.stdin?.on('error', () => {});
    await log.close();
    if (child.pid === undefined)
      throw new EngineError(`${title} could not be started: ${command} does not run.`);
    process.once('exit', this.endWithParent);
    this.watchOver(child);
    const mark = markOf(child.pid);
    if (mark) await writeFile(pidFile, JSON.stringify(mark));
  }

  /** Kills it where it is stuck; as it is still wanted, it is brought up again. */
  private watchOver(child: ChildProcess): void {
    const { isStuck } = this.program;
    if (!isStuck) return;
    const timer = setInterval(async () => {
      if (await isStuck().catch(() => false)) child.kill('SIGKILL');
    }, stuckCheckMs).unref();
    child.once('exit', () => clearInterval(timer));
  }

  private async onExit(child: ChildProcess, exit: EngineExit): Promise<EngineExit> {
    if (this.child === child) this.child = null;
    process.removeListener('exit', this.endWithParent);
    await rm(this.program.pidFile, { force: true });
    if (this.isWanted && !this.isStarting) void this.bringUpAgain(exit);
    return exit;
  }

  private async bringUpAgain(exit: EngineExit): Promise<void> {
    const { title, report, logFile } = this.program;
    const how = exit.signal ? `signal ${exit.signal}` : `exit code ${exit.code}`;
    report(`${title} ended by itself (${how}). Its log is ${logFile}.`);
    for (;;) {
      const now = Date.now();
      this.endedAt = [...this.endedAt.filter((at) => at > now - lateMs), now];
      await sleep(Math.min(longestRestMs, 250 * 2 ** this.endedAt.length));
      if (!this.isWanted || this.isStarting || this.child !== null) return;
      report(`Starting ${title} again.`);
      try {
        await this.start(new AbortController().signal);
        report(`${title} is running again.`);
        return;
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
      }
    }
  }

  private async untilReady(signal: AbortSignal): Promise<void> {
    const { title, readyWithinMs, ask, logFile } = this.program;
    const deadline = AbortSignal.timeout(readyWithinMs);
    for (;;) {
      const isUp = await ask().then(
        () => true,
        () => false,
      );
      if (this.child === null) throw await failure(`${title} ended while it was starting`, logFile);
      if (isUp) return;
      signal.throwIfAborted();
      if (deadline.aborted)
        throw await failure(`${title} did not answer within ${readyWithinMs / 1000} s`, logFile);
      await sleep(50);
    }
  }
}

async function failure(what: string, logFile: string): Promise<EngineError> {
  return new EngineError(
    [
      `${what}. The end of its log ${logFile}:`,
      await tailOf(logFile, 12),
      'See what the log says (disk full? files of another user?), then start again.',
    ].join('\n'),
  );
}

async function keepLogShort(logFile: string): Promise<void> {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }));
  if (size > keptLogBytes) await rename(logFile, `${logFile}.old`);
}

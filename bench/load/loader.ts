import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadAnswer, LoadCommand, LoadResult } from './load.types.js';

const program = fileURLToPath(new URL('load-process.ts', import.meta.url));

/** A load process, as its parent holds it. One command at a time. */
export class Loader {
  private constructor(private readonly child: ChildProcess) {}

  /** @param module the URL of a driver module, see `load.types.ts` */
  static async start(module: URL, setup: unknown): Promise<Loader> {
    const child = fork(program, {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      stdio: 'inherit',
    });
    const loader = new Loader(child);
    await loader.open(module, setup);
    return loader;
  }

  async open(module: URL, setup: unknown): Promise<void> {
    await this.#ask({ kind: 'open', module: module.href, setup });
  }

  round(concurrency: number, forMs: number): Promise<LoadResult> {
    return this.#result({ kind: 'round', concurrency, forMs });
  }

  /** So many begin in each second, whether the ones before have ended or not. What begins in the lead-in is not measured. */
  arrivals(perSecond: number, leadInMs: number, forMs: number): Promise<LoadResult> {
    return this.#result({ kind: 'arrivals', perSecond, leadInMs, forMs });
  }

  burst(operations: number): Promise<LoadResult> {
    return this.#result({ kind: 'burst', operations });
  }

  sequence(operations: number): Promise<LoadResult> {
    return this.#result({ kind: 'sequence', operations });
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }

  async #result(command: LoadCommand): Promise<LoadResult> {
    const answer = await this.#ask(command);
    if (answer.kind !== 'result') throw new Error('The load process answered out of turn.');
    return answer.result;
  }

  #ask(command: LoadCommand): Promise<LoadAnswer> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The load process ended in the middle of its work.'));
      this.child.once('exit', ended);
      this.child.once('message', (answer: LoadAnswer) => {
        this.child.removeListener('exit', ended);
        if (answer.kind === 'failed') reject(new Error(answer.message));
        else resolve(answer);
      });
      this.child.send(command);
    });
  }
}

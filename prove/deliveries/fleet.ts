import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('event-process.ts', import.meta.url));

/** Processes that append and deliver events, of which each may be killed and is replaced. */
export class EventFleet {
  readonly #children: ChildProcess[] = [];
  #started = 0;
  #isEnough = false;

  /** @param args of each process: the stores, the receiver and the seed */
  constructor(private readonly args: readonly string[]) {}

  async grow(count: number): Promise<void> {
    const children = await Promise.all(Array.from({ length: count }, () => this.#start()));
    this.#children.push(...children);
  }

  /** @returns once another one is at work in its place */
  async kill(index: number): Promise<void> {
    const child = this.#children[index];
    if (!child) throw new Error('There is no such process.');
    await ended(child);
    this.#children[index] = await this.#start();
  }

  /** From now on they only deliver. */
  enough(): void {
    this.#isEnough = true;
    for (const child of this.#children) child.send('enough');
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.map(ended));
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(program, [...this.args, String(this.#started++)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => failedToStart(code))]);
    if (this.#isEnough) child.send('enough');
    return child;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function failedToStart(code: unknown): never {
  throw new Error(`A process that delivers events ended with ${code}.`);
}

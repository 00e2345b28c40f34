import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { fileBeside } from '../lib/beside.js';
import type { BcryptTask } from './bcrypt-thread.js';

/** More than bcrypt needs: what Node would reserve for a program is several times that. */
const resourceLimits = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 };

/**
 * Runs bcrypt on threads of its own, which have a low priority where the system allows it: a fifth of a second of one
 * core must not be taken from bookings. As many threads as there were tasks at a time, each started when first needed.
 */
export class BcryptThreads {
  readonly #idle: Worker[] = [];

  hash(password: string, cost: number): Promise<string> {
    return this.#answer({ password, cost });
  }

  /** Whether it is the password of the first hash. All of them are compared, whatever the first one says. */
  isSame(password: string, hashes: readonly string[]): Promise<boolean> {
    return this.#answer({ password, hashes });
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((thread) => thread.terminate()));
  }

  async #answer<T>(task: BcryptTask): Promise<T> {
    const thread = this.#idle.pop() ?? start();
    thread.ref();
    thread.postMessage(task);
    const [answer] = await once(thread, 'message'); // rejects when the thread fails, which is then not used again
    thread.unref();
    this.#idle.push(thread);
    return answer as T;
  }
}

/** Without this process's own arguments, which may load what a thread does not need. */
const start = (): Worker =>
  new Worker(fileBeside(import.meta.url, 'bcrypt-thread'), { execArgv: [], resourceLimits });

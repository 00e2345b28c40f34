import { setTimeout as pause } from 'node:timers/promises';
import type { ApiProcess } from '../rig/api-fleet.js';

const askEveryMs = 50;

/** Which processes say that they are ready, as a load balancer learns it: it asks again and again. */
export class Gateway {
  readonly #ready = new Set<string>();
  readonly #stopping = new AbortController();
  readonly #running: Promise<unknown>;

  constructor(apis: readonly ApiProcess[]) {
    for (const { baseUrl } of apis) this.#ready.add(baseUrl);
    this.#running = Promise.all(apis.map(({ baseUrl }) => this.#watch(baseUrl)));
  }

  /** Those that were ready when they were asked last. */
  get ready(): string[] {
    return [...this.#ready];
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #watch(baseUrl: string): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const response = await fetch(`${baseUrl}/health/ready`).catch(() => null); // nobody listens there now
      await response?.arrayBuffer();
      if (response?.ok) this.#ready.add(baseUrl);
      else this.#ready.delete(baseUrl);
      await pause(askEveryMs);
    }
  }
}

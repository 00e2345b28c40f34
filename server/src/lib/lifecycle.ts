import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** So long without a request, and whoever chooses between processes has heard that this one goes. */
const quietMs = 100;
const untilQuietAtMostMs = 1_000;
/** In a turn of the event loop that took no longer, next to nothing arrived. */
const calmTurnMs = 0.2;
const calmTurnsTried = 1_000;

/** Whether the process takes requests, and which ones it is answering. */
export class Lifecycle {
  readonly #underWay = new Set<ServerResponse>();
  #isStopping = false;
  #lastRequestAtMs = 0;

  get isStopping(): boolean {
    return this.#isStopping;
  }

  get underWay(): Iterable<ServerResponse> {
    return this.#underWay;
  }

  begin(response: ServerResponse): void {
    this.#lastRequestAtMs = performance.now();
    if (this.#isStopping) announceEnd(response);
    this.#underWay.add(response);
    response.once('close', () => this.#underWay.delete(response));
  }

  /** From now on each answer is the last one on its connection, so that its client goes to another process. */
  stop(): void {
    this.#isStopping = true;
    for (const response of this.#underWay) announceEnd(response);
  }

  /**
   * Resolves when no request has come for a while, or after a second. Only then the listener may close: a connection
   * that the system has accepted and this process has not yet is broken by it.
   */
  async untilQuiet(): Promise<void> {
    const startedAtMs = performance.now();
    const quietAtMs = () => Math.max(startedAtMs, this.#lastRequestAtMs) + quietMs;
    while (performance.now() < Math.min(startedAtMs + untilQuietAtMostMs, quietAtMs())) await pause(10);
    for (let tried = 0; tried < calmTurnsTried && !(await isCalm()); tried++);
  }
}

/** Whether the event loop has just looked for connections and found little to do. */
async function isCalm(): Promise<boolean> {
  await nextTurn();
  const startedAtMs = performance.now();
  await nextTurn();
  return performance.now() - startedAtMs < calmTurnMs;
}

function announceEnd(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

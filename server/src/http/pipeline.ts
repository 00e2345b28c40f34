import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** No browser sends a request before its last one was answered. A few programs do, and not so many. */
const maxUnanswered = 16;

interface Line {
  /** The answer that comes last. */
  newest: ServerResponse;
  unanswered: number;
}

/** Requests that were sent on one connection before the first of them was answered. Only one is worked on at a time. */
export class Pipelines {
  readonly #lines = new WeakMap<Socket, Line>();

  /** @returns false when too many wait on this connection already; otherwise `begin` is called in its turn */
  enter({ socket }: IncomingMessage, response: ServerResponse, begin: () => void): boolean {
    const line = this.#lines.get(socket);
    if (!line || line.newest.closed) {
      this.#lines.set(socket, { newest: response, unanswered: 1 });
      begin();
      return true;
    }
    if (line.unanswered >= maxUnanswered) return false;
    const before = line.newest;
    line.newest = response;
    line.unanswered++;
    before.once('close', () => {
      line.unanswered--;
      if (!socket.destroyed) begin();
    });
    return true;
  }
}

import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Metrics } from '../lib/metrics.js';
import { networkOf } from './client-network.js';

export interface ConnectionLimits {
  /** A trusted proxy, which speaks for many, is no network. */
  readonly ofNetwork: number;
  readonly inAll: number;
}

/** A connection on which nothing was under way for so long makes room for a new one. */
const idleForMs = 1_000;
/** Who has no room is told so in answer to a request, if one comes within so long, and if not too many wait for that. */
const refusedForMs = 1_000;
const maxRefused = 100;

/** The connections of a network. */
interface Group {
  readonly limit: number;
  count: number;
  /** Those on which nothing is under way, and since when; the longest idle first. */
  readonly idle: Map<Socket, number>;
}

/** Which connections are open, and how many of them a network may have. */
export class Connections {
  readonly #groups = new Map<string, Group>();
  readonly #groupOf = new WeakMap<Socket, Group>();
  readonly #refused = new Set<Socket>();
  #count = 0;

  constructor(
    private readonly limits: ConnectionLimits,
    private readonly isTrustedProxy: (address: string) => boolean,
    private readonly metrics: Metrics,
  ) {}

  open(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const network = networkOf(address);
    const group = this.#groups.get(network) ?? this.#newGroup(address);
    if (!this.#makeRoom(group)) {
      this.#refuse(socket);
      return;
    }
    this.#groups.set(network, group);
    this.#groupOf.set(socket, group);
    this.#count++;
    group.count++;
    group.idle.set(socket, performance.now());
    socket.once('close', () => {
      this.#count--;
      group.count--;
      group.idle.delete(socket);
      if (group.count === 0) this.#groups.delete(network);
    });
  }

  /** Whether there was no room for it: whatever it asks for is refused. */
  isRefused(socket: Socket): boolean {
    return this.#refused.has(socket);
  }

  /** Called with each request, until whose answer its connection is not idle. */
  begin(socket: Socket, response: ServerResponse): void {
    const group = this.#groupOf.get(socket);
    if (!group) return;
    group.idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) group.idle.set(socket, performance.now());
    });
  }

  #newGroup(address: string): Group {
    const limit = this.isTrustedProxy(address) ? Number.POSITIVE_INFINITY : this.limits.ofNetwork;
    return { limit, count: 0, idle: new Map() };
  }

  #makeRoom(group: Group): boolean {
    if (group.count >= group.limit) return this.#endIdle(group);
    if (this.#count < this.limits.inAll) return true;
    const [largest] = [...this.#groups.values()].sort((a, b) => b.count - a.count);
    return largest !== undefined && this.#endIdle(largest);
  }

  /** @returns false when none has been idle for long enough */
  #endIdle({ idle }: Group): boolean {
    const [longest] = idle;
    if (!longest || performance.now() - longest[1] < idleForMs) return false;
    idle.delete(longest[0]);
    longest[0].destroy();
    this.metrics.cut.inc({ reason: 'idle' });
    return true;
  }

  #refuse(socket: Socket): void {
    this.metrics.cut.inc({ reason: 'connections' });
    if (this.#refused.size >= maxRefused) {
      socket.destroy();
      return;
    }
    this.#refused.add(socket);
    const timer = setTimeout(() => socket.destroy(), refusedForMs);
    socket.once('close', () => {
      clearTimeout(timer);
      this.#refused.delete(socket);
    });
  }
}

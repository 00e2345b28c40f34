// The types of redlock 5.0.0-beta.2 as far as locks.ts needs them. Its own do not resolve under NodeNext, and a
// `paths` line that points at them is followed at run time too: there they are an empty class.
declare module 'redlock' {
  import type { EventEmitter } from 'node:events';
  import type { Redis } from 'ioredis';

  export class ResourceLockedError extends Error {}

  export class ExecutionError extends Error {
    /** One per try; each settles when every node has voted. */
    readonly attempts: readonly Promise<{ votesAgainst: Map<Redis, Error> }>[];
  }

  export class Lock {
    /** Milliseconds since the epoch. */
    readonly expiration: number;
    release(): Promise<unknown>;
  }

  export default class Redlock extends EventEmitter {
    constructor(nodes: Redis[], settings: { retryCount: number; driftFactor: number });
    acquire(resources: string[], durationMs: number): Promise<Lock>;
  }
}

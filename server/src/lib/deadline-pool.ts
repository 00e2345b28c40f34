import type { Pool, PoolConnection } from 'mysql2';
import { FairTurns } from './fair-turns.js';
import { SilenceWatch } from './silence-watch.js';

export interface MysqlLimits {
  poolSize: number;
  queueLimit: number;
  acquireTimeoutMs: number;
  queryTimeoutMs: number;
  /** A query that has waited for so long makes one look whether MySQL answers at all. */
  suspiciousAfterMs: number;
  /** How long a transaction that lost a deadlock or a lock is tried again. */
  retryForMs: number;
}

export interface MysqlError extends Error {
  code: string;
  fatal?: boolean;
}

/**
 * A pooled connection whose every query has a deadline, counted from when it was asked for: the driver sends one query
 * after the other, and what waits behind a lost one would wait for ever. A connection that missed one is closed.
 */
class DeadlineConnection {
  constructor(
    private readonly raw: PoolConnection,
    private readonly limits: MysqlLimits,
    private readonly watch: SilenceWatch,
    private readonly turns: FairTurns,
  ) {}
  get config(): object {
    return this.raw.config;
  }
  get threadId(): number {
    return this.raw.threadId ?? 0;
  }
  connect(): void {}
  destroy(): void {
    this.raw.destroy();
  }
  query(text: string, parameters: unknown, callback?: (error: unknown, result: never) => void) {
    const deadline = performance.now() + this.limits.queryTimeoutMs;
    let timer: NodeJS.Timeout;
    const settle = (error: unknown, result: unknown) => {
      if (!this.watch.endWait(fail)) return;
      clearTimeout(timer);
      this.turns.run(() => callback?.(error, result as never));
    };
    const fail = () => {
      this.raw.destroy();
      settle(driverError('QUERY_TIMEOUT', 'MySQL did not answer in time.'), undefined);
    };
    const wait = () => {
      const leftMs = deadline - performance.now();
      timer = setTimeout(leftMs > suspiciousAfterMs ? suspect : fail, Math.min(leftMs, suspiciousAfterMs));
    };
    const suspect = () => {
      this.watch.suspect();
      wait();
    };
    const { suspiciousAfterMs } = this.limits;
    this.watch.beginWait(fail);
    wait();
    return this.raw.query({ sql: text, values: parameters as unknown[] }, settle);
  }
  release(): void {
    this.raw.release();
  }
}

const driverError = (code: string, message: string): MysqlError =>
  Object.assign(new Error(message), { code });

/** Lends connections, or refuses when none becomes free in time, or when MySQL has fallen silent. */
export class DeadlinePool {
  readonly #wrapped = new WeakMap<PoolConnection, DeadlineConnection>();
  readonly #watch: SilenceWatch;
  readonly #turns = new FairTurns();

  /** @param isAnswering asks MySQL past the pool, whose connections may all be waiting */
  constructor(
    private readonly pool: Pool,
    private readonly limits: MysqlLimits,
    isAnswering: () => Promise<boolean>,
  ) {
    this.#watch = new SilenceWatch(isAnswering);
  }

  getConnection(callback: (error: unknown, connection: DeadlineConnection) => void): void {
    const none = undefined as never;
    if (this.#watch.isSilent) {
      callback(driverError('QUERY_TIMEOUT', 'MySQL does not answer.'), none);
      return;
    }
    const refuse = () => {
      clearTimeout(timer);
      if (this.#watch.endWait(refuse))
        callback(driverError('POOL_ACQUIRE_TIMEOUT', 'No pooled connection became free.'), none);
    };
    const timer = setTimeout(refuse, this.limits.acquireTimeoutMs);
    this.#watch.beginWait(refuse);
    this.pool.getConnection((error, raw) => {
      clearTimeout(timer);
      if (!this.#watch.endWait(refuse)) raw?.release();
      else if (error) callback(error, none);
      else callback(null, this.#wrap(raw));
    });
  }

  end(callback: (error: unknown) => void): void {
    this.#watch.close();
    this.pool.end(callback);
  }

  #wrap(raw: PoolConnection): DeadlineConnection {
    let wrapped = this.#wrapped.get(raw);
    if (!wrapped) {
      wrapped = new DeadlineConnection(raw, this.limits, this.#watch, this.#turns);
      this.#wrapped.set(raw, wrapped);
    }
    return wrapped;
  }
}

import type { Pool, PoolConnection } from 'mysql2';

export interface MysqlLimits {
  poolSize: number;
  queueLimit: number;
  acquireTimeoutMs: number;
  queryTimeoutMs: number;
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
    private readonly timeoutMs: number,
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
    let isSettled = false;
    const settle = (error: unknown, result: unknown) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      callback?.(error, result as never);
    };
    const timer = setTimeout(() => {
      this.raw.destroy();
      settle(driverError('QUERY_TIMEOUT', 'MySQL did not answer in time.'), undefined);
    }, this.timeoutMs);
    return this.raw.query({ sql: text, values: parameters as unknown[] }, settle);
  }
  release(): void {
    this.raw.release();
  }
}

const driverError = (code: string, message: string): MysqlError =>
  Object.assign(new Error(message), { code });

/** Lends connections, or refuses when none becomes free in time. */
export class DeadlinePool {
  readonly #wrapped = new WeakMap<PoolConnection, DeadlineConnection>();
  constructor(
    private readonly pool: Pool,
    private readonly limits: MysqlLimits,
  ) {}

  getConnection(callback: (error: unknown, connection: DeadlineConnection) => void): void {
    let isDone = false;
    const none = undefined as never;
    const timer = setTimeout(() => {
      isDone = true;
      callback(driverError('POOL_ACQUIRE_TIMEOUT', 'No pooled connection became free.'), none);
    }, this.limits.acquireTimeoutMs);
    this.pool.getConnection((error, raw) => {
      clearTimeout(timer);
      if (isDone) raw?.release();
      else if (error) callback(error, none);
      else callback(null, this.#wrap(raw));
    });
  }

  end(callback: (error: unknown) => void): void {
    this.pool.end(callback);
  }

  #wrap(raw: PoolConnection): DeadlineConnection {
    let wrapped = this.#wrapped.get(raw);
    if (!wrapped) {
      wrapped = new DeadlineConnection(raw, this.limits.queryTimeoutMs);
      this.#wrapped.set(raw, wrapped);
    }
    return wrapped;
  }
}

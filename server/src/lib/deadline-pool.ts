import type { Pool, PoolConnection } from 'mysql2';
import { FairTurns } from './fair-turns.js';
import { type MysqlError, meaningOf } from './mysql-errors.js';
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

/**
 * A pooled connection whose every query has a deadline, counted from when it was asked for: the driver sends one query
 * after the other, and what waits behind a lost one would wait for ever. A connection that missed one is closed; so is
 * one whose server says that it can do nothing, since behind the same address another server may be reached by now.
 */
class DeadlineConnection {
  constructor(
    private readonly raw: PoolConnection,
    private readonly limits: MysqlLimits,
    private readonly watch: SilenceWatch,
    private readonly turns: FairTurns,
    private readonly onDemoted: () => void,
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
      if (error) this.#judge(error);
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

  #judge(error: unknown): void {
    const meaning = meaningOf(error);
    if (meaning === 'demoted' || meaning === 'unavailable') this.raw.destroy();
    if (meaning === 'demoted') this.onDemoted();
  }
}

const driverError = (code: string, message: string): MysqlError =>
  Object.assign(new Error(message), { code });

/** A server that may not be written to says so to everybody: not each of them closes all connections again. */
const renewedAtMostEveryMs = 250;

interface Known {
  connection: DeadlineConnection;
  generation: number;
}

/**
 * Lends connections, or refuses when none becomes free in time, or when MySQL has fallen silent. When a server has said
 * that it is not the one that may be written to, nobody gets a connection that is older than that: readers do not stay
 * with it either.
 */
export class DeadlinePool {
  readonly #known = new WeakMap<PoolConnection, Known>();
  #generation = 0;
  #renewedAtMs = Number.NEGATIVE_INFINITY;
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
    this.#take((error, raw) => {
      clearTimeout(timer);
      if (!this.#watch.endWait(refuse)) raw?.release();
      else if (raw) callback(null, this.#wrap(raw).connection);
      else callback(error, none);
    });
  }

  end(callback: (error: unknown) => void): void {
    this.#watch.close();
    this.pool.end(callback);
  }

  /** A connection of the present generation; older ones are closed as they are met. */
  #take(callback: (error: unknown, raw: PoolConnection | null) => void): void {
    this.pool.getConnection((error, raw) => {
      if (error) return callback(error, null);
      const known = this.#known.get(raw);
      if (!known || known.generation === this.#generation) return callback(null, raw);
      raw.destroy();
      this.#take(callback);
    });
  }

  #wrap(raw: PoolConnection): Known {
    let known = this.#known.get(raw);
    if (!known) {
      const onDemoted = () => this.#renew();
      const connection = new DeadlineConnection(raw, this.limits, this.#watch, this.#turns, onDemoted);
      known = { connection, generation: this.#generation };
      this.#known.set(raw, known);
    }
    return known;
  }

  #renew(): void {
    if (performance.now() - this.#renewedAtMs < renewedAtMostEveryMs) return;
    this.#renewedAtMs = performance.now();
    this.#generation++;
  }
}

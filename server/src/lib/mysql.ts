import { type ControlledTransaction, Kysely, MysqlDialect, sql } from 'kysely';
import { createPool } from 'mysql2';
import type { DB } from '../generated/db.js';
import { DeadlinePool, type MysqlLimits } from './deadline-pool.js';
import { AppError, busy, unavailable } from './errors.js';
import {
  isCommitRolledBack,
  isContention,
  isMysqlError,
  isMysqlUnavailable,
  isReadOnlyRefusal,
} from './mysql-errors.js';
import { isMysqlAnswering } from './mysql-probe.js';
import { withValues } from './sql-values.js';

export type Db = Kysely<DB>;
declare const inTransaction: unique symbol;
/** A connection inside a transaction. Methods that lock take it, so that they cannot be called outside of one. */
export type Tx = ControlledTransaction<DB> & { readonly [inTransaction]?: true };

const onCommit = new WeakMap<Tx, (() => void)[]>();

/** Calls back once `tx` is committed; never when it is rolled back, or when nobody can say. It must not throw. */
export function afterCommit(tx: Tx, listener: () => void): void {
  onCommit.set(tx, [...(onCommit.get(tx) ?? []), listener]);
}

export const mysqlLimits: MysqlLimits = {
  poolSize: 10,
  queueLimit: 2_000,
  /** A refusal is to be heard within two seconds. */
  acquireTimeoutMs: 1_600,
  queryTimeoutMs: 5_000,
  suspiciousAfterMs: 800,
  retryForMs: 2_000,
};

/** For work beside the requests, on connections of its own: statements that take minutes. */
export const maintenanceLimits: MysqlLimits = {
  ...mysqlLimits,
  poolSize: 3,
  acquireTimeoutMs: 10_000,
  queryTimeoutMs: 60 * 60_000,
  suspiciousAfterMs: 10_000,
};

/** What every session of the server is set to. */
export const sessionSettings =
  "SET SESSION transaction_isolation = 'READ-COMMITTED', time_zone = '+00:00', innodb_lock_wait_timeout = 2, " +
  "sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

/** @param key as MySQL names it: `table.key`, e.g. `users.users_email` or `slot_claims.PRIMARY`. */
export const isDuplicateKey = (error: unknown, key: string): boolean =>
  isMysqlError(error) && error.code === 'ER_DUP_ENTRY' && error.message.endsWith(`for key '${key}'`);

/** MySQL, which decides. Reads go through `read`, every change through `transaction`. */
export class Database {
  readonly read: Db;
  #onContention: () => void = () => {};

  constructor(
    url: string,
    private readonly limits: MysqlLimits = mysqlLimits,
  ) {
    const pool = createPool({
      uri: url,
      connectionLimit: limits.poolSize,
      queueLimit: limits.queueLimit,
      connectTimeout: 2_000,
      timezone: 'Z',
      dateStrings: ['DATE'],
      supportBigNumbers: true,
      charset: 'utf8mb4_0900_ai_ci',
      multipleStatements: false,
      queryFormat: withValues,
    });
    pool.on('connection', (connection) => {
      connection.query(sessionSettings, (error) => {
        if (error) connection.destroy();
      });
    });
    const lending = new DeadlinePool(pool, limits, () => isMysqlAnswering(url));
    this.read = new Kysely<DB>({ dialect: new MysqlDialect({ pool: lending }) });
  }

  /** Calls back whenever a transaction lost a deadlock or waited too long for a lock. */
  onContention(listener: () => void): void {
    this.#onContention = listener;
  }

  /**
   * Runs `work` in one READ COMMITTED transaction. After a deadlock or a lock timeout the whole of it runs again,
   * with jitter, for up to two seconds: `work` must have no effect outside `tx`.
   * @throws AppError `busy` when contention outlasts the deadline; `mysql_unavailable` when nothing was committed;
   *   `outcome_unknown` when the answer to COMMIT was lost, or is an error that leaves the outcome open.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const deadline = performance.now() + this.limits.retryForMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (!isContention(error))
          throw isMysqlUnavailable(error) ? unavailable('mysql_unavailable', error) : error;
        this.#onContention();
        if (performance.now() > deadline) throw busy(error);
        await pause(Math.random() * Math.min(100, 5 * 2 ** attempt));
      }
    }
  }

  async #attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const tx = await this.read.startTransaction().execute();
    let result: T;
    try {
      result = await work(tx);
    } catch (error) {
      await tx.rollback().execute().catch(ignoreDeadConnection);
      throw error;
    }
    try {
      await tx.commit().execute();
    } catch (error) {
      await tx.rollback().execute().catch(ignoreDeadConnection);
      throw isCommitRolledBack(error) ? error : outcomeUnknown(error);
    }
    for (const listener of onCommit.get(tx) ?? []) listener();
    return result;
  }

  /**
   * Whether it may be written to. A server that may not is left: the connections that reach it are closed.
   * @throws Error when it does not answer
   */
  async state(): Promise<'up' | 'read_only'> {
    try {
      return await this.read.connection().execute(async (connection) => {
        await sql`start transaction read write`.execute(connection); // refused where this account may not write
        await sql`rollback`.execute(connection);
        const usual = sql<{ isReadOnly: number }>`select @@session.transaction_read_only as isReadOnly`;
        const { rows } = await usual.execute(connection);
        return rows[0]?.isReadOnly ? 'read_only' : 'up';
      });
    } catch (error) {
      if (!isReadOnlyRefusal(error)) throw error;
      return 'read_only';
    }
  }

  async close(): Promise<void> {
    await this.read.destroy();
  }
}

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

/** A rollback fails only on a connection that is gone, and then the server has rolled back already. */
function ignoreDeadConnection(error: unknown): void {
  if (!isMysqlUnavailable(error)) throw error;
}

const outcomeUnknown = (cause: unknown): AppError =>
  new AppError('outcome_unknown', { outcome: 'unknown', retryAfterSeconds: 1 }, { cause });

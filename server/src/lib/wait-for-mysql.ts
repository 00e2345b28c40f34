import { createConnection } from 'mysql2/promise';
import { AppError, ConfigError } from './errors.js';
import { isMysqlError, isMysqlUnavailable, meaningOf } from './mysql-errors.js';

const defaultPatienceMs = 15_000;

/**
 * Waits until MySQL answers and may be written to: a database that starts beside the API may take a moment, and so may a
 * failover.
 * @throws ConfigError in words
 */
export async function waitForMysql(url: string, patienceMs = defaultPatienceMs): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
      try {
        await connection.query('START TRANSACTION READ WRITE'); // refused by a server that is read-only for this account
        return;
      } finally {
        connection.destroy();
      }
    } catch (error) {
      if (Date.now() > giveUpAt || isRefusal(error)) throw unreachable(url, error);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** MySQL is there and says no: waiting would not help. */
const isRefusal = (error: unknown): boolean =>
  isMysqlError(error) &&
  ['ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR', 'ER_DBACCESS_DENIED_ERROR'].includes(error.code);

function unreachable(url: string, cause: unknown): ConfigError {
  const { host, pathname } = new URL(url);
  const code = isMysqlError(cause) ? cause.code : 'no answer';
  const advice =
    code === 'ER_BAD_DB_ERROR'
      ? `Create the database: CREATE DATABASE ${pathname.slice(1)}`
      : meaningOf(cause) === 'demoted'
        ? 'It may not be written to: name the one that may in MYSQL_URL.'
        : 'Start it, or correct MYSQL_URL.';
  return new ConfigError(`MySQL at ${host} cannot be used (${code}). ${advice}`, { cause });
}

/** What to tell the person at the terminal when MySQL went away, or was demoted, in the middle of the work; else null. */
export function mysqlTrouble(error: unknown): string | null {
  if (error instanceof AppError && error.kind === 'unavailable') return error.message;
  if (!isMysqlUnavailable(error)) return null;
  const code = isMysqlError(error) ? error.code : 'no answer';
  const trouble =
    meaningOf(error) === 'demoted' ? 'may not be written to any more' : 'cannot be used any more';
  return `MySQL ${trouble} (${code}). Try again when it is back, or correct MYSQL_URL.`;
}

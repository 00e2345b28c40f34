import { createConnection } from 'mysql2/promise';
import { ConfigError } from './errors.js';

const patienceMs = 15_000;

/** Waits until MySQL answers: a database that starts beside the API may take a moment. @throws ConfigError in words */
export async function waitForMysql(url: string): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
      await connection.end();
      return;
    } catch (error) {
      if (Date.now() > giveUpAt || isRefusal(error)) throw unreachable(url, error);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** MySQL is there and says no: waiting would not help. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR', 'ER_DBACCESS_DENIED_ERROR'].includes(String(error.code));

function unreachable(url: string, cause: unknown): ConfigError {
  const { host, pathname } = new URL(url);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
  const advice =
    code === 'ER_BAD_DB_ERROR'
      ? `Create the database: CREATE DATABASE ${pathname.slice(1)}`
      : 'Start it, or correct MYSQL_URL.';
  return new ConfigError(`MySQL at ${host} cannot be used (${code}). ${advice}`, { cause });
}

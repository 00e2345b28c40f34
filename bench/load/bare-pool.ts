import { createPool, type Pool } from 'mysql2/promise';
import { mysqlLimits, sessionSettings } from '../../server/src/lib/mysql.js';

/** The driver alone: the API's settings and pool size, and nothing of its code round it. */
export function barePool(mysqlUrl: string): Pool {
  const pool = createPool({
    uri: mysqlUrl,
    connectionLimit: mysqlLimits.poolSize,
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    charset: 'utf8mb4_0900_ai_ci',
  });
  pool.pool.on('connection', (connection) => connection.query(sessionSettings));
  return pool;
}

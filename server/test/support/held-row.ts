import { setTimeout as pause } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { uuidBytes } from '../../src/lib/ids.js';
import type { Clinic } from './clinic.js';

/** Keeps every transaction from the row. @returns what lets them go on */
export async function holdRow(
  { urls }: Clinic,
  table: 'users' | 'note_refs',
  id: string,
): Promise<() => Promise<void>> {
  const connection = await createConnection({ uri: urls.mysqlUrl });
  await connection.query('START TRANSACTION');
  await connection.query('SELECT id FROM ?? WHERE id = ? FOR UPDATE', [table, uuidBytes(id)]);
  return async () => {
    await connection.query('COMMIT');
    await connection.end();
  };
}

const waiters = `SELECT COUNT(DISTINCT REQUESTING_THREAD_ID) AS count FROM performance_schema.data_lock_waits AS waits
  JOIN performance_schema.data_locks AS locks ON locks.ENGINE_LOCK_ID = waits.REQUESTING_ENGINE_LOCK_ID
  WHERE locks.OBJECT_SCHEMA = DATABASE()`;

/** Resolves when so many transactions of this clinic wait for a row that another one holds. */
export async function untilTheyWait({ urls }: Pick<Clinic, 'urls'>, howMany = 1): Promise<void> {
  const connection = await createConnection({ uri: urls.mysqlUrl });
  const count = async () => Number((await connection.query<RowDataPacket[]>(waiters))[0][0]?.count);
  while ((await count()) < howMany) await pause(20);
  await connection.end();
}

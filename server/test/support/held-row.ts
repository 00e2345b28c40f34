import { createConnection } from 'mysql2/promise';
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

/** Long enough for a request to come as far as the row, and short enough to wait there. */
export const untilItWaits = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

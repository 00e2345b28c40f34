import { statfs } from 'node:fs/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** With less than this a commit may not fit any more. */
const fullBelowBytes = 4 * 1024 ** 2;
/** With so much room a new start succeeds, and what follows it, too. */
const roomyFromBytes = 16 * 1024 ** 2;
const answersWithinMs = 1_000;

/**
 * A MySQL that finds its disk full waits for a whole minute before it looks again, and every commit waits with it.
 * @returns what says whether it waits although there is room by now: then a new start ends the wait at once
 */
export function fullDiskWait(folder: string, port: number): () => Promise<boolean> {
  let wasFull = false;
  return async () => {
    const { bavail, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    if (freeBytes < fullBelowBytes) wasFull = true;
    if (!wasFull || freeBytes < roomyFromBytes) return false;
    wasFull = false;
    return isAnyCommitWaiting(port);
  };
}

async function isAnyCommitWaiting(port: number): Promise<boolean> {
  const connection = await createConnection({
    ...{ host: '127.0.0.1', port, user: 'root', connectTimeout: answersWithinMs },
  });
  try {
    const sql = `SELECT COUNT(*) AS waiting FROM performance_schema.processlist
      WHERE time >= 1 AND state LIKE 'waiting for handler commit%'`;
    const [rows] = await connection.query<RowDataPacket[]>({ sql, timeout: answersWithinMs });
    return Number(rows[0]?.waiting) > 0;
  } finally {
    connection.destroy();
  }
}

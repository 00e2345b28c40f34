import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** How many events of each kind there are about each subject, under `KIND SUBJECT`. */
export async function effectsIn(mysqlUrl: string): Promise<Map<string, number>> {
  const connection = await createConnection({ uri: mysqlUrl });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT kind, BIN_TO_UUID(subject_id) AS subject, COUNT(*) AS found FROM events GROUP BY kind, subject_id',
    );
    return new Map(rows.map(({ kind, subject, found }) => [`${kind} ${subject}`, Number(found)]));
  } finally {
    await connection.end();
  }
}

/** What came since, without what was there before. */
export function since(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): Map<string, number> {
  const grown = [...now].map(([effect, count]) => [effect, count - (before.get(effect) ?? 0)] as const);
  return new Map(grown.filter(([, count]) => count !== 0));
}

import { MongoClient } from 'mongodb';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { StoreUrls } from '../../server/src/compose.js';
import { isNoChange } from '../kernel/audit.js';

/** What is counted from events, by workers of their own and some time later. */
const derived = /^(analytics_|fact_|offered_|schema_)|_totals(_published)?$|^document_outbox$/;

/** Counts, past the API, what there is. */
export interface Rows {
  /** By table and collection; without what workers make of events. */
  counts(): Promise<ReadonlyMap<string, number>>;
  /** The ids of the requests that changed something, as the audit log has them. */
  auditedRequests(): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

export async function openRows({ mysqlUrl, mongoUrl }: StoreUrls): Promise<Rows> {
  const mysql = await createConnection({ uri: mysqlUrl, timezone: 'Z' });
  const mongo = await MongoClient.connect(mongoUrl);
  const [found] = await mysql.query<RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const tables = found.map(({ name }) => String(name)).filter((name) => !derived.test(name));
  const counting = tables.map((name) => `SELECT '${name}' AS name, COUNT(*) AS number FROM \`${name}\``);
  return {
    async counts() {
      const [rows] = await mysql.query<RowDataPacket[]>(counting.join(' UNION ALL '));
      const counts = new Map(rows.map(({ name, number }) => [String(name), Number(number)]));
      for (const name of ['clinical_notes', 'observations'])
        counts.set(`${name} in MongoDB`, await mongo.db().collection(name).countDocuments());
      return counts;
    },
    async auditedRequests() {
      const [rows] = await mysql.query<RowDataPacket[]>(
        `SELECT request_id FROM audit_log WHERE NOT ${isNoChange}`,
      );
      return new Set(rows.map(({ request_id }) => String(request_id)));
    },
    async close() {
      await mysql.end();
      await mongo.close();
    },
  };
}

/** What became more or less, such as `events 12 → 13`. */
export const changes = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after]
    .filter(([name, number]) => before.get(name) !== number)
    .map(([name, number]) => `${name} ${before.get(name)} → ${number}`);

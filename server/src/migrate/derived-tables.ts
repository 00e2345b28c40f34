import type { Connection, RowDataPacket } from 'mysql2/promise';
import { type Definitions, readDefinitions } from '../analytics/definitions.js';
import { createSummaryTable, publishedName } from '../analytics/statements.js';

interface DerivedTable {
  name: string;
  createTable: string;
  checksum: string;
}

/**
 * Creates the tables of facts and sums that sql/facts and sql/summaries define. They hold nothing of their own, so a
 * changed definition replaces its tables, and whoever keeps them builds them anew from the source rows. It counts as
 * applied when all of that is done: what is interrupted starts again.
 */
export async function createDerivedTables(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT name, checksum FROM schema_derived');
  const created = new Map(rows.map(({ name, checksum }) => [String(name), String(checksum)]));
  const changed = tablesOf(readDefinitions()).filter(({ name, checksum }) => created.get(name) !== checksum);
  if (changed.length === 0) return;
  await forgetNumbers(connection); // no answer comes from tables that are empty for now
  for (const { name, createTable } of changed) {
    await connection.query(`DROP TABLE IF EXISTS ${name}`);
    await connection.query(createTable);
  }
  await forgetNumbers(connection); // another process may have built before its tables went
  for (const { name, checksum } of changed)
    await connection.query('REPLACE INTO schema_derived (name, checksum) VALUES (?, ?)', [name, checksum]);
}

async function forgetNumbers(connection: Connection): Promise<void> {
  await connection.query(
    "UPDATE analytics_consumers SET built_at = NULL, has_numbers = FALSE WHERE name = 'summaries'",
  );
}

const tablesOf = ({ facts, summaries }: Definitions): DerivedTable[] => [
  ...facts,
  ...summaries.flatMap((summary) =>
    [summary.name, publishedName(summary.name)].map((name) => ({
      name,
      createTable: createSummaryTable(summary, name),
      checksum: summary.checksum,
    })),
  ),
];

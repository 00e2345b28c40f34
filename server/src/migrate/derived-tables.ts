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
 * changed definition replaces its tables, and whoever keeps them builds them anew from the source rows.
 */
export async function createDerivedTables(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT name, checksum FROM schema_derived');
  const created = new Map(rows.map(({ name, checksum }) => [String(name), String(checksum)]));
  const changed = tablesOf(readDefinitions()).filter(({ name, checksum }) => created.get(name) !== checksum);
  for (const { name, createTable, checksum } of changed) {
    await connection.query(`DROP TABLE IF EXISTS ${name}`);
    await connection.query(createTable);
    await connection.query('REPLACE INTO schema_derived (name, checksum) VALUES (?, ?)', [name, checksum]);
  }
  if (changed.length > 0)
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

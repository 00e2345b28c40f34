import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** The migrated schema as text: what sql/schema.sql holds and a test compares. */
export async function dumpSchema(mysqlUrl: string): Promise<string> {
  const connection = await createConnection({ uri: mysqlUrl });
  try {
    const [tables] = await connection.query<RowDataPacket[]>(
      'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME',
    );
    const statements: string[] = [];
    for (const { name } of tables) {
      const [[row]] = await connection.query<RowDataPacket[]>('SHOW CREATE TABLE ??', [name]);
      statements.push(`${String(row?.['Create Table']).replace(/ AUTO_INCREMENT=\d+/, '')};\n`);
    }
    return `-- The schema after all migrations. Written by: npm run generate:schema\n\n${statements.join('\n')}`;
  } finally {
    await connection.end();
  }
}

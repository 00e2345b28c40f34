import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { databaseOf } from '../setup/stores.js';

/** Reads from MySQL's performance schema how long the server itself was busy with statements. */
export class ServerTime {
  private constructor(
    private readonly connection: Connection,
    private readonly database: string,
  ) {}

  static async open(mysqlUrl: string): Promise<ServerTime> {
    const connection = await createConnection({ uri: mysqlUrl, database: 'performance_schema' });
    return new ServerTime(connection, databaseOf(mysqlUrl));
  }

  /**
   * The mean server time of the statements that look like this, while `work` runs.
   * @param digest a LIKE pattern of their beginning: MySQL keeps no more of a long one
   * @returns milliseconds
   */
  async ofStatements(digest: string, work: () => Promise<void>): Promise<number> {
    await this.connection.query('TRUNCATE events_statements_summary_by_digest');
    await work();
    const [[row]] = await this.connection.query<RowDataPacket[]>(
      `SELECT SUM(sum_timer_wait) / SUM(count_star) / 1e9 AS ms FROM events_statements_summary_by_digest
       WHERE schema_name = ? AND digest_text LIKE ?`,
      [this.database, digest],
    );
    if (row?.ms === null || row?.ms === undefined)
      throw new Error(`No statement like ${digest} was seen in ${this.database}.`);
    return Number(row.ms);
  }

  /** How long the server is busy with one statement, in milliseconds. */
  async took(mysqlUrl: string, statement: string): Promise<number> {
    const connection = await createConnection({ uri: mysqlUrl });
    try {
      const [[thread]] = await connection.query<RowDataPacket[]>('SELECT PS_CURRENT_THREAD_ID() AS id');
      await connection.query(statement);
      const [[last]] = await this.connection.query<RowDataPacket[]>(
        `SELECT timer_wait / 1e9 AS ms FROM events_statements_history
         WHERE thread_id = ? ORDER BY event_id DESC LIMIT 1`,
        [thread?.id],
      );
      return Number(last?.ms);
    } finally {
      await connection.end();
    }
  }

  close(): Promise<void> {
    return this.connection.end();
  }
}

import { Readable } from 'node:stream';
import { type Connection, createConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';
import { sessionSettings } from '../../lib/mysql.js';
import { InsertEncoder, LoadEncoder, type RowEncoder } from './row-encoder.js';

/** A table and the columns that are written, in the order of the fields. */
export interface BulkTable {
  name: string;
  columns: readonly string[];
}

/** How rows go in: LOAD DATA where the server permits it, else INSERT. */
export type BulkWay = 'load' | 'insert';

const packetBytes = 512 * 1024;

/**
 * A connection for bulk loading: no deadline, everything else as the server's own sessions have it. Foreign keys, unique
 * keys and checks stay on.
 */
export class BulkLink {
  private constructor(
    private readonly connection: Connection,
    private readonly way: BulkWay,
  ) {}

  static async open(mysqlUrl: string, way: BulkWay): Promise<BulkLink> {
    const connection = await createConnection({
      uri: mysqlUrl,
      connectTimeout: 5_000,
      timezone: 'Z',
      charset: 'utf8mb4_0900_ai_ci',
      flags: ['LOCAL_FILES'],
    });
    await connection.query(sessionSettings);
    await connection.query('SET SESSION innodb_lock_wait_timeout = 50');
    return new BulkLink(connection, way);
  }

  encoder(): RowEncoder {
    return this.way === 'load' ? new LoadEncoder() : new InsertEncoder();
  }

  /**
   * Writes the rows in one statement, and so in one transaction unless the caller has begun one.
   * @throws Error unless MySQL took every row unaltered
   */
  async write(table: BulkTable, rows: RowEncoder): Promise<void> {
    if (rows.rows === 0) return;
    const result = this.way === 'load' ? await this.#load(table, rows) : await this.#insert(table, rows);
    // LOAD DATA LOCAL passes over what a key, a foreign key or a check refuses, and warns.
    if (result.affectedRows !== rows.rows || result.warningStatus > 0)
      throw new Error(
        `MySQL took ${result.affectedRows} of ${rows.rows} rows of ${table.name}: ${await this.#warning()}`,
      );
  }

  begin(): Promise<void> {
    return this.connection.beginTransaction();
  }

  commit(): Promise<void> {
    return this.connection.commit();
  }

  async close(): Promise<void> {
    this.connection.destroy();
  }

  async #load({ name, columns }: BulkTable, rows: RowEncoder): Promise<ResultSetHeader> {
    const bytes = rows.written();
    const [result] = await this.connection.query<ResultSetHeader>({
      sql: `LOAD DATA LOCAL INFILE 'generated' INTO TABLE ${name} CHARACTER SET latin1
        FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' (${columns.join(', ')})`,
      infileStreamFactory: () => Readable.from(piecesOf(bytes)),
    });
    return result;
  }

  async #insert({ name, columns }: BulkTable, rows: RowEncoder): Promise<ResultSetHeader> {
    const statement = `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${rows.written().toString('utf8')}`;
    const [result] = await this.connection.query<ResultSetHeader>(statement);
    return result;
  }

  /** The first code, without the message: that one may hold values. */
  async #warning(): Promise<string> {
    const [[first]] = await this.connection.query<RowDataPacket[]>('SHOW WARNINGS LIMIT 1');
    return first ? `warning ${first.Code}` : 'no warning';
  }
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += packetBytes) yield bytes.subarray(at, at + packetBytes);
}

import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { Loader } from '../load/loader.js';

/** What an operation sends after it has answered, it sends within this time. */
const lateMs = 100;

const triesAtMost = 12;

interface Statement extends RowDataPacket {
  text: string;
  startedAt: string;
}

/** Reads from MySQL's performance schema which statements an operation was made of. */
export class StatementWatch {
  private constructor(
    private readonly connection: Connection,
    private readonly database: string,
  ) {}

  static async open(mysqlUrl: string): Promise<StatementWatch> {
    const database = new URL(mysqlUrl).pathname.slice(1);
    const connection = await createConnection({
      uri: mysqlUrl,
      database: 'performance_schema',
      supportBigNumbers: true,
    });
    return new StatementWatch(connection, database);
  }

  /**
   * Whether one operation of both sides sends the same statements, literals apart, in the same order. The API's
   * workers may send one in between and a session is checked once a second, so several tries are made.
   * @returns the statements that both send; `null` with the last difference told when they differ
   */
  async same(api: Loader, bare: Loader, report: (line: string) => void): Promise<string[] | null> {
    let seen: Statement[] = [];
    let wanted: Statement[] = [];
    for (let attempt = 0; attempt < triesAtMost; attempt++) {
      wanted = await this.#of(bare);
      seen = await this.#of(api);
      if (isSame(seen, wanted)) return wanted.map((statement) => statement.text);
    }
    report('  The statements differ. The API sent:');
    for (const { text } of seen) report(`    ${text}`);
    report('  and the bare loop:');
    for (const { text } of wanted) report(`    ${text}`);
    return null;
  }

  close(): Promise<void> {
    return this.connection.end();
  }

  async #of(loader: Loader): Promise<Statement[]> {
    await loader.round(16, 300); // connections are open, and schedules and sessions known from here on
    await pause(lateMs);
    const [[last]] = await this.connection.query<Statement[]>(
      `SELECT '' AS text, CAST(MAX(timer_start) AS CHAR) AS startedAt
       FROM events_statements_history WHERE current_schema = ?`,
      [this.database],
    );
    await loader.sequence(1);
    await pause(lateMs);
    const [rows] = await this.connection.query<Statement[]>(
      `SELECT digest_text AS text, CAST(timer_start AS CHAR) AS startedAt
       FROM events_statements_history
       WHERE current_schema = ? AND timer_start > CAST(? AS UNSIGNED) AND digest IS NOT NULL ORDER BY timer_start`,
      [this.database, last?.startedAt ?? '0'],
    );
    return withoutRelay(rows);
  }
}

/** The relay looks for documents every moment, whoever else is asking: its look is BEGIN, SELECT … SKIP LOCKED, COMMIT. */
function withoutRelay(statements: Statement[]): Statement[] {
  const isLook = (statement: Statement | undefined) => statement?.text.endsWith('SKIP LOCKED') === true;
  return statements.filter(
    (statement, index) =>
      !isLook(statement) && !isLook(statements[index + 1]) && !isLook(statements[index - 1]),
  );
}

const isSame = (some: readonly Statement[], others: readonly Statement[]): boolean =>
  some.length === others.length &&
  some.every(({ text }, index) => plain(text) === plain(others[index]?.text ?? ''));

/** A digest's text keeps the quotes and the case of what was sent. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[`\s]/g, '');

import type { BulkLink, BulkTable } from './bulk-link.js';
import type { RowEncoder } from './row-encoder.js';

/** What writers report to. */
export interface WritingRun {
  readonly signal: AbortSignal;
  /** Rows of this table are committed. */
  onWritten(table: string, count: number): void;
}

/** So many rows go into one transaction at most. */
const rowsAtOnce = 20_000;

/** Fills the rows of one table and sends them off in batches. */
export class TableWriter {
  readonly rows: RowEncoder;

  constructor(
    private readonly table: BulkTable,
    private readonly link: BulkLink,
    private readonly run: WritingRun,
  ) {
    this.rows = link.encoder();
  }

  /** Ask after each row. */
  isDue(): boolean {
    return this.rows.rows >= rowsAtOnce || this.rows.isFull();
  }

  /** @throws the reason of the signal when the person at the terminal wants to stop */
  async flush(): Promise<void> {
    this.run.signal.throwIfAborted();
    const count = this.rows.rows;
    if (count === 0) return;
    await this.link.write(this.table, this.rows);
    this.rows.clear();
    this.run.onWritten(this.table.name, count);
  }
}

/** Sends off those that are full. */
export async function flushDue(...writers: { isDue(): boolean; flush(): Promise<void> }[]): Promise<void> {
  for (const writer of writers) if (writer.isDue()) await writer.flush();
}

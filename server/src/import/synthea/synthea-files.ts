import { join } from 'node:path';
import type { CsvColumns } from '../csv-head.js';
import { type CsvRow, csvRows } from '../csv-rows.js';
import type { Tally } from '../tally.js';

/** A file of Synthea's CSV output. */
export interface SyntheaFile extends CsvColumns {
  name: string;
}

/** What readers of a file tell about its rows. */
export type ReadTally = Pick<Tally, 'read' | 'skip' | 'guess'>;

/** The rows of a file, each counted as read; those that are no rows are counted as skipped. */
export async function* readRows(
  directory: string,
  file: SyntheaFile,
  tally: ReadTally,
): AsyncGenerator<CsvRow> {
  const read = [...file.required, ...(file.optional ?? [])];
  const unreadable = (reason: string, line: number) => {
    tally.read++;
    tally.skip(reason, line);
  };
  for await (const row of csvRows(join(directory, file.name), file, unreadable)) {
    tally.read++;
    if (read.some((column) => row(column).includes('\uFFFD')))
      tally.guess('holds �, which stands for a letter that was lost before: kept as it is', row.line);
    yield row;
  }
}

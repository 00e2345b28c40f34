import { join } from 'node:path';
import { type CsvRow, csvRows } from '../csv-rows.js';
import type { Tally } from '../tally.js';

/** A file of Synthea's CSV output, and the columns that the import cannot do without. */
export interface SyntheaFile {
  name: string;
  columns: readonly string[];
}

/** The rows of a file, each counted as read; those that are no rows are counted as skipped. */
export async function* readRows(
  directory: string,
  file: SyntheaFile,
  tally: Pick<Tally, 'read' | 'skip'>,
): AsyncGenerator<CsvRow> {
  const unreadable = (reason: string) => {
    tally.read++;
    tally.skip(reason);
  };
  for await (const row of csvRows(join(directory, file.name), file.columns, unreadable)) {
    tally.read++;
    yield row;
  }
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CsvColumns, readCsvHead } from '../csv-head.js';
import { type CsvRow, csvRows } from '../csv-rows.js';
import type { Tally } from '../tally.js';

/** A file of Synthea's CSV output. */
export interface SyntheaFile extends CsvColumns {
  name: string;
}

/** Files that Synthea of before 2019 does not write. Without them encounters name nobody. */
const laterFiles = ['organizations.csv', 'providers.csv'];

/**
 * The files of a folder that are to be read: all, but for those that its year does not have.
 * @param encounters the file that would refer to them
 * @throws ConfigError naming a file that is missing although encounters refer to it
 */
export async function filesToRead(
  directory: string,
  files: readonly SyntheaFile[],
  encounters: SyntheaFile,
): Promise<SyntheaFile[]> {
  const { missing } = await readCsvHead(join(directory, encounters.name), encounters);
  if (!missing.includes('PROVIDER') || !missing.includes('ORGANIZATION')) return [...files];
  const there = new Set(await readdir(directory));
  return files.filter(({ name }) => !laterFiles.includes(name) || there.has(name));
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

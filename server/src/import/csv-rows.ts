import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ConfigError } from '../lib/errors.js';

/** One row by column name. A column that the file does not have reads as an empty text. */
export type CsvRow = (column: string) => string;

/** A quote that is never closed would otherwise take the rest of the file into memory. */
const longestRowBytes = 1_000_000;

/**
 * The rows of a CSV file as a stream, values without blanks around them. A row that cannot be taken apart is told to
 * `onUnreadable` and left out; what follows it is read.
 * @throws ConfigError when the file is missing, is no file, or lacks one of `columns`
 */
export async function* csvRows(
  path: string,
  columns: readonly string[],
  onUnreadable: (reason: string) => void,
): AsyncGenerator<CsvRow> {
  await requireFile(path);
  let hasHeader = false;
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    max_record_size: longestRowBytes,
    columns: (header: string[]) => {
      hasHeader = true;
      return withRequired(header, columns, path);
    },
    skip_records_with_error: true,
    on_skip(error) {
      onUnreadable(reasonOf(error?.code));
      return undefined;
    },
  });
  // The pipeline hands errors of the file to the parser, and closes the file when the reader stops early.
  pipeline(createReadStream(path), parser, () => {});
  try {
    for await (const row of parser as AsyncIterable<Record<string, string>>)
      yield (column) => row[column] ?? '';
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    onUnreadable(reasonOf(error.code));
  }
  if (!hasHeader) throw new ConfigError(`${path} is empty: it has not even a header.`);
}

/** How many rows a file has, readable or not. Also finds out early that it cannot be used. */
export async function countRows(path: string, columns: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _row of csvRows(path, columns, () => count++)) count++;
  return count;
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `${path} cannot be read (${error.code}). Check the path, or export the file again.`,
    );
  });
  if (!found.isFile()) throw new ConfigError(`${path} is not a file.`);
}

function withRequired(header: string[], columns: readonly string[], path: string): string[] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new ConfigError(
      `${basename(path)} has no column ${missing.join(', ')}. Is it the file that this import expects?`,
    );
  return header;
}

const reasons: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'has another number of columns than the header',
  CSV_QUOTE_NOT_CLOSED: 'opens a quote that is never closed',
  CSV_MAX_RECORD_SIZE: 'is longer than a megabyte',
};

const reasonOf = (code: string | undefined): string => reasons[code ?? ''] ?? 'is no CSV row';

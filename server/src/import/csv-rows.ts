import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type CsvColumns, type CsvHead, readCsvHead } from './csv-head.js';
import { Utf8Only } from './utf8-only.js';

/** One row by column name. A column that the file does not have reads as an empty text. */
export interface CsvRow {
  (column: string): string;
  /** Of the file, counted from 1; of a row with line breaks its last. */
  readonly line: number;
}

/** A quote that is never closed would otherwise take the rest of the file into memory. */
const maxRowBytes = 1_000_000;

/**
 * The rows of a CSV file as a stream, values without blanks around them. A row that cannot be taken apart is told to
 * `onUnreadable` and left out; what follows it is read.
 * @throws ConfigError when the file is missing, is no file, is not in UTF-8, or lacks a required column
 */
export async function* csvRows(
  path: string,
  columns: CsvColumns,
  onUnreadable: (reason: string, line: number) => void,
): AsyncGenerator<CsvRow> {
  const head = await readCsvHead(path, columns);
  const parser = parserOf(head, onUnreadable);
  // The pipeline hands errors of the file to the parser, and closes the file when the reader stops early.
  pipeline(createReadStream(path), new Utf8Only(basename(path)), parser, () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>)
      yield Object.assign((column: string) => record[column.toUpperCase()] ?? '', { line: info.lines });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    onUnreadable(reasonOf(error.code), lineOf(error));
  }
}

/** How many rows a file has, readable or not. Also finds out early that it cannot be used. */
export async function countRows(path: string, columns: CsvColumns): Promise<number> {
  let count = 0;
  for await (const _row of csvRows(path, columns, () => count++)) count++;
  return count;
}

interface ParsedRow {
  record: Record<string, string>;
  info: { lines: number };
}

const parserOf = ({ separator, columns }: CsvHead, onUnreadable: (reason: string, line: number) => void) =>
  parse({
    bom: true,
    trim: true,
    info: true,
    delimiter: separator,
    skip_empty_lines: true,
    max_record_size: maxRowBytes,
    columns: () => columns,
    skip_records_with_error: true,
    on_skip(error) {
      onUnreadable(reasonOf(error?.code), lineOf(error));
      return undefined;
    },
  });

const reasons: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'has another number of columns than the header',
  CSV_QUOTE_NOT_CLOSED: 'opens a quote that is never closed',
  CSV_MAX_RECORD_SIZE: 'is longer than a megabyte',
};

const reasonOf = (code: string | undefined): string => reasons[code ?? ''] ?? 'is no CSV row';

const lineOf = (error: CsvError | undefined): number => Number(error?.lines ?? 0);

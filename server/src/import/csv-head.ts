import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ConfigError } from '../lib/errors.js';
import { encodingByMark, otherEncoding } from './utf8-only.js';

/** What an import knows of a file's columns. Names are compared in upper case. */
export interface CsvColumns {
  /** It cannot do without these. */
  required: readonly string[];
  /** It takes these over where they are. */
  optional?: readonly string[];
  /** It knows these, and leaves them. */
  ignored?: readonly string[];
  /** Other names of columns: `SPECIALTY` for `SPECIALITY`. */
  aliases?: Readonly<Record<string, string>>;
}

/** The first line of a file. */
export interface CsvHead {
  separator: string;
  /** For each column its name, or `false` when it is not read. */
  columns: (string | false)[];
  /** Optional ones that the file does not have. */
  missing: string[];
  /** Ones that are not known. */
  unknown: string[];
}

export const separatorNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};
const headBytes = 65_536;

/** @throws ConfigError when the file is missing, empty, no file, not in UTF-8, or lacks a column that is required */
export async function readCsvHead(path: string, columns: CsvColumns): Promise<CsvHead> {
  const line = await firstLine(path);
  const candidates = Object.keys(separatorNames).map((separator) => ({
    separator,
    names: namesOf(line, separator, columns),
  }));
  const known = knownOf(columns);
  const countKnown = (names: string[]) => names.filter((name) => known.has(name)).length;
  const best = candidates.reduce((one, other) =>
    countKnown(other.names) > countKnown(one.names) ? other : one,
  );
  requireColumns(basename(path), best.names, columns);
  const read = new Set([...columns.required, ...(columns.optional ?? [])]);
  return {
    separator: best.separator,
    columns: best.names.map((name) => read.has(name) && name),
    missing: (columns.optional ?? []).filter((name) => !best.names.includes(name)),
    unknown: best.names.filter((name) => name !== '' && !known.has(name)),
  };
}

async function firstLine(path: string): Promise<string> {
  const file = await usableFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    const encoding = encodingByMark(head);
    if (encoding !== null) throw otherEncoding(basename(path), 1, encoding);
    const [line = ''] = head
      .toString('utf8')
      .replace(/^\uFEFF?\s*/, '')
      .split(/\r\n|\n|\r/);
    if (line === '') throw new ConfigError(`${path} is empty: it has not even a header.`);
    return line;
  } finally {
    await file.close();
  }
}

async function usableFile(path: string) {
  try {
    if (!(await stat(path)).isFile()) throw new ConfigError(`${path} is not a file.`);
    return await open(path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${path} cannot be read (${code}). Check the path, or export the file again.`);
  }
}

function namesOf(line: string, separator: string, { aliases = {} }: CsvColumns): string[] {
  try {
    const [cells = []] = parse(line, { delimiter: separator, trim: true, relax_quotes: true }) as string[][];
    return cells.map((cell) => cell.toUpperCase()).map((name) => aliases[name] ?? name);
  } catch {
    return []; // no line of this separator: another one fits better, or none does
  }
}

const knownOf = ({ required, optional = [], ignored = [] }: CsvColumns): ReadonlySet<string> =>
  new Set([...required, ...optional, ...ignored]);

/** Without a known column the first line may be a row already: then none of it may be told. */
function requireColumns(file: string, names: readonly string[], columns: CsvColumns): void {
  const known = names.filter((name) => knownOf(columns).has(name));
  const missing = columns.required.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new ConfigError(
      `${file} has no column ${missing.join(', ')}${known.length > 0 ? ` beside ${known.join(', ')}` : ''}. ` +
        'The first line must name the columns. Is it the file that this import expects?',
    );
  const [twice] = known.filter((name, index) => known.indexOf(name) !== index);
  if (twice !== undefined) throw new ConfigError(`${file} has the column ${twice} twice.`);
}

import { AppError, ConfigError } from '../lib/errors.js';
import type { Tx } from '../lib/mysql.js';
import { isMysqlError } from '../lib/mysql-errors.js';
import { AlreadyImported } from './import-ledger.js';
import { type ImportRun, SkippedRow } from './import-run.js';
import type { MadeRow } from './imported-rows.repository.js';
import { inParallel } from './in-parallel.js';
import type { Tally } from './tally.js';

/** A row that was read, and how it is written. */
export interface ReadyRow {
  externalId: string;
  /** Of the file that it comes from. */
  line: number;
  /** How many rows of the file became this one thing; 1 when left out. */
  rowCount?: number;
  /** Through the services, inside the transaction. What it made is remembered there, too. May run more than once. */
  write(tx: Tx): Promise<MadeRow[]>;
}

export interface WritingOptions<Row extends ReadyRow> {
  /** How many transactions at once; 8 when left out. */
  atOnce?: number;
  /** Decides about a row that the clinic refused. @returns true when it is taken care of and not to be skipped */
  onRefused?: (row: Row, refusal: AppError) => boolean;
}

const rowsPerTransaction = 20;
const transactionsAtOnce = 8;

/**
 * Writes rows in transactions of a few each, in any order unless `atOnce` is 1. What was imported before is passed
 * over. When one row of a transaction is refused, its rows are written again one by one, and only that one is skipped.
 * @throws whatever keeps the import from going on, e.g. AppError `mysql_unavailable`
 */
export async function writeRows<Row extends ReadyRow>(
  run: ImportRun,
  tally: Tally,
  rows: AsyncIterable<Row> | Iterable<Row>,
  { atOnce = transactionsAtOnce, onRefused = () => false }: WritingOptions<Row> = {},
): Promise<void> {
  await inParallel(batches(run, tally, rows), atOnce, (batch) => writeBatch(run, tally, batch, onRefused));
}

/** Runs what makes a row of this line ready, or counts why it cannot be. */
export function made<T>(tally: Tally, line: number, make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof SkippedRow)) throw error;
    tally.skip(error.reason, line);
    return null;
  }
}

async function* batches<Row extends ReadyRow>(
  run: ImportRun,
  tally: Tally,
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    if (run.ids.maybe(tally.kind, row.externalId) !== null) {
      eachRow(row, () => tally.countAlreadyThere(row.externalId));
      continue;
    }
    batch.push(row);
    if (batch.length < rowsPerTransaction) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function writeBatch<Row extends ReadyRow>(
  run: ImportRun,
  tally: Tally,
  batch: readonly Row[],
  onRefused: (row: Row, refusal: AppError) => boolean,
): Promise<void> {
  run.signal.throwIfAborted();
  try {
    const rows = await run.ledger.write(run.source, async (tx) => {
      const written: MadeRow[] = [];
      for (const row of batch) written.push(...(await row.write(tx)));
      return written;
    });
    for (const { kind, externalId, internalId } of rows) run.ids.add(kind, externalId, internalId);
    for (const row of batch) eachRow(row, () => tally.countImported(row.externalId));
  } catch (error) {
    const [row] = batch;
    if (!isAboutRows(error) || !row) throw error;
    if (batch.length === 1) settleRefusal(tally, row, error, onRefused);
    else for (const each of batch) await writeBatch(run, tally, [each], onRefused);
  }
}

function settleRefusal<Row extends ReadyRow>(
  tally: Tally,
  row: Row,
  error: unknown,
  onRefused: (row: Row, refusal: AppError) => boolean,
): void {
  if (error instanceof AlreadyImported) throw anotherImport(error);
  if (error instanceof AppError && onRefused(row, error)) return;
  const reason = reasonOf(error);
  eachRow(row, () => tally.skip(reason, row.line));
}

function eachRow({ rowCount = 1 }: ReadyRow, count: () => void): void {
  for (let row = 0; row < rowCount; row++) count();
}

/** What this clinic had at the start is known: the row can only have come since. */
const anotherImport = (cause: unknown): ConfigError =>
  new ConfigError('Another import of the same files is running. Let it end, then start this one again.', {
    cause,
  });

/** A refusal of what the row says, as opposed to a store that is away or busy. */
const isAboutRows = (error: unknown): boolean =>
  error instanceof SkippedRow ||
  error instanceof AlreadyImported ||
  (error instanceof AppError && (error.kind !== 'unavailable' || error.code === 'busy')) ||
  isMysqlError(error);

function reasonOf(error: unknown): string {
  if (error instanceof SkippedRow) return error.reason;
  if (error instanceof AppError && error.kind === 'unavailable') throw error;
  if (error instanceof AppError) return `was refused by the clinic (${error.code}${fieldsOf(error)})`;
  if (isMysqlError(error)) return refusalInWords(error);
  throw error;
}

/** MySQL names the column, and in other messages a value: only the column is told. */
function refusalInWords({ code, message }: { code?: string; message: string }): string {
  const [, column] = /for column '(\w+)'/.exec(message) ?? [];
  if (column === undefined) return 'was refused by the database: a value is none that it can hold';
  return `has a value that is ${code === 'ER_DATA_TOO_LONG' ? 'too long for' : 'none for'} ${column}`;
}

/** The names of the fields, never their values. */
function fieldsOf({ extra: { errors = [] } }: AppError): string {
  return errors.map(({ field }) => `: ${field.replace('body.', '')}`).join('');
}

import { expect } from 'chai';
import type { AnalyticsConsumer } from '../../src/events/analytics-consumer.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir } from '../../src/paths.js';
import { type Clinic, emptyDatabase } from '../support/clinic.js';
import { type Bookkeeper, bookkeeper } from './bookkeeper.js';
import { expectedNumbers, keptNumbers } from './kept-numbers.js';
import { truthOf } from './oracle.js';
import { SourceRows } from './source-rows.js';

/** A migrated database of a test's own, rows to fill it with, and a consumer that takes its turns when it is told. */
export interface Books extends Bookkeeper {
  mysqlUrl: string;
  rows: SourceRows;
  close(): Promise<void>;
}

export async function openBooks(): Promise<Books> {
  const { urls, drop } = await emptyDatabase();
  const { mysqlUrl } = urls;
  await migrate(mysqlUrl, migrationsDir, () => {});
  const rows = await SourceRows.open(mysqlUrl);
  const own = bookkeeper(mysqlUrl);
  const close = async () => {
    await own.db.close();
    await rows.close();
    await drop();
  };
  return { ...own, mysqlUrl, rows, close };
}

/** Every row that is kept equals what plain code makes of the source rows. */
export async function expectTrueNumbers(rows: SourceRows): Promise<void> {
  expect(await keptNumbers(rows)).to.deep.equal(expectedNumbers(await truthOf(rows)));
}

export function summariesOf({ composed }: Clinic): AnalyticsConsumer {
  const found = composed.consumers.find(({ name }) => name === 'summaries');
  if (!found) throw new Error('Nobody keeps the summaries.');
  return found;
}

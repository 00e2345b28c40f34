import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, Db } from '../lib/mysql.js';
import { isContention } from '../lib/mysql-errors.js';
import type { Definitions, FactDefinition, SummaryDefinition } from './definitions.js';
import { emptyTouched, run } from './fold.js';
import { type LocalTime, localTimes } from './local-time.js';
import type { Month, Publishing } from './publishing.js';
import { countPeople, keys, peopleLevels, publishedName, rowsOf, summaryRows } from './statements.js';

const factsAtOnce = 20_000;
const monthsAtOnce = 6;

const fresh = (table: string): string => `${table}__new`;
const worn = (table: string): string => `${table}__old`;

/**
 * Builds all facts and summaries from the source rows, beside the tables that answers come from, and swaps them in one
 * statement. The caller keeps events from being taken meanwhile; those of rows that changed after they were read
 * still wait, and are counted next.
 * @param requireStill throws when others may take events again: what they counted must not be swapped away
 */
export async function rebuildSummaries(
  db: Database,
  { facts, summaries }: Definitions,
  publishing: Publishing,
  requireStill: () => Promise<void>,
  report: (line: string) => void,
): Promise<void> {
  const local = await localTimes(db.read);
  for (const fact of facts) {
    const count = await db.read.connection().execute((connection) => loadFacts(connection, fact, local));
    report(`${fact.name}: ${count.toLocaleString('en')} rows`);
  }
  for (const summary of summaries) {
    await db.read.connection().execute((connection) => sumUp(connection, summary));
    await publishAll(db, { ...summary, name: fresh(summary.name) }, publishing);
    report(`${summary.name}: summed up`);
  }
  await swap(db.read, facts, summaries, requireStill);
}

/** @returns how many there are */
async function loadFacts(connection: Db, fact: FactDefinition, local: LocalTime): Promise<number> {
  const table = fresh(fact.name);
  await run(connection, `DROP TABLE IF EXISTS ${table}`);
  await run(connection, `CREATE TABLE ${table} LIKE ${fact.name}`);
  let count = 0;
  for (let after: Buffer | null = Buffer.alloc(16); after !== null; ) {
    await emptyTouched(connection);
    await sql`INSERT INTO touched SELECT id FROM ${sql.table(fact.source)} WHERE id > ${after}
      ORDER BY id LIMIT ${sql.lit(factsAtOnce)}`.execute(connection);
    const { numAffectedRows } = await run(
      connection,
      `INSERT INTO ${table} SELECT ${fact.columns.join(', ')} FROM (${rowsOf(fact, 'touched', local)}) AS now_is`,
    );
    count += Number(numAffectedRows ?? 0);
    const { rows } = await sql<{ last: Buffer | null }>`SELECT MAX(id) AS last FROM touched`.execute(
      connection,
    );
    after = rows[0]?.last ?? null;
  }
  return count;
}

async function sumUp(connection: Db, summary: SummaryDefinition): Promise<void> {
  const [table, fact] = [fresh(summary.name), fresh(summary.fact)];
  for (const each of [summary.name, publishedName(summary.name)]) {
    const copy = each === summary.name ? table : publishedName(table);
    await run(connection, `DROP TABLE IF EXISTS ${copy}`);
    await run(connection, `CREATE TABLE ${copy} LIKE ${each}`);
  }
  const weighed = `(SELECT ${fact}.*, 1 AS weight FROM ${fact}) AS weighed`;
  const columns = [...keys, ...summary.measures].join(', ');
  await run(connection, `INSERT INTO ${table} (${columns}) ${summaryRows(summary, weighed)}`);
  for (const level of peopleLevels) await run(connection, countPeople(table, fact, level));
}

async function publishAll(db: Database, summary: SummaryDefinition, publishing: Publishing): Promise<void> {
  const months = await monthsIn(db.read, summary.name);
  for (let start = 0; start < months.length; start += monthsAtOnce) {
    const some = months.slice(start, start + monthsAtOnce);
    await db.transaction((tx) => publishing.publish(tx, summary, some));
  }
}

/** The months that a summary has rows of. */
export async function monthsIn(db: Db, summary: string): Promise<Month[]> {
  const { rows } = await sql<Month>`
    SELECT DISTINCT year, month FROM ${sql.table(summary)} WHERE month <> 0`.execute(db);
  return rows;
}

async function swap(
  db: Db,
  facts: readonly FactDefinition[],
  summaries: readonly SummaryDefinition[],
  requireStill: () => Promise<void>,
): Promise<void> {
  const swaps = [
    ...facts.map(({ name }) => ({ live: name, built: fresh(name) })),
    ...summaries.map(({ name }) => ({ live: name, built: fresh(name) })),
    ...summaries.map(({ name }) => ({ live: publishedName(name), built: publishedName(fresh(name)) })),
  ];
  // Without statistics MySQL takes what was just built for empty, and plans accordingly.
  await run(db, `ANALYZE TABLE ${swaps.map(({ built }) => built).join(', ')}`);
  const old = swaps.map(({ live }) => worn(live)).join(', ');
  await run(db, `DROP TABLE IF EXISTS ${old}`);
  const renames = swaps.map(({ live, built }) => `${live} TO ${worn(live)}, ${built} TO ${live}`);
  await db.connection().execute((connection) => rename(connection, renames.join(', '), requireStill));
  await run(db, `DROP TABLE IF EXISTS ${old}`);
}

/**
 * A RENAME waits until nobody is reading the tables, and whoever comes after it waits for the RENAME. Where somebody
 * reads for long, a verification say, it therefore steps back after a second, lets the others through, and tries again.
 */
async function rename(connection: Db, renames: string, requireStill: () => Promise<void>): Promise<void> {
  await run(connection, 'SET SESSION lock_wait_timeout = 1');
  await requireStill();
  while (!(await isRenamed(connection, renames))) {
    await pause(1_000);
    await requireStill();
  }
  await run(connection, 'SET SESSION lock_wait_timeout = DEFAULT');
}

async function isRenamed(connection: Db, renames: string): Promise<boolean> {
  try {
    await run(connection, `RENAME TABLE ${renames}`);
    return true;
  } catch (error) {
    if (isContention(error)) return false;
    throw error;
  }
}

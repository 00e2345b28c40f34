import { sql } from 'kysely';
import type { Difference } from '../events/analytics-consumer.js';
import type { PendingEvents } from '../events/pending-events.js';
import type { Db } from '../lib/mysql.js';
import { isContention } from '../lib/mysql-errors.js';
import type { Definitions, FactDefinition, SummaryDefinition } from './definitions.js';
import { emptyTouched, run, take, touch } from './fold.js';
import { type LocalTime, localTimes } from './local-time.js';
import { type Publishing, type SummaryRow, summaryRowOf } from './publishing.js';
import { monthsIn } from './rebuild.js';
import {
  keys,
  peopleInCell,
  peopleLevels,
  publishedName,
  rowsOf,
  summaryRows,
  treeCondition,
} from './statements.js';

const pendingAtMost = 1_000_000;

interface Kept {
  definitions: Definitions;
  pending: PendingEvents;
  publishing: Publishing;
}

/**
 * Compares facts with the source rows, sums with the facts, and published rows with the sums, all as of one instant.
 * Rows whose events still wait are left aside: they are counted next. Starts again where a rebuild swaps the tables.
 * @param connection one connection, not in a transaction
 */
export async function verifySummaries(
  connection: Db,
  definitions: Definitions,
  pending: PendingEvents,
  publishing: Publishing,
  report: (line: string) => void,
): Promise<Difference[]> {
  for (;;)
    try {
      return await compare(connection, { definitions, pending, publishing }, report);
    } catch (error) {
      // The swap came before this transaction read a table, or would have waited for it while it waited for the swap.
      if (!isContention(error)) throw error;
      report('The tables were swapped by a rebuild: once more from the start.');
    }
}

async function compare(
  connection: Db,
  { definitions: { facts, summaries }, pending, publishing }: Kept,
  report: (line: string) => void,
): Promise<Difference[]> {
  const found: Difference[] = [];
  const tell = (where: string, what: string, count: number) => {
    report(`${where}: ${count === 0 ? 'equal' : `${count} ${what}`}`);
    if (count > 0) found.push({ where, what: `${count} ${what}` });
  };
  await run(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await run(connection, 'START TRANSACTION WITH CONSISTENT SNAPSHOT');
  try {
    const events = await pending.next(connection, pendingAtMost);
    await take(connection, events);
    const local = await localTimes(connection);
    for (const fact of facts) {
      await touch(connection, fact);
      tell(fact.name, 'rows are not what the source says', await wrongFacts(connection, fact, local));
    }
    for (const summary of summaries) {
      tell(summary.name, 'sums are wrong', await wrongSums(connection, summary));
      tell(summary.name, 'counts of people are wrong', await wrongPeople(connection, summary));
      const wrong = await wrongPublished(connection, summary, publishing);
      tell(publishedName(summary.name), 'rows are not what may be published', wrong);
    }
    await emptyTouched(connection);
  } finally {
    await run(connection, 'ROLLBACK');
    await run(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  }
  return found;
}

const isAside = (id: string): string => `EXISTS (SELECT 1 FROM touched WHERE touched.id = ${id})`;

/** Every source row has its fact, and there are as many of them. */
async function wrongFacts(db: Db, fact: FactDefinition, local: LocalTime): Promise<number> {
  const { name, columns } = fact;
  const isEqual = columns.map((column) => `${name}.${column} <=> source.${column}`).join(' AND ');
  const sourceRows = `(${rowsOf(fact, 'all', local)}) AS source`;
  const unequal = await count(
    db,
    `SELECT COUNT(*) AS found FROM ${sourceRows} LEFT JOIN ${name} ON ${name}.id = source.id
     WHERE NOT (${isEqual}) AND NOT ${isAside('source.id')}`,
  );
  const inSource = await count(
    db,
    `SELECT COUNT(*) AS found FROM ${sourceRows} WHERE NOT ${isAside('source.id')}`,
  );
  const kept = await count(db, `SELECT COUNT(*) AS found FROM ${name} WHERE NOT ${isAside(`${name}.id`)}`);
  return Math.max(unequal, Math.abs(kept - inSource));
}

/** What the facts add up to, against what is kept: the two cancel out. Rows of zeros are as good as none. */
async function wrongSums(db: Db, summary: SummaryDefinition): Promise<number> {
  const { name, fact, measures } = summary;
  const columns = [...keys, ...measures].join(', ');
  const negative = [...keys, ...measures.map((measure) => `-${measure} AS ${measure}`)].join(', ');
  const weighed = `(SELECT ${fact}.*, 1 AS weight FROM ${fact}) AS weighed`;
  const isLeft = measures.map((measure) => `SUM(${measure}) <> 0`).join(' OR ');
  return count(
    db,
    `SELECT COUNT(*) AS found FROM (
       SELECT 1 FROM (
         SELECT ${columns} FROM (${summaryRows(summary, weighed)}) AS expected
         UNION ALL SELECT ${negative} FROM ${name}
       ) AS both_sides GROUP BY ${keys.join(', ')} HAVING ${isLeft}
     ) AS wrong`,
  );
}

async function wrongPeople(db: Db, { name, fact, measures }: SummaryDefinition): Promise<number> {
  let wrong = 0;
  for (const level of peopleLevels)
    wrong += await count(
      db,
      `SELECT COUNT(*) AS found FROM ${name} WHERE month <> 0 AND ${measures[0]} <> 0
        AND ${treeCondition(name, level)} AND people <> ${peopleInCell(name, fact, level)}`,
    );
  return wrong;
}

async function wrongPublished(db: Db, summary: SummaryDefinition, publishing: Publishing): Promise<number> {
  const left = new Map<string, number[]>();
  const put = ({ measures, ...row }: SummaryRow, weight: 1 | -1) => {
    const key = JSON.stringify([row.topic, row.year, row.month, row.departmentId, row.doctorId]);
    const before = left.get(key) ?? measures.map(() => 0);
    left.set(
      key,
      before.map((value, index) => value + weight * (measures[index] ?? 0)),
    );
  };
  for (const month of await monthsIn(db, summary.name))
    for (const row of await publishing.expected(db, summary, [month])) put(row, 1);
  const columns = [...keys, ...summary.measures].join(', ');
  const kept = await sql<Record<string, unknown>>`
    SELECT ${sql.raw(columns)} FROM ${sql.table(publishedName(summary.name))}`.execute(db);
  for (const row of kept.rows) put(summaryRowOf(row, summary.measures), -1);
  return [...left.values()].filter((measures) => measures.some((value) => value !== 0)).length;
}

async function count(db: Db, statement: string): Promise<number> {
  const { rows } = await sql.raw<{ found: number }>(statement).execute(db);
  return Number(rows[0]?.found ?? 0);
}

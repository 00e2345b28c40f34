import { sql } from 'kysely';
import type { PendingEvent } from '../events/pending-events.js';
import { maybeUuidBytes, uuidBytes } from '../lib/ids.js';
import type { Db, Tx } from '../lib/mysql.js';
import type { Definitions, FactDefinition } from './definitions.js';
import { type LocalTime, localTimes } from './local-time.js';
import type { Publishing } from './publishing.js';
import { addTo, countPeople, peopleLevels, rowsOf, summaryRows } from './statements.js';

/**
 * Counts what a batch of events says has changed. Each thing that an event names is looked at as it is now: its old
 * fact is subtracted from every sum and the new one added. Order, repeats and gaps of events therefore do not matter,
 * and the cost follows the number of events.
 */
export async function fold(
  tx: Tx,
  events: readonly PendingEvent[],
  { facts, summaries }: Definitions,
  publishing: Publishing,
): Promise<void> {
  await take(tx, events);
  const local = await localTimes(tx);
  for (const fact of facts) {
    if (!(await touch(tx, fact))) continue;
    await exchange(tx, fact, local);
    for (const summary of summaries.filter((each) => each.fact === fact.name)) {
      await run(tx, addTo(summary.name, summary.measures, summaryRows(summary, 'delta')));
      for (const level of peopleLevels) await run(tx, countPeople(summary.name, fact.name, level, 'delta'));
      await publishing.publish(tx, summary, await monthsOf(tx));
    }
  }
}

export const run = (db: Db, statement: string) => sql.raw(statement).execute(db);

/** Makes the batch known to statements. */
export async function take(db: Db, events: readonly PendingEvent[]): Promise<void> {
  await run(db, 'DROP TEMPORARY TABLE IF EXISTS taken');
  await run(
    db,
    `CREATE TEMPORARY TABLE taken (
      kind VARCHAR(48) NOT NULL, subject_id BINARY(16) NOT NULL, patient_id BINARY(16) NULL)`,
  );
  if (events.length === 0) return;
  const rows = events.map(
    ({ kind, subjectId, patientId }) => sql`(${kind}, ${uuidBytes(subjectId)}, ${maybeUuidBytes(patientId)})`,
  );
  await sql`INSERT INTO taken VALUES ${sql.join(rows)}`.execute(db);
}

/** Collects in `touched` the rows of the source to look at again. @returns false when there are none */
export async function touch(db: Db, fact: FactDefinition): Promise<boolean> {
  await emptyTouched(db);
  for (const select of fact.touched) await run(db, `INSERT IGNORE INTO touched ${select}`);
  const { rows } = await sql<{ id: Buffer }>`SELECT id FROM touched LIMIT 1`.execute(db);
  return rows.length > 0;
}

export async function emptyTouched(db: Db): Promise<void> {
  await run(db, 'DROP TEMPORARY TABLE IF EXISTS touched');
  await run(db, 'CREATE TEMPORARY TABLE touched (id BINARY(16) NOT NULL PRIMARY KEY)');
}

/** Replaces the facts of the touched rows. What went stands in `delta` with weight -1, what came with 1. */
async function exchange(tx: Tx, fact: FactDefinition, local: LocalTime): Promise<void> {
  const columns = fact.columns.join(', ');
  const before = fact.columns.map((column) => `${fact.name}.${column}`).join(', ');
  await run(tx, 'DROP TEMPORARY TABLE IF EXISTS delta');
  await run(
    tx,
    `CREATE TEMPORARY TABLE delta AS SELECT ${before}, CAST(-1 AS SIGNED) AS weight
     FROM touched STRAIGHT_JOIN ${fact.name} ON ${fact.name}.id = touched.id`,
  );
  await run(
    tx,
    `INSERT INTO delta (${columns}, weight) SELECT ${columns}, 1 FROM (${rowsOf(fact, 'touched', local)}) AS now_is`,
  );
  await run(
    tx,
    `DELETE ${fact.name} FROM touched STRAIGHT_JOIN ${fact.name} ON ${fact.name}.id = touched.id`,
  );
  await run(tx, `INSERT INTO ${fact.name} (${columns}) SELECT ${columns} FROM delta WHERE weight = 1`);
}

async function monthsOf(tx: Tx): Promise<{ year: number; month: number }[]> {
  const { rows } = await sql<{ year: number; month: number }>`
    SELECT DISTINCT year, month FROM delta`.execute(tx);
  return rows;
}

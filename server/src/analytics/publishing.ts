import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Db, Tx } from '../lib/mysql.js';
import type { SummaryDefinition } from './definitions.js';
import { keys, orAdd, peopleLevels, publishedName, treeCondition } from './statements.js';
import { type Cell, shownCells } from './suppression.js';

export interface Month {
  year: number;
  month: number;
}

/** A row of a summary, its measures in the order of the definition. */
export interface SummaryRow extends Month {
  topic: string;
  departmentId: string;
  doctorId: string;
  measures: readonly number[];
}

export const nobody = '00000000-0000-0000-0000-000000000000';

const rowsAtOnce = 1_000;

/**
 * Keeps beside each summary what of it may be shown to people who do not see the patients. Within a month and topic
 * the clinic, its departments and their doctors are a tree; every other published row, by year, ever or by doctor
 * over departments, adds up published cells of it, so that nothing can be had by subtraction.
 */
export class Publishing {
  /** Brings the published rows in line with those of these months, in the transaction that changed them. */
  async publish(tx: Tx, summary: SummaryDefinition, months: readonly Month[]): Promise<void> {
    if (months.length === 0) return;
    const wanted = await this.shown(tx, summary, months);
    const published = await treeRows(tx, summary, publishedName(summary.name), months);
    const changes = totalled(differences(wanted, published));
    for (let start = 0; start < changes.length; start += rowsAtOnce)
      await add(tx, summary, changes.slice(start, start + rowsAtOnce));
  }

  /** The cells of these months that may be shown. */
  async shown(db: Db, summary: SummaryDefinition, months: readonly Month[]): Promise<SummaryRow[]> {
    const rows = await treeRows(db, summary, summary.name, months);
    if (!summary.isWhole) return shownCells(rows.map((row) => ({ ...row, ...cellOf(row, row.topic) })));
    return shownCells(placesOf(rows)).flatMap((place) => place.rows);
  }

  /** All published rows that follow from these months alone. */
  async expected(db: Db, summary: SummaryDefinition, months: readonly Month[]): Promise<SummaryRow[]> {
    return totalled(await this.shown(db, summary, months));
  }
}

interface CountedRow extends SummaryRow {
  people: number;
}

/** The rows of a table that are cells of the tree. */
async function treeRows(
  db: Db,
  { measures }: SummaryDefinition,
  table: string,
  months: readonly Month[],
): Promise<CountedRow[]> {
  const isOneOf = sql.join(months.map(({ year, month }) => sql`(${year}, ${month})`));
  const isTree = peopleLevels.map((level) => `(${treeCondition(table, level)})`).join(' OR ');
  const { rows } = await sql<Record<string, unknown>>`
    SELECT ${sql.raw([...keys, 'people', ...measures].join(', '))} FROM ${sql.table(table)}
    WHERE (year, month) IN (${isOneOf}) AND ${sql.ref(measures[0] ?? '')} <> 0
      AND (${sql.raw(isTree)})`.execute(db);
  return rows.map((row) => ({ ...summaryRowOf(row, measures), people: Number(row.people) }));
}

export const summaryRowOf = (row: Record<string, unknown>, measures: readonly string[]): SummaryRow => ({
  topic: String(row.topic),
  year: Number(row.year),
  month: Number(row.month),
  departmentId: uuidText(row.department_id as Buffer),
  doctorId: uuidText(row.doctor_id as Buffer),
  measures: measures.map((measure) => Number(row[measure])),
});

/** All topics of a place and month as one cell: about no more people than the smallest of them. */
function placesOf(rows: readonly CountedRow[]): (Cell & { rows: CountedRow[] })[] {
  const ofMonths = Map.groupBy(rows, monthKey);
  const countTopics = (row: CountedRow): number =>
    new Set(ofMonths.get(monthKey(row))?.map(({ topic }) => topic)).size;
  const places = Map.groupBy(rows, (row) => JSON.stringify(cellOf(row, 'all').path));
  return [...places.values()].map((atPlace) => {
    const cells = atPlace.map((row) => cellOf(row, 'all'));
    return {
      path: cells[0]?.path ?? [],
      people: Math.min(...cells.map(({ people }) => people)),
      size: cells.reduce((sum, { size }) => sum + size, 0),
      canHide: atPlace.every((row) => countTopics(row) === atPlace.length),
      rows: atPlace,
    };
  });
}

const monthKey = ({ year, month }: Month): string => `${year} ${month}`;

function cellOf({ year, month, departmentId, doctorId, people, measures }: CountedRow, topic: string): Cell {
  const root = `${year} ${month} ${topic}`;
  const branches = [departmentId, doctorId].filter((id) => id !== nobody);
  return { path: [root, ...branches], people, size: measures[0] ?? 0 };
}

/** What has to be added to the published rows to make them what they should be. */
function differences(wanted: readonly SummaryRow[], published: readonly SummaryRow[]): SummaryRow[] {
  const sums = new Map<string, SummaryRow>();
  for (const row of wanted) addUp(sums, row, 1);
  for (const row of published) addUp(sums, row, -1);
  return [...sums.values()].filter(({ measures }) => measures.some((value) => value !== 0));
}

/** These cells, and what they add to their totals. */
function totalled(rows: readonly SummaryRow[]): SummaryRow[] {
  const sums = new Map<string, SummaryRow>();
  for (const row of rows)
    for (const period of [{}, { month: 0 }, { month: 0, year: 0 }]) {
      addUp(sums, { ...row, ...period }, 1);
      if (row.doctorId !== nobody) addUp(sums, { ...row, ...period, departmentId: nobody }, 1);
    }
  return [...sums.values()];
}

function addUp(sums: Map<string, SummaryRow>, row: SummaryRow, weight: 1 | -1): void {
  const key = JSON.stringify([row.topic, row.year, row.month, row.departmentId, row.doctorId]);
  const before = sums.get(key);
  const measures = row.measures.map((value, index) => (before?.measures[index] ?? 0) + weight * value);
  sums.set(key, { ...row, measures });
}

async function add(tx: Tx, summary: SummaryDefinition, rows: readonly SummaryRow[]): Promise<void> {
  const names = [...keys, ...summary.measures];
  const values = rows.map(
    ({ topic, year, month, departmentId, doctorId, measures }) =>
      sql`ROW(${sql.join([topic, year, month, uuidBytes(departmentId), uuidBytes(doctorId), ...measures])})`,
  );
  const table = publishedName(summary.name);
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.raw(names.join(', '))})
    SELECT ${sql.raw(names.join(', '))} FROM (VALUES ${sql.join(values)}) AS added (${sql.raw(names.join(', '))})
    ${sql.raw(orAdd(table, summary.measures))}`.execute(tx);
}

import type { FactDefinition, SummaryDefinition } from './definitions.js';
import type { LocalTime } from './local-time.js';

/** What every summary row is found by. Month 0: the whole year; year 0: ever; zero ids: whole department, clinic. */
export const keys = ['topic', 'year', 'month', 'department_id', 'doctor_id'] as const;

export const publishedName = (summary: string): string => `${summary}_published`;

/** Selects the facts of the rows in `touched`, or of all there are. */
export function rowsOf({ rows, source }: FactDefinition, which: 'touched' | 'all', local: LocalTime): string {
  const from = which === 'all' ? source : `touched STRAIGHT_JOIN ${source} ON ${source}.id = touched.id`;
  return rows
    .replace(`{${source}}`, from)
    .replaceAll(/\{local ([\w.]+)\}/g, (_all, column: string) => local(column));
}

/** Creates a table that holds sums: a summary, and what of it is for people who do not see the patients. */
export const createSummaryTable = ({ measures }: SummaryDefinition, name: string): string => `
  CREATE TABLE ${name} (
    topic         VARCHAR(48)       NOT NULL,
    year          SMALLINT UNSIGNED NOT NULL COMMENT '0: ever',
    month         TINYINT UNSIGNED  NOT NULL COMMENT '0: the whole year',
    department_id BINARY(16)        NOT NULL COMMENT 'zeros: all of them',
    doctor_id     BINARY(16)        NOT NULL COMMENT 'zeros: all of them',
    people        TINYINT UNSIGNED  NOT NULL DEFAULT 0 COMMENT 'patients it is about, counted up to 11; of months only',
    ${measures.map((measure) => `${measure} BIGINT NOT NULL`).join(',\n    ')},
    PRIMARY KEY (year, month, department_id, doctor_id, topic),
    KEY series (doctor_id, department_id, year, month),
    KEY ranking (year, month, department_id, topic, ${measures[0]})
  )`;

/**
 * Selects summary rows from facts that have a weight: each cell as it is, and in all its totals, by year and ever, by
 * department, doctor and for the whole clinic.
 * @param from a table expression, e.g. `delta`
 */
export function summaryRows({ cells, fact, measures }: SummaryDefinition, from: string): string {
  const cellsFrom = cells.replace(new RegExp(`^FROM ${fact}$`, 'm'), `FROM ${from}`);
  const sums = measures.map((measure) => `SUM(cells.${measure}) AS ${measure}`);
  return `
    SELECT cells.topic,
      IF(by_year, cells.year, 0) AS year,
      IF(by_month, cells.month, 0) AS month,
      IF(by_department, cells.department_id, ${zeroId}) AS department_id,
      IF(by_doctor, cells.doctor_id, ${zeroId}) AS doctor_id,
      ${sums.join(', ')}
    FROM (${cellsFrom}) AS cells
    CROSS JOIN (SELECT 1 AS by_year, 1 AS by_month UNION ALL SELECT 1, 0 UNION ALL SELECT 0, 0) AS periods
    CROSS JOIN (SELECT 0 AS by_department, 0 AS by_doctor UNION ALL SELECT 0, 1 UNION ALL SELECT 1, 0 UNION ALL SELECT 1, 1) AS levels
    GROUP BY 1, 2, 3, 4, 5`;
}

/** Adds what a SELECT of summary rows says to a table of sums. */
export const addTo = (table: string, measures: readonly string[], select: string): string => `
  INSERT INTO ${table} (${[...keys, ...measures].join(', ')})
  SELECT ${[...keys, ...measures].map((each) => `added.${each}`).join(', ')} FROM (${select}) AS added
  ${orAdd(table, measures)}`;

/** Where there is such a row already, the measures of `added` are added to it. */
export const orAdd = (table: string, measures: readonly string[]): string =>
  `ON DUPLICATE KEY UPDATE ${measures.map((each) => `${each} = ${table}.${each} + added.${each}`).join(', ')}`;

/**
 * Counts the patients of month cells, as far as it matters.
 * @param only a table of weighed facts: just the cells that these belong to; where nobody went, 11 remain 11
 */
export function countPeople(table: string, fact: string, level: PeopleLevel, only?: string): string {
  const cell = cellKeys[level].join(', ');
  const set = `SET ${table}.people = ${peopleInCell(table, fact, level)}
    WHERE ${table}.month <> 0 AND ${treeCondition(table, level)}`;
  if (only === undefined) return `UPDATE ${table} ${set}`;
  return `UPDATE (SELECT ${cell}, MIN(weight) < 0 AS has_gone FROM ${only} GROUP BY ${cell}) AS changed
    STRAIGHT_JOIN ${table} USING (${cell}) ${set} AND (${table}.people < 11 OR changed.has_gone)`;
}

/** How many patients the cell of a row is about: a walk over the index that ends at the eleventh. */
export const peopleInCell = (table: string, fact: string, level: PeopleLevel): string => `(
  SELECT COUNT(*) FROM (
    SELECT DISTINCT patient_id FROM ${fact}
    WHERE ${cellKeys[level].map((key) => `${fact}.${key} = ${table}.${key}`).join(' AND ')}
    LIMIT 11
  ) AS few)`;

/** Where people are counted: what may be published is a tree of these. */
export type PeopleLevel = 'clinic' | 'department' | 'doctor';
export const peopleLevels: readonly PeopleLevel[] = ['clinic', 'department', 'doctor'];

const cellKeys: Readonly<Record<PeopleLevel, readonly string[]>> = {
  clinic: ['topic', 'year', 'month'],
  department: ['topic', 'year', 'month', 'department_id'],
  doctor: ['topic', 'year', 'month', 'department_id', 'doctor_id'],
};

export const zeroId = "X'00000000000000000000000000000000'";

/** Tells the rows of a table that are cells of this level, totals by month left aside. */
export const treeCondition = (table: string, level: PeopleLevel): string =>
  `${table}.department_id ${level === 'clinic' ? '=' : '<>'} ${zeroId}
    AND ${table}.doctor_id ${level === 'doctor' ? '<>' : '='} ${zeroId}`;

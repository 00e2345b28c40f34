import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsDir, summariesDir } from '../paths.js';

/** A table of facts, one row per thing counted, as sql/facts/NAME.sql says. */
export interface FactDefinition {
  name: string;
  createTable: string;
  /** Of the table, and of what `rows` selects, in this order. */
  columns: readonly string[];
  /** Statements that select, from the batch of events in `taken`, the ids of the rows to look at again. */
  touched: readonly string[];
  /** The statement that selects all facts from the source rows; `{table}` in it stands for the rows looked at. */
  rows: string;
  /** The table that its ids come from. */
  source: string;
  checksum: string;
}

/** A summary table, as sql/summaries/NAME.sql says: sums of facts by topic, month, department and doctor. */
export interface SummaryDefinition {
  name: string;
  fact: string;
  /** The statement; the name of the fact table in it stands for rows that have a `weight`. */
  cells: string;
  /** Whether the topics of a place are published together or not at all: their sum is known from elsewhere. */
  isWhole: boolean;
  /** The columns that are sums. The first counts: nothing is where it is 0. */
  measures: readonly string[];
  checksum: string;
}

export interface Definitions {
  facts: readonly FactDefinition[];
  summaries: readonly SummaryDefinition[];
}

/** Raise it when other rows are to be published than before: then everything is built anew. */
const publishingRules = '1';

/** Reads sql/facts and sql/summaries. @throws Error naming a file that does not have the shape of the others */
export function readDefinitions(): Definitions {
  const facts = sqlFiles(factsDir).map(factOf);
  const summaries = sqlFiles(summariesDir).map(summaryOf);
  for (const { name, fact } of summaries)
    if (!facts.some((each) => each.name === fact)) throw misshapen(name, `there is no sql/facts/${fact}.sql`);
  return { facts, summaries };
}

interface SqlFile {
  name: string;
  text: string;
  checksum: string;
}

const sqlFiles = (directory: string): SqlFile[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(directory, file), 'utf8');
      const checksum = createHash('sha256').update(text).update(publishingRules).digest('hex');
      return { name: file.slice(0, -'.sql'.length), text, checksum };
    });

function factOf({ name, text, checksum }: SqlFile): FactDefinition {
  const [, createTable, touched, rows] = text.split(/^-- @(?:table|touched|rows)\n/m);
  const source = /\{(\w+)\}/.exec(rows ?? '')?.[1];
  if (!createTable || !touched || !rows || !source)
    throw misshapen(name, 'it needs the sections @table, @touched and @rows, in this order');
  const columns = [...createTable.matchAll(/^ {2}(\w+) +\S+ +(?:UNSIGNED +)?(?:NOT )?NULL/gm)].flatMap(
    ([, column]) => column ?? [],
  );
  return { name, createTable, columns, touched: statementsOf(touched), rows, source, checksum };
}

function summaryOf({ name, text, checksum }: SqlFile): SummaryDefinition {
  const fact = /^FROM (\w+)$/m.exec(text)?.[1];
  const measures = [...text.matchAll(/ AS (\w+)/g)].flatMap(([, measure]) => measure ?? []);
  if (!fact || measures.length === 0) throw misshapen(name, 'it needs sums with names, and one fact table');
  return { name, fact, cells: text, isWhole: text.includes('\n-- @whole'), measures, checksum };
}

const statementsOf = (text: string): string[] => text.split(';').flatMap((each) => each.trim() || []);

const misshapen = (name: string, what: string): Error => new Error(`sql/…/${name}.sql: ${what}.`);

import { type Expression, type SqlBool, sql } from 'kysely';

const apostrophes = /['’‘ʼ`´]/g;
const hyphensAndBlanks = /[\s\p{Pd}]+/gu;

/**
 * Names that begin so, as MySQL compares them: in any case, with or without accents. What the caller typed stands for
 * itself, but for apostrophes of any kind or none, and for hyphens and blanks.
 * @param column a trusted column name from code
 */
export function nameBeginsWith(column: string, prefix: string): Expression<SqlBool> {
  const patterns = waysToWrite(prefix).map((way) => sql<SqlBool>`${sql.ref(column)} like ${patternOf(way)}`);
  return sql<SqlBool>`(${sql.join(patterns, sql` or `)})`;
}

function waysToWrite(prefix: string): string[] {
  const name = prefix.normalize('NFC').trimStart();
  const byApostrophe = ["'", '’', 'ʼ', ''].map((sign) => name.replace(apostrophes, sign));
  return [
    ...new Set(byApostrophe.flatMap((way) => [' ', '-'].map((sign) => way.replace(hyphensAndBlanks, sign)))),
  ];
}

const patternOf = (prefix: string): string => `${prefix.replace(/[\\%_]/g, '\\$&')}%`;

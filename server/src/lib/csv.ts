/** What spreadsheets take for the beginning of a formula, wide forms included. */
const formulaSigns = '=+\\-@＝＋－＠';
const formula = new RegExp(`^(?=[\\t\\r\\n]|\\s*[${formulaSigns}])`);
/** Where a spreadsheet of another country, which parts cells at semicolons or tabs, would begin another cell. */
const innerFormula = new RegExp(`([;\\t\\r\\n]\\s*)(?=[${formulaSigns}])`, 'g');
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;
const lineEnd = '\r\n';

/**
 * Rows as a table: the names of the first row's fields, then a line per row, by RFC 4180. Whatever a text holds stays in
 * its cell, and an apostrophe before it keeps a spreadsheet from calculating it (OWASP, CSV Injection); numbers stay
 * numbers.
 */
export function csvText(rows: readonly Record<string, unknown>[]): string {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return '';
  const lines = [names.map(cellOf), ...rows.map((row) => names.map((name) => cellOf(row[name])))];
  return lines.map((cells) => cells.join(',') + lineEnd).join('');
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string')
    return quoted(typeof value === 'object' ? JSON.stringify(value) : String(value));
  return quoted(value.replace(formula, "'").replaceAll(innerFormula, "$1'"));
}

const quoted = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

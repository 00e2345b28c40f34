import { stringify } from 'csv-stringify/sync';
import type { Request, Response } from 'express';

/** An answer of analytics: flat rows, and until when they are complete. */
interface Table {
  asOf: string;
  rows: Record<string, unknown>[];
}

/** Asked first, because Express takes its time over what is nearly always JSON. */
const mayMeanText = /text\/(?:csv|\*)/i;

/** Whether the caller would rather have this answer as a table. */
export const isWantedAsCsv = (request: Request, data: unknown): data is Table =>
  mayMeanText.test(request.headers.accept ?? '') &&
  typeof data === 'object' &&
  data !== null &&
  'asOf' in data &&
  'rows' in data &&
  Array.isArray(data.rows) &&
  request.accepts(['application/json', 'text/csv']) === 'text/csv';

/** Names first, then a line per row. What a spreadsheet would take for a formula is escaped. */
export function sendCsv(response: Response, { asOf, rows }: Table): void {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', 'attachment; filename="medweave.csv"');
  response.setHeader('Medweave-As-Of', asOf);
  response.setHeader('Vary', 'Accept');
  response.end(stringify(rows, { header: true, escape_formulas: true, record_delimiter: 'windows' }));
}

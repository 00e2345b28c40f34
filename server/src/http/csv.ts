import type { Request, Response } from 'express';
import { csvText } from '../lib/csv.js';
import { sendText } from './send-text.js';

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
  request.accepts(['application/json', csvType, csvForSpreadsheets]) !== 'application/json';

const csvType = 'text/csv';
/** Spreadsheets take a table without a byte order mark for one in the encoding of their country. */
const csvForSpreadsheets = 'text/csv;bom=true';
const byteOrderMark = '\ufeff';

/** Names first, then a line per row. */
export function sendCsv(response: Response, { asOf, rows }: Table): void {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', 'attachment; filename="medweave.csv"');
  response.setHeader('Medweave-As-Of', asOf);
  response.setHeader('Vary', 'Accept');
  const isForSpreadsheet = response.req.accepts([csvType, csvForSpreadsheets]) === csvForSpreadsheets;
  sendText(response, `${isForSpreadsheet ? byteOrderMark : ''}${csvText(rows)}`);
}

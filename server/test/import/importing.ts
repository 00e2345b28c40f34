import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { ImportReport } from '../../src/import/import-report.js';
import { runImport } from '../../src/import/run-import.js';
import { countSkipped } from '../../src/import/tally.js';
import type { Clinic } from '../support/clinic.js';
import type { SyntheaFolder } from './synthea-folder.js';

const silent = { begin() {}, enter() {}, advance() {}, end() {} };

/** Imports a folder into a clinic whose workers run. */
export const importInto = (
  clinic: Clinic,
  { directory, notesFile }: SyntheaFolder,
  withNotes = true,
  zone: string | null = null,
): Promise<ImportReport> =>
  runImport(
    { directory, notesFile: withNotes ? notesFile : null, zone },
    clinic.composed.services,
    silent,
    new AbortController().signal,
  );

/** `[read, imported, already there, skipped]` by file. */
export function figuresOf({ files }: ImportReport): Record<string, number[]> {
  return Object.fromEntries(
    files.map((tally) => {
      const { file, read, imported, alreadyThere } = tally;
      return [file, [read, imported, alreadyThere, countSkipped(tally)]];
    }),
  );
}

/** How often each thing was said of the rows of all files. */
export const countsOf = ({ files }: ImportReport, what: 'skipped' | 'guessed'): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const file of files)
    for (const [said, { count }] of Object.entries(file[what])) counts[said] = (counts[said] ?? 0) + count;
  return counts;
};

export async function rowsOf<T>(mysqlUrl: string, statement: string, values: unknown[] = []): Promise<T[]> {
  const connection = await createConnection({ uri: mysqlUrl, timezone: 'Z', dateStrings: true });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement, values);
    return rows as T[];
  } finally {
    await connection.end();
  }
}

/** What an import left behind, without what differs between any two runs: ids, MRNs, times of writing. */
export async function endStateOf(mysqlUrl: string): Promise<unknown> {
  const all = (statement: string) => rowsOf<Record<string, unknown>>(mysqlUrl, statement);
  return {
    remembered: await all('SELECT source, kind, external_id FROM imported_rows ORDER BY 1, 2, 3'),
    tables: await Promise.all(
      counted.map(async (table) => [table, await all(`SELECT COUNT(*) AS count FROM ${table}`)]),
    ),
    visits:
      await all(`SELECT external_id, starts_at, ends_at, state, reason, doctor_seat, patient_seat, overbook_reason
      FROM imported_rows JOIN appointments ON id = internal_id WHERE imported_rows.kind = 'appointment' ORDER BY 1`),
    records: await all(`SELECT external_id, medical_records.kind, status, opened_at, closed_at
      FROM imported_rows JOIN medical_records ON id = internal_id WHERE imported_rows.kind = 'encounter' ORDER BY 1`),
  };
}

const counted = [
  'departments',
  'specializations',
  'doctors',
  'users',
  'patients',
  'appointments',
  'slot_claims',
  'medical_records',
  'diagnoses',
  'note_refs',
  'note_versions',
  'document_outbox',
  'events',
  'audit_log',
] as const;

/** Visits that hold not exactly one claim for each tick they touch and each of their two people. */
export async function wronglyClaimed(mysqlUrl: string): Promise<number> {
  const [row] = await rowsOf<{ found: number }>(
    mysqlUrl,
    `SELECT COUNT(*) AS found FROM (
      SELECT visit.id, COUNT(claim.tick) AS claims,
        2 * (CEIL(TIMESTAMPDIFF(SECOND, '1970-01-01', MAX(visit.ends_at)) / 300)
          - FLOOR(TIMESTAMPDIFF(SECOND, '1970-01-01', MAX(visit.starts_at)) / 300)) AS expected
      FROM appointments AS visit LEFT JOIN slot_claims AS claim ON claim.appointment_id = visit.id
        AND ((claim.resource_kind = 1 AND claim.resource_id = visit.doctor_id)
          OR (claim.resource_kind = 2 AND claim.resource_id = visit.patient_id))
        AND claim.tick * 300 > TIMESTAMPDIFF(SECOND, '1970-01-01', visit.starts_at) - 300
        AND claim.tick * 300 < TIMESTAMPDIFF(SECOND, '1970-01-01', visit.ends_at)
      GROUP BY visit.id) AS held WHERE claims <> expected`,
  );
  return Number(row?.found);
}

import { newId } from '../../lib/ids.js';
import type { CsvRow } from '../csv-rows.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import { type ImportRun, SkippedRow } from '../import-run.js';
import type { Tally } from '../tally.js';
import { cut, requireDate, requireText } from './source-text.js';
import { readRows, type SyntheaFile } from './synthea-files.js';
import type { SyntheaStep } from './synthea-import.js';
import type { SourceVisit } from './visits.js';

export const conditionsFile: SyntheaFile = {
  name: 'conditions.csv',
  columns: ['START', 'STOP', 'PATIENT', 'ENCOUNTER', 'CODE', 'DESCRIPTION'],
};

const longestCode = 32;
const longestText = 300;

/**
 * Conditions become diagnoses on the record of their encounter: resolved where they have an end, active otherwise.
 * They have no ids of their own, so they are remembered by encounter, code and start.
 */
export const importConditions: SyntheaStep = async ({ run, directory, visits }) => {
  const tally = run.tally(conditionsFile.name, 'condition');
  const byId = new Map(visits.map((visit) => [visit.externalId, visit]));
  await writeRows(run, tally, readyRows(run, directory, byId, tally));
};

async function* readyRows(
  run: ImportRun,
  directory: string,
  visits: ReadonlyMap<string, SourceVisit>,
  tally: Tally,
): AsyncGenerator<ReadyRow> {
  for await (const row of readRows(directory, conditionsFile, tally)) {
    const ready = made(tally, () => readyRow(run, row, visits, tally));
    if (ready) yield ready;
  }
}

function readyRow(
  run: ImportRun,
  row: CsvRow,
  visits: ReadonlyMap<string, SourceVisit>,
  tally: Tally,
): ReadyRow {
  const encounterId = requireText(row, 'ENCOUNTER');
  const code = requireText(row, 'CODE');
  if (code.length > longestCode) throw new SkippedRow('has no usable CODE');
  const onsetOn = requireDate(row, 'START');
  const externalId = `${encounterId} ${code} ${onsetOn}`;
  if (!tally.see(externalId)) throw new SkippedRow('repeats a row that came before');
  const visit = visits.get(encounterId);
  const recordId = run.ids.require('encounter', encounterId, 'is of an encounter that was not imported');
  if (visit?.patientId !== row('PATIENT')) throw new SkippedRow('names another patient than its encounter');
  const diagnosis = {
    recordId,
    patientId: run.ids.require('patient', visit.patientId, 'is of a patient who was not imported'),
    codeSystem: codeSystemOf(row),
    code,
    text: cut(requireText(row, 'DESCRIPTION'), longestText),
    ...courseOf(row),
    onsetOn,
    recordedAt: visit.startsAt,
  };
  return {
    externalId,
    async write(tx) {
      const { id } = await run.services.diagnoses.insert(tx, run.actor, { ...diagnosis, id: newId() });
      return [{ kind: 'condition', externalId, internalId: id }];
    },
  };
}

function courseOf(row: CsvRow) {
  if (row('STOP') === '') return { status: 'active' as const, resolvedOn: null };
  return { status: 'resolved' as const, resolvedOn: requireDate(row, 'STOP') };
}

/** Older Synthea has SNOMED CT codes only and no column for it. */
function codeSystemOf(row: CsvRow): 'snomed-ct' | 'icd-10' | 'local' {
  const system = row('SYSTEM').toLowerCase();
  if (system === '' || system.includes('snomed')) return 'snomed-ct';
  return system.includes('icd-10') || system.includes('icd10') ? 'icd-10' : 'local';
}

import { newId } from '../../lib/ids.js';
import { impossibleDate, type Life, type Span } from '../../lib/life-dates.js';
import type { CsvRow } from '../csv-rows.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import { type ImportRun, SkippedRow } from '../import-run.js';
import type { Tally } from '../tally.js';
import { maxLengths } from './bounds.js';
import { faultOfRow, requireDate, requireText, shortened, singleSpaced } from './source-text.js';
import { readRows, type SyntheaFile } from './synthea-files.js';
import type { SyntheaStep } from './synthea-import.js';
import type { SourceVisit } from './visits.js';

export const conditionsFile: SyntheaFile = {
  name: 'conditions.csv',
  required: ['START', 'PATIENT', 'ENCOUNTER', 'CODE', 'DESCRIPTION'],
  optional: ['STOP', 'SYSTEM'],
};

/**
 * Conditions become diagnoses on the record of their encounter: resolved where they have an end, active otherwise.
 * They have no ids of their own, so they are remembered by encounter, code and start.
 */
export const importConditions: SyntheaStep = async ({ run, directory, visits, lives }) => {
  const tally = run.tally(conditionsFile.name, 'condition');
  const byId = new Map(visits.map((visit) => [visit.externalId, visit]));
  await writeRows(run, tally, readyRows(run, { directory, visits: byId, lives }, tally));
};

interface ConditionsSource {
  directory: string;
  visits: ReadonlyMap<string, SourceVisit>;
  lives: ReadonlyMap<string, Life>;
}

async function* readyRows(run: ImportRun, source: ConditionsSource, tally: Tally): AsyncGenerator<ReadyRow> {
  for await (const row of readRows(source.directory, conditionsFile, tally)) {
    const ready = made(tally, row.line, () => readyRow(run, row, source, tally));
    if (ready) yield ready;
  }
}

function readyRow(run: ImportRun, row: CsvRow, { visits, lives }: ConditionsSource, tally: Tally): ReadyRow {
  const encounterId = requireText(row, 'ENCOUNTER');
  const code = requireText(row, 'CODE');
  if (code.length > maxLengths.code || /\s/.test(code)) throw new SkippedRow('has no usable CODE');
  const onsetOn = requireDate(row, 'START');
  const externalId = `${encounterId} ${code} ${onsetOn}`;
  if (!tally.see(externalId)) throw new SkippedRow('repeats a row that came before');
  const visit = visits.get(encounterId);
  const recordId = run.ids.require('encounter', encounterId, 'is of an encounter that was not imported');
  if (visit?.patientId !== singleSpaced(row('PATIENT')))
    throw new SkippedRow('names another patient than its encounter');
  const course = courseOf(row);
  requirePossible({ from: onsetOn, to: course.resolvedOn }, lives.get(visit.patientId));
  const diagnosis = {
    recordId,
    patientId: run.ids.require('patient', visit.patientId, 'is of a patient who was not imported'),
    codeSystem: codeSystemOf(row),
    code,
    text: shortened(requireText(row, 'DESCRIPTION'), maxLengths.diagnosis, {
      row,
      column: 'DESCRIPTION',
      tally,
    }),
    ...course,
    onsetOn,
    recordedAt: visit.startsAt,
  };
  return {
    externalId,
    line: row.line,
    async write(tx) {
      const { id } = await run.services.diagnoses.insert(tx, run.actor, { ...diagnosis, id: newId() });
      return [{ kind: 'condition', externalId, internalId: id }];
    },
  };
}

function requirePossible(span: Span, life: Life | undefined): void {
  const found = impossibleDate(span, life ?? { bornOn: null }, new Date());
  if (found) throw new SkippedRow(faultOfRow[found.fault]);
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

import { AppError } from '../../lib/errors.js';
import type { Tx } from '../../lib/mysql.js';
import type { CsvRow } from '../csv-rows.js';
import type { ImportRun } from '../import-run.js';
import type { Tally } from '../tally.js';
import { maxLengths, maxSpecializations } from './bounds.js';
import { shortened, singleSpaced } from './source-text.js';

/** Every doctor has one. */
const unknownSpeciality = 'Not known';

/** `GENERAL PRACTICE` → `General practice`; several stand in one field with signs between them. */
export function specialityNames(row: CsvRow, tally: Tally): string[] {
  const names = row('SPECIALITY')
    .split(/[;|]/)
    .map((text) => singleSpaced(text).toLowerCase())
    .filter((words) => words !== '')
    .map((words) => words.charAt(0).toUpperCase() + words.slice(1))
    .map((name) => shortened(name, maxLengths.specialization, { row, column: 'SPECIALITY', tally }));
  if (names.length > 0) return [...new Set(names)].slice(0, maxSpecializations);
  tally.guess(`has no SPECIALITY: "${unknownSpeciality}"`, row.line);
  return [unknownSpeciality];
}

/** Makes each a specialization, or finds the clinic's own of that name. */
export async function importSpecialities(run: ImportRun, names: ReadonlySet<string>): Promise<void> {
  for (const name of names) {
    if (run.ids.maybe('speciality', name) !== null) continue;
    const [row] = await run.ledger.write(run.source, async (tx) => {
      const internalId = await specializationId(run, tx, name);
      return [{ kind: 'speciality', externalId: name, internalId }];
    });
    if (row) run.ids.add(row.kind, row.externalId, row.internalId);
  }
}

async function specializationId({ services, actor }: ImportRun, tx: Tx, name: string): Promise<string> {
  try {
    return (await services.specializations.insert(tx, actor, { name })).id;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'name_taken') throw error;
    const found = await services.specializations.lockByName(tx, name);
    if (!found) throw error;
    return found.id;
  }
}

import { AppError } from '../../lib/errors.js';
import type { Tx } from '../../lib/mysql.js';
import type { ImportRun } from '../import-run.js';
import { cut, singleSpaced } from './source-text.js';

/** `GENERAL PRACTICE` → `General practice`. */
export function specialityName(text: string): string {
  const words = singleSpaced(text).toLowerCase();
  return cut(words.charAt(0).toUpperCase() + words.slice(1), 120);
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

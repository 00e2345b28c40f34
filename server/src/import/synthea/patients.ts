import type { NewPatient } from '../../patients/patients.types.js';
import type { CsvRow } from '../csv-rows.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import type { ImportRun } from '../import-run.js';
import type { Tally } from '../tally.js';
import { withoutNumbers } from './names.js';
import { postalAddress } from './places.js';
import { genderOf } from './providers.js';
import { joined, requireDate, requireNewId, requireText } from './source-text.js';
import { readRows, type SyntheaFile } from './synthea-files.js';
import type { SyntheaStep } from './synthea-import.js';

export const patientsFile: SyntheaFile = {
  name: 'patients.csv',
  columns: ['Id', 'BIRTHDATE', 'FIRST', 'LAST', 'GENDER'],
};

/**
 * Patients get a medical record number of this clinic. Not taken over: social security, driving licence and passport
 * numbers, race, ethnicity, income, and the date of death, for which the clinic has no field.
 */
export const importPatients: SyntheaStep = async ({ run, directory }) => {
  const tally = run.tally(patientsFile.name, 'patient');
  const ready: ReadyRow[] = [];
  let deceased = 0;
  for await (const row of readRows(directory, patientsFile, tally)) {
    const patient = made(tally, () => readyRow(run, row, tally));
    if (!patient) continue;
    ready.push(patient);
    if (row('DEATHDATE') !== '') deceased++;
  }
  await writeRows(run, tally, ready);
  if (deceased > 0)
    run.explain(
      `${deceased} patients have died: they are patients like any other here, until an admin deactivates them.`,
    );
};

function readyRow({ services, actor }: ImportRun, row: CsvRow, tally: Tally): ReadyRow {
  const externalId = requireNewId(row, tally);
  const address = postalAddress(row);
  const patient: NewPatient = {
    givenName: withoutNumbers(joined([requireText(row, 'FIRST'), row('MIDDLE')], ' ')),
    familyName: withoutNumbers(requireText(row, 'LAST')),
    birthOn: requireDate(row, 'BIRTHDATE'),
    gender: genderOf(row),
    ...(address && { address }),
  };
  return {
    externalId,
    async write(tx) {
      const { id } = await services.patients.insert(tx, actor, patient);
      return [{ kind: 'patient', externalId, internalId: id }];
    },
  };
}

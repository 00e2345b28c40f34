import type { Life } from '../../lib/life-dates.js';
import { addDays, DAY_MS, dateOfDay, isDateOn } from '../../lib/time.js';
import type { NewPatient } from '../../patients/patients.types.js';
import type { CsvRow } from '../csv-rows.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import { type ImportRun, SkippedRow } from '../import-run.js';
import type { Tally } from '../tally.js';
import { maxLengths } from './bounds.js';
import { nameOf } from './names.js';
import { placeColumns, placeOf, postalAddress } from './places.js';
import { genderOf } from './provider-rows.js';
import { joined, requireDate, requireNewId, shortened, singleSpaced } from './source-text.js';
import { readRows, type SyntheaFile } from './synthea-files.js';
import type { SyntheaStep } from './synthea-import.js';

export const patientsFile: SyntheaFile = {
  name: 'patients.csv',
  required: ['ID', 'BIRTHDATE', 'FIRST', 'LAST'],
  optional: ['MIDDLE', 'GENDER', 'DEATHDATE', ...placeColumns],
  ignored: [
    ...[
      'SSN',
      'DRIVERS',
      'PASSPORT',
      'PREFIX',
      'SUFFIX',
      'MAIDEN',
      'MARITAL',
      'RACE',
      'ETHNICITY',
      'BIRTHPLACE',
    ],
    ...['COUNTY', 'FIPS', 'HEALTHCARE_EXPENSES', 'HEALTHCARE_COVERAGE', 'INCOME'],
  ],
};

/**
 * Patients get a medical record number of this clinic. Not taken over: social security, driving licence and passport
 * numbers, race, ethnicity, income, and the date of death, for which the clinic has no field; what lies after it is
 * skipped.
 */
export const importPatients: SyntheaStep = async ({ run, directory, lives }) => {
  const tally = run.tally(patientsFile.name, 'patient');
  const ready: ReadyRow[] = [];
  let deceased = 0;
  for await (const row of readRows(directory, patientsFile, tally)) {
    const patient = made(tally, row.line, () => readyRow(run, row, tally, lives));
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

function readyRow(
  { services, actor }: ImportRun,
  row: CsvRow,
  tally: Tally,
  lives: Map<string, Life>,
): ReadyRow {
  const externalId = requireNewId(row, tally);
  const birthOn = requireDate(row, 'BIRTHDATE');
  if (birthOn > addDays(dateOfDay(Math.floor(Date.now() / DAY_MS)), 1))
    throw new SkippedRow('has a BIRTHDATE in the future');
  const { givenName, familyName } = nameOf(joined([row('FIRST'), row('MIDDLE')], ' '), row('LAST'));
  if (givenName === '')
    tally.guess('has only one name: it is the family name, and there is no given name', row.line);
  const address = shortAddress(row, tally);
  const patient: NewPatient = {
    givenName,
    familyName,
    birthOn,
    gender: genderOf(row),
    ...(address && { address }),
  };
  lives.set(externalId, { bornOn: birthOn, diedOn: deathOf(row, tally) });
  return {
    externalId,
    line: row.line,
    async write(tx) {
      const { id } = await services.patients.insert(tx, actor, patient);
      return [{ kind: 'patient', externalId, internalId: id }];
    },
  };
}

/** Whoever died before they were born did not die then. */
function deathOf(row: CsvRow, tally: Tally): string | null {
  if (row('DEATHDATE') === '') return null;
  const diedOn = singleSpaced(row('DEATHDATE')).slice(0, 'YYYY-MM-DD'.length);
  if (isDateOn(diedOn) && diedOn >= requireDate(row, 'BIRTHDATE')) return diedOn;
  tally.guess('has no usable DEATHDATE: taken as if there were none', row.line);
  return null;
}

function shortAddress(row: CsvRow, tally: Tally) {
  const place = placeOf(row);
  const hasPart = place.line !== '' || place.city !== '';
  if (hasPart && (place.line === '' || place.city === '')) {
    tally.guess('has not both ADDRESS and CITY: kept without an address', row.line);
    return null;
  }
  if (place.country === null && hasPart)
    tally.guess('has an address whose country nothing tells: kept without one', row.line);
  return postalAddress({
    ...place,
    line: shortened(place.line, maxLengths.addressLine, { row, tally, column: 'ADDRESS' }),
    city: shortened(place.city, maxLengths.city, { row, tally, column: 'CITY' }),
    region: shortened(place.region, maxLengths.region, { row, tally, column: 'STATE' }),
    postalCode: shortened(place.postalCode, maxLengths.postalCode, { row, tally, column: 'ZIP' }),
  });
}

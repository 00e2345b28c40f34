import { sha256 } from '../../lib/ids.js';
import { fullName, type PersonName } from '../../lib/person.js';
import type { CsvRow } from '../csv-rows.js';
import { made } from '../import-rows.js';
import type { Tally } from '../tally.js';
import { maxSpecializations } from './bounds.js';
import { plainWord, splitName } from './names.js';
import { type Place, placeColumns, placeOf } from './places.js';
import { requireId, requireText } from './source-text.js';
import { specialityNames } from './specialities.js';
import { readRows, type SyntheaFile } from './synthea-files.js';

export const providersFile: SyntheaFile = {
  name: 'providers.csv',
  required: ['ID', 'ORGANIZATION', 'NAME'],
  optional: ['GENDER', 'SPECIALITY', ...placeColumns, 'ENCOUNTERS'],
  ignored: ['PROCEDURES'],
  aliases: { SPECIALTY: 'SPECIALITY', SPECIALIZATION: 'SPECIALITY', UTILIZATION: 'ENCOUNTERS' },
};

/** A doctor, as one or several rows of the file have them. */
export interface Provider extends PersonName {
  /** The row's Id; of the second and further people of one Id with a part of the hash of their name behind it. */
  externalId: string;
  /** Of each row: all of them stand for this one doctor. */
  lines: number[];
  organizationId: string;
  specialities: string[];
  gender: 'female' | 'male' | 'unknown';
  place: Place | null;
  /** How many encounters the file says that they had; `null` where it does not. */
  encounterCount: number | null;
}

/**
 * The usable providers of the file. Several rows of one Id and one name are one doctor with several specialities;
 * Synthea of before 2020 also gives one Id to several people.
 */
export async function readProviders(directory: string, tally: Tally): Promise<Provider[]> {
  const byId = new Map<string, Provider[]>();
  for await (const row of readRows(directory, providersFile, tally)) {
    const provider = made(tally, row.line, () => providerOf(row, tally));
    if (!provider) continue;
    const ofId = byId.get(provider.externalId) ?? [];
    byId.set(provider.externalId, ofId);
    const same = ofId.find((other) => nameKey(other) === nameKey(provider));
    if (same) join(same, provider, tally);
    else ofId.push(ofId.length === 0 ? provider : namesake(provider, tally));
  }
  return [...byId.values()].flat();
}

function providerOf(row: CsvRow, tally: Tally): Provider {
  return {
    externalId: requireId(row),
    lines: [row.line],
    ...splitName(requireText(row, 'NAME')),
    organizationId: requireText(row, 'ORGANIZATION'),
    specialities: specialityNames(row, tally),
    gender: genderOf(row),
    place: placeOf(row),
    encounterCount: countOf(row),
  };
}

/** A further row of the same doctor. */
function join(provider: Provider, { lines, specialities, organizationId }: Provider, tally: Tally): void {
  const [line = 0] = lines;
  provider.lines.push(line);
  const added = specialities.filter((name) => !provider.specialities.includes(name));
  const room = maxSpecializations - provider.specialities.length;
  provider.specialities.push(...added.slice(0, room));
  if (added.length > room)
    tally.guess(`is of a doctor with more than ${maxSpecializations} specialities`, line);
  else
    tally.guess('has the Id and the NAME of a row before: the same doctor, with this speciality too', line);
  if (organizationId !== provider.organizationId)
    tally.guess(
      'names another ORGANIZATION than the row before of the same doctor: the first one holds',
      line,
    );
}

function namesake(provider: Provider, tally: Tally): Provider {
  tally.guess(
    'has the Id of a row before and another NAME: a doctor of their own; encounters that name the Id are the first one’s',
    provider.lines[0] ?? 0,
  );
  const mark = sha256(nameKey(provider)).toString('hex').slice(0, 8);
  return { ...provider, externalId: `${provider.externalId.slice(0, 100)} ${mark}` };
}

const nameKey = (name: PersonName): string => plainWord(fullName(name)) || fullName(name);

export function genderOf(row: CsvRow): 'female' | 'male' | 'unknown' {
  const genders: Readonly<Record<string, 'female' | 'male'>> = {
    F: 'female',
    FEMALE: 'female',
    M: 'male',
    MALE: 'male',
  };
  return genders[row('GENDER').toUpperCase()] ?? 'unknown';
}

function countOf(row: CsvRow): number | null {
  const text = row('ENCOUNTERS');
  return /^\d+$/.test(text) ? Number(text) : null;
}

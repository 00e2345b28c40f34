import { dateOfDay } from '../../lib/time.js';
import { mrnOf } from '../../patients/mrn.js';
import { storedKeysOf } from '../../patients/name-keys.js';
import { type Draws, streams } from '../draws.js';
import { changeLog, type Generation, tableWriter } from '../generation.js';
import type { PlannedPatients } from '../plan/patients-plan.js';
import { familyNames, femaleNames, insurers, maleNames, streetNames } from '../vocabulary/names.js';
import type { BulkLink } from './bulk-link.js';
import type { RowEncoder } from './row-encoder.js';
import { flushDue } from './table-writer.js';

const columns = [
  'id',
  'mrn',
  'given_name',
  'family_name',
  'birth_on',
  'gender',
  'phone',
  'email',
  'address_line',
  'address_city',
  'address_postal_code',
  'address_country',
  'emergency_name',
  'emergency_phone',
  'emergency_relation',
  'insurance_provider',
  'insurance_number',
  'created_at',
  'updated_at',
];

const givenNames = [...femaleNames, ...maleNames];
const sites = [
  { city: 'Berlin', country: 'DE', dial: '+49 30' },
  { city: 'London', country: 'GB', dial: '+44 20' },
] as const;

/** Which given and family name a patient has, as places in the lists. Further draws are about the same patient. */
function nameOf(draws: Draws, patients: PlannedPatients, number: number): [given: number, family: number] {
  draws.about(streams.patientName, patients.origin[number]!);
  const given =
    patients.isFemale[number] === 1
      ? draws.below(femaleNames.length)
      : femaleNames.length + draws.below(maleNames.length);
  return [given, draws.below(familyNames.length)];
}

/** @param takenMrns numbers that patients of this clinic have already */
export async function writePatients(
  generation: Generation,
  link: BulkLink,
  takenMrns: ReadonlySet<string>,
): Promise<void> {
  const { plan, ids } = generation;
  const { patients, registeredAtSeconds } = plan;
  const writer = tableWriter(generation, link, 'patients', columns);
  const log = changeLog(generation, link, 'patients');
  const { rows } = writer;
  const mrns = mrnsOf(plan.settings.seed, takenMrns);
  for (let number = 0; number < patients.count; number++) {
    const registeredMs = registeredAtSeconds[number]! * 1_000;
    const subject = ids.patients.bytes(number);
    rows.bytes(subject);
    rows.text(mrns.next().value);
    putPerson(generation, rows, number);
    rows.instant(registeredMs);
    rows.instant(registeredMs);
    rows.endRow();
    log.add({ kind: 'patient.created', subject, patient: subject, payload: '{}', atMs: registeredMs });
    await flushDue(writer, log);
  }
  await writer.flush();
  await log.flush();
}

/** From the given name to the number of the insurance. */
function putPerson({ plan: { patients }, draws }: Generation, rows: RowEncoder, number: number): void {
  const [given, family] = nameOf(draws, patients, number);
  const { city, country, dial } = sites[patients.site[number]!]!;
  const telephone = (exchange: number) => `${dial} ${exchange} ${100_000 + draws.below(900_000)}`;
  rows.text(givenNames[given]!);
  rows.text(familyNames[family]!);
  rows.text(dateOfDay(patients.birthDay[number]!));
  rows.text(patients.isFemale[number] === 1 ? 'female' : 'male');
  rows.text(telephone(5550));
  if (draws.chance(0.8)) rows.text(`patient.${number + 1}@generated.example`);
  else rows.none();
  rows.text(`${streetNames[draws.below(streetNames.length)]} ${draws.between(1, 180)}`);
  rows.text(city);
  rows.text(String(10_000 + draws.below(4_000)));
  rows.text(country);
  if (draws.chance(0.6)) {
    rows.text(`${givenNames[draws.below(givenNames.length)]} ${familyNames[family]}`);
    rows.text(telephone(5551));
    rows.text(draws.one(['partner', 'parent', 'child', 'sibling', 'friend']));
  } else for (let empty = 0; empty < 3; empty++) rows.none();
  rows.text(insurers[draws.below(insurers.length)]!);
  rows.text(`P${100_000_000 + draws.below(900_000_000)}`);
}

const mrnBodies = 100_000_000;
/** Shares no factor with their number: adding it again and again meets each of them once. */
const mrnStep = 61_803_399;

/** All medical record numbers, each once, in an order of the seed's own. */
export function* mrnsOf(seed: number, taken: ReadonlySet<string>): Generator<string, never> {
  let body = Math.abs(seed * 7_654_321) % mrnBodies;
  for (;;) {
    body = (body + mrnStep) % mrnBodies;
    const mrn = mrnOf(body);
    if (!taken.has(mrn)) yield mrn;
  }
}

/**
 * What the search by name needs, in the order of the primary key: trigram by trigram. A name's trigrams are those of its
 * words, so those of each given and family name are worked out once.
 */
export async function writeTrigrams(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids, draws } = generation;
  const { patients } = plan;
  const writer = tableWriter(generation, link, 'patient_trigrams', ['trigram', 'patient_id']);
  const { rows } = writer;
  const given = new Uint8Array(patients.count);
  const family = new Uint8Array(patients.count);
  for (let number = 0; number < patients.count; number++)
    [given[number], family[number]] = nameOf(draws, patients, number);
  const ofGiven = givenNames.map((name) => new Set(storedKeysOf({ givenName: name, familyName: '' })));
  const ofFamily = familyNames.map((name) => new Set(storedKeysOf({ givenName: '', familyName: name })));
  const all = new Set([...ofGiven, ...ofFamily].flatMap((trigrams) => [...trigrams]));
  for (const trigram of [...all].sort()) {
    const isInGiven = ofGiven.map((trigrams) => trigrams.has(trigram));
    const isInFamily = ofFamily.map((trigrams) => trigrams.has(trigram));
    for (let number = 0; number < patients.count; number++) {
      if (!isInGiven[given[number]!] && !isInFamily[family[number]!]) continue;
      rows.text(trigram);
      rows.bytes(ids.patients.bytes(number));
      rows.endRow();
      if (writer.isDue()) await writer.flush();
    }
  }
  await writer.flush();
}

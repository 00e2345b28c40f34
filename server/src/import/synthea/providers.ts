import { sha256 } from '../../lib/ids.js';
import type { Tx } from '../../lib/mysql.js';
import { fullName, type PersonName } from '../../lib/person.js';
import { type ReadyRow, writeRows } from '../import-rows.js';
import type { ImportRun } from '../import-run.js';
import type { MadeRow } from '../imported-rows.repository.js';
import { maxLengths } from './bounds.js';
import { plainWord } from './names.js';
import { insertDepartment, type Organization } from './organizations.js';
import { addressLine, phoneNumber, zoneOf } from './places.js';
import type { Provider } from './provider-rows.js';
import { cut } from './source-text.js';
import { importSpecialities } from './specialities.js';
import { noOrganization } from './staffing.js';
import type { SyntheaImport, SyntheaStep } from './synthea-import.js';
import type { SourceVisit } from './visits.js';

/** The file has no birth dates of providers. This one says so: nobody who works in a clinic is that old. */
export const unknownBirthOn = '1900-01-01';
/** Nor does it say how long their visits usually are. */
const visitMinutes = 15;
const maxYears = 60;
const standInSpeciality = 'Not known';

/**
 * Providers become doctors, their specialities specializations, found by name where the clinic has them. What the file
 * does not say is derived the same way in every run: years of experience are those between a provider's first and last
 * encounter, at most 60; the telephone number is the organization's; the zone is that of the provider's place, else the
 * organization's; the e-mail address ends in `.invalid`, where no mail ever goes. Each doctor gets a sign-in that
 * nobody can use until an admin creates theirs: what they wrote is theirs then.
 */
export const importProviders: SyntheaStep = async (source) => {
  const { run, providers, standIns, providersTally: tally } = source;
  const names = new Set(providers.flatMap(({ specialities }) => specialities));
  if (standIns.doctors.length > 0) names.add(standInSpeciality);
  await importSpecialities(run, names);
  const organizations = new Map(source.organizations.map((each) => [each.externalId, each]));
  const years = yearsOfExperience(source.visits);
  await writeRows(
    run,
    tally,
    providers.map((provider) =>
      readyRow(
        source,
        provider,
        organizations.get(provider.organizationId),
        years.get(provider.externalId) ?? 0,
      ),
    ),
  );
  await importStandIns(source, organizations, years);
};

function yearsOfExperience(visits: readonly SourceVisit[]): Map<string, number> {
  const firstYears = new Map<string, number>();
  const years = new Map<string, number>();
  for (const { providerId, startsAt } of visits) {
    const year = startsAt.getUTCFullYear();
    const first = firstYears.get(providerId) ?? year;
    firstYears.set(providerId, first);
    years.set(providerId, Math.min(year - first, maxYears));
  }
  return years;
}

/** Names repeat, so a part of the id's hash is behind them. */
export function emailOf({ externalId, ...name }: PersonName & { externalId: string }): string {
  const word = plainWord(fullName(name)).slice(0, 40) || 'doctor';
  return `${word}.${sha256(externalId).toString('hex').slice(0, 12)}@synthea.invalid`;
}

/** A doctor whom the file names, or one who stands for those whom it does not name. */
type NewDoctor = Omit<Provider, 'lines' | 'encounterCount'> & { yearsOfWork: number };

function readyRow(
  source: SyntheaImport,
  provider: Provider,
  organization: Organization | undefined,
  yearsOfWork: number,
): ReadyRow {
  const { externalId } = provider;
  return {
    externalId,
    line: provider.lines[0] ?? 0,
    rowCount: provider.lines.length,
    write: (tx) => insertDoctor(source, tx, { ...provider, yearsOfWork }, organization),
  };
}

async function insertDoctor(
  { run, zone: chosenZone }: SyntheaImport,
  tx: Tx,
  doctor: NewDoctor,
  organization: Organization | undefined,
): Promise<MadeRow[]> {
  const { services, actor, ids } = run;
  const { externalId, givenName, familyName, gender } = doctor;
  const place =
    doctor.place?.region || doctor.place?.at ? doctor.place : (organization?.place ?? doctor.place);
  const guessed = place
    ? zoneOf(place)
    : { zone: 'UTC', why: 'for nothing tells where they are: --zone says it' };
  const { zone, why } = chosenZone === null ? guessed : { zone: chosenZone, why: 'as --zone says' };
  const email = emailOf(doctor);
  const { id: doctorId } = await services.doctors.insert(tx, actor, {
    givenName,
    familyName,
    gender,
    birthOn: unknownBirthOn,
    yearsOfExperience: doctor.yearsOfWork,
    phone: organization?.phone ?? phoneNumber('', null),
    departmentId: ids.require(
      'organization',
      doctor.organizationId,
      'belongs to an organization that was not imported',
    ),
    specializationIds: doctor.specialities.map((name) =>
      ids.require('speciality', name, 'has a speciality that was not imported'),
    ),
    email,
    officeAddress: cut((doctor.place && addressLine(doctor.place)) || 'not known', maxLengths.officeAddress),
    zone,
    visitMinutes,
  });
  const displayName = cut(`Dr. ${fullName(doctor)}`, maxLengths.displayName);
  const user = await services.staff.insertUnclaimed(tx, actor, { email, displayName, doctorId });
  run.tellZone(externalId, zone, why);
  return [
    { kind: 'provider', externalId, internalId: doctorId },
    { kind: 'sign_in', externalId, internalId: user.id },
  ];
}

/** Doctors whom no file names, after the ones that it does: each stands for all encounters of an organization. */
async function importStandIns(
  source: SyntheaImport,
  organizations: ReadonlyMap<string, Organization>,
  years: ReadonlyMap<string, number>,
): Promise<void> {
  const { run, standIns } = source;
  if (standIns.hasOrganization && run.ids.maybe('organization', noOrganization) === null)
    await writeAlone(run, async (tx) => {
      const department = { name: 'Not known', location: 'not known' };
      const { id } = await insertDepartment(run, tx, department, noOrganization);
      return [{ kind: 'organization', externalId: noOrganization, internalId: id }];
    });
  for (const { externalId, organizationId } of standIns.doctors) {
    if (run.ids.maybe('provider', externalId) !== null) continue;
    if (run.ids.maybe('organization', organizationId) === null) continue; // its encounters are skipped, and told
    const organization = organizations.get(organizationId);
    await writeAlone(run, (tx) =>
      insertDoctor(
        source,
        tx,
        {
          externalId,
          organizationId,
          givenName: '',
          familyName: cut(`Not named (${organization?.name ?? 'no organization'})`, maxLengths.name),
          specialities: [standInSpeciality],
          gender: 'unknown',
          place: organization?.place ?? null,
          yearsOfWork: years.get(externalId) ?? 0,
        },
        organization,
      ),
    );
  }
  if (standIns.doctors.length > 0)
    run.explain(
      `${standIns.doctors.length} doctors called "Not named" stand for those whom encounters.csv does not name, one for each organization.`,
    );
}

async function writeAlone(run: ImportRun, write: (tx: Tx) => Promise<MadeRow[]>): Promise<void> {
  for (const { kind, externalId, internalId } of await run.ledger.write(run.source, write))
    run.ids.add(kind, externalId, internalId);
}

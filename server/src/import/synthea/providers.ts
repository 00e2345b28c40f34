import { sha256 } from '../../lib/ids.js';
import type { CsvRow } from '../csv-rows.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import type { Tally } from '../tally.js';
import { type PersonName, plainWord, splitName } from './names.js';
import { organizationsFile } from './organizations.js';
import { addressLine, phoneNumber } from './places.js';
import { cut, requireNewId, requireText } from './source-text.js';
import { importSpecialities, specialityName } from './specialities.js';
import { readRows, type SyntheaFile } from './synthea-files.js';
import type { SyntheaImport, SyntheaStep } from './synthea-import.js';
import type { SourceVisit } from './visits.js';

export const providersFile: SyntheaFile = {
  name: 'providers.csv',
  columns: ['Id', 'ORGANIZATION', 'NAME', 'SPECIALITY'],
};

/** The file has no birth dates of providers. This one says so: nobody who works in a clinic is that old. */
export const unknownBirthOn = '1900-01-01';
/** Nor does it say how long their visits usually are. */
const visitMinutes = 15;
const mostYears = 60;

interface Provider extends PersonName {
  externalId: string;
  organizationId: string;
  speciality: string;
  gender: 'female' | 'male' | 'unknown';
  address: string;
}

/**
 * Providers become doctors, their specialities specializations, found by name where the clinic has them. What the file
 * does not say is derived the same way in every run: years of experience are those between a provider's first and last
 * encounter, at most 60; the telephone number is the organization's; the e-mail address ends in `.invalid`, where no
 * mail ever goes. Each doctor gets a sign-in that nobody can use until an admin creates hers: what she wrote is hers then.
 */
export const importProviders: SyntheaStep = async (source) => {
  const { run, directory } = source;
  const tally = run.tally(providersFile.name, 'provider');
  const providers: Provider[] = [];
  for await (const row of readRows(directory, providersFile, tally)) {
    const provider = made(tally, () => providerOf(row, tally));
    if (provider) providers.push(provider);
  }
  await importSpecialities(run, new Set(providers.map(({ speciality }) => speciality)));
  const phones = await phonesOfOrganizations(directory);
  const years = yearsOfExperience(source.visits);
  const facts = (provider: Provider) => ({
    yearsOfExperience: years.get(provider.externalId) ?? 0,
    phone: phoneNumber(phones.get(provider.organizationId) ?? ''),
  });
  await writeRows(
    run,
    tally,
    providers.map((provider) => readyRow(source, provider, facts(provider))),
  );
};

function providerOf(row: CsvRow, tally: Tally): Provider {
  const externalId = requireNewId(row, tally);
  return {
    externalId,
    ...splitName(requireText(row, 'NAME')),
    organizationId: requireText(row, 'ORGANIZATION'),
    speciality: specialityName(requireText(row, 'SPECIALITY')),
    gender: genderOf(row),
    address: addressLine(row),
  };
}

export function genderOf(row: CsvRow): 'female' | 'male' | 'unknown' {
  const genders: Readonly<Record<string, 'female' | 'male'>> = { F: 'female', M: 'male' };
  return genders[row('GENDER')] ?? 'unknown';
}

async function phonesOfOrganizations(directory: string): Promise<Map<string, string>> {
  const phones = new Map<string, string>();
  const uncounted = { read: 0, skip: () => {} };
  for await (const row of readRows(directory, organizationsFile, uncounted))
    phones.set(row('Id'), row('PHONE'));
  return phones;
}

function yearsOfExperience(visits: readonly SourceVisit[]): Map<string, number> {
  const firstYears = new Map<string, number>();
  const years = new Map<string, number>();
  for (const { providerId, startsAt } of visits) {
    const year = startsAt.getUTCFullYear();
    const first = firstYears.get(providerId) ?? year;
    firstYears.set(providerId, first);
    years.set(providerId, Math.min(year - first, mostYears));
  }
  return years;
}

/** Names repeat, so a part of the id's hash is behind them. */
export function emailOf({ externalId, givenName, familyName }: PersonName & { externalId: string }): string {
  const name = plainWord(`${givenName} ${familyName}`).slice(0, 40) || 'doctor';
  return `${name}.${sha256(externalId).toString('hex').slice(0, 12)}@synthea.invalid`;
}

function readyRow(
  { run, zone }: SyntheaImport,
  provider: Provider,
  facts: { yearsOfExperience: number; phone: string },
): ReadyRow {
  const { externalId, organizationId, speciality, givenName, familyName, gender, address } = provider;
  const email = emailOf(provider);
  return {
    externalId,
    async write(tx) {
      const { services, actor, ids } = run;
      const doctor = await services.doctors.insert(tx, actor, {
        ...facts,
        givenName,
        familyName,
        gender,
        birthOn: unknownBirthOn,
        departmentId: ids.require(
          'organization',
          organizationId,
          'belongs to an organization that was not imported',
        ),
        specializationIds: [ids.require('speciality', speciality, 'has a speciality that was not imported')],
        email,
        officeAddress: cut(address || 'not known', 300),
        zone,
        visitMinutes,
      });
      const displayName = `Dr. ${givenName} ${familyName}`;
      const user = await services.staff.insertUnclaimed(tx, actor, {
        email,
        displayName,
        doctorId: doctor.id,
      });
      return [
        { kind: 'provider', externalId, internalId: doctor.id },
        { kind: 'sign_in', externalId, internalId: user.id },
      ];
    },
  };
}

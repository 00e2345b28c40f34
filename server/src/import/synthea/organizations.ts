import type { Department } from '../../departments/departments.types.js';
import { AppError } from '../../lib/errors.js';
import type { Tx } from '../../lib/mysql.js';
import type { CsvRow } from '../csv-rows.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import type { ImportRun } from '../import-run.js';
import type { Tally } from '../tally.js';
import { plainWord } from './names.js';
import { addressLine } from './places.js';
import { cut, requireNewId, requireText, singleSpaced } from './source-text.js';
import { readRows, type SyntheaFile } from './synthea-files.js';
import type { SyntheaStep } from './synthea-import.js';

const longestName = 120;
const longestLocation = 200;

export const organizationsFile: SyntheaFile = { name: 'organizations.csv', columns: ['Id', 'NAME'] };

interface Organization {
  externalId: string;
  name: string;
  city: string;
  location: string;
}

/**
 * Organizations become departments. Synthea has several of one name, and a department's name is its own: those get
 * their city behind it, and a number where that is not enough.
 */
export const importOrganizations: SyntheaStep = async ({ run, directory }) => {
  const tally = run.tally(organizationsFile.name, 'organization');
  const organizations: Organization[] = [];
  for await (const row of readRows(directory, organizationsFile, tally)) {
    const organization = made(tally, () => organizationOf(row, tally));
    if (organization) organizations.push(organization);
  }
  const names = distinctNames(organizations);
  await writeRows(
    run,
    tally,
    organizations.map((organization, index) =>
      readyRow(run, organization, names[index] ?? organization.name),
    ),
  );
};

function organizationOf(row: CsvRow, tally: Tally): Organization {
  const externalId = requireNewId(row, tally);
  const name = singleSpaced(requireText(row, 'NAME'));
  const location = cut(addressLine(row) || 'not known', longestLocation);
  return { externalId, name, city: singleSpaced(row('CITY')), location };
}

/** Names of which no two are the same in MySQL, which minds neither case nor accents. */
export function distinctNames(organizations: readonly { name: string; city: string }[]): string[] {
  const byName = Map.groupBy(organizations, ({ name }) => plainWord(name));
  const used = new Map<string, number>();
  return organizations.map(({ name, city }) => {
    const isShared = (byName.get(plainWord(name))?.length ?? 0) > 1;
    const full = isShared && city !== '' ? `${name}, ${city}` : name;
    const count = (used.get(plainWord(full)) ?? 0) + 1;
    used.set(plainWord(full), count);
    return count === 1 ? full : `${full} ${count}`;
  });
}

const readyRow = (run: ImportRun, { externalId, location }: Organization, name: string): ReadyRow => ({
  externalId,
  async write(tx) {
    const { id } = await insertDepartment(run, tx, { name: cut(name, longestName), location }, externalId);
    return [{ kind: 'organization', externalId, internalId: id }];
  },
});

/** The clinic may have a department of that name: then the new one carries the beginning of its id. */
async function insertDepartment(
  { services, actor }: ImportRun,
  tx: Tx,
  department: { name: string; location: string },
  externalId: string,
): Promise<Department> {
  try {
    return await services.departments.insert(tx, actor, department);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'name_taken') throw error;
    const name = `${cut(department.name, longestName - 11)} (${externalId.slice(0, 8)})`;
    return services.departments.insert(tx, actor, { ...department, name });
  }
}

import type { Department } from '../../departments/departments.types.js';
import { AppError } from '../../lib/errors.js';
import type { Tx } from '../../lib/mysql.js';
import type { CsvRow } from '../csv-rows.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import type { ImportRun } from '../import-run.js';
import type { Tally } from '../tally.js';
import { maxLengths } from './bounds.js';
import { plainWord } from './names.js';
import { addressLine, type Place, phoneNumber, placeColumns, placeOf } from './places.js';
import { cut, requireNewId, requireText, shortened, singleSpaced } from './source-text.js';
import { readRows, type SyntheaFile } from './synthea-files.js';
import type { SyntheaStep } from './synthea-import.js';

export const organizationsFile: SyntheaFile = {
  name: 'organizations.csv',
  required: ['ID', 'NAME'],
  optional: [...placeColumns, 'PHONE'],
  ignored: ['REVENUE', 'UTILIZATION'],
};

export interface Organization {
  externalId: string;
  line: number;
  name: string;
  place: Place;
  location: string;
  phone: string;
}

/** The usable organizations of the file. Rows that are not usable are counted as skipped. */
export async function readOrganizations(directory: string, tally: Tally): Promise<Organization[]> {
  const organizations: Organization[] = [];
  for await (const row of readRows(directory, organizationsFile, tally)) {
    const organization = made(tally, row.line, () => organizationOf(row, tally));
    if (organization) organizations.push(organization);
  }
  return organizations;
}

function organizationOf(row: CsvRow, tally: Tally): Organization {
  const externalId = requireNewId(row, tally);
  const place = placeOf(row);
  const cuttable = { row, tally };
  return {
    externalId,
    line: row.line,
    name: shortened(requireText(row, 'NAME'), maxLengths.departmentName, { ...cuttable, column: 'NAME' }),
    place,
    location: shortened(addressLine(place) || 'not known', maxLengths.location, {
      ...cuttable,
      column: 'ADDRESS',
    }),
    phone: shortened(phoneNumber(row('PHONE'), place.country), maxLengths.phone, {
      ...cuttable,
      column: 'PHONE',
    }),
  };
}

/**
 * Organizations become departments. Synthea has several of one name, and a department's name is its own: those get
 * their city behind it, and a number where that is not enough.
 */
export const importOrganizations: SyntheaStep = async ({ run, organizations, organizationsTally: tally }) => {
  const names = distinctNames(
    organizations.map(({ name, place }) => ({ name, city: singleSpaced(place.city) })),
  );
  await writeRows(
    run,
    tally,
    organizations.map((organization, index) =>
      readyRow(run, organization, names[index] ?? organization.name),
    ),
  );
};

/** Names of which no two are the same in MySQL, which minds neither case nor accents. */
export function distinctNames(organizations: readonly { name: string; city: string }[]): string[] {
  const byName = Map.groupBy(organizations, ({ name }) => comparable(name));
  const used = new Map<string, number>();
  return organizations.map(({ name, city }) => {
    const isShared = (byName.get(comparable(name))?.length ?? 0) > 1;
    const full = isShared && city !== '' ? `${name}, ${city}` : name;
    const count = (used.get(comparable(full)) ?? 0) + 1;
    used.set(comparable(full), count);
    return count === 1 ? full : `${full} ${count}`;
  });
}

/** A name without Latin letters is compared as it stands. */
const comparable = (name: string): string => plainWord(name) || name;

const readyRow = (run: ImportRun, { externalId, line, location }: Organization, name: string): ReadyRow => ({
  externalId,
  line,
  async write(tx) {
    const department = { name: cut(name, maxLengths.departmentName), location };
    const { id } = await insertDepartment(run, tx, department, externalId);
    return [{ kind: 'organization', externalId, internalId: id }];
  },
});

/** The clinic may have a department of that name: then the new one carries the beginning of its id. */
export async function insertDepartment(
  { services, actor }: ImportRun,
  tx: Tx,
  department: { name: string; location: string },
  externalId: string,
): Promise<Department> {
  try {
    return await services.departments.insert(tx, actor, department);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'name_taken') throw error;
    const name = `${cut(department.name, maxLengths.departmentName - 11)} (${externalId.slice(0, 8)})`;
    return services.departments.insert(tx, actor, { ...department, name });
  }
}

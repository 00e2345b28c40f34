import type { ImportRun } from '../import-run.js';
import { organizationsFile, readOrganizations } from './organizations.js';
import { providersFile, readProviders } from './provider-rows.js';
import { staffed } from './staffing.js';
import type { SyntheaFile } from './synthea-files.js';
import type { SyntheaImport } from './synthea-import.js';
import { encountersFile, readVisits } from './visits.js';

/** Reads the three files that explain each other. Rows that are not usable are counted as skipped. */
export async function readSynthea(
  run: ImportRun,
  options: Pick<SyntheaImport, 'directory' | 'notesFile' | 'zone'>,
  files: readonly SyntheaFile[],
): Promise<SyntheaImport> {
  const { directory } = options;
  const organizationsTally = run.tally(organizationsFile.name, 'organization');
  const providersTally = run.tally(providersFile.name, 'provider');
  const visitsTally = run.tally(encountersFile.name, 'encounter');
  const organizations = files.includes(organizationsFile)
    ? await readOrganizations(directory, organizationsTally)
    : [];
  const providers = files.includes(providersFile) ? await readProviders(directory, providersTally) : [];
  const read = await readVisits(directory, visitsTally);
  return {
    run,
    ...options,
    organizations,
    organizationsTally,
    providers,
    providersTally,
    ...staffed(read, organizations, providers, visitsTally),
    visitsTally,
    lives: new Map(),
  };
}

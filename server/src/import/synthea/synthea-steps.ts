import { conditionsFile, importConditions } from './conditions.js';
import { importEncounters } from './encounters.js';
import { importNotes } from './notes.js';
import { importOrganizations, organizationsFile } from './organizations.js';
import { importPatients, patientsFile } from './patients.js';
import { providersFile } from './provider-rows.js';
import { importProviders } from './providers.js';
import { filesToRead, type SyntheaFile } from './synthea-files.js';
import type { SyntheaStep } from './synthea-import.js';
import { encountersFile } from './visits.js';

/** What is imported, in this order. Medications, procedures and claims are further files and steps of their own. */
export const syntheaSteps: readonly { name: string; file: SyntheaFile | null; run: SyntheaStep }[] = [
  { name: 'organizations', file: organizationsFile, run: importOrganizations },
  { name: 'providers', file: providersFile, run: importProviders },
  { name: 'patients', file: patientsFile, run: importPatients },
  { name: 'encounters', file: encountersFile, run: importEncounters },
  { name: 'conditions', file: conditionsFile, run: importConditions },
  { name: 'notes', file: null, run: importNotes },
];

/** The files of a folder, in the order of the steps. @throws ConfigError naming a file that is missing */
export const syntheaFilesIn = (directory: string): Promise<SyntheaFile[]> =>
  filesToRead(
    directory,
    syntheaSteps.flatMap(({ file }) => file ?? []),
    encountersFile,
  );

/** Everything under which the steps remember rows. */
export const syntheaKinds = [
  'organization',
  'speciality',
  'provider',
  'sign_in',
  'patient',
  'appointment',
  'encounter',
  'condition',
  'note',
] as const;

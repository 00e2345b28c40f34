import type { Life } from '../../lib/life-dates.js';
import type { ImportRun } from '../import-run.js';
import type { Tally } from '../tally.js';
import type { Organization } from './organizations.js';
import type { Provider } from './provider-rows.js';
import type { StandIns } from './staffing.js';
import type { SourceVisit } from './visits.js';

/** What every step of the import has to work with. */
export interface SyntheaImport {
  run: ImportRun;
  directory: string;
  /** Where transcriptions for notes come from; `null`: no notes. */
  notesFile: string | null;
  /** IANA zone of all doctors; `null`: each has that of their place. */
  zone: string | null;
  /** The usable rows of organizations.csv, providers.csv and encounters.csv: they explain each other. */
  organizations: readonly Organization[];
  organizationsTally: Tally;
  providers: readonly Provider[];
  providersTally: Tally;
  visits: readonly SourceVisit[];
  visitsTally: Tally;
  /** Whom encounters need and the files do not have. */
  standIns: StandIns;
  /** When each patient of patients.csv lived, by the file's id: filled by the step that imports them. */
  lives: Map<string, Life>;
}

/** Imports one file. A step relies on the ones before it. */
export type SyntheaStep = (source: SyntheaImport) => Promise<void>;

import type { ImportRun } from '../import-run.js';
import type { Tally } from '../tally.js';
import type { SourceVisit } from './visits.js';

/** What every step of the import has to work with. */
export interface SyntheaImport {
  run: ImportRun;
  directory: string;
  /** Where transcriptions for notes come from; `null`: no notes. */
  notesFile: string | null;
  /** IANA zone of the doctors. */
  zone: string;
  /** The usable rows of encounters.csv: other steps need them, too. */
  visits: readonly SourceVisit[];
  visitsTally: Tally;
}

/** Imports one file. A step relies on the ones before it. */
export type SyntheaStep = (source: SyntheaImport) => Promise<void>;

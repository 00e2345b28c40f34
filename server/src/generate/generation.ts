import type { ClinicIds } from './clinic-ids.js';
import type { Draws } from './draws.js';
import type { ClinicPlan } from './plan/clinic-plan.js';
import type { BulkLink } from './rows/bulk-link.js';
import { ChangeLog, type Section } from './rows/change-log.js';
import { TableWriter, type WritingRun } from './rows/table-writer.js';
import type { Diagnosing } from './visit-facts.js';

/** One generation under way: what every writer of rows needs to know. */
export interface Generation {
  readonly plan: ClinicPlan;
  readonly ids: ClinicIds;
  readonly draws: Draws;
  readonly diagnosing: Diagnosing;
  readonly run: WritingRun;
  /** The first number of each section in the audit log. */
  readonly auditStarts: Readonly<Record<Section, number>>;
}

export const tableWriter = (
  { run }: Generation,
  link: BulkLink,
  name: string,
  columns: readonly string[],
): TableWriter => new TableWriter({ name, columns }, link, run);

export const changeLog = (
  { ids, auditStarts, run }: Generation,
  link: BulkLink,
  section: Section,
): ChangeLog => new ChangeLog(ids, section, auditStarts[section], link, run);

import { MINUTE_MS } from '../../lib/time.js';
import { ticksOf } from '../../scheduling/ticks.js';
import type { CsvRow } from '../csv-rows.js';
import { made } from '../import-rows.js';
import { SkippedRow } from '../import-run.js';
import type { Tally } from '../tally.js';
import { requireInstant, requireNewId, requireText, singleSpaced } from './source-text.js';
import { readRows, type SyntheaFile } from './synthea-files.js';

export const encountersFile: SyntheaFile = {
  name: 'encounters.csv',
  required: ['ID', 'START', 'PATIENT'],
  optional: [
    ...['STOP', 'ORGANIZATION', 'PROVIDER', 'ENCOUNTERCLASS', 'CODE', 'DESCRIPTION', 'REASONDESCRIPTION'],
  ],
  ignored: [...['PAYER', 'COST', 'BASE_ENCOUNTER_COST', 'TOTAL_CLAIM_COST', 'PAYER_COVERAGE', 'REASONCODE']],
  aliases: { DATE: 'START' },
};

/** Longer than this it is a stay: it does not occupy the doctor minute by minute. */
const maxVisitMs = 12 * 3_600_000;
/** Of an encounter whose end the file does not have. */
const guessedMinutes = 15;

/** SNOMED CT: certifying a death is the one thing that happens after it. */
const deathCertification = '308646001';

/** An encounter of the file, as far as it can be read by itself. Ids are the file's own. */
export interface SourceVisit {
  externalId: string;
  /** Of encounters.csv. */
  line: number;
  startsAt: Date;
  endsAt: Date;
  patientId: string;
  organizationId: string;
  providerId: string;
  encounterClass: string;
  description: string;
  reason: string;
  /** Whether it certifies a death. */
  isOfDeath: boolean;
}

export const isStay = ({ startsAt, endsAt }: SourceVisit): boolean =>
  endsAt.getTime() - startsAt.getTime() > maxVisitMs;

/** The usable encounters, earliest first. Rows that are not usable are counted as skipped. */
export async function readVisits(directory: string, tally: Tally): Promise<SourceVisit[]> {
  const visits: SourceVisit[] = [];
  const now = new Date();
  for await (const row of readRows(directory, encountersFile, tally)) {
    const visit = made(tally, row.line, () => visitOf(row, tally, now));
    if (visit) visits.push(visit);
  }
  return visits.sort(byStart);
}

function visitOf(row: CsvRow, tally: Tally, now: Date): SourceVisit {
  const externalId = requireNewId(row, tally);
  const startsAt = requireInstant(row, 'START', tally);
  const endsAt = endOf(row, startsAt, tally);
  if (startsAt >= endsAt) throw new SkippedRow('does not end after its START');
  if (endsAt > now) throw new SkippedRow('has not ended yet');
  return {
    externalId,
    line: row.line,
    startsAt,
    endsAt,
    patientId: requireText(row, 'PATIENT'),
    organizationId: singleSpaced(row('ORGANIZATION')),
    providerId: singleSpaced(row('PROVIDER')),
    encounterClass: row('ENCOUNTERCLASS').toLowerCase(),
    description: singleSpaced(row('DESCRIPTION')),
    reason: singleSpaced(row('REASONDESCRIPTION')),
    isOfDeath: row('CODE') === deathCertification || /^death certif/i.test(row('DESCRIPTION')),
  };
}

function endOf(row: CsvRow, startsAt: Date, tally: Tally): Date {
  if (row('STOP') !== '') return requireInstant(row, 'STOP', tally);
  tally.guess(`has no STOP: it took ${guessedMinutes} minutes`, row.line);
  return new Date(startsAt.getTime() + guessedMinutes * MINUTE_MS);
}

/** The id decides between two of one start, so that every run has the same order. */
const byStart = (one: SourceVisit, other: SourceVisit): number =>
  one.startsAt.getTime() - other.startsAt.getTime() || (one.externalId < other.externalId ? -1 : 1);

export interface SeatPlan<Visit> {
  /** No two of them share a tick of a doctor or of a patient. */
  apart: Visit[];
  /** Each overlaps one of `apart` in the source: of its doctor, or of its patient. */
  overlapping: Visit[];
}

/**
 * Decides from the file alone which visits have their time to themselves: each that overlaps no earlier one of these.
 * So the same visits are overbooked in every run, also in one that was cut off and started again.
 * @param visits earliest first
 */
export function planSeats<Visit extends SourceVisit>(visits: readonly Visit[]): SeatPlan<Visit> {
  const plan: SeatPlan<Visit> = { apart: [], overlapping: [] };
  const busyUntil = new Map<string, number>();
  for (const visit of visits) {
    const { startTick, endTick } = ticksOf(visit.startsAt.getTime(), visit.endsAt.getTime());
    const resources = [`doctor ${visit.providerId}`, `patient ${visit.patientId}`];
    const isApart = resources.every((resource) => startTick >= (busyUntil.get(resource) ?? startTick));
    plan[isApart ? 'apart' : 'overlapping'].push(visit);
    if (isApart) for (const resource of resources) busyUntil.set(resource, endTick);
  }
  return plan;
}

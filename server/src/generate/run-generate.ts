import type { Db as MongoDb } from 'mongodb';
import type { ComposedApp } from '../compose.js';
import type { Progress } from '../lib/progress.js';
import { ClinicIds } from './clinic-ids.js';
import { beginGeneration, type ClinicBefore, endGeneration } from './clinic-state.js';
import { Draws } from './draws.js';
import { GeneratedIds } from './generated-ids.js';
import type { Generation } from './generation.js';
import { type ClinicPlan, planClinic } from './plan/clinic-plan.js';
import type { Settings } from './plan/settings.js';
import { writeAppointmentChanges, writeAppointments } from './rows/appointment-rows.js';
import { BulkLink, type BulkWay } from './rows/bulk-link.js';
import type { Section } from './rows/change-log.js';
import { countClaims, writeClaims } from './rows/claim-rows.js';
import { countDirectoryChanges, writeDirectory } from './rows/directory-rows.js';
import { writeDocuments } from './rows/document-rows.js';
import { writePatients, writeTrigrams } from './rows/patient-rows.js';
import {
  writeDiagnoses,
  writeDiagnosisChanges,
  writeRecordChanges,
  writeRecords,
} from './rows/record-rows.js';
import { otherSignIns, type SignIn, signInsOf } from './sign-ins.js';
import { indexedAfterwards } from './text-index.js';
import { Diagnosing } from './visit-facts.js';
import { specialities } from './vocabulary/specialities.js';

export interface GenerateTask {
  settings: Settings;
  mysqlUrl: string;
  way: BulkWay;
  mongo: MongoDb;
  services: Pick<ComposedApp['services'], 'notes' | 'observations'>;
  passwordHash: string;
  progress: Progress;
  signal: AbortSignal;
}

export interface GenerateReport {
  /** Rows, and documents, that were written, by table or collection. */
  written: ReadonlyMap<string, number>;
  signIns: readonly SignIn[];
  tookMs: number;
}

/**
 * Plans a clinic and writes it. Foreign keys and checks hold throughout, and each transaction is whole in itself; the
 * clinic is whole only at the end.
 * @throws ConfigError where it cannot begin; nothing is written then. The signal's reason when it is told to stop.
 */
export async function runGenerate(task: GenerateTask): Promise<GenerateReport> {
  const startedAt = performance.now();
  const plan = planned(task);
  const draws = new Draws(plan.settings.seed);
  const diagnosing = new Diagnosing(plan, draws);
  const counts = countRows(plan, diagnosing.count());
  const before = await beginGeneration(task.mysqlUrl, counts.changes, plan.settings.untilDay);
  const written = new Map<string, number>();
  const failing = new AbortController();
  const generation: Generation = {
    plan,
    ids: idsOf(plan),
    draws,
    diagnosing,
    auditStarts: auditStarts(before.firstAuditId, counts.bySection),
    run: {
      signal: AbortSignal.any([task.signal, failing.signal]),
      onWritten: (table, count) => tell(task.progress, written, table, count),
    },
  };
  const signIns = signInsOf(plan);
  task.progress.begin(counts.all);
  try {
    await writeAll({ ...task, generation, before, signIns, failing });
  } finally {
    task.progress.end();
  }
  await endGeneration(task.mysqlUrl, plan.settings.untilDay);
  return { written, signIns, tookMs: performance.now() - startedAt };
}

function idsOf(plan: ClinicPlan): ClinicIds {
  const people = { departments: specialities.length, users: plan.doctors.length + otherSignIns };
  return new ClinicIds(plan, new GeneratedIds(plan.settings.seed), people);
}

function planned({ settings, progress }: GenerateTask): ClinicPlan {
  progress.begin(settings.appointments);
  progress.enter('planning');
  const plan = planClinic(settings, (visits) => progress.advance(visits));
  progress.end();
  return { ...plan, settings: cappedBy(plan) };
}

function tell(progress: Progress, written: Map<string, number>, table: string, count: number): void {
  written.set(table, (written.get(table) ?? 0) + count);
  progress.enter(table);
  progress.advance(count);
}

const cappedBy = ({ settings, records }: ClinicPlan): Settings => ({
  ...settings,
  notes: Math.min(settings.notes, records),
  observations: Math.min(settings.observations, records),
});

interface RowCounts {
  /** Roughly, for the progress bar. */
  all: number;
  changes: number;
  bySection: Readonly<Record<Section, number>>;
}

const trigramsOfPatient = 17;

function countRows(plan: ClinicPlan, diagnoses: number): RowCounts {
  const { settings, records, patients, doctors } = plan;
  const { appointments, notes } = settings;
  const observations = 2 * settings.observations;
  const bySection = {
    directory: countDirectoryChanges({ plan }, doctors.length + otherSignIns),
    patients: patients.count,
    appointments,
    records,
    diagnoses,
    notes,
    observations,
  };
  const changes = Object.values(bySection).reduce((sum, count) => sum + count, 0);
  const documents = 4 * notes + 3 * observations;
  const people = patients.count * (1 + trigramsOfPatient);
  const all = people + appointments + countClaims(plan) + records + diagnoses + documents + 2 * changes;
  return { all, changes, bySection };
}

function auditStarts(
  first: number,
  counts: Readonly<Record<Section, number>>,
): Readonly<Record<Section, number>> {
  const starts: Record<Section, number> = { ...counts };
  let next = first;
  for (const section of Object.keys(counts) as Section[]) {
    starts[section] = next;
    next += counts[section];
  }
  return starts;
}

interface Writing extends GenerateTask {
  generation: Generation;
  before: ClinicBefore;
  signIns: readonly SignIn[];
  failing: AbortController;
}

/** Lanes side by side, each with a connection of its own; what refers to rows of another table comes after them. */
async function writeAll(writing: Writing): Promise<void> {
  const { generation, before, signIns, passwordHash, services, mongo } = writing;
  await inLane(writing, async (link) => {
    await writePatients(generation, link, before.mrns);
    await writeDirectory(generation, link, signIns, passwordHash);
  });
  const records = inLane(writing, async (link) => {
    await writeAppointments(generation, link);
    await writeRecords(generation, link);
  });
  const beside = inLane(writing, async (link) => {
    await writeClaims(generation, link);
    await writeAppointmentChanges(generation, link);
    await writeRecordChanges(generation, link);
    await writeTrigrams(generation, link);
    await writeDiagnosisChanges(generation, link);
  });
  const clinical = records.then(() =>
    settled([
      indexedAfterwards(mongo, writing.progress, () =>
        inLane(writing, (link) => writeDocuments(generation, link, { ...services, mongo })),
      ),
      inLane(writing, (link) => writeDiagnoses(generation, link)),
    ]),
  );
  await settled([clinical, beside]);
}

/** Waits for all, also when one has failed: nobody writes any more when this returns. */
async function settled(lanes: Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
}

/** When one lane fails the others end at their next batch. */
async function inLane(writing: Writing, work: (link: BulkLink) => Promise<void>): Promise<void> {
  const link = await BulkLink.open(writing.mysqlUrl, writing.way);
  try {
    await work(link);
  } catch (error) {
    writing.failing.abort(error);
    throw error;
  } finally {
    await link.close();
  }
}

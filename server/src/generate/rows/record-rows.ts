import { uuidText } from '../../lib/ids.js';
import { DAY_MS, dateOfDay, formatInstant } from '../../lib/time.js';
import { streams } from '../draws.js';
import { idKinds } from '../generated-ids.js';
import { changeLog, type Generation, tableWriter } from '../generation.js';
import { complaintOf, timesOf } from '../visit-facts.js';
import type { CommonDiagnosis } from '../vocabulary/speciality.js';
import type { BulkLink } from './bulk-link.js';

const recordColumns = [
  'id',
  'patient_id',
  'doctor_id',
  'department_id',
  'appointment_id',
  'kind',
  'status',
  'chief_complaint',
  'opened_at',
  'closed_at',
  'created_at',
  'updated_at',
];

/** One closed record per visit that took place. */
export async function writeRecords(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids, draws, diagnosing } = generation;
  const { visits, doctors } = plan;
  const writer = tableWriter(generation, link, 'medical_records', recordColumns);
  const { rows } = writer;
  const id = Buffer.allocUnsafe(16);
  for (let visit = 0; visit < visits.count; visit++) {
    if (!visits.hasRecord(visit)) continue;
    const doctor = visits.doctor[visit]!;
    const { startedMs, completedMs } = timesOf(draws, plan, visit);
    ids.ofVisit(id, idKinds.record, visit);
    rows.bytes(id);
    rows.bytes(ids.patients.bytes(visits.patient[visit]!));
    rows.bytes(ids.doctors.bytes(doctor));
    rows.bytes(ids.departments.bytes(doctors[doctor]!.specialityIndex));
    if (visits.hasAppointment(visit)) {
      ids.appointment(id, visit);
      rows.bytes(id);
      rows.text('visit');
    } else {
      rows.none();
      rows.text('walk_in');
    }
    rows.text('closed');
    rows.text(complaintOf(diagnosing.of(visit).main));
    rows.instant(startedMs);
    rows.instant(completedMs);
    rows.instant(startedMs);
    rows.instant(completedMs);
    rows.endRow();
    if (writer.isDue()) await writer.flush();
  }
  await writer.flush();
}

/** As `RecordsService.insert` writes them for a record that is closed from the start. */
export async function writeRecordChanges(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids, draws } = generation;
  const { visits, doctors } = plan;
  const log = changeLog(generation, link, 'records');
  const [id, appointmentId] = [Buffer.allocUnsafe(16), Buffer.allocUnsafe(16)];
  for (let visit = 0; visit < visits.count; visit++) {
    if (!visits.hasRecord(visit)) continue;
    const doctor = visits.doctor[visit]!;
    const { startedMs, completedMs } = timesOf(draws, plan, visit);
    const isVisit = visits.hasAppointment(visit);
    if (isVisit) ids.appointment(appointmentId, visit);
    const payload = JSON.stringify({
      appointmentId: isVisit ? uuidText(appointmentId) : null,
      doctorId: ids.doctors.text(doctor),
      departmentId: ids.departments.text(doctors[doctor]!.specialityIndex),
      kind: isVisit ? 'visit' : 'walk_in',
      openedAt: formatInstant(startedMs),
      closedAt: formatInstant(completedMs),
    });
    ids.ofVisit(id, idKinds.record, visit);
    const patient = ids.patients.bytes(visits.patient[visit]!);
    log.add({ kind: 'record.opened', subject: id, patient, payload, atMs: startedMs });
    if (log.isDue()) await log.flush();
  }
  await log.flush();
}

const diagnosisColumns = [
  'id',
  'record_id',
  'patient_id',
  'code_system',
  'code',
  'text',
  'status',
  'onset_on',
  'resolved_on',
  'recorded_by',
  'recorded_at',
];

interface PlacedDiagnosis {
  visit: number;
  /** The number of the diagnosis among all of them. */
  counter: number;
  diagnosis: CommonDiagnosis;
  recordedMs: number;
}

/** A single object, filled anew for each diagnosis. */
function* diagnosesOf({ plan, draws, diagnosing }: Generation): Generator<PlacedDiagnosis> {
  const { visits } = plan;
  let counter = 0;
  for (let visit = 0; visit < visits.count; visit++) {
    if (!visits.hasRecord(visit)) continue;
    const { main, second } = diagnosing.of(visit);
    const recordedMs = timesOf(draws, plan, visit).completedMs - 60_000;
    yield { visit, counter: counter++, diagnosis: main, recordedMs };
    if (second) yield { visit, counter: counter++, diagnosis: second, recordedMs };
  }
}

export async function writeDiagnoses(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids, draws } = generation;
  const { visits, settings } = plan;
  const writer = tableWriter(generation, link, 'diagnoses', diagnosisColumns);
  const { rows } = writer;
  const id = Buffer.allocUnsafe(16);
  for (const { visit, counter, diagnosis, recordedMs } of diagnosesOf(generation)) {
    draws.about(streams.diagnosis, -1 - counter);
    const day = Math.floor(recordedMs / DAY_MS);
    const resolvedDay = day + draws.between(5, 25);
    const isResolved = !diagnosis.isChronic && resolvedDay < settings.untilDay;
    ids.ofVisit(id, idKinds.diagnosis, visit, counter);
    rows.bytes(id);
    ids.ofVisit(id, idKinds.record, visit);
    rows.bytes(id);
    rows.bytes(ids.patients.bytes(visits.patient[visit]!));
    rows.text('icd-10');
    rows.text(diagnosis.code);
    rows.text(diagnosis.text);
    rows.text(isResolved ? 'resolved' : 'active');
    if (!diagnosis.isChronic && draws.chance(0.6)) rows.text(dateOfDay(day - draws.between(1, 14)));
    else rows.none();
    if (isResolved) rows.text(dateOfDay(resolvedDay));
    else rows.none();
    rows.bytes(ids.users.bytes(visits.doctor[visit]!));
    rows.instant(recordedMs);
    rows.endRow();
    if (writer.isDue()) await writer.flush();
  }
  await writer.flush();
}

export async function writeDiagnosisChanges(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids, draws } = generation;
  const { visits, settings } = plan;
  const log = changeLog(generation, link, 'diagnoses');
  const [id, recordId] = [Buffer.allocUnsafe(16), Buffer.allocUnsafe(16)];
  for (const { visit, counter, diagnosis, recordedMs } of diagnosesOf(generation)) {
    draws.about(streams.diagnosis, -1 - counter);
    const isResolved =
      !diagnosis.isChronic && Math.floor(recordedMs / DAY_MS) + draws.between(5, 25) < settings.untilDay;
    ids.ofVisit(recordId, idKinds.record, visit);
    const status = isResolved ? 'resolved' : 'active';
    const payload = `{"recordId":"${uuidText(recordId)}","codeSystem":"icd-10","code":"${diagnosis.code}","status":"${status}"}`;
    ids.ofVisit(id, idKinds.diagnosis, visit, counter);
    const patient = ids.patients.bytes(visits.patient[visit]!);
    log.add({ kind: 'diagnosis.recorded', subject: id, patient, payload, atMs: recordedMs });
    if (log.isDue()) await log.flush();
  }
  await log.flush();
}

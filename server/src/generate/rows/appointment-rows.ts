import { systemActor } from '../../lib/actor.js';
import { uuidBytes } from '../../lib/ids.js';
import { DAY_MS, formatInstant } from '../../lib/time.js';
import { streams } from '../draws.js';
import { changeLog, type Generation, tableWriter } from '../generation.js';
import type { ClinicPlan } from '../plan/clinic-plan.js';
import { orderedBy, stateNumbers, type VisitState, visitStates } from '../plan/visits.js';
import { complaintOf, timesOf, type VisitFacts } from '../visit-facts.js';
import type { BulkLink } from './bulk-link.js';
import type { RowEncoder } from './row-encoder.js';

const columns = [
  'id',
  'doctor_id',
  'patient_id',
  'department_id',
  'starts_at',
  'ends_at',
  'state',
  'reason',
  'is_acknowledged',
  'booked_by',
  'cancel_reason',
  'cancelled_at',
  'checked_in_at',
  'started_at',
  'completed_at',
  'created_at',
  'updated_at',
];

const cancelReasons = [
  'The patient is ill',
  'No time that day',
  'Feeling better',
  'Travelling',
  'The doctor is away',
  'Booked by mistake',
] as const;

/** How often the reason is written down with the booking. */
const reasonKnown = 0.7;
const bookedBy = uuidBytes(systemActor('generate').userId);

/** In the order of their ids, which is that of their booking. */
export async function writeAppointments(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids, draws, diagnosing } = generation;
  const { visits, doctors } = plan;
  const writer = tableWriter(generation, link, 'appointments', columns);
  const { rows } = writer;
  const id = Buffer.allocUnsafe(16);
  for (const visit of inBookingOrder(plan)) {
    if (!visits.hasAppointment(visit)) continue;
    const doctor = visits.doctor[visit]!;
    const times = timesOf(draws, plan, visit);
    ids.appointment(id, visit);
    rows.bytes(id);
    rows.bytes(ids.doctors.bytes(doctor));
    rows.bytes(ids.patients.bytes(visits.patient[visit]!));
    rows.bytes(ids.departments.bytes(doctors[doctor]!.specialityIndex));
    rows.instant(times.startMs);
    rows.instant(times.endMs);
    rows.text(visitStates[visits.state[visit]!] ?? 'booked');
    if (draws.chance(reasonKnown)) rows.text(complaintOf(diagnosing.of(visit).main));
    else rows.none();
    rows.integer(1);
    rows.bytes(bookedBy);
    putOutcome(generation, rows, visit, times);
    rows.instant(times.bookedMs);
    rows.instant(times.changedMs);
    rows.endRow();
    if (writer.isDue()) await writer.flush();
  }
  await writer.flush();
}

/** Visits may have been booked some months before the clinic's first day. */
const inBookingOrder = ({ visits, startDay }: ClinicPlan): Uint32Array => {
  const earliest = (startDay - 200) * (DAY_MS / 1_000);
  return orderedBy(visits.count, (visit) => visits.bookedAtSeconds[visit]! - earliest);
};

/** Why and when it was cancelled; when the patient came, and what followed. */
function putOutcome({ plan, draws }: Generation, rows: RowEncoder, visit: number, times: VisitFacts): void {
  const state = plan.visits.state[visit]!;
  if (state === stateNumbers.cancelled) {
    rows.text(draws.about(streams.visit, -1 - visit).one(cancelReasons));
    rows.instant(times.cancelledMs);
  } else {
    rows.none();
    rows.none();
  }
  for (const atMs of [times.checkedInMs, times.startedMs, times.completedMs])
    if (state === stateNumbers.completed) rows.instant(atMs);
    else rows.none();
}

const verbs: Readonly<Record<Exclude<VisitState, 'walk_in'>, string>> = {
  completed: 'appointment.completed',
  cancelled: 'appointment.cancelled',
  no_show: 'appointment.missed',
  booked: 'appointment.booked',
  confirmed: 'appointment.confirmed',
};

/** One event and one audit row each: the appointments' version is 1, as that of imported history. */
export async function writeAppointmentChanges(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids, draws } = generation;
  const { visits, doctors } = plan;
  const log = changeLog(generation, link, 'appointments');
  const id = Buffer.allocUnsafe(16);
  for (let visit = 0; visit < visits.count; visit++) {
    const state = visitStates[visits.state[visit]!] ?? 'booked';
    if (state === 'walk_in') continue;
    const doctor = visits.doctor[visit]!;
    const { startMs, endMs, changedMs } = timesOf(draws, plan, visit);
    const payload = `{"doctorId":"${ids.doctors.text(doctor)}","departmentId":"${ids.departments.text(
      doctors[doctor]!.specialityIndex,
    )}","startsAt":"${formatInstant(startMs)}","endsAt":"${formatInstant(endMs)}","state":"${state}"}`;
    ids.appointment(id, visit);
    const patient = ids.patients.bytes(visits.patient[visit]!);
    log.add({ kind: verbs[state], subject: id, patient, payload, atMs: changedMs });
    if (log.isDue()) await log.flush();
  }
  await log.flush();
}

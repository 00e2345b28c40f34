import { standsBehindVisits } from '../access/relationships.js';
import type { Actor } from '../lib/actor.js';
import { newId, uuidBytes } from '../lib/ids.js';
import type { ScheduleHead } from '../scheduling/schedule-head.js';
import { ticksOf } from '../scheduling/ticks.js';
import type { AppointmentChange, StoredAppointment } from './appointments.repository.js';
import type { VisitTime } from './booking-rules.js';

/** What `book` and `hold` have in common. */
export interface BookingRequest {
  doctorId: string;
  patientId: string;
  startsAt: string;
  durationMinutes?: number;
  state: 'booked' | 'held';
  reason: string | null;
  holdSeconds: number | null;
  overbookReason: string | null;
}

export const lengthMinutes = ({ startsAt, endsAt }: StoredAppointment): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

/** The time that a visit has. */
export function timeOf({ startsAt, endsAt }: StoredAppointment): VisitTime {
  const [startMs, endMs] = [Date.parse(startsAt), Date.parse(endsAt)];
  return { startsAt: new Date(startMs), endsAt: new Date(endMs), ...ticksOf(startMs, endMs) };
}

export const movedTo = (
  before: StoredAppointment,
  { doctorId, departmentId }: ScheduleHead,
  time: VisitTime,
): StoredAppointment => ({
  ...before,
  // It keeps the department that it was booked in, unless the doctor is another one.
  ...(doctorId !== before.doctorId && { doctorId, departmentId }),
  startsAt: time.startsAt.toISOString(),
  endsAt: time.endsAt.toISOString(),
  doctorSeat: 0,
  patientSeat: 0,
});

export const changeTo = ({
  doctorId,
  departmentId,
  startsAt,
  endsAt,
}: StoredAppointment): AppointmentChange => ({
  doctor_id: uuidBytes(doctorId),
  department_id: uuidBytes(departmentId),
  starts_at: new Date(startsAt),
  ends_at: new Date(endsAt),
  doctor_seat: 0,
  patient_seat: 0,
});

export function newAppointment(
  request: BookingRequest,
  actor: Actor,
  { doctor, time, now }: { doctor: ScheduleHead; time: VisitTime; now: Date },
): StoredAppointment {
  return {
    id: newId(now.getTime()),
    doctorId: request.doctorId,
    patientId: request.patientId,
    departmentId: doctor.departmentId,
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
    state: request.state,
    reason: request.reason,
    doctorSeat: 0,
    patientSeat: 0,
    isOverbooked: request.overbookReason !== null,
    overbookReason: request.overbookReason,
    isAcknowledged: standsBehindVisits(actor),
    holdExpiresAt: null,
    cancelReason: null,
    cancelledAt: null,
    checkedInAt: null,
    startedAt: null,
    completedAt: null,
    createdAt: now.toISOString(),
    version: 1,
  };
}

import { randomBytes, randomUUID } from 'node:crypto';
import type { PoolConnection } from 'mysql2/promise';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import { TICK_MS } from '../../server/src/scheduling/ticks.js';
import { barePool } from '../load/bare-pool.js';
import type { LoadDriver } from '../load/load.types.js';
import { visitMinutes } from '../setup/clinic.js';
import { type BookingPlan, type PlannedBooking, plannedBooking } from './booking-plan.js';

export interface BareBookings {
  mysqlUrl: string;
  plan: BookingPlan;
}

const visitMs = visitMinutes * 60_000;

/** Writes the rows of one booking after another with the API's own statements, over the bare driver. */
export async function open({ mysqlUrl, plan }: BareBookings): Promise<LoadDriver> {
  const pool = barePool(mysqlUrl);
  let number = 0;
  return {
    async next() {
      const booking = plannedBooking(plan, number++);
      const connection = await pool.getConnection();
      try {
        await connection.query('begin');
        await writeBooking(connection, booking);
        await connection.query('commit');
        return 'written';
      } finally {
        connection.release();
      }
    },
    close: () => pool.end(),
  };
}

async function writeBooking(connection: PoolConnection, { patient, doctor, startsAtMs }: PlannedBooking) {
  const id = newId();
  const now = new Date();
  const [startsAt, endsAt] = [new Date(startsAtMs), new Date(startsAtMs + visitMs)];
  const [appointmentId, doctorId, patientId] = [
    uuidBytes(id),
    uuidBytes(doctor.doctorId),
    uuidBytes(patient.patientId),
  ];
  const [departmentId, userId] = [uuidBytes(doctor.departmentId), uuidBytes(patient.userId)];
  await connection.query(lockOwnPair, [patientId, doctorId]);
  const ticks = Array.from({ length: visitMs / TICK_MS }, (_none, index) => startsAtMs / TICK_MS + index);
  const claims = [
    ...ticks.map((tick) => [1, doctorId, tick, 0, appointmentId, null]),
    ...ticks.map((tick) => [2, patientId, tick, 0, appointmentId, null]),
  ];
  await connection.query(insertClaims, [claims]);
  const appointment = [
    appointmentId,
    doctorId,
    patientId,
    departmentId,
    startsAt,
    endsAt,
    'booked',
    'Check-up',
  ];
  await connection.query(insertAppointment, [...appointment, 0, 0, null, 1, userId, null, null, now, now]);
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), state: 'booked' };
  const payload = JSON.stringify({ doctorId: doctor.doctorId, departmentId: doctor.departmentId, ...times });
  const what = 'appointment.booked';
  const event = [uuidBytes(newId()), what, appointmentId, patientId, payload, now, 'summaries'];
  await connection.query(insertEvent, event);
  await connection.query(insertAudit, [
    now,
    userId,
    'patient',
    what,
    appointmentId,
    patientId,
    randomUUID(),
    null,
  ]);
  const answer = JSON.stringify({
    id,
    ...ids(patient, doctor),
    ...times,
    ...unset,
    createdAt: now.toISOString(),
  });
  const operation = 'POST /api/v1/appointments';
  await connection.query(insertKey, [userId, operation, randomUUID(), randomBytes(32), answer, now]);
}

const ids = (patient: PlannedBooking['patient'], { doctorId, departmentId }: PlannedBooking['doctor']) => ({
  doctorId,
  patientId: patient.patientId,
  departmentId,
});

const unset = {
  isOverbooked: false,
  overbookReason: null,
  holdExpiresAt: null,
  cancelReason: null,
  cancelledAt: null,
  checkedInAt: null,
  startedAt: null,
  completedAt: null,
  version: 1,
  reason: 'Check-up',
};

const lockOwnPair = `select doctors.id, doctors.department_id, doctors.zone, doctors.visit_minutes, doctors.schedule_version,
  doctors.is_active, patients.is_active as is_patient_active, patients.birth_on,
  (select 1 from appointments as ahead where ahead.patient_id = patients.id and ahead.starts_at > now(3)
   order by ahead.starts_at limit 1 offset 9999) as has_many
  from doctors left join patients on patients.id = ? where doctors.id = ? for share of doctors for update of patients`;
const insertClaims =
  'insert into slot_claims (resource_kind, resource_id, tick, seat, appointment_id, expires_at) values ?';
const insertAppointment = `insert into appointments (id, doctor_id, patient_id, department_id, starts_at, ends_at, state,
  reason, doctor_seat, patient_seat, overbook_reason, is_acknowledged, booked_by, hold_expires_at, completed_at,
  created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertEvent = `insert into events (id, kind, subject_id, patient_id, payload, occurred_at, awaits)
  values (?, ?, ?, ?, ?, ?, ?)`;
const insertAudit = `insert into audit_log (at, actor_id, role, action, subject_id, patient_id, request_id, detail)
  values (?, ?, ?, ?, ?, ?, ?, ?)`;
const insertKey = `insert into idempotency_keys (user_id, operation, idem_key, body_hash, answer, created_at)
  values (?, ?, ?, ?, ?, ?)`;

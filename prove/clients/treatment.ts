import type { Appointment } from '../../server/src/appointments/appointments.types.js';
import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { MedicalRecord } from '../../server/src/records/records.types.js';
import { must, type OpenClinic } from '../../server/test/support/calls.js';
import { type DoctorAtWork, patient } from '../../server/test/support/people.js';

const tickMs = 5 * 60_000;

/** A patient of somebody's, and the open record of her visit. */
export interface Treated {
  readonly patientId: string;
  readonly recordUuid: string;
}

/**
 * A new patient whom the front desk booked for one of the doctor's next times and checked in, and her open record.
 * @param turn how many times ahead, from 0; check-in opens twelve hours before a visit, so below 140
 */
export async function treated(
  clinic: OpenClinic,
  desk: SignedIn,
  { doctor, user }: DoctorAtWork,
  turn: number,
): Promise<Treated> {
  const { patientId } = await patient(clinic);
  const startsAt = new Date((Math.floor(Date.now() / tickMs) + 2 + turn) * tickMs).toISOString();
  const body = { doctorId: doctor.id, patientId, startsAt, durationMinutes: 5 };
  const { id } = await must(clinic.call<Appointment>(desk, 'POST', '/appointments', { body }));
  await must(clinic.call(desk, 'POST', `/appointments/${id}/check-in`));
  const { id: recordUuid } = await must(
    clinic.call<MedicalRecord>(user, 'POST', '/medical-records', { body: { appointmentId: id } }),
  );
  return { patientId, recordUuid };
}

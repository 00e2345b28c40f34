import { doctorAtWork, patient, setBookingLimits, staff, ward } from '../../server/test/support/people.js';
import { many, openClinic } from '../clients/clinic.js';
import { Person } from '../clients/person.js';
import type { Rig } from '../rig/rig.js';
import { visitMinutes } from './booking-clients.js';

export interface Cast {
  readonly patients: readonly Person[];
  readonly doctors: readonly Person[];
  readonly desks: readonly Person[];
  /** Has a free calendar and a patient of its own: to see whether booking works at all. */
  readonly probe: { readonly desk: Person; readonly doctorId: string; readonly patientId: string };
}

/** Doctors who work round the clock, patients, and a front desk of two. */
export async function castOf(rig: Rig, count: { doctors: number; patients: number }): Promise<Cast> {
  const clinic = await openClinic(rig);
  await setBookingLimits(clinic);
  const where = await ward(clinic);
  const doctors = await many(count.doctors, async (index) => {
    const { user } = await doctorAtWork(clinic, where, { visitMinutes });
    return new Person(`doctor ${index}`, user);
  });
  const patients = await many(count.patients, async (index) => {
    const { user } = await patient(clinic);
    return new Person(`patient ${index}`, user);
  });
  const desks = await many(
    2,
    async (index) => new Person(`desk ${index}`, await staff(clinic, 'receptionist')),
  );
  const { doctor } = await doctorAtWork(clinic, where);
  const { patientId } = await patient(clinic);
  const desk = new Person('probe', await staff(clinic, 'receptionist'));
  return { patients, doctors, desks, probe: { desk, doctorId: doctor.id, patientId } };
}

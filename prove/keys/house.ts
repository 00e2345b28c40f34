import { doctorAtWork, staff, ward } from '../../server/test/support/people.js';
import { many, openClinic } from '../clients/clinic.js';
import { Person } from '../clients/person.js';
import { type Treated, treated } from '../clients/treatment.js';
import type { Rig } from '../rig/rig.js';

/** People and things of one writer's own, so that writers never have reason to refuse each other. */
export interface House {
  readonly admin: Person;
  readonly desk: Person;
  readonly doctor: Person;
  readonly doctorId: string;
  readonly departmentId: string;
  /** Has an open record with that doctor. */
  readonly treated: Treated;
}

export async function housesOf(rig: Rig, count: number): Promise<House[]> {
  const clinic = await openClinic(rig);
  return many(count, async (index) => {
    const where = await ward(clinic);
    const doctor = await doctorAtWork(clinic, where);
    const desk = await staff(clinic, 'receptionist');
    return {
      admin: new Person(`admin ${index}`, await staff(clinic, 'admin')),
      desk: new Person(`desk ${index}`, desk),
      doctor: new Person(`doctor ${index}`, doctor.user),
      doctorId: doctor.doctor.id,
      departmentId: where.departmentId,
      treated: await treated(clinic, desk, doctor, 0),
    };
  });
}

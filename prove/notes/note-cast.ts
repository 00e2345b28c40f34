import { doctorAtWork, staff, ward } from '../../server/test/support/people.js';
import { many, openClinic } from '../clients/clinic.js';
import { Person } from '../clients/person.js';
import { type Treated, treated } from '../clients/treatment.js';
import type { Rig } from '../rig/rig.js';

/** A doctor who writes notes, and the open records that she may write to. */
export interface Author {
  readonly who: Person;
  readonly records: readonly Treated[];
}

/** Doctors who treat nobody of each other's. */
export async function authorsOf(rig: Rig, count: number, recordsEach: number): Promise<Author[]> {
  const clinic = await openClinic(rig);
  const where = await ward(clinic);
  const desk = await staff(clinic, 'receptionist');
  return many(count, async (index) => {
    const doctor = await doctorAtWork(clinic, where);
    const records: Treated[] = [];
    for (let turn = 0; turn < recordsEach; turn++) records.push(await treated(clinic, desk, doctor, turn));
    return { who: new Person(`doctor ${index}`, doctor.user), records };
  });
}

import { expect } from 'chai';
import type { Appointment, AppointmentPage } from '../../src/appointments/appointments.types.js';
import { type Clinic, must } from '../support/clinic.js';
import type { RegisteredPatient } from '../support/people.js';
import type { StormLedger } from './storm-ledger.js';

/** Every visit within a day of `from` stands as its patient was told last, and nobody has one that she was not told of. */
export async function expectAsTold(
  clinic: Clinic,
  ledger: StormLedger,
  patients: RegisteredPatient[],
  from: string,
): Promise<void> {
  const to = new Date(Date.parse(from) + 86_400_000).toISOString();
  const query = `/appointments?from=${from}&to=${to}&limit=200`;
  for (const { user, patientId } of patients) {
    const { items } = await must(clinic.call<AppointmentPage>(user, 'GET', query));
    const told = [...ledger.visits.values()].filter((visit) => visit.patientId === patientId);
    expect(items.map(standing).sort()).to.deep.equal(told.map(standing).sort());
  }
}

/** A hold may have run out meanwhile, without anybody having been told. */
const standing = ({ id, state, startsAt, endsAt }: Appointment): string =>
  [id, state === 'held' || state === 'expired' ? 'held or expired' : state, startsAt, endsAt].join(' ');

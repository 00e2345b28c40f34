import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  futureAt,
  patient,
  patients,
  type RegisteredPatient,
  ward,
} from '../support/people.js';

describe('A hold that has run out, and that nobody has swept away,', () => {
  let clinic: Clinic;
  let at: DoctorAtWork;

  before(async () => {
    clinic = await startClinic();
    for (const worker of clinic.composed.workers) await worker.stop();
    at = await doctorAtWork(clinic, await ward(clinic));
  });
  after(() => clinic.close());

  async function ranOut({ user }: RegisteredPatient, startsAt: string): Promise<Appointment> {
    const body = { doctorId: at.doctor.id, startsAt, holdSeconds: 1 };
    const held = await must<Appointment>(clinic.call(user, 'POST', '/appointments/holds', { body }));
    await pause(Date.parse(held.holdExpiresAt ?? '') - Date.now() + 50);
    return held;
  }

  it('can be confirmed no more', async () => {
    const someone = await patient(clinic);
    const held = await ranOut(someone, futureAt(2, 9));
    const late = await clinic.call(someone.user, 'POST', `/appointments/${held.id}/confirm`);
    expect(late.body).to.include({ status: 409, code: 'hold_expired' });
    const { state } = await must<Appointment>(clinic.call(someone.user, 'GET', `/appointments/${held.id}`));
    expect(state).to.equal('held');
  });

  it('is offered to the next one, who gets it', async () => {
    const [owner, next] = await patients(clinic, 2);
    if (!owner || !next) throw new Error('Two patients were wished for.');
    const startsAt = futureAt(3, 9);
    const held = await ranOut(owner, startsAt);
    const listed = await must<unknown[]>(
      clinic.call(null, 'GET', `/doctors/${at.doctor.id}/slots?from=${startsAt}&to=${futureAt(3, 9, 15)}`),
    );
    expect(listed).to.have.length(1);
    expect((await book(clinic, next.user, { doctorId: at.doctor.id, startsAt })).status).to.equal(201);
    const { state } = await must<Appointment>(clinic.call(owner.user, 'GET', `/appointments/${held.id}`));
    expect(state).to.equal('expired');
  });
});

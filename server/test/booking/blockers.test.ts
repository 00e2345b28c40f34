import { expect } from 'chai';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { type Cast, cast } from '../clinical/clinical-cast.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { book, futureAt, patient, type RegisteredPatient } from '../support/people.js';

interface Refusal {
  status: number;
  code: string;
  conflictWith: string;
  blockers: { startsAt: string; endsAt: string }[];
  nextFree: unknown[];
}

describe('Whoever is refused because somebody is busy', () => {
  let clinic: Clinic;
  let on: Cast;
  let someone: RegisteredPatient;
  const elsewhere = { startsAt: futureAt(5, 10), endsAt: futureAt(5, 10, 15) };
  const wholeDay = { startsAt: futureAt(5, 8), endsAt: futureAt(5, 16) };

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    someone = await patient(clinic);
    const visit = { doctorId: on.stranger.doctor.id, patientId: someone.patientId };
    await must(book(clinic, on.reception, { ...visit, startsAt: elsewhere.startsAt }));
    // On the nurse's ward, for now.
    const soon = new Date((Math.floor(Date.now() / 300_000) + 3) * 300_000).toISOString();
    await must(book(clinic, on.reception, { ...visit, startsAt: soon, durationMinutes: 5 }));
  });
  after(() => clinic.close());

  const wish = () => ({
    doctorId: on.doctor.doctor.id,
    patientId: someone.patientId,
    startsAt: wholeDay.startsAt,
    durationMinutes: 480,
  });

  const toRefuse: Readonly<Record<string, (who: SignedIn) => Promise<{ body: unknown }>>> = {
    'books for them': (who) => book(clinic, who, wish()),
    'overbooks for them': (who) => book(clinic, who, { ...wish(), overbookReason: 'Acute pain, agreed' }),
    'holds for them': (who) => clinic.call(who, 'POST', '/appointments/holds', { body: wish() }),
    'moves their visit there': async (who) => {
      const own = { ...wish(), startsAt: futureAt(7, 9), durationMinutes: 5 };
      const { id } = await must<Appointment>(book(clinic, on.reception, own));
      const body = { startsAt: wholeDay.startsAt, durationMinutes: 480 };
      const refused = await clinic.call(who, 'POST', `/appointments/${id}/reschedule`, { body });
      await must(
        clinic.call(on.reception, 'POST', `/appointments/${id}/cancel`, { body: { reason: 'Moved' } }),
      );
      return refused;
    },
  };
  for (const [what, ask] of Object.entries(toRefuse)) {
    it(`does not learn when the patient sees others: a doctor who ${what}`, async () => {
      const body = (await ask(on.doctor.user)).body as Refusal;
      expect(body).to.include({ status: 409, code: 'slot_taken', conflictWith: 'patient' });
      expect(body.blockers).to.deep.equal([wholeDay]);
      expect(body.nextFree).to.be.an('array');
      expect(JSON.stringify(body)).not.to.include(elsewhere.startsAt);
    });

    it(`learns it where they may read those visits: the desk and a nurse of the ward who ${what}`, async () => {
      for (const who of [on.reception, on.nurse])
        expect(((await ask(who)).body as Refusal).blockers).to.deep.equal([elsewhere]);
    });
  }

  it('learns their own visits, not those of others with the doctor', async () => {
    const other = await patient(clinic);
    const startsAt = futureAt(6, 10);
    await must(book(clinic, on.reception, { ...wish(), startsAt, durationMinutes: 5 }));
    const body = { doctorId: on.doctor.doctor.id, startsAt: futureAt(6, 9, 50) };
    const refused = (await book(clinic, other.user, body)).body as unknown as Refusal;
    expect(refused).to.deep.include({
      conflictWith: 'doctor',
      blockers: [{ startsAt: futureAt(6, 9, 50), endsAt: futureAt(6, 10, 5) }],
    });
    const own = (await book(clinic, someone.user, { ...body, doctorId: on.stranger.doctor.id })).body;
    expect(own).to.deep.include({
      conflictWith: 'patient',
      blockers: [{ startsAt, endsAt: futureAt(6, 10, 5) }],
    });
  });
});

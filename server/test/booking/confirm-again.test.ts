import { expect } from 'chai';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  futureAt,
  patient,
  type RegisteredPatient,
  setBookingLimits,
  staff,
  type Ward,
  ward,
} from '../support/people.js';

type Answered = Appointment & { status?: number; code?: string; nextFree?: { startsAt: string }[] };

/** What may happen between taking a time and confirming it, and what is then answered. */
interface Meanwhile {
  what: string;
  happens: (at: DoctorAtWork, whose: RegisteredPatient) => Promise<unknown>;
  code: string;
}

const startsAt = futureAt(20, 10);
const dateOn = startsAt.slice(0, 10);

describe('What was true when a time was taken', () => {
  let clinic: Clinic;
  let where: Ward;
  let desk: SignedIn;
  let admins: SignedIn[];

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    desk = await staff(clinic, 'receptionist');
    admins = [clinic.admin, await staff(clinic, 'admin')];
  });
  after(() => clinic.close());

  const post = (who: SignedIn, path: string, body?: object) =>
    clinic.call<Answered>(who, 'POST', path, { body });
  const confirm = (who: SignedIn, id: string) => post(who, `/appointments/${id}/confirm`);

  async function versioned(method: string, path: string, body: object, read = path): Promise<unknown> {
    const { version } = await must<{ version: number }>(clinic.call(clinic.admin, 'GET', read));
    const headers = { 'if-match': `"${version}"` };
    return must(clinic.call(clinic.admin, method, path, { body, headers }));
  }
  const schedule = (doctorId: string) => `/doctors/${doctorId}/schedule`;
  const away = { startsAt: futureAt(20, 0), endsAt: futureAt(21, 0) };

  const meanwhile: readonly Meanwhile[] = [
    {
      what: 'the doctor was deactivated',
      happens: ({ doctor }) => must(post(clinic.admin, `/doctors/${doctor.id}/deactivate`)),
      code: '404 doctor_not_found',
    },
    {
      what: 'time off took the time',
      happens: ({ doctor }) => must(post(desk, `/doctors/${doctor.id}/time-off`, away)),
      code: '409 slot_not_offered',
    },
    {
      what: 'an override took the time',
      happens: ({ doctor }) =>
        must(
          clinic.call(desk, 'PUT', `/doctors/${doctor.id}/overrides/${dateOn}`, { body: { windows: [] } }),
        ),
      code: '409 slot_not_offered',
    },
    {
      what: 'a holiday took the time',
      happens: ({ doctor }) =>
        must(
          post(clinic.admin, '/holidays', {
            dateOn,
            name: 'Founding day',
            departmentId: doctor.department.id,
          }),
        ),
      code: '409 slot_not_offered',
    },
    {
      what: 'other weekly hours left the time out',
      happens: ({ doctor }) =>
        versioned('PUT', `/doctors/${doctor.id}/working-hours`, { weekly: [] }, schedule(doctor.id)),
      code: '409 slot_not_offered',
    },
    {
      what: 'a part of the time was taken out of the hours',
      happens: ({ doctor }) => {
        const ends = { startsAt: futureAt(20, 10, 10), endsAt: futureAt(20, 12) };
        return must(post(desk, `/doctors/${doctor.id}/time-off`, ends));
      },
      code: '409 slot_not_offered',
    },
    {
      what: 'the patient was deactivated',
      happens: async (_at, { patientId }) => {
        for (const admin of admins)
          await must(
            post(admin, `/patients/${patientId}/deactivate`, { reason: 'Entered twice by mistake' }),
          );
      },
      code: '404 patient_not_found',
    },
  ];

  for (const { what, happens, code } of meanwhile) {
    it(`is asked again when a hold is confirmed: ${what}`, async () => {
      const at = await doctorAtWork(clinic, await ward(clinic));
      const whose = await patient(clinic);
      const wish = { doctorId: at.doctor.id, patientId: whose.patientId, startsAt, holdSeconds: 900 };
      const { id } = await must(post(desk, '/appointments/holds', wish));
      await happens(at, whose);
      const { status, body } = await confirm(desk, id);
      expect(`${status} ${body.code}`).to.equal(code);
      const { state } = await must(clinic.call<Appointment>(desk, 'GET', `/appointments/${id}`));
      expect(state, 'it stays what it was').to.equal('held');
    });

    it(`is asked again when a booked visit is confirmed: ${what}`, async () => {
      const at = await doctorAtWork(clinic, await ward(clinic));
      const whose = await patient(clinic);
      const wish = { doctorId: at.doctor.id, patientId: whose.patientId, startsAt };
      const { id } = await must(book(clinic, at.user, wish));
      await happens(at, whose);
      const { status, body } = await confirm(desk, id);
      expect(`${status} ${body.code}`).to.equal(code);
    });
  }

  it('is asked again with the patients’ horizon', async () => {
    const at = await doctorAtWork(clinic, where);
    const whose = await patient(clinic);
    const held = await must(
      post(whose.user, '/appointments/holds', { doctorId: at.doctor.id, startsAt, holdSeconds: 900 }),
    );
    await setBookingLimits(clinic, { horizonDays: 10 });
    expect((await confirm(whose.user, held.id)).body).to.include({ status: 409, code: 'beyond_horizon' });
    await setBookingLimits(clinic, { horizonDays: 365 });
    expect((await confirm(whose.user, held.id)).status).to.equal(200);
  });

  it('says what could be had instead', async () => {
    const at = await doctorAtWork(clinic, where);
    const whose = await patient(clinic);
    const { id } = await must(post(whose.user, '/appointments/holds', { doctorId: at.doctor.id, startsAt }));
    await must(post(desk, `/doctors/${at.doctor.id}/time-off`, away));
    const { body } = await confirm(whose.user, id);
    expect(body).to.include({ status: 409, code: 'slot_not_offered' });
    expect(body.nextFree?.[0]?.startsAt).to.equal(away.endsAt);
  });

  it('does not matter to a visit that the clinic booked outside the hours on purpose', async () => {
    const at = await doctorAtWork(clinic, where, { weekly: [] });
    const whose = await patient(clinic);
    const wish = { doctorId: at.doctor.id, patientId: whose.patientId, startsAt };
    const { id } = await must(book(clinic, at.user, { ...wish, overbookReason: 'Comes before work' }));
    expect((await confirm(whose.user, id)).status).to.equal(200);
  });

  it('is confirmed or taken away, never both, when they come at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const at = await doctorAtWork(clinic, where);
      const whose = await patient(clinic);
      const { id } = await must(
        post(whose.user, '/appointments/holds', { doctorId: at.doctor.id, startsAt }),
      );
      const [confirmed, taken] = await Promise.all([
        confirm(whose.user, id),
        must(post(desk, `/doctors/${at.doctor.id}/time-off`, away)),
      ]);
      // Whether it was confirmed before or is held after, the change of the hours reports it.
      expect(taken).to.include({ displacedCount: 1 });
      expect(confirmed.status === 200 ? '200' : confirmed.body.code).to.be.oneOf(['200', 'slot_not_offered']);
    }
    expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
  });
});

describe('Visits of a doctor who is not there any more', () => {
  let clinic: Clinic;
  let where: Ward;
  let desk: SignedIn;

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    desk = await staff(clinic, 'receptionist');
  });
  after(() => clinic.close());

  const step = (who: SignedIn, id: string, verb: string, body: object) =>
    clinic.call<Answered>(who, 'POST', `/appointments/${id}/${verb}`, { body });

  async function abandoned() {
    const at = await doctorAtWork(clinic, where);
    const whose = await patient(clinic);
    const wish = { doctorId: at.doctor.id, patientId: whose.patientId, startsAt };
    const visit = await must(book(clinic, desk, wish));
    await must(clinic.call(clinic.admin, 'POST', `/doctors/${at.doctor.id}/deactivate`));
    return { at, whose, visit };
  }

  it('are given to another doctor by the front desk, with the claims, the department and the relationship', async () => {
    const { at, whose, visit } = await abandoned();
    const next = await doctorAtWork(clinic, await ward(clinic));
    expect((await step(desk, visit.id, 'reschedule', { startsAt: futureAt(21, 10) })).body).to.include({
      status: 404,
      code: 'doctor_not_found',
    });
    const body = { doctorId: next.doctor.id, startsAt: futureAt(21, 10) };
    const moved = await must(step(desk, visit.id, 'reschedule', body));
    expect(moved).to.include({
      ...body,
      departmentId: next.doctor.department.id,
      state: 'booked',
      version: 2,
    });
    expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
    const other = await patient(clinic);
    const refused = await book(clinic, other.user, body);
    expect(refused.body).to.include({ code: 'slot_taken', conflictWith: 'doctor' });
    const sees = async (who: SignedIn) =>
      (await clinic.call(who, 'GET', `/patients/${whose.patientId}`)).status;
    expect(await sees(next.user)).to.equal(200);
    expect(await sees(at.user)).not.to.equal(200);
  });

  it('go to no other doctor by anybody else’s hand, nor to one who does not work then', async () => {
    const { whose, visit } = await abandoned();
    const next = await doctorAtWork(clinic, where, { weekly: [] });
    const body = { doctorId: next.doctor.id, startsAt: futureAt(21, 10) };
    const nurse = await staff(clinic, 'nurse', { departmentId: where.departmentId });
    for (const who of [whose.user, next.user, nurse])
      expect((await step(who, visit.id, 'reschedule', body)).body).to.include({
        status: 403,
        code: 'forbidden',
      });
    expect((await step(desk, visit.id, 'reschedule', body)).body).to.include({ code: 'slot_not_offered' });
  });

  it('are cancelled by the patient and by the desk', async () => {
    for (const who of ['patient', 'desk'] as const) {
      const { whose, visit } = await abandoned();
      const reason = { reason: 'The doctor has left' };
      const done = await step(who === 'desk' ? desk : whose.user, visit.id, 'cancel', reason);
      expect(done.body).to.include({ state: 'cancelled' });
    }
  });
});

import { expect } from 'chai';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  futureAt,
  patient,
  patients,
  staff,
  type Ward,
  ward,
} from '../support/people.js';

interface Slot {
  startsAt: string;
  endsAt: string;
}

describe('Booking a visit', () => {
  let clinic: Clinic;
  let where: Ward;
  let at: DoctorAtWork;

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    at = await doctorAtWork(clinic, where);
  });
  after(() => clinic.close());

  const slots = (from: string, to: string) =>
    must<Slot[]>(clinic.call(null, 'GET', `/doctors/${at.doctor.id}/slots?from=${from}&to=${to}`));

  it('takes a listed slot out of the list, and puts it back when it is cancelled', async () => {
    const someone = await patient(clinic);
    const [from, to] = [futureAt(2, 9), futureAt(2, 10)];
    const before = await slots(from, to);
    expect(before).to.have.length(4);
    const booked = await book(clinic, someone.user, {
      doctorId: at.doctor.id,
      startsAt: before[1]?.startsAt,
      reason: 'Cough',
    });
    expect(booked.status).to.equal(201);
    expect(booked.body).to.include({
      state: 'booked',
      reason: 'Cough',
      patientId: someone.patientId,
      endsAt: before[1]?.endsAt,
    });
    expect(await slots(from, to)).to.deep.equal(before.filter((_slot, index) => index !== 1));
    const reason = { body: { reason: 'Feeling better' } };
    await must(clinic.call(someone.user, 'POST', `/appointments/${booked.body.id}/cancel`, reason));
    expect(await slots(from, to)).to.deep.equal(before);
  });

  it('refuses a taken time with the times that are taken and the next free ones, never whose', async () => {
    const [one, other] = await patients(clinic, 2);
    const startsAt = futureAt(3, 9);
    const longer = { doctorId: at.doctor.id, patientId: one!.patientId, startsAt, durationMinutes: 30 };
    await must(book(clinic, await staff(clinic, 'receptionist'), longer));
    const refused = await book(clinic, other!.user, { doctorId: at.doctor.id, startsAt: futureAt(3, 9, 15) });
    expect(refused.status).to.equal(409);
    expect(refused.body).to.deep.include({ code: 'slot_taken', conflictWith: 'doctor' });
    expect(refused.body).to.deep.include({
      blockers: [{ startsAt: futureAt(3, 9, 15), endsAt: futureAt(3, 9, 30) }],
    });
    expect(refused.body.nextFree?.[0]?.startsAt).to.equal(futureAt(3, 9, 30));
    expect(JSON.stringify(refused.body)).not.to.include(one!.patientId);
  });

  it('keeps a patient from being with two doctors at once', async () => {
    const someone = await patient(clinic);
    const second = await doctorAtWork(clinic, where);
    await must(book(clinic, someone.user, { doctorId: at.doctor.id, startsAt: futureAt(4, 9) }));
    const refused = await book(clinic, someone.user, {
      doctorId: second.doctor.id,
      startsAt: futureAt(4, 9, 10),
    });
    expect(refused.body).to.include({ code: 'slot_taken', conflictWith: 'patient' });
  });

  it('repeats the answer for the same Idempotency-Key, and refuses the key for another body', async () => {
    const someone = await patient(clinic);
    const headers = { 'idempotency-key': 'booking-key-0001' };
    const body = { doctorId: at.doctor.id, startsAt: futureAt(5, 9) };
    const [first, second] = await Promise.all(
      [0, 1].map(() => clinic.call(someone.user, 'POST', '/appointments', { body, headers })),
    );
    expect([first!.status, second!.status]).to.deep.equal([201, 201]);
    expect(second!.body).to.deep.equal(first!.body);
    const replayed = [first, second].filter(
      (answer) => answer!.headers.get('idempotency-replayed') === 'true',
    );
    expect(replayed).to.have.length(1);
    const other = { doctorId: at.doctor.id, startsAt: futureAt(5, 11) };
    const refused = await clinic.call(someone.user, 'POST', '/appointments', { body: other, headers });
    expect(refused.body).to.include({ status: 422, code: 'idempotency_key_reused' });
  });

  it('moves a visit onto its own ticks in one step', async () => {
    const someone = await patient(clinic);
    const longer = {
      doctorId: at.doctor.id,
      patientId: someone.patientId,
      startsAt: futureAt(6, 9),
      durationMinutes: 30,
    };
    const { id } = await must(book(clinic, await staff(clinic, 'receptionist'), longer));
    const moved = await must<{ startsAt: string; endsAt: string; version: number }>(
      clinic.call(someone.user, 'POST', `/appointments/${id}/reschedule`, {
        body: { startsAt: futureAt(6, 9, 15) },
      }),
    );
    expect(moved).to.include({ startsAt: futureAt(6, 9, 15), endsAt: futureAt(6, 9, 45), version: 2 });
    const free = await slots(futureAt(6, 9), futureAt(6, 10));
    expect(free.map((slot) => slot.startsAt)).to.deep.equal([futureAt(6, 9), futureAt(6, 9, 45)]);
  });

  it('offers nothing that has begun, and lets only staff note it afterwards', async () => {
    const [desk, someone] = [await staff(clinic, 'receptionist'), await patient(clinic)];
    const begun = new Date(Math.floor(Date.now() / 300_000) * 300_000).toISOString();
    const wish = { doctorId: at.doctor.id, patientId: someone.patientId, startsAt: begun };
    expect((await slots(begun, futureAt(1, 0))).map(({ startsAt }) => startsAt)).not.to.include(begun);
    for (const who of [someone.user, desk])
      expect((await book(clinic, who, wish)).body).to.include({ status: 409, code: 'slot_not_offered' });
    expect((await book(clinic, desk, { ...wish, overbookReason: 'Walked in just now' })).status).to.equal(
      201,
    );
  });

  it('refuses a visit that would end after the last instant that can be told', async () => {
    const [desk, someone] = [await staff(clinic, 'receptionist'), await patient(clinic)];
    const wish = { doctorId: at.doctor.id, patientId: someone.patientId, startsAt: '9999-12-31T23:55:00Z' };
    for (const extra of [{}, { overbookReason: 'For the time capsule' }]) {
      const { body } = await book(clinic, desk, { ...wish, ...extra, durationMinutes: 10 });
      expect(body).to.deep.include({
        status: 422,
        errors: [{ field: 'body.durationMinutes', message: 'must end within the calendar' }],
      });
    }
  });

  it('keeps a hold from others until it runs out, and then lets it be booked at once', async () => {
    const [one, other] = await patients(clinic, 2);
    const hold = (startsAt: string, holdSeconds: number) => {
      const body = { doctorId: at.doctor.id, startsAt, holdSeconds };
      return must<{ id: string; holdExpiresAt: string }>(
        clinic.call(one!.user, 'POST', '/appointments/holds', { body }),
      );
    };
    await hold(futureAt(7, 10), 900);
    const taken = { doctorId: at.doctor.id, startsAt: futureAt(7, 10) };
    expect((await book(clinic, other!.user, taken)).body).to.include({ code: 'slot_taken' });
    const held = await hold(futureAt(7, 9), 1);
    const wish = { doctorId: at.doctor.id, startsAt: futureAt(7, 9) };
    await new Promise((resolve) => setTimeout(resolve, Date.parse(held.holdExpiresAt) - Date.now() + 50));
    expect(await slots(futureAt(7, 9), futureAt(7, 9, 15))).to.have.length(1);
    expect((await book(clinic, other!.user, wish)).status).to.equal(201);
    const late = await clinic.call(one!.user, 'POST', `/appointments/${held.id}/confirm`);
    expect(late.status).to.equal(409);
  });

  it('keeps a hold exactly as long as it says, however long the booking of it takes', async () => {
    const holders = await patients(clinic, 20);
    const holding = holders.map(({ user }, index) => {
      const body = { doctorId: at.doctor.id, startsAt: futureAt(12, index), holdSeconds: 900 };
      return must(clinic.call(user, 'POST', '/appointments/holds', { body }));
    });
    await Promise.all(holding);
    expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
  });

  it('lets the front desk overbook with a reason, and never offers the time of whoever remains', async () => {
    const desk = await staff(clinic, 'receptionist');
    const [one, other] = await patients(clinic, 2);
    const startsAt = futureAt(8, 9);
    const first = await must(book(clinic, one!.user, { doctorId: at.doctor.id, startsAt }));
    const over = {
      doctorId: at.doctor.id,
      patientId: other!.patientId,
      startsAt,
      overbookReason: 'Acute pain, agreed with the doctor',
    };
    expect(await must(book(clinic, desk, over))).to.include({ isOverbooked: true });
    await must(
      clinic.call(desk, 'POST', `/appointments/${first.id}/cancel`, { body: { reason: 'Called off' } }),
    );
    expect(await slots(startsAt, futureAt(8, 9, 15))).to.have.length(0);
    expect((await book(clinic, one!.user, { doctorId: at.doctor.id, startsAt })).status).to.equal(409);
    expect(
      (
        await book(clinic, one!.user, {
          doctorId: at.doctor.id,
          startsAt,
          overbookReason: 'I want it anyway',
        })
      ).status,
    ).to.equal(403);
  });

  it('never offers the time of an overbooked visit, also where it lies over nobody', async () => {
    const desk = await staff(clinic, 'receptionist');
    const [one, over, third] = await patients(clinic, 3);
    const wish = { doctorId: at.doctor.id, startsAt: futureAt(10, 9) };
    await must(book(clinic, one!.user, wish));
    const longer = {
      ...wish,
      patientId: over!.patientId,
      durationMinutes: 30,
      overbookReason: 'Came with the first',
    };
    await must(book(clinic, desk, longer));
    expect(await slots(futureAt(10, 9), futureAt(10, 9, 30))).to.deep.equal([]);
    const refused = await book(clinic, third!.user, { ...wish, startsAt: futureAt(10, 9, 15) });
    expect(refused.body).to.include({ status: 409, code: 'slot_taken' });
  });

  it('shows nobody else the visit, and the front desk not the reason', async () => {
    const [one, other] = await patients(clinic, 2);
    const desk = await staff(clinic, 'receptionist');
    const booked = await must(
      book(clinic, one!.user, { doctorId: at.doctor.id, startsAt: futureAt(9, 9), reason: 'Private' }),
    );
    const foreign = await clinic.call(other!.user, 'GET', `/appointments/${booked.id}`);
    const missing = await clinic.call(other!.user, 'GET', `/appointments/${at.doctor.id}`);
    expect(foreign.status).to.equal(404);
    expect({ ...foreign.body, requestId: '' }).to.deep.equal({ ...missing.body, requestId: '' });
    const listed = await must<{ items: unknown[] }>(clinic.call(other!.user, 'GET', '/appointments'));
    expect(listed.items).to.deep.equal([]);
    const atDesk = await must(clinic.call(desk, 'GET', `/appointments/${booked.id}`));
    expect(atDesk).to.include({ id: booked.id }).and.not.to.have.property('reason');
  });
});

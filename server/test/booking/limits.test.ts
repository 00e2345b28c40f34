import { expect } from 'chai';
import { createConnection } from 'mysql2/promise';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  futureAt,
  hardlyAnyLimits,
  patient,
  type RegisteredPatient,
  setBookingLimits,
  staff,
  type Ward,
  ward,
} from '../support/people.js';
import { pause, tallyOf } from './booking-storm.js';

const dayMs = 86_400_000;

describe('Patients who book for themselves', () => {
  let clinic: Clinic;
  let where: Ward;
  let at: DoctorAtWork;
  let desk: SignedIn;

  before(async () => {
    clinic = await startClinic();
    for (const worker of clinic.composed.workers) await worker.stop(); // holds that have run out stay where they are
    where = await ward(clinic);
    at = await doctorAtWork(clinic, where, { visitMinutes: 20 });
    desk = await staff(clinic, 'receptionist');
  });
  after(() => clinic.close());

  let hours = 0;
  /** Another hour of the next year each time. */
  const nextHour = (): string => futureAt(2 + Math.floor(++hours / 20), hours % 20);

  const wish = (startsAt = nextHour()) => ({ doctorId: at.doctor.id, startsAt });
  const hold = ({ user }: RegisteredPatient, body: object = wish()) =>
    clinic.call<Appointment & { code?: string }>(user, 'POST', '/appointments/holds', { body });
  const step = (who: SignedIn, id: string, verb: string, body?: object) =>
    clinic.call<Appointment & { code?: string }>(who, 'POST', `/appointments/${id}/${verb}`, { body });
  const asDesk = (whose: RegisteredPatient, more: object = {}) =>
    book(clinic, desk, { ...wish(), patientId: whose.patientId, ...more });

  /** As though the visit began then, which no operation could bring about. */
  async function startingAt(id: string, at: Date): Promise<void> {
    const mysql = await createConnection({ uri: clinic.urls.mysqlUrl, timezone: 'Z' });
    await mysql.query(
      'UPDATE appointments SET starts_at = ?, ends_at = ? + INTERVAL 20 MINUTE WHERE id = UUID_TO_BIN(?)',
      [at, at, id],
    );
    await mysql.end();
  }

  describe('get visits of their doctor’s length', () => {
    for (const durationMinutes of [5, 15, 25, 480])
      it(`and not of ${durationMinutes} minutes, which staff may book`, async () => {
        const someone = await patient(clinic);
        const expected = { status: 422, code: 'length_not_offered', visitMinutes: 20 };
        const longer = { ...wish(futureAt(60 + durationMinutes, 3)), durationMinutes };
        expect((await book(clinic, someone.user, longer)).body).to.include(expected);
        expect((await hold(someone, longer)).body).to.include(expected);
        const own = await must(book(clinic, someone.user, wish()));
        const elsewhere = { startsAt: nextHour(), durationMinutes };
        expect((await step(someone.user, own.id, 'reschedule', elsewhere)).body).to.include(expected);
        expect((await asDesk(someone, longer)).status).to.equal(201);
      });

    it('and keep another length that the desk has given them', async () => {
      const someone = await patient(clinic);
      const { id } = await must(asDesk(someone, { durationMinutes: 45 }));
      const minutesOf = ({ startsAt, endsAt }: Appointment) =>
        (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
      const moved = await must(step(someone.user, id, 'reschedule', { startsAt: nextHour() }));
      expect(minutesOf(moved)).to.equal(45);
      const said = await must(
        step(someone.user, id, 'reschedule', { startsAt: nextHour(), durationMinutes: 45 }),
      );
      expect(minutesOf(said)).to.equal(45);
      const shorter = { startsAt: nextHour(), durationMinutes: 20 };
      expect(minutesOf(await must(step(someone.user, id, 'reschedule', shorter)))).to.equal(20);
    });
  });

  describe('find a horizon', () => {
    const inDays = (days: number) => futureAt(days, 12);
    const slots = (from: string, more = '') =>
      must<{ startsAt: string }[]>(
        clinic.call(
          null,
          'GET',
          `/doctors/${at.doctor.id}/slots?from=${from}&to=${new Date(Date.parse(from) + dayMs).toISOString()}${more}`,
        ),
      );

    it('a year ahead, which the answer says, and staff five years', async () => {
      const someone = await patient(clinic);
      const { id } = await must(book(clinic, someone.user, wish()));
      for (const days of [367, 800, 3_650]) {
        const far = wish(inDays(days));
        for (const refused of [
          await book(clinic, someone.user, far),
          await hold(someone, far),
          await step(someone.user, id, 'reschedule', { startsAt: far.startsAt }),
        ]) {
          expect(refused.body).to.include({ status: 409, code: 'beyond_horizon', horizonDays: 365 });
          const { bookableUntil } = refused.body as unknown as { bookableUntil: string };
          expect(Date.parse(bookableUntil)).to.be.closeTo(Date.now() + 365 * dayMs, 60_000);
        }
        const byDesk = await asDesk(someone, { startsAt: far.startsAt });
        if (days === 3_650)
          expect(byDesk.body).to.include({ status: 409, code: 'beyond_horizon', horizonDays: 1_826 });
        else expect(byDesk.status).to.equal(201);
      }
      for (const startsAt of ['2200-01-01T09:00:00Z', '9999-01-01T09:00:00Z'])
        for (const more of [{}, { overbookReason: 'For the time capsule' }])
          expect((await asDesk(someone, { startsAt, ...more })).body).to.include({ code: 'beyond_horizon' });
    });

    it('where the lists of free times end, unless somebody asks for those of staff', async () => {
      expect(await slots(inDays(363))).not.to.deep.equal([]);
      expect(await slots(inDays(367))).to.deep.equal([]);
      expect(await slots(inDays(367), '&beyondHorizon=true')).not.to.deep.equal([]);
      expect(await slots(inDays(1_830), '&beyondHorizon=true')).to.deep.equal([]);
      const first = (more: string) =>
        must<unknown[]>(
          clinic.call(null, 'GET', `/slots?departmentId=${where.departmentId}&from=${inDays(400)}${more}`),
        );
      expect(await first('')).to.deep.equal([]);
      expect(await first('&beyondHorizon=true')).to.have.length(1);
    });

    it('which no alternative to a refused time goes beyond', async () => {
      const someone = await patient(clinic);
      const last = new Date(
        Math.floor((Date.now() + 365 * dayMs) / 300_000) * 300_000 - 600_000,
      ).toISOString();
      await must(asDesk(await patient(clinic), { startsAt: last }));
      const { body } = await book(clinic, someone.user, wish(last));
      expect(body).to.include({ code: 'slot_taken' });
      expect(body.nextFree).to.deep.equal([]);
      const atDesk = await asDesk(someone, { startsAt: last });
      expect(atDesk.body.nextFree).to.have.length(5);
    });

    it('that the clinic sets', async () => {
      await setBookingLimits(clinic, { horizonDays: 30 });
      const someone = await patient(clinic);
      const refused = (await book(clinic, someone.user, wish(inDays(32)))).body;
      expect(refused).to.include({ code: 'beyond_horizon', horizonDays: 30 });
      expect(await slots(inDays(32))).to.deep.equal([]);
      await setBookingLimits(clinic, { horizonDays: 365 });
    });
  });

  describe('have so many visits ahead and times on hold', () => {
    it('as the answer says: ten visits and three holds', async () => {
      const someone = await patient(clinic);
      for (let count = 0; count < 3; count++) await must(hold(someone));
      expect((await hold(someone)).body).to.include({ status: 409, code: 'too_many_holds', maxHolds: 3 });
      for (let count = 0; count < 10; count++) await must(book(clinic, someone.user, wish()));
      const refused = (await book(clinic, someone.user, wish())).body;
      expect(refused).to.include({ status: 409, code: 'too_many_visits', maxFutureVisits: 10 });
    });

    it('whichever way they come to them: a hold is counted again when it is confirmed', async () => {
      const someone = await patient(clinic);
      const [held] = [await must(hold(someone))];
      for (let count = 0; count < 10; count++) await must(book(clinic, someone.user, wish()));
      expect((await hold(someone)).body).to.include({ code: 'too_many_visits' });
      expect((await step(someone.user, held.id, 'confirm')).body).to.include({ code: 'too_many_visits' });
      expect((await step(desk, held.id, 'confirm')).status, 'the desk may').to.equal(200);
    });

    it('and room again with what is cancelled, held no more, or over', async () => {
      const someone = await patient(clinic);
      const visits: Appointment[] = [];
      for (let count = 0; count < 10; count++) visits.push(await must(book(clinic, someone.user, wish())));
      await must(step(someone.user, visits[0]!.id, 'cancel', { reason: 'Feeling better' }));
      await must(book(clinic, someone.user, wish()));
      const { id, startsAt } = visits[1] ?? expect.fail();
      await startingAt(id, new Date(Date.now() - 3_600_000));
      await must(book(clinic, someone.user, wish()));
      await startingAt(id, new Date(startsAt));
      expect((await book(clinic, someone.user, wish())).body).to.include({ code: 'too_many_visits' });
      const waiting = await patient(clinic);
      const briefly = () => must(hold(waiting, { ...wish(), holdSeconds: 1 }));
      const brief = [await briefly(), await briefly(), await briefly()];
      const lastEndsMs = Math.max(...brief.map(({ holdExpiresAt }) => Date.parse(holdExpiresAt ?? '')));
      await pause(lastEndsMs - Date.now() + 50);
      await must(hold(waiting));
      const holder = await patient(clinic);
      const holds = [await must(hold(holder)), await must(hold(holder)), await must(hold(holder))];
      await must(step(holder.user, holds[0]!.id, 'cancel', { reason: 'Another one' }));
      await must(step(holder.user, holds[1]!.id, 'confirm'));
      await must(hold(holder));
      await must(hold(holder));
      expect((await hold(holder)).body).to.include({ code: 'too_many_holds' });
    });

    it('and none where the clinic wants none', async () => {
      const someone = await patient(clinic);
      await setBookingLimits(clinic, { maxHolds: 0 });
      expect((await hold(someone)).body).to.include({ code: 'too_many_holds', maxHolds: 0 });
      await must(book(clinic, someone.user, wish()));
      await setBookingLimits(clinic, { maxHolds: 3, maxFutureVisits: 0 });
      expect((await book(clinic, (await patient(clinic)).user, wish())).body).to.include({
        code: 'too_many_visits',
      });
      await setBookingLimits(clinic, { maxFutureVisits: 10 });
    });

    it('and not those that the desk books for them', async () => {
      const someone = await patient(clinic);
      for (let count = 0; count < 12; count++) await must(asDesk(someone));
      await must(book(clinic, someone.user, wish()));
      for (let count = 0; count < 9; count++) await must(book(clinic, someone.user, wish()));
      expect((await book(clinic, someone.user, wish())).body).to.include({ code: 'too_many_visits' });
      await must(asDesk(someone));
    });

    it('and get the same answer for the same request, with the limit reached by it', async () => {
      const someone = await patient(clinic);
      for (let count = 0; count < 9; count++) await must(book(clinic, someone.user, wish()));
      const [body, headers] = [wish(), { 'idempotency-key': 'the-tenth-visit' }];
      const ask = () => clinic.call(someone.user, 'POST', '/appointments', { body, headers });
      const answers = [await ask(), await ask(), await ask()];
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
      expect(answers[2]?.body).to.deep.equal(answers[0]?.body);
    });

    const races: [string, (who: RegisteredPatient) => Promise<{ status: number; body: object }>, object][] = [
      ['holds', (who) => hold(who), { '201': 3, '409 too_many_holds': 37 }],
      ['bookings', ({ user }) => book(clinic, user, wish()), { '201': 10, '409 too_many_visits': 30 }],
    ];
    for (const [what, ask, expected] of races)
      it(`however many ${what} are sent at once, with several doctors`, async () => {
        const colleague = await doctorAtWork(clinic, where, { visitMinutes: 20 });
        for (let round = 0; round < 3; round++) {
          const someone = await patient(clinic);
          const asked = Array.from({ length: 40 }, (_, index) =>
            index % 2 === 0
              ? ask(someone)
              : what === 'holds'
                ? hold(someone, { ...wish(), doctorId: colleague.doctor.id })
                : book(clinic, someone.user, { ...wish(), doctorId: colleague.doctor.id }),
          );
          expect(tallyOf(await Promise.all(asked))).to.deep.equal(expected);
        }
        expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
      });

    it('however many holds are confirmed at once', async () => {
      await setBookingLimits(clinic, { maxHolds: 20, maxFutureVisits: 4 });
      const someone = await patient(clinic);
      const holds: Appointment[] = [];
      for (let count = 0; count < 12; count++) holds.push(await must(hold(someone)));
      const answers = await Promise.all(holds.map(({ id }) => step(someone.user, id, 'confirm')));
      expect(tallyOf(answers)).to.deep.equal({ '200': 4, '409 too_many_visits': 8 });
      await setBookingLimits(clinic, { maxHolds: 3, maxFutureVisits: 10 });
    });
  });

  describe('go as far as an admin says', () => {
    interface Limits {
      id: string;
      version: number;
    }
    const read = () => must<Limits>(clinic.call(null, 'GET', '/booking-limits'));
    const set = async (who: SignedIn | null, body: object, ifMatch?: string) => {
      const { id } = await read();
      const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
      return clinic.call(who, 'PUT', `/booking-limits/${id}`, { body, headers });
    };
    const limits = { horizonDays: 365, maxFutureVisits: 10, maxHolds: 3 };

    it('who changes the version that was read, and nobody else does', async () => {
      const { version } = await read();
      const now = `"${version}"`;
      expect((await set(desk, limits, now)).status).to.equal(403);
      expect((await set(null, limits, now)).status).to.equal(401);
      expect((await set(clinic.admin, limits)).body).to.include({ status: 428, code: 'if_match_required' });
      expect((await set(clinic.admin, limits, `"${version - 1}"`)).body).to.include({
        code: 'version_stale',
      });
      for (const wrong of [
        { ...limits, horizonDays: 0 },
        { ...limits, horizonDays: 1_827 },
        { ...limits, maxHolds: -1 },
        { ...limits, maxFutureVisits: 1.5 },
        { horizonDays: 365, maxFutureVisits: 10 },
      ])
        expect((await set(clinic.admin, wrong, now)).status).to.equal(422);
      const unknown = await clinic.call(clinic.admin, 'PUT', `/booking-limits/${at.doctor.id}`, {
        body: limits,
        headers: { 'if-match': now },
      });
      expect(unknown.body).to.include({ status: 404, code: 'booking_limits_not_found' });
      const changed = await must(set(clinic.admin, { ...limits, maxHolds: 1 }, now));
      expect(changed).to.include({ maxHolds: 1, version: version + 1 });
      expect(await read()).to.deep.equal(changed);
      const someone = await patient(clinic);
      await must(hold(someone));
      expect((await hold(someone)).body).to.include({ code: 'too_many_holds', maxHolds: 1 });
      await setBookingLimits(clinic, hardlyAnyLimits);
      await must(hold(someone));
      await setBookingLimits(clinic, { ...limits, maxFutureVisits: 0 });
      expect((await book(clinic, someone.user, wish())).body).to.include({ code: 'too_many_visits' });
      await setBookingLimits(clinic, limits);
    });
  });
});

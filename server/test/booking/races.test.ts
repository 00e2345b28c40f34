import { expect } from 'chai';
import type { AppointmentPage } from '../../src/appointments/appointments.types.js';
import { newId } from '../../src/lib/ids.js';
import { must } from '../support/clinic.js';
import type { RegisteredPatient } from '../support/people.js';
import { expectAsTold } from './as-told.js';
import { BookingStorm, oneOf, tallyOf } from './booking-storm.js';
import { isAskedToRepeat, RaceCourse, underEveryCondition } from './race-course.js';

const racers = 200;
const rounds = 20;
const expectedInStorm = ['200', '201', '409 slot_taken', '409 hold_expired', '409 invalid_transition'];

describe('Racing for time', function () {
  this.timeout(240_000); // of a race with two hundred callers on a machine that does other things too
  let course: RaceCourse;

  before(async () => {
    course = await RaceCourse.open(racers);
  });
  after(() => course?.close());

  underEveryCondition(
    () => course,
    (at) => {
      it(`books once when ${racers} patients race for one slot, ${rounds} times`, async () => {
        const doctorId = (await course.newDoctor()).doctor.id;
        for (let round = 0; round < rounds; round++) {
          const startsAt = at(1 + round, 9);
          const answers = await Promise.all(
            course.everybody.map((who) => course.book(who, { doctorId, startsAt })),
          );
          expect(tallyOf(answers)).to.deep.equal({ '201': 1, '409 slot_taken': racers - 1 });
        }
      });

      it('lets no two of 40 overlapping, unequal, shifted intervals of one doctor in, and refuses none without a cause', async () => {
        const doctorId = (await course.newDoctor()).doctor.id;
        const wishes = course.everybody.slice(0, 40).map((who, index) => ({
          who,
          startMs: Date.parse(at(30, 9)) + 5 * index * 60_000,
          durationMinutes: 5 + ((index * 7) % 12) * 5,
        }));
        const answers = await Promise.all(
          wishes.map(({ who, startMs, durationMinutes }) =>
            course.bookAtDesk(who, { doctorId, startsAt: new Date(startMs).toISOString(), durationMinutes }),
          ),
        );
        const spans = wishes.map(({ startMs, durationMinutes }) => ({
          startMs,
          endMs: startMs + durationMinutes * 60_000,
        }));
        const won = spans.filter((_span, index) => answers[index]?.status === 201);
        expect(Object.keys(tallyOf(answers)).sort()).to.deep.equal(['201', '409 slot_taken']);
        for (const [index, span] of spans.entries()) {
          const inTheWay = won.filter(
            (other) => other !== span && other.startMs < span.endMs && span.startMs < other.endMs,
          );
          const isWinner = answers[index]?.status === 201;
          expect(inTheWay.length > 0, `interval ${index} meets a booked one`).to.equal(!isWinner);
        }
      });

      it('books once when one patient races for two doctors at one time', async () => {
        const doctorIds = [(await course.newDoctor()).doctor.id, (await course.newDoctor()).doctor.id];
        for (const [index, who] of course.everybody.slice(0, 30).entries()) {
          const wishes = doctorIds.map((doctorId, doctor) => ({
            doctorId,
            startsAt: at(40 + index, 9, doctor * 10),
          }));
          const answers = await Promise.all(wishes.map((wish) => course.book(who, wish)));
          expect(tallyOf(answers)).to.deep.equal({ '201': 1, '409 slot_taken': 1 });
          const loser = answers.find((answer) => answer.status === 409);
          expect(loser?.body).to.include({ conflictWith: 'patient' });
        }
      });

      it('keeps a mixed storm of bookings, moves, cancellations and holds free of overlaps, failures and refusals without a cause', async () => {
        const doctors = [
          (await course.newDoctor(10)).doctor,
          (await course.newDoctor(15)).doctor,
          (await course.newDoctor(25)).doctor,
        ];
        const patients = course.everybody.slice(0, 32);
        const from = at(100, 9);
        const call = () => course.clinic.call;
        const storm = new BookingStorm({
          patients,
          doctors,
          from,
          minutes: 180,
          call,
          isOver: (sent) => sent >= 25,
        });
        await storm.run();
        const { ledger } = storm;
        const kinds = Object.keys(tallyOf(storm.seen.filter((answer) => !isAskedToRepeat(answer))));
        expect(kinds.filter((kind) => !expectedInStorm.includes(kind))).to.deep.equal([]);
        expect(ledger.refusals).to.be.greaterThan(100);
        expect(ledger.withoutCause()).to.deep.equal([]);
        await expectAsTold(course.clinic, storm.ledger, patients, from);
      });

      it('has one effect and equal answers when each write is sent three times at once under one key', async () => {
        const [doctorId, ...others] = [
          (await course.newDoctor()).doctor.id,
          (await course.newDoctor()).doctor.id,
        ];
        const thrice = async (who: RegisteredPatient, path: string, body: object) => {
          const key = newId();
          const answers = await Promise.all([1, 2, 3].map(() => course.send(who, path, body, key)));
          for (const answer of answers)
            expect(answer).to.deep.include({ status: answers[0]?.status, body: answers[0]?.body });
          expect(
            answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true'),
          ).to.have.length(2);
          return answers[0]!.body;
        };
        const lives = course.everybody.slice(0, 40).map(async (who, index) => {
          const startsAt = at(200 + index, 9);
          const booked = await thrice(who, '/appointments', { doctorId, startsAt });
          const moved = await thrice(who, `/appointments/${booked.id}/reschedule`, {
            startsAt: at(200 + index, 9, 5),
          });
          const held = await thrice(who, '/appointments/holds', {
            doctorId: oneOf(others),
            startsAt: at(200 + index, 12),
          });
          const confirmed = await thrice(who, `/appointments/${held.id}/confirm`, {});
          const cancelled = await thrice(who, `/appointments/${booked.id}/cancel`, {
            reason: 'Once is enough',
          });
          expect([moved.version, confirmed.version, cancelled.version]).to.deep.equal([2, 2, 3]);
        });
        await Promise.all(lives);
        const query = `/appointments?from=${at(200, 0)}&to=${at(241, 0)}&limit=200`;
        for (const who of course.everybody.slice(0, 40)) {
          const { items } = await must(course.clinic.call<AppointmentPage>(who.user, 'GET', query));
          expect(items.map(({ state }) => state).sort()).to.deep.equal(['cancelled', 'confirmed']);
        }
      });
    },
  );
});

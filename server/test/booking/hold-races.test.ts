import { expect } from 'chai';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import { HoldSweeper } from '../../src/appointments/hold-sweeper.js';
import { must } from '../support/clinic.js';
import type { RegisteredPatient } from '../support/people.js';
import { pause, tallyOf } from './booking-storm.js';
import { RaceCourse, underEveryCondition } from './race-course.js';

describe('Holding, confirming and ending at the same time', () => {
  let course: RaceCourse;

  before(async () => {
    course = await RaceCourse.open(150);
  });
  after(() => course?.close());

  underEveryCondition(
    () => course,
    (at) => {
      it('confirms once when two hold one slot and both confirm, twenty pairs on one day, three times', async () => {
        const doctorId = (await course.newDoctor()).doctor.id;
        for (let round = 0; round < 3; round++) {
          const flows = course.everybody.slice(0, 40).map(async (who, index) => {
            const startsAt = at(1, 2 + round * 6, 15 * (index >> 1));
            const held = await course.send(who, '/appointments/holds', { doctorId, startsAt });
            return held.status === 201 ? course.send(who, `/appointments/${held.body.id}/confirm`) : held;
          });
          expect(tallyOf(await Promise.all(flows))).to.deep.equal({ '200': 20, '409 slot_taken': 20 });
        }
      });

      it('gives the slot to one when a hold runs out while its holder and the next one confirm', async () => {
        const doctorId = (await course.newDoctor()).doctor.id;
        const pairs = Array.from({ length: 40 }, async (_, index) => {
          const [old, next] = [course.everybody[index], course.everybody[index + 40]] as [
            RegisteredPatient,
            RegisteredPatient,
          ];
          const wish = { doctorId, startsAt: at(1 + index, 15) };
          const held = await must(course.send(old, '/appointments/holds', { ...wish, holdSeconds: 1 }));
          const isSurelyOver = index % 2 === 0;
          const offsetMs = isSurelyOver ? 50 : Math.random() * 30 - 20;
          await pause(Date.parse(held.holdExpiresAt ?? '') - Date.now() + offsetMs);
          const [first, second] = await Promise.all([
            course.send(old, `/appointments/${held.id}/confirm`),
            course
              .send(next, '/appointments/holds', wish)
              .then((taken) =>
                taken.status === 201 ? course.send(next, `/appointments/${taken.body.id}/confirm`) : taken,
              ),
          ]);
          if (first.status !== 200)
            expect(first.body.code).to.be.oneOf(['hold_expired', 'invalid_transition']);
          if (second.status !== 200) expect(second.body.code).to.equal('slot_taken');
          expect([first, second].filter(({ status }) => status === 200).length).to.be.at.most(1);
          if (isSurelyOver) expect([first.status, second.status]).to.deep.equal([409, 200]);
        });
        await Promise.all(pairs);
      });

      it('ends a hold that has run out once, when its owner, the next patient and the sweeper come at the same time', async () => {
        const doctorId = (await course.newDoctor()).doctor.id;
        const owners = course.everybody.slice(0, 20);
        const wishOf = (visitIndex: number) => ({ doctorId, startsAt: at(50 + visitIndex, 18) });
        const holds = await Promise.all(
          owners.map((who, visitIndex) =>
            must(course.send(who, '/appointments/holds', { ...wishOf(visitIndex), holdSeconds: 1 })),
          ),
        );
        await pause(1_050);
        await Promise.all([
          ...[1, 2, 3].map(() => sweeperOf(course).sweep()),
          ...owners.map((who, visitIndex) =>
            course.send(who, `/appointments/${holds[visitIndex]?.id}/cancel`, { reason: 'Too late' }),
          ),
          ...owners.map(async (_who, visitIndex) => {
            const taken = await course.send(
              course.everybody[100 + visitIndex] as RegisteredPatient,
              '/appointments',
              wishOf(visitIndex),
            );
            expect(taken.status, JSON.stringify(taken.body)).to.equal(201);
          }),
        ]);
        for (const [visitIndex, who] of owners.entries()) {
          const { state } = await must(
            course.clinic.call<Appointment>(who.user, 'GET', `/appointments/${holds[visitIndex]?.id}`),
          );
          expect(state).to.be.oneOf(['expired', 'cancelled']);
        }
      });

      it('lets one of several changes of one visit come after the other, and none after its end', async () => {
        const { doctor, user: doctorUser } = await course.newDoctor();
        const changes = course.everybody.slice(0, 30).map(async (who, visitIndex) => {
          const body = { doctorId: doctor.id, startsAt: at(250 + visitIndex, 9) };
          const { id } = await must(course.send(who, '/appointments/holds', body));
          const asDoctor = { ...who, user: doctorUser };
          const answers = await Promise.all([
            course.send(who, `/appointments/${id}/confirm`),
            course.send(who, `/appointments/${id}/cancel`, { reason: 'Changed her mind' }),
            course.send(asDoctor, `/appointments/${id}/reschedule`, { startsAt: at(250 + visitIndex, 12) }),
            course.send(asDoctor, `/appointments/${id}/cancel`, { reason: 'Is away' }),
          ]);
          for (const { status, body: answer } of answers)
            if (status !== 200) expect(answer).to.include({ status: 409, code: 'invalid_transition' });
          const [, byPatient, , byDoctor] = answers.map(({ status }) => status);
          expect([byPatient, byDoctor].sort()).to.deep.equal([200, 409]);
          const { state, version } = await must(
            course.clinic.call<Appointment>(who.user, 'GET', `/appointments/${id}`),
          );
          const succeeded = answers.filter(({ status }) => status === 200).length;
          expect({ state, version }).to.deep.equal({ state: 'cancelled', version: 1 + succeeded });
        });
        await Promise.all(changes);
      });
    },
  );
});

function sweeperOf({ clinic }: RaceCourse): HoldSweeper {
  const found = clinic.composed.workers.find((worker) => worker instanceof HoldSweeper);
  if (!found) throw new Error('There is no sweeper.');
  return found;
}

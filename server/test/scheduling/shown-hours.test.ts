import { expect } from 'chai';
import fc from 'fast-check';
import { addDays } from '../../src/lib/time.js';
import { BusyTicks } from '../../src/scheduling/busy-ticks.js';
import { freeSlots } from '../../src/scheduling/slot-maths.js';
import type { Slot } from '../../src/scheduling/slots.types.js';
import type { WeeklyHours } from '../../src/scheduling/weekly-hours.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { doctorAtWork, staff, ward } from '../support/people.js';
import { apart, comingDate, deskOf, instantOn } from './administration-builders.js';
import { anySchedule, tickAt } from './schedule-builders.js';

describe('The schedule that the clinic shows', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  it('is what the list of free times follows, whatever was set', async () => {
    const sunday = comingDate(7);
    const [from, to] = [addDays(sunday, -5), addDays(sunday, 5)];
    const { doctor } = await doctorAtWork(clinic, await ward(clinic), {
      weekly: [],
      zone: 'Europe/Berlin',
      visitMinutes: 60,
    });
    const reception = await staff(clinic, 'receptionist');
    const desk = deskOf(clinic, reception);
    await fc.assert(
      fc.asyncProperty(anySchedule('Europe/Berlin', sunday), async ({ weekly, overrides }) => {
        const undated = weekly.map(({ weekday, startMinute, endMinute }) => ({
          weekday,
          startMinute,
          endMinute,
        }));
        await desk.setHours(
          doctor.id,
          [...Map.groupBy(undated, ({ weekday }) => weekday).values()].flatMap(apart),
        );
        for (const { dateOn, windows: hours } of overrides) {
          await must(
            clinic.call(reception, 'PUT', `/doctors/${doctor.id}/overrides/${dateOn}`, {
              body: { windows: apart(hours) },
            }),
          );
        }
        const shown = await desk.schedule(doctor.id);
        const path = `/doctors/${doctor.id}/slots?from=${instantOn(from, '00:00')}&to=${instantOn(to, '00:00')}`;
        const listed = await must(clinic.call<Slot[]>(null, 'GET', path));
        const schedule = { ...shown, weekly: shown.weekly as WeeklyHours[], holidays: [], timeOff: [] };
        const expected = freeSlots(schedule, BusyTicks.none, {
          fromTick: tickAt(instantOn(from, '00:00')),
          toTick: tickAt(instantOn(to, '00:00')),
          durationTicks: 12,
          stepTicks: 12,
          notBeforeTick: 0,
        });
        expect(listed.map(({ startsAt }) => tickAt(startsAt))).to.deep.equal(expected);
      }),
      { numRuns: 15 },
    );
  });
});

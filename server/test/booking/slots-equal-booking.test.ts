import { expect } from 'chai';
import fc from 'fast-check';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { DayWindow, WeeklyWindow } from '../../src/scheduling/hours.types.js';
import type { Slot } from '../../src/scheduling/slots.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import {
  book,
  doctorAtWork,
  patient,
  type RegisteredPatient,
  staff,
  type Ward,
  ward,
} from '../support/people.js';
import { pause } from './booking-storm.js';

const stepMs = 5 * 60_000;
const hours = 40;
const sampledStarts = 24;

/** Noon before a night on which the clock is changed, or an ordinary one. */
const nights = {
  'Berlin, forward': { zone: 'Europe/Berlin', from: '2027-03-27T12:00:00.000Z' },
  'Berlin, back': { zone: 'Europe/Berlin', from: '2027-10-30T12:00:00.000Z' },
  'Lord Howe, back by half an hour': { zone: 'Australia/Lord_Howe', from: '2027-04-03T03:00:00.000Z' },
  'Berlin, an ordinary day': { zone: 'Europe/Berlin', from: '2027-06-15T12:00:00.000Z' },
};

const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: 2, maxLength: 8 })
  .map((marks) => windowsBetween(marks.sort((a, b) => a - b).map((mark) => mark * 5)));

const stretch = fc.record({
  step: fc.integer({ min: 0, max: hours * 12 - 1 }),
  steps: fc.integer({ min: 1, max: 12 }),
});

const calendar = fc.record({
  weekly: fc.array(windows, { minLength: 7, maxLength: 7 }),
  override: windows,
  timeOff: fc.array(stretch, { maxLength: 3 }),
  booked: fc.array(stretch, { minLength: 4, maxLength: 12 }),
  cancelled: fc.array(stretch, { maxLength: 3 }),
  held: fc.array(stretch, { maxLength: 3 }),
  runOut: fc.array(stretch, { maxLength: 3 }),
  overbooked: fc.array(stretch, { minLength: 1, maxLength: 4 }),
  steps: fc.integer({ min: 1, max: 9 }),
  picks: fc.array(fc.integer({ min: 0, max: hours * 12 - 1 }), {
    minLength: sampledStarts,
    maxLength: sampledStarts,
  }),
});
type Calendar = typeof calendar extends fc.Arbitrary<infer T> ? T : never;

describe('The list of slots', () => {
  let clinic: Clinic;
  let where: Ward;
  let desk: SignedIn;
  let tester: RegisteredPatient;
  let others: RegisteredPatient[];

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    desk = await staff(clinic, 'receptionist');
    tester = await patient(clinic);
    others = await Promise.all(Array.from({ length: 30 }, () => patient(clinic)));
  });
  after(() => clinic?.close());

  /** Brings all of it about through the API. What the doctor does not offer, or is taken, is refused and left out. */
  async function livedIn(plan: Calendar, { zone, from }: { zone: string; from: string }): Promise<string> {
    const weekly: WeeklyWindow[] = plan.weekly.flatMap((day, index) =>
      day.map((window) => ({ weekday: index + 1, ...window })),
    );
    const { doctor } = await doctorAtWork(clinic, where, { zone, weekly });
    const span = ({ step, steps }: { step: number; steps: number }) => {
      const startMs = Date.parse(from) + step * stepMs;
      return {
        startsAt: new Date(startMs).toISOString(),
        endsAt: new Date(startMs + steps * stepMs).toISOString(),
      };
    };
    let next = 0;
    const wish = (one: { step: number; steps: number }) => ({
      doctorId: doctor.id,
      patientId: others[next++ % others.length]?.patientId,
      startsAt: span(one).startsAt,
      durationMinutes: one.steps * 5,
    });
    const take = (one: { step: number; steps: number }, path: string, extra: object = {}) =>
      clinic.call<Appointment>(desk, 'POST', path, { body: { ...wish(one), ...extra } });
    const dateOn = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
    if (plan.override.length > 2)
      await must(
        clinic.call(desk, 'PUT', `/doctors/${doctor.id}/overrides/${dateOn}`, {
          body: { windows: plan.override },
        }),
      );
    for (const one of plan.runOut) await take(one, '/appointments/holds', { holdSeconds: 1 });
    const runOutAtMs = Date.now() + (plan.runOut.length > 0 ? 1_050 : 0);
    for (const one of plan.held) await take(one, '/appointments/holds');
    for (const one of plan.booked) await take(one, '/appointments');
    for (const one of plan.overbooked) await take(one, '/appointments', { overbookReason: 'Cannot wait' });
    for (const one of plan.cancelled) {
      const { status, body } = await take(one, '/appointments');
      if (status === 201) await cancel(body.id);
    }
    for (const one of plan.timeOff)
      await must(clinic.call(desk, 'POST', `/doctors/${doctor.id}/time-off`, { body: span(one) }));
    await pause(runOutAtMs - Date.now());
    return doctor.id;
  }

  const cancel = (id: string) =>
    must(clinic.call(desk, 'POST', `/appointments/${id}/cancel`, { body: { reason: 'Only a trial' } }));

  async function listed(doctorId: string, from: string, durationMinutes: number): Promise<string[]> {
    const to = new Date(Date.parse(from) + hours * 3_600_000).toISOString();
    const query = `from=${from}&to=${to}&durationMinutes=${durationMinutes}&stepMinutes=5`;
    const slots = await must(clinic.call<Slot[]>(null, 'GET', `/doctors/${doctorId}/slots?${query}`));
    return slots.map(({ startsAt }) => startsAt);
  }

  for (const [night, { zone, from }] of Object.entries(nights)) {
    it(`holds what booking accepts, and nothing else (${night})`, async () => {
      const property = fc.asyncProperty(calendar, async (plan) => {
        const doctorId = await livedIn(plan, { zone, from });
        const durationMinutes = plan.steps * 5;
        const offered = await listed(doctorId, from, durationMinutes);
        const isOffered = new Set(offered);
        const starts = Array.from({ length: hours * 12 }, (_, step) =>
          new Date(Date.parse(from) + step * stepMs).toISOString(),
        );
        const edges = starts.filter(
          (start, step) => isOffered.has(start) !== isOffered.has(starts[step - 1] ?? ''),
        );
        const picked = plan.picks.map((pick) => starts[pick] ?? from);
        for (const startsAt of new Set([...edges, ...picked])) {
          const wish = { doctorId, patientId: tester.patientId, startsAt, durationMinutes };
          const { status, body } = await book(clinic, desk, wish);
          expect(status, `${startsAt} is ${isOffered.has(startsAt) ? '' : 'not '}listed`).to.equal(
            isOffered.has(startsAt) ? 201 : 409,
          );
          if (status === 201) await cancel(body.id);
        }
        expect(await listed(doctorId, from, durationMinutes)).to.deep.equal(offered);
      });
      await fc.assert(property, { numRuns: 4, endOnFailure: true });
    });
  }

  it('came from claims that pair exactly with the visits', async () => {
    expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
  });
});

/** Every second stretch between the marks. */
function windowsBetween(minutes: number[]): DayWindow[] {
  return minutes.flatMap((startMinute, index) => {
    const endMinute = minutes[index + 1];
    return index % 2 === 0 && endMinute !== undefined ? [{ startMinute, endMinute }] : [];
  });
}

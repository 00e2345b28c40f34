import type { Appointment } from '@medweave/sdk';
import { futureAt } from '../support/people.js';
import type { ChaosCast } from './cast.js';
import type { SignIn } from './sign-in.js';
import type { Story } from './story.js';

const minuteMs = 60_000;
const visitMinutes = 15;
const visitsADay = (24 * 60) / visitMinutes;

/** Two times that no other story's visits have. */
function timesOf({ number }: Story): [string, string] {
  const timeAt = (place: number) => {
    const minute = (place % visitsADay) * visitMinutes;
    return futureAt(3 + Math.floor(place / visitsADay), Math.floor(minute / 60), minute % 60);
  };
  return [timeAt(2 * number), timeAt(2 * number + 1)];
}

const after = (startsAt: string, minutes: number): string =>
  new Date(Date.parse(startsAt) + minutes * minuteMs).toISOString();

const shownTo = (story: Story, by: SignIn) => (visit: Appointment) =>
  story.see(by, `/appointments/${visit.id}`);

/** A patient looks for a time, books it, moves the visit and thinks better of it. */
export async function bookAndCancel(story: Story, { doctorId, patients }: ChaosCast): Promise<void> {
  const by = story.dice.oneOf(patients);
  const [first, second] = timesOf(story);
  const shown = shownTo(story, by);
  const subject = ({ id }: Appointment) => id;
  const free = { from: first, to: after(second, visitMinutes) };
  const inside = `from=${free.from}&to=${free.to}`;

  await story.read('doctors.slots', {
    by,
    call: (medweave, options) => medweave.doctors.slots(doctorId, free, options),
    shown: () => story.see(by, `/doctors/${doctorId}/slots?${inside}`),
  });
  const booked = await story.change('appointments.book', {
    by,
    call: (medweave, options) => medweave.appointments.book({ doctorId, startsAt: first }, options),
    event: 'appointment.booked',
    subject,
    shown,
  });
  await story.change('appointments.reschedule', {
    by,
    call: (medweave, options) => medweave.appointments.reschedule(booked.id, { startsAt: second }, options),
    event: 'appointment.rescheduled',
    subject,
    shown,
  });
  await story.read('appointments.list', {
    by,
    call: (medweave, options) => medweave.appointments.list({ doctorId, ...free }, options),
    shown: () => story.see(by, `/appointments?doctorId=${doctorId}&${inside}`),
  });
  await story.change('appointments.cancel', {
    by,
    call: (medweave, options) => medweave.appointments.cancel(booked.id, { reason: 'I feel well.' }, options),
    event: 'appointment.cancelled',
    subject,
    shown,
  });
}

/** A patient keeps a time for a while and then takes it. */
export async function holdAndConfirm(story: Story, { doctorId, patients }: ChaosCast): Promise<void> {
  const by = story.dice.oneOf(patients);
  const [startsAt] = timesOf(story);
  const shown = shownTo(story, by);
  const subject = ({ id }: Appointment) => id;
  const held = await story.change('appointments.hold', {
    by,
    call: (medweave, options) =>
      medweave.appointments.hold({ doctorId, startsAt, holdSeconds: 900 }, options),
    event: 'appointment.held',
    subject,
    shown,
  });
  await story.change('appointments.confirm', {
    by,
    call: (medweave, options) => medweave.appointments.confirm(held.id, options),
    event: 'appointment.confirmed',
    subject,
    shown,
  });
  await story.read('appointments.get', {
    by,
    call: (medweave, options) => medweave.appointments.get(held.id, options),
    shown,
  });
}

/** The front desk books a visit for one of the next hours, and the patient comes. @returns the visit, begun */
export async function beginVisit(story: Story, cast: ChaosCast): Promise<Appointment> {
  const { doctorId, doctor, reception, visitorId } = cast;
  const tick = Math.ceil(Date.now() / (5 * minuteMs)) + 1;
  const startsAt = new Date((tick + (story.number % 130)) * 5 * minuteMs).toISOString();
  const wish = { doctorId, patientId: visitorId, startsAt, durationMinutes: 5 };
  const subject = ({ id }: Appointment) => id;
  const booked = await story.change('appointments.book', {
    by: reception,
    call: (medweave, options) => medweave.appointments.book(wish, options),
    event: 'appointment.booked',
    subject,
    shown: shownTo(story, reception),
  });
  await story.change('appointments.checkIn', {
    by: reception,
    call: (medweave, options) => medweave.appointments.checkIn(booked.id, options),
    event: 'appointment.checked_in',
    subject,
    shown: shownTo(story, reception),
  });
  return story.change('appointments.start', {
    by: doctor,
    call: (medweave, options) => medweave.appointments.start(booked.id, options),
    event: 'appointment.started',
    subject,
    shown: shownTo(story, doctor),
  });
}

export const endVisit = (story: Story, { doctor }: ChaosCast, { id }: Appointment): Promise<Appointment> =>
  story.change('appointments.complete', {
    by: doctor,
    call: (medweave, options) => medweave.appointments.complete(id, options),
    event: 'appointment.completed',
    subject: (visit) => visit.id,
    shown: shownTo(story, doctor),
  });

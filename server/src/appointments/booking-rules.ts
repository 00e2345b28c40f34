import type { Actor } from '../lib/actor.js';
import { AppError, conflict, invalid, notFound } from '../lib/errors.js';
import { formatInstant, parseInstant } from '../lib/time.js';
import type { ScheduleHead } from '../scheduling/schedule-head.js';
import { isOffered } from '../scheduling/slot-maths.js';
import type { Slot } from '../scheduling/slots.types.js';
import { isOnGrid, TICK_MINUTES, type TickRange, ticksOf } from '../scheduling/ticks.js';
import type { DoctorSchedule } from '../scheduling/weekly-hours.js';
import { type AppointmentState, transitions, type Verb } from './appointment-states.js';
import type { StoredAppointment } from './appointments.repository.js';
import type { Blocker } from './slot-claims.repository.js';

const minuteMs = 60_000;
/** Patients cancel and reschedule by themselves until two hours before; after that they call the clinic. */
export const patientCutoffMs = 120 * minuteMs;
/** Nobody checks in for next week's visit by mistake. */
const checkInOpensMs = 12 * 60 * minuteMs;

/** Start and end of a visit, on the 5-minute grid. */
export interface VisitTime extends TickRange {
  startsAt: Date;
  endsAt: Date;
}

/** @throws AppError `validation_failed` when start or length are not on the 5-minute grid */
export function visitTime(startsAt: string, durationMinutes: number): VisitTime {
  const startMs = parseInstant(startsAt);
  if (startMs === null)
    throw invalid('body.startsAt', 'must be an instant of the calendar with Z or an offset');
  if (!isOnGrid(startMs)) throw invalid('body.startsAt', `must lie on a ${TICK_MINUTES}-minute mark`);
  if (durationMinutes % TICK_MINUTES !== 0)
    throw invalid('body.durationMinutes', `must be a multiple of ${TICK_MINUTES}`);
  const endMs = startMs + durationMinutes * minuteMs;
  if (parseInstant(formatInstant(endMs)) === null)
    throw invalid('body.durationMinutes', 'must end within the calendar');
  return { startsAt: new Date(startMs), endsAt: new Date(endMs), ...ticksOf(startMs, endMs) };
}

/** The same function that lists the slots, on the schedule that is locked until the commit. */
export const isBookable = (schedule: DoctorSchedule, time: VisitTime, now: Date): boolean =>
  time.startsAt >= now && isOffered(schedule, time.startTick, time.endTick);

/**
 * Whose visit is booked. Patients book for themselves; staff say for whom.
 * @throws AppError `patient_not_found` for somebody else's id, as for a missing one
 */
export function patientOf(actor: Actor, patientId: string | undefined): string {
  if (actor.role === 'patient') {
    if (actor.patientId === null || (patientId !== undefined && patientId !== actor.patientId))
      throw notFound('patient_not_found');
    return actor.patientId;
  }
  if (patientId === undefined) throw invalid('body.patientId', 'is required for staff');
  return patientId;
}

/** Checks that the verb is possible now. @throws AppError `invalid_transition`, `too_early` or `too_late` */
export function requireTransition(verb: Verb, actor: Actor, appointment: StoredAppointment, now: Date): void {
  const { from } = transitions[verb];
  if (!from.includes(appointment.state)) throw invalidTransition(appointment.state, from);
  const startsInMs = Date.parse(appointment.startsAt) - now.getTime();
  if (verb === 'checkIn' && startsInMs > checkInOpensMs)
    throw conflict('too_early', { detail: 'Check-in opens twelve hours before the visit.' });
  if (verb === 'noShow' && startsInMs > 0)
    throw conflict('too_early', { detail: 'A visit can be missed only after it should have begun.' });
  const isLate = startsInMs < patientCutoffMs && appointment.state !== 'held';
  if (actor.role === 'patient' && (verb === 'cancel' || verb === 'reschedule') && isLate)
    throw conflict('too_late', { detail: 'Patients cancel and move a visit until two hours before it.' });
  if (actor.role === 'patient' && appointment.state === 'checked_in')
    throw invalidTransition(
      appointment.state,
      from.filter((state) => state !== 'checked_in'),
    );
}

const oneOf = new Intl.ListFormat('en', { type: 'disjunction' });

const invalidTransition = (state: AppointmentState, from: readonly AppointmentState[]): AppError =>
  conflict('invalid_transition', {
    detail: `The visit must be ${oneOf.format(from.map((each) => each.replace('_', ' ')))}.`,
    state,
    allowedFrom: from,
  });

/** A claim that was refused. What could be booked instead is worked out after the transaction. */
export class SlotRefused extends AppError {
  constructor(
    code: 'slot_taken' | 'slot_not_offered',
    readonly doctor: ScheduleHead,
    readonly time: VisitTime,
    readonly blockers: Blocker[] = [],
  ) {
    super(code);
  }
}

/**
 * The times that are taken, within the one asked for, and nothing about whose they are. Where any of them is not for
 * whoever was refused, that is the time asked for, as a whole: when exactly a patient is elsewhere is not told.
 */
export function blockedTimes(blockers: Blocker[], time: VisitTime): Slot[] {
  const taken = blockers.every(({ isReadable }) => isReadable) ? blockers : [time];
  return taken.map(({ startsAt, endsAt }) => ({
    startsAt: formatInstant(Math.max(startsAt.getTime(), time.startsAt.getTime())),
    endsAt: formatInstant(Math.min(endsAt.getTime(), time.endsAt.getTime())),
  }));
}

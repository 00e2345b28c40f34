import type { BookingLimits } from '../booking-limits/booking-limits.types.js';
import type { Actor } from '../lib/actor.js';
import { AppError, conflict } from '../lib/errors.js';
import { DAY_MS, formatInstant } from '../lib/time.js';
import { maxHorizonDays } from '../scheduling/horizon.js';
import type { AppointmentState } from './appointment-states.js';

/**
 * Patients get visits of the length that the doctor offers, or keep the one that a visit has; staff may choose.
 * @throws AppError `length_not_offered`
 */
export function requireOfferedLength(actor: Actor, minutes: number, offered: readonly number[]): void {
  if (actor.role !== 'patient' || offered.includes(minutes)) return;
  const [visitMinutes] = offered;
  throw new AppError('invalid', 'length_not_offered', 'Visits with this doctor have a length of their own.', {
    visitMinutes,
    errors: [{ field: 'body.durationMinutes', message: `must be ${visitMinutes} or left out` }],
  });
}

/**
 * Patients book as far ahead as the clinic says, everybody else for five years.
 * @throws AppError `beyond_horizon`
 */
export function requireWithinHorizon(actor: Actor, startsAt: Date, limits: BookingLimits, now: Date): void {
  const horizonDays = actor.role === 'patient' ? limits.horizonDays : maxHorizonDays;
  const until = now.getTime() + horizonDays * DAY_MS;
  if (startsAt.getTime() > until)
    throw conflict('beyond_horizon', `Visits can be booked ${horizonDays} days ahead.`, {
      horizonDays,
      bookableUntil: formatInstant(until),
    });
}

/** What a patient took by their own hand: visits to come, and live holds. */
export interface OwnBookings {
  visits: number;
  holds: number;
}

/** What takes up a patient's room: a hold, which is to become a visit, or a visit. */
export type RoomFor = Extract<AppointmentState, 'booked' | 'held'>;

/** Who has fewer than so many appointments ahead, of any kind, has room for one more of what they want. */
export const roomLimit = (wanted: RoomFor, { maxFutureVisits, maxHolds }: BookingLimits): number =>
  wanted === 'held' ? Math.min(maxHolds, maxFutureVisits) : maxFutureVisits;

/**
 * Whether a patient may have one more of what they want.
 * @throws AppError `too_many_holds`, `too_many_visits`
 */
export function requireRoomFor(wanted: RoomFor, own: OwnBookings, limits: BookingLimits): void {
  const { maxFutureVisits, maxHolds } = limits;
  if (wanted === 'held' && own.holds >= maxHolds)
    throw conflict('too_many_holds', `At most ${maxHolds} times can be held at once.`, { maxHolds });
  if (own.visits >= maxFutureVisits)
    throw conflict('too_many_visits', `At most ${maxFutureVisits} visits can be booked ahead.`, {
      maxFutureVisits,
    });
}

import type { Action } from '../access/access-table.js';

export const appointmentStates = [
  'held',
  'booked',
  'confirmed',
  'checked_in',
  'in_progress',
  'completed',
  'cancelled',
  'no_show',
  'expired',
] as const;
/**
 * How far a visit has come: `held` for the moment, `booked`, `confirmed`, `checked_in`, `in_progress`, `completed`;
 * or `cancelled`, `no_show`, `expired` (a hold that nobody confirmed in time).
 */
export type AppointmentState = (typeof appointmentStates)[number];

export type Verb = 'confirm' | 'cancel' | 'reschedule' | 'checkIn' | 'start' | 'complete' | 'noShow';

interface Transition {
  action: Action;
  from: readonly AppointmentState[];
  /** `same`: the verb changes something else and leaves the state. */
  to: AppointmentState | 'same';
  /** Past tense, for the event. */
  event: string;
  /** The column that remembers when. */
  at?: 'cancelled_at' | 'checked_in_at' | 'started_at' | 'completed_at';
}

/** Which verb leads where, and whose function it is. Anything else is 409 `invalid_transition`. */
export const transitions: Readonly<Record<Verb, Transition>> = {
  confirm: { action: 'appointment.confirm', from: ['held', 'booked'], to: 'confirmed', event: 'confirmed' },
  cancel: {
    action: 'appointment.cancel',
    from: ['held', 'booked', 'confirmed', 'checked_in'],
    to: 'cancelled',
    event: 'cancelled',
    at: 'cancelled_at',
  },
  reschedule: {
    action: 'appointment.reschedule',
    from: ['booked', 'confirmed'],
    to: 'same',
    event: 'rescheduled',
  },
  checkIn: {
    action: 'appointment.check_in',
    from: ['booked', 'confirmed'],
    to: 'checked_in',
    event: 'checked_in',
    at: 'checked_in_at',
  },
  start: {
    action: 'appointment.start',
    from: ['checked_in'],
    to: 'in_progress',
    event: 'started',
    at: 'started_at',
  },
  complete: {
    action: 'appointment.complete',
    from: ['in_progress'],
    to: 'completed',
    event: 'completed',
    at: 'completed_at',
  },
  noShow: { action: 'appointment.no_show', from: ['booked', 'confirmed'], to: 'no_show', event: 'missed' },
};

import type { AppointmentState } from '../appointments/appointment-states.js';
import type { Cursor, Instant, Uuid } from '../lib/wire.js';

/**
 * What to do about a visit that stands although its doctor or its patient is deactivated.
 * - `reassign`: the patient still comes. Book them with another doctor, and cancel this one.
 * - `cancel`: the patient does not come any more.
 * - `complete`: it has begun. Only its doctor completes it, who is activated for that if need be.
 * - `none`: a time that is kept for some minutes, and frees itself.
 */
export type SuggestedAction = 'reassign' | 'cancel' | 'complete' | 'none';

/** A visit that stands although its doctor or its patient is deactivated. It stays until somebody settles it. */
export interface VisitToSettle {
  /** Names the visit when it is to be moved, cancelled or completed. */
  appointmentId: Uuid;
  /** Whom it is with. Absent from a patient's visits for roles that do not read visits. */
  doctorId?: Uuid;
  /** When it is to begin, as booked. */
  startsAt: Instant;
  /** When it is to be over, as booked. */
  endsAt: Instant;
  /** How far it has come. */
  state: AppointmentState;
  /** What is likely to be done about it. */
  suggestedAction: SuggestedAction;
}

/** Which part of the visits to settle. */
export interface VisitsToSettleQuery {
  /**
   * At most this many; 50 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}

/** What stands of somebody who is deactivated, and is not over; an empty page where nothing is left to do. */
export interface VisitsToSettlePage {
  /** By start, earliest first. */
  items: VisitToSettle[];
  /** Pass it as `cursor` for the next page; `null` on the last one. */
  nextCursor: string | null;
}

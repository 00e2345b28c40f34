import type { Problem } from '../lib/problem.js';
import type { Cursor, DateOn, Instant, Uuid } from '../lib/wire.js';
import type { Slot } from '../scheduling/slots.types.js';
import type { AppointmentState } from './appointment-states.js';

/** A visit that a patient has, or had, with a doctor. */
export interface Appointment {
  /** Names the visit in every step of its way, and when a medical record is opened for it. */
  id: Uuid;
  /** Whom the visit is with. Only the front desk gives it to another doctor, when it moves it. */
  doctorId: Uuid;
  /** Who is seen. */
  patientId: Uuid;
  /** The doctor's department when it was booked, or given to this doctor. */
  departmentId: Uuid;
  /** When it is to begin, as booked; `startedAt` is when it did. */
  startsAt: Instant;
  /** When it is to be over, as booked. The next visit may begin at this very instant. */
  endsAt: Instant;
  /** Decides which steps are possible: any other is 409 `invalid_transition`. */
  state: AppointmentState;
  /**
   * Why the patient comes, `null` when nobody said. Absent for roles that do not see it (the front desk needs time and
   * length, not the reason).
   */
  reason?: string | null;
  /** True when staff booked it over another visit on purpose. */
  isOverbooked: boolean;
  /** Why it was overbooked; `null` unless it was. */
  overbookReason: string | null;
  /** Until when a hold keeps its time; `null` for anything but a hold. */
  holdExpiresAt: Instant | null;
  /** Why it was cancelled, in the words of who did it; `null` unless it was. */
  cancelReason: string | null;
  /** `null` unless it was cancelled. */
  cancelledAt: Instant | null;
  /** When the patient was here; `null` before, and for imported visits. */
  checkedInAt: Instant | null;
  /** When the doctor began; `null` before, and for imported visits. */
  startedAt: Instant | null;
  /** When the visit was over; `null` before. */
  completedAt: Instant | null;
  /** When it was booked or held. */
  createdAt: Instant;
  /**
   * Rises with every change.
   * @isInt
   */
  version: number;
}

/** A visit to book. */
export interface BookAppointment {
  /** An active doctor of the directory. */
  doctorId: Uuid;
  /** Whose visit it is. Patients leave it out: it is theirs. */
  patientId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /**
   * Minutes, a multiple of 5. The doctor's usual length when absent; patients get no other.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  durationMinutes?: number;
  /**
   * Why the patient comes.
   * @minLength 1
   * @maxLength 500
   */
  reason?: string;
  /**
   * Staff only: book although the doctor's time is taken or not offered, and say why. It is audited.
   * @minLength 5
   * @maxLength 200
   */
  overbookReason?: string;
}

/** A time to keep while the patient decides. */
export interface HoldAppointment {
  /** An active doctor of the directory. */
  doctorId: Uuid;
  /** Whose visit it is. Patients leave it out: it is theirs. */
  patientId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /**
   * Minutes, a multiple of 5. The doctor's usual length when absent; patients get no other.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  durationMinutes?: number;
  /**
   * How long the time is kept, in seconds; 300 when absent.
   * @isInt
   * @minimum 1
   * @maximum 900
   */
  holdSeconds?: number;
}

/** A new time for a booked visit. */
export interface RescheduleAppointment {
  /** Front desk only: another active doctor, who sees the patient from now on. */
  doctorId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /**
   * Minutes, a multiple of 5. The present length when absent; patients choose between that and the doctor's usual one.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  durationMinutes?: number;
}

/** Why a visit does not take place. */
export interface CancelAppointment {
  /**
   * In words. Everyone who sees the visit reads it, as `cancelReason`.
   * @minLength 1
   * @maxLength 500
   * @pattern \S
   */
  reason: string;
}

/** Which visits to list. */
export interface AppointmentsQuery {
  /** Only visits of this patient. What the caller may not see is left out, not refused. */
  patientId?: Uuid;
  /** Only visits with this doctor. What the caller may not see is left out, not refused. */
  doctorId?: Uuid;
  /** Only visits that were booked in this department. */
  departmentId?: Uuid;
  /** Only visits in this state; all states when absent. */
  state?: AppointmentState;
  /** Visits that start at or after this instant. */
  from?: Instant;
  /** Visits that start before this instant. */
  to?: Instant;
  /** Visits that start on this date in `zone`. */
  on?: DateOn;
  /**
   * IANA zone of `on`; UTC when absent.
   * @minLength 1
   * @maxLength 64
   */
  zone?: string;
  /** By start: `asc` (default) or `desc`. */
  order?: 'asc' | 'desc';
  /**
   * At most this many; 50 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}

/** One page of visits. */
export interface AppointmentPage {
  /** By start, earliest first unless `order` is `desc`. */
  items: Appointment[];
  /** Pass it as `cursor` for the next page; `null` on the last one. */
  nextCursor: string | null;
}

/** Somebody was faster. */
export interface SlotTakenProblem extends Problem {
  code: 'slot_taken';
  /** Whose time is taken: the doctor's, or the patient has another visit. */
  conflictWith: 'doctor' | 'patient';
  /**
   * Times, within the one asked for, that are taken; never whose. Where they are visits that the caller may not read,
   * the time asked for as a whole.
   */
  blockers: Slot[];
  /** The next free times of the same length with the same doctor. */
  nextFree: Slot[];
}

/** The doctor does not work then. */
export interface SlotNotOfferedProblem extends Problem {
  code: 'slot_not_offered';
  /** The next free times of the same length with the same doctor. */
  nextFree: Slot[];
}

/** The visit would begin too far ahead. */
export interface BeyondHorizonProblem extends Problem {
  code: 'beyond_horizon';
  /**
   * How many days ahead the caller may book.
   * @isInt
   */
  horizonDays: number;
  /** The last instant at which a visit may begin now. */
  bookableUntil: Instant;
}

/** The patient has booked as many visits as the clinic allows. */
export interface TooManyVisitsProblem extends Problem {
  code: 'too_many_visits';
  /**
   * How many visits to come one patient may have booked.
   * @isInt
   */
  maxFutureVisits: number;
}

/** The patient holds as many times as the clinic allows. */
export interface TooManyHoldsProblem extends Problem {
  code: 'too_many_holds';
  /**
   * How many times one patient may hold at once.
   * @isInt
   */
  maxHolds: number;
}

/** Patients cannot choose how long a visit lasts. */
export interface LengthNotOfferedProblem extends Problem {
  code: 'length_not_offered';
  /**
   * The length of visits with this doctor, in minutes.
   * @isInt
   */
  visitMinutes: number;
}

/** The visit is in a state in which this is not possible. */
export interface InvalidTransitionProblem extends Problem {
  code: 'invalid_transition';
  /** The state that the visit is in. */
  state: AppointmentState;
  /** The states in which it is possible. */
  allowedFrom: AppointmentState[];
}

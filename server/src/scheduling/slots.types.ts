import type { Instant, Uuid } from '../lib/wire.js';

/** A stretch of time. One that is listed as free can be booked, unless somebody is faster. */
export interface Slot {
  /** When it begins. To book a free one, send this as `startsAt`. */
  startsAt: Instant;
  /** When it is over: the next visit may begin at this very instant. */
  endsAt: Instant;
}

/** A time that can be booked with this doctor. */
export interface DoctorSlot {
  /** Whose time it is. To book it, send this as `doctorId`. */
  doctorId: Uuid;
  /** When it begins. To book it, send this as `startsAt`. */
  startsAt: Instant;
  /** When it is over, after the length that was asked for, else after the usual one of this doctor. */
  endsAt: Instant;
}

/** Which free times of one doctor. */
export interface SlotsQuery {
  /** Slots start at or after this instant; in the past it means now. */
  from: Instant;
  /** Slots start before this instant; at most 93 days after `from`. Those beyond the horizon of patients are left out. */
  to: Instant;
  /**
   * Length of the visit in minutes, a multiple of 5. The doctor's usual length when absent.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  durationMinutes?: number;
  /**
   * Distance between offered starts in minutes, a multiple of 5. The length of the visit when absent; with 5 the
   * list holds every start that booking accepts.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  stepMinutes?: number;
  /** Also times that only staff can book, up to five years ahead. Without it the list ends where patients' booking does. */
  beyondHorizon?: boolean;
}

/** Which doctors, and from when. */
export interface FirstFreeQuery {
  /**
   * Only doctors with the specialization of this name, in any case.
   * @minLength 1
   * @maxLength 120
   */
  specialization?: string;
  /** Only doctors with this specialization. */
  specializationId?: Uuid;
  /** Only doctors of this department. */
  departmentId?: Uuid;
  /** Slots start at or after this instant; now when absent. */
  from?: Instant;
  /** Slots start before this instant; seven days after `from` when absent, at most 31. */
  to?: Instant;
  /**
   * Length of the visit in minutes, a multiple of 5. Each doctor's usual length when absent.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  durationMinutes?: number;
  /**
   * How many doctors to answer with at most; 20 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  /** Also times that only staff can book, up to five years ahead. Without it the list ends where patients' booking does. */
  beyondHorizon?: boolean;
}

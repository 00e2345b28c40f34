import type { Instant, Uuid } from '../lib/wire.js';

/** A time that can be booked. */
export interface Slot {
  startsAt: Instant;
  endsAt: Instant;
}

/** A time that can be booked with this doctor. */
export interface DoctorSlot {
  doctorId: Uuid;
  startsAt: Instant;
  endsAt: Instant;
}

/** Which free times of one doctor. */
export interface SlotsQuery {
  /** Slots start at or after this instant; in the past it means now. */
  from: Instant;
  /** Slots start before this instant; at most 93 days after `from`. */
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
}

/** Which doctors, and from when. */
export interface FirstFreeQuery {
  /**
   * Name of a specialization, as listed.
   * @minLength 1
   * @maxLength 120
   */
  specialization?: string;
  specializationId?: Uuid;
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
   * How many doctors to answer with.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
}

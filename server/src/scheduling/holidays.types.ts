import type { Cursor, DateOn, Uuid } from '../lib/wire.js';
import type { DisplacedVisit } from './hours.types.js';

/** A date on which the clinic or one department is closed, except for doctors with an override on that date. */
export interface Holiday {
  /** Names it when it is to be removed. */
  id: Uuid;
  /** Closed from midnight to midnight, on each doctor's own wall clock. */
  dateOn: DateOn;
  /** What is celebrated, or why it is closed, e.g. `New Year's Day`. Everyone sees it. */
  name: string;
  /** `null` when the whole clinic is closed. */
  departmentId: Uuid | null;
}

/** A new holiday. */
export interface CreateHoliday {
  /** A date has one holiday of the whole clinic at most, and one of each department. */
  dateOn: DateOn;
  /**
   * What is celebrated, or why it is closed, e.g. `New Year's Day`. Everyone sees it.
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
  /** The whole clinic when absent. */
  departmentId?: Uuid;
}

/** The holiday that was added, and what it did. */
export interface HolidayCreated {
  /** Names it when it is to be removed. */
  id: Uuid;
  /** Closed from midnight to midnight, on each doctor's own wall clock. */
  dateOn: DateOn;
  /** As it was given, without blanks around it. */
  name: string;
  /** `null` when the whole clinic is closed. */
  departmentId: Uuid | null;
  /** The visits on that date, from now on, which nobody works for any more, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /**
   * How many there are in all.
   * @isInt
   */
  displacedCount: number;
}

/** Which holidays to list. */
export interface ListHolidays {
  /** The first date; today (UTC) when absent. */
  from?: DateOn;
  /** The last date; without end when absent. */
  to?: DateOn;
  /** The holidays of the whole clinic and of this department; those of all departments when absent. */
  departmentId?: Uuid;
  /**
   * At most this many; 50 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}

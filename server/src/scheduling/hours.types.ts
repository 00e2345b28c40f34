import type { DateOn, Instant, Uuid } from '../lib/wire.js';

/** A stretch of one day by the local wall clock. */
export interface DayWindow {
  /**
   * Minutes after local midnight, a multiple of 5.
   * @isInt
   * @minimum 0
   * @maximum 1435
   */
  startMinute: number;
  /**
   * Minutes after local midnight, a multiple of 5, not worked any more; 1440 is midnight at the end of the day.
   * @isInt
   * @minimum 5
   * @maximum 1440
   */
  endMinute: number;
}

/** Hours that recur every week on one day. */
export interface WeeklyWindow {
  /**
   * 1 is Monday, 7 is Sunday.
   * @isInt
   * @minimum 1
   * @maximum 7
   */
  weekday: number;
  /**
   * Minutes after local midnight, a multiple of 5.
   * @isInt
   * @minimum 0
   * @maximum 1435
   */
  startMinute: number;
  /**
   * Minutes after local midnight, a multiple of 5, not worked any more; 1440 is midnight at the end of the day.
   * @isInt
   * @minimum 5
   * @maximum 1440
   */
  endMinute: number;
  /** The first date on which they count; since ever when absent. */
  validFromOn?: DateOn;
  /** The last date on which they count; for ever when absent. */
  validToOn?: DateOn;
}

/** The hours of one date, instead of the weekly ones and in spite of a holiday. */
export interface ScheduleOverride {
  /** The date on the doctor's wall calendar, in the schedule's `zone`. */
  dateOn: DateOn;
  /** Empty when nobody works on that date. */
  windows: DayWindow[];
}

/** A stretch of time in which the doctor is away. */
export interface TimeOffEntry {
  /** Names it when it is to be removed, as `timeOffId`. */
  id: Uuid;
  /** From this instant on the doctor is away. */
  startsAt: Instant;
  /** From this instant on the doctor is back. */
  endsAt: Instant;
  /** As it was given, `null` when none was. Those who may read the schedule see it, patients never. */
  reason: string | null;
}

/** When a doctor works. Holidays are a list of their own. */
export interface Schedule {
  /** Whose schedule it is. */
  doctorId: Uuid;
  /** IANA time zone of the wall clock that the hours mean. */
  zone: string;
  /**
   * The usual length of a visit, in minutes.
   * @isInt
   */
  visitMinutes: number;
  /**
   * Rises with every change of hours, overrides, time off and holidays; send it as `If-Match`.
   * @isInt
   */
  version: number;
  /** By weekday and start. */
  weekly: WeeklyWindow[];
  /** By date, from the doctor's today on. */
  overrides: ScheduleOverride[];
  /** By start; what has ended is left out. */
  timeOff: TimeOffEntry[];
}

/** All weekly hours from now on. */
export interface SetHours {
  /**
   * Windows of one weekday may touch but not overlap while both are valid.
   * @maxItems 200
   */
  weekly: WeeklyWindow[];
}

/** The hours of one date. */
export interface SetOverride {
  /**
   * Empty when nobody works on that date. Windows may touch but not overlap.
   * @maxItems 48
   */
  windows: DayWindow[];
}

/** When a doctor is away. */
export interface AddTimeOff {
  /** On a 5-minute mark. */
  startsAt: Instant;
  /** On a 5-minute mark, after the start and at most 366 days later; at most ten years ahead. */
  endsAt: Instant;
  /**
   * For the doctor, the front desk and admins.
   * @minLength 1
   * @maxLength 200
   * @pattern \S
   */
  reason?: string;
}

/** A visit that is still booked although the doctor does not work then any more. Move it, or cancel it. */
export interface DisplacedVisit {
  /** Names the visit when it is to be moved or cancelled. */
  appointmentId: Uuid;
  /** Who was to see the patient. */
  doctorId: Uuid;
  /** When the visit begins, as it was booked. */
  startsAt: Instant;
  /** When the visit is over, as it was booked. */
  endsAt: Instant;
}

/** What a change of the schedule did. Visits stay as they are until somebody moves or cancels them. */
export interface ScheduleChange {
  /**
   * The schedule's version from now on.
   * @isInt
   */
  version: number;
  /** The visits from now on that the change leaves outside the hours, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /**
   * How many there are in all.
   * @isInt
   */
  displacedCount: number;
}

/** The time off that was added, and what it did. */
export interface TimeOffAdded {
  /** Names it when it is to be removed, as `timeOffId`. */
  id: Uuid;
  /** From this instant on the doctor is away. */
  startsAt: Instant;
  /** From this instant on the doctor is back. */
  endsAt: Instant;
  /** As it was given, `null` when none was. Those who may read the schedule see it, patients never. */
  reason: string | null;
  /**
   * The schedule's version from now on.
   * @isInt
   */
  version: number;
  /** The visits from now on that fall into it, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /**
   * How many there are in all.
   * @isInt
   */
  displacedCount: number;
}

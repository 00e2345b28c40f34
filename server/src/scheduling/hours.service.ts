import { scopeOf } from '../access/policy.js';
import type { Actor } from '../lib/actor.js';
import { AppError, conflict, type FieldError, notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import { localDateOn } from '../lib/zone.js';
import { isOutsideHoursOn, losesHours } from './displaced-visits.js';
import { requireForeseeable } from './horizon.js';
import type { HoursRepository } from './hours.repository.js';
import type { Schedule, ScheduleChange, SetHours, SetOverride, WeeklyWindow } from './hours.types.js';
import { validateOverrides, validateWeeklyHours } from './hours-validation.js';
import type { ScheduleRepository } from './schedule.repository.js';
import type { ScheduleChanges } from './schedule-changes.js';
import type { TimeOffRepository } from './time-off.repository.js';
import type { WeeklyHours } from './weekly-hours.js';

const overridesAtMost = 1_000;

/** Weekly hours and the hours of single dates. */
export class HoursService {
  constructor(
    private readonly hours: HoursRepository,
    private readonly timeOff: TimeOffRepository,
    private readonly schedules: ScheduleRepository,
    private readonly changes: ScheduleChanges,
  ) {}

  /**
   * The version is read first: what a change in between adds comes with the older version, and cannot be overwritten.
   * @throws AppError `doctor_not_found`, also for another doctor's calendar
   */
  async get(actor: Actor, doctorId: string): Promise<Schedule> {
    const head = await this.hours.maybeHead(doctorId, scopeOf(actor, 'schedule.read'));
    if (!head) throw notFound('doctor_not_found');
    const [content] = await this.schedules.contents([head]);
    const { weekly = [], overrides = [] } = content ?? {};
    const todayOn = localDateOn(Date.now(), head.zone);
    return {
      doctorId,
      zone: head.zone,
      visitMinutes: head.visitMinutes,
      version: head.scheduleVersion,
      weekly: weekly
        .toSorted((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute)
        .map(weeklyWindowOf),
      overrides: overrides
        .filter(({ dateOn }) => dateOn >= todayOn)
        .toSorted((a, b) => (a.dateOn < b.dateOn ? -1 : 1)),
      timeOff: await this.timeOff.ofDoctor(doctorId),
    };
  }

  /**
   * @param ifMatch `null`, which no request can send, replaces whatever is there: for the seed and the import
   * @throws AppError `doctor_not_found`, `if_match_required`, `version_stale`, `validation_failed`
   */
  async setHours(
    actor: Actor,
    doctorId: string,
    { weekly }: SetHours,
    ifMatch: string | undefined | null,
  ): Promise<ScheduleChange> {
    requireNone(validateWeeklyHours(weekly as WeeklyHours[], 'body.weekly')); // checks the weekdays too
    return this.changes.run(actor, doctorId, async (tx, head) => {
      if (ifMatch !== null) requireVersion(ifMatch, head.scheduleVersion);
      const before = await this.changes.schedule(tx, head);
      await this.hours.replaceWeekly(tx, doctorId, weekly);
      return {
        kind: 'schedule.hours_changed',
        payload: {},
        isDisplaced: (visit, after) => losesHours(visit, before, after),
      };
    });
  }

  /** @throws AppError `doctor_not_found`, `version_stale`, `validation_failed`, `schedule_full` */
  async setOverride(
    actor: Actor,
    doctorId: string,
    dateOn: string,
    { windows }: SetOverride,
    ifMatch: string | undefined,
  ): Promise<ScheduleChange> {
    requireNone(validateOverrides([{ dateOn, windows }], 'body').map(ofSingleOverride));
    requireForeseeable(dateOn, 'dateOn');
    return this.changes.run(actor, doctorId, async (tx, head) => {
      if (ifMatch !== undefined) requireVersion(ifMatch, head.scheduleVersion);
      if ((await this.hours.countOtherOverrides(tx, doctorId, dateOn)) >= overridesAtMost)
        throw conflict('schedule_full', { detail: 'There are too many overrides. Remove some first.' });
      await this.hours.putOverride(tx, doctorId, dateOn, windows);
      return {
        kind: 'schedule.override_set',
        payload: { dateOn },
        isDisplaced: (visit, after) => isOutsideHoursOn(dateOn, visit, after),
      };
    });
  }

  /** @throws AppError `doctor_not_found`, `override_not_found` */
  removeOverride(actor: Actor, doctorId: string, dateOn: string): Promise<ScheduleChange> {
    return this.changes.run(actor, doctorId, async (tx) => {
      if (!(await this.hours.removeOverride(tx, doctorId, dateOn))) throw notFound('override_not_found');
      return {
        kind: 'schedule.override_removed',
        payload: { dateOn },
        isDisplaced: (visit, after) => isOutsideHoursOn(dateOn, visit, after),
      };
    });
  }
}

const weeklyWindowOf = ({ weekday, startMinute, endMinute, ...validity }: WeeklyHours): WeeklyWindow => ({
  weekday,
  startMinute,
  endMinute,
  ...(validity.validFromOn && { validFromOn: validity.validFromOn }),
  ...(validity.validToOn && { validToOn: validity.validToOn }),
});

/** One override comes as a path and a body, so its list index is not the caller's. */
const ofSingleOverride = ({ field, message }: FieldError): FieldError => ({
  field: field === 'body.0.dateOn' ? 'dateOn' : field.replace('body.0.', 'body.'),
  message,
});

function requireNone(errors: FieldError[]): void {
  if (errors.length > 0) throw new AppError('validation_failed', { errors });
}

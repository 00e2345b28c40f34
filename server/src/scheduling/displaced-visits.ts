import { dayOfDate } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';
import type { DisplacedVisit } from './hours.types.js';
import { localDayStretches } from './local-days.js';
import { isOffered, offeredWindows } from './slot-maths.js';
import { type TickRange, ticksOf } from './ticks.js';
import type { DoctorSchedule } from './weekly-hours.js';

const reportedAtMost = 200;

/** A visit that stands: held, booked, confirmed or checked in. */
export interface StandingVisit {
  appointmentId: string;
  doctorId: string;
  startsAt: Date;
  endsAt: Date;
}

export interface Displaced {
  displaced: DisplacedVisit[];
  displacedCount: number;
}

export const ticksOfVisit = ({ startsAt, endsAt }: StandingVisit): TickRange =>
  ticksOf(startsAt.getTime(), endsAt.getTime());

/** Whether time of the visit was worked before and is not worked after. What was booked outside hours stays so. */
export function losesHours(visit: TickRange, before: DoctorSchedule, after: DoctorSchedule): boolean {
  const worked = offeredWindows(before, visit.startTick, visit.endTick);
  return worked.some((range) => !isOffered(after, range.startTick, range.endTick));
}

/** Whether the visit touches the local date and is not wholly within the doctor's hours. */
export function isOutsideHoursOn(dateOn: DateOn, visit: TickRange, after: DoctorSchedule): boolean {
  const { startTick, endTick } = visit;
  const isOnDate = localDayStretches(after.zone, startTick, endTick).some(
    ({ day }) => day === dayOfDate(dateOn),
  );
  return isOnDate && !isOffered(after, startTick, endTick);
}

export const isOverlapping = (a: TickRange, b: TickRange): boolean =>
  a.startTick < b.endTick && b.startTick < a.endTick;

/** As answers report them: the earliest by name, all of them by number. */
export function reportOf(displaced: readonly StandingVisit[]): Displaced {
  return {
    displaced: displaced.slice(0, reportedAtMost).map(({ appointmentId, doctorId, startsAt, endsAt }) => ({
      appointmentId,
      doctorId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    displacedCount: displaced.length,
  };
}

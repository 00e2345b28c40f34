import { localDayStretches } from '../scheduling/local-days.js';
import { offeredWindows } from '../scheduling/slot-maths.js';
import { TICK_MINUTES, TICKS_PER_DAY } from '../scheduling/ticks.js';
import type { DoctorSchedule } from '../scheduling/weekly-hours.js';
import { type DayRange, daysIn } from './day-ranges.js';

/**
 * How many minutes of each local date of the range a schedule offers, by the functions that list slots and check
 * bookings. A date on which the clock is changed has 23 or 25 hours to offer.
 */
export function offeredMinutes(schedule: DoctorSchedule, { fromDay, toDay }: DayRange): number[] {
  const minutes = Array<number>(daysIn({ fromDay, toDay })).fill(0);
  // No wall clock is more than a day away from UTC.
  const [fromTick, toTick] = [(fromDay - 1) * TICKS_PER_DAY, (toDay + 2) * TICKS_PER_DAY];
  const windows = offeredWindows(schedule, fromTick, toTick);
  let next = 0;
  for (const { day, startTick, endTick } of localDayStretches(schedule.zone, fromTick, toTick)) {
    for (;;) {
      const window = windows[next];
      if (window === undefined || window.startTick >= endTick) break;
      const ticks = Math.min(window.endTick, endTick) - Math.max(window.startTick, startTick);
      const index = day - fromDay;
      if (index in minutes) minutes[index] = (minutes[index] ?? 0) + ticks * TICK_MINUTES;
      if (window.endTick > endTick) break; // it goes on after midnight
      next++;
    }
  }
  return minutes;
}

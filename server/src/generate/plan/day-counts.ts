import { isoWeekdayOfDay } from '../../lib/time.js';
import type { LocalWindow } from '../../scheduling/weekly-hours.js';
import { type Draws, streams } from '../draws.js';
import { holidayOf, loadOfWeekday, winterOf } from './calendar.js';
import type { PlannedDoctor } from './doctors-plan.js';

/** How full a working day gets at most: some time always stays free. */
const fullest = 0.9;
const growthOfYear = 0.04;
/** How much of what is to come is booked already, by weeks ahead. */
const bookedAhead = 0.75;
const bookedAheadFades = 18;

/** How many visits each doctor has on each day: `counts[day * doctors + doctor]`. */
export interface DayCounts {
  startDay: number;
  endDay: number;
  counts: Uint8Array;
}

/** The windows that a doctor works on a day; none on holidays and when she is away. */
export function windowsOn(doctor: PlannedDoctor, day: number): readonly LocalWindow[] {
  const windows = doctor.week[isoWeekdayOfDay(day) - 1] ?? [];
  if (windows.length === 0 || holidayOf(day) !== null) return [];
  return doctor.away.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay) ? [] : windows;
}

export const slotsIn = (windows: readonly LocalWindow[], visitMinutes: number): number =>
  windows.reduce((sum, { startMinute, endMinute }) => sum + (endMinute - startMinute) / visitMinutes, 0);

/**
 * Spreads `total` visits over the working days: by weekday, season, demand for the doctor, a little more every year,
 * and ever fewer ahead. The sum is exact.
 * @returns null when there is not enough time for so many
 */
export function countVisits(
  draws: Draws,
  doctors: readonly PlannedDoctor[],
  total: number,
  span: { startDay: number; untilDay: number; endDay: number },
): DayCounts | null {
  const days = span.endDay - span.startDay;
  const weights = new Float32Array(days * doctors.length);
  const limits = new Uint8Array(days * doctors.length);
  let sum = 0;
  for (let index = 0; index < days; index++) {
    const day = span.startDay + index;
    if (holidayOf(day) !== null) continue;
    const load = loadOfWeekday(day) * (1 + (growthOfYear * index) / 365) * shareAhead(day - span.untilDay);
    const winter = winterOf(day);
    for (const doctor of doctors) {
      const slots = slotsIn(windowsOn(doctor, day), doctor.speciality.visitMinutes);
      if (slots === 0) continue;
      const place = index * doctors.length + doctor.number;
      const season = 1 + ((doctor.speciality.winterLoad - 1) / 2) * winter;
      const chance = 0.5 + draws.about(streams.visitsOfDay, -1 - place).next();
      weights[place] = slots * load * season * doctor.popularity * chance;
      limits[place] = Math.floor(slots * fullest);
      sum += weights[place]!;
    }
  }
  const counts = apportioned(weights, limits, total, sum);
  return counts && { startDay: span.startDay, endDay: span.endDay, counts };
}

const shareAhead = (daysAhead: number): number =>
  daysAhead < 0 ? 1 : bookedAhead * Math.exp(-daysAhead / bookedAheadFades);

/** What does not fit into one place is carried on to the next, and at last to wherever there is room. */
function apportioned(
  weights: Float32Array,
  limits: Uint8Array,
  total: number,
  sum: number,
): Uint8Array | null {
  const counts = new Uint8Array(weights.length);
  const scale = total / sum;
  let carried = 0;
  let left = total;
  for (let place = 0; place < weights.length; place++) {
    carried += weights[place]! * scale;
    counts[place] = Math.min(Math.floor(carried), limits[place]!, left);
    carried -= counts[place]!;
    left -= counts[place]!;
  }
  for (let round = 0; left > 0; round++) {
    const before = left;
    for (let place = round % 7; place < counts.length && left > 0; place += 7)
      if (counts[place]! < limits[place]!) {
        counts[place]!++;
        left--;
      }
    if (left === before && round >= 7) return null;
  }
  return counts;
}

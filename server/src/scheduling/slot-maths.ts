import type { BusyTicks } from './busy-ticks.js';
import { localDayStretches, localMidnightTicks, ticksInWindow } from './local-days.js';
import { TICKS_PER_DAY, type TickRange, ticksOf } from './ticks.js';
import { type DoctorSchedule, type HoursOfDay, hoursOfDay } from './weekly-hours.js';

export interface FreeSlotsQuery {
  /** Starts are listed from this tick until before `toTick`; the visit itself may end later. */
  fromTick: number;
  toTick: number;
  durationTicks: number;
  /** Distance between starts: the duration for slots side by side, 1 for every start that booking accepts. */
  stepTicks: number;
  /** Nothing starts before this tick: now, plus the notice the clinic wants. */
  notBeforeTick: number;
  /** At most so many starts, the earliest. */
  limit?: number;
}

interface ReadSchedule {
  hours: HoursOfDay;
  timeOff: TickRange[];
}

const readSchedules = new WeakMap<DoctorSchedule, ReadSchedule>();

/**
 * When the doctor works, from `fromTick` until before `toTick`: sorted, disjoint, no range touching the next.
 *
 * A tick is offered when the wall clock at its start shows a time within the hours of that local date and no time
 * off touches it. So an hour that the spring change skips is not there, one that the autumn change repeats is there
 * twice, and windows that touch on paper touch in real time (docs/decisions/wall-clock-hours.md).
 */
export function offeredWindows(schedule: DoctorSchedule, fromTick: number, toTick: number): TickRange[] {
  const { hours, timeOff } = readSchedule(schedule);
  const worked: TickRange[] = [];
  for (const stretch of localDayStretches(schedule.zone, fromTick, toTick)) {
    for (const window of hours(stretch.day)) appendRange(worked, ticksInWindow(stretch, window));
  }
  return withoutRanges(worked, timeOff);
}

/** Whether the doctor works all of it in one go. Booking asks this; `freeSlots` lists by the same ranges. */
export function isOffered(schedule: DoctorSchedule, startTick: number, endTick: number): boolean {
  const [range] = offeredWindows(schedule, startTick, endTick);
  return range !== undefined && range.startTick === startTick && range.endTick === endTick;
}

/**
 * The starts at which a visit of this length fits into the offered time and meets no taken tick, in order.
 *
 * Starts lie `stepTicks` apart, counted from where the offered range begins – also when that is before `fromTick`,
 * so that every page of a list shows the same grid. A doctor on duty for more than a day gets a fresh grid at each
 * local midnight that follows 24 hours of duty. With steps no shorter than the visit, no two listed visits overlap.
 */
export function freeSlots(schedule: DoctorSchedule, busy: BusyTicks, query: FreeSlotsQuery): number[] {
  const { durationTicks, stepTicks, toTick, limit = Number.POSITIVE_INFINITY } = query;
  if (!isPositiveInteger(durationTicks) || !isPositiveInteger(stepTicks)) {
    throw new RangeError('Duration and step are whole ticks, at least one.');
  }
  const fromTick = Math.max(query.fromTick, query.notBeforeTick);
  const starts: number[] = [];
  if (fromTick >= toTick) return starts;

  for (const range of offeredWindows(schedule, fromTick, toTick + durationTicks)) {
    const startTick = range.startTick === fromTick ? rangeStartBefore(schedule, fromTick) : range.startTick;
    for (const grid of gridsOf(schedule.zone, { startTick, endTick: range.endTick })) {
      const latestEndTick = stepTicks >= durationTicks ? grid.endTick : range.endTick;
      const skippedSteps = Math.max(0, Math.ceil((fromTick - grid.startTick) / stepTicks));
      const endTick = Math.min(grid.endTick, toTick, latestEndTick - durationTicks + 1);
      for (let start = grid.startTick + skippedSteps * stepTicks; start < endTick; start += stepTicks) {
        if (starts.length >= limit) return starts;
        if (busy.isFree(start, start + durationTicks)) starts.push(start);
      }
    }
  }
  return starts;
}

/** Where the offered range that reaches `tick` began. Three days back are enough to place every grid after it. */
function rangeStartBefore(schedule: DoctorSchedule, tick: number): number {
  const before = offeredWindows(schedule, tick - 3 * TICKS_PER_DAY, tick).at(-1);
  return before?.endTick === tick ? before.startTick : tick;
}

/** Cuts a range at the local midnights that follow at least 24 hours of it. */
function gridsOf(zone: string, range: TickRange): TickRange[] {
  const dutyDayEndTick = range.startTick + TICKS_PER_DAY;
  if (range.endTick <= dutyDayEndTick) return [range];
  const grids: TickRange[] = [];
  let startTick = range.startTick;
  for (const midnightTick of localMidnightTicks(zone, dutyDayEndTick, range.endTick)) {
    grids.push({ startTick, endTick: midnightTick });
    startTick = midnightTick;
  }
  grids.push({ startTick, endTick: range.endTick });
  return grids;
}

function readSchedule(schedule: DoctorSchedule): ReadSchedule {
  const known = readSchedules.get(schedule);
  if (known !== undefined) return known;
  const timeOff: TickRange[] = [];
  for (const { startsAtMs, endsAtMs } of schedule.timeOff.toSorted((a, b) => a.startsAtMs - b.startsAtMs)) {
    if (startsAtMs < endsAtMs) appendRange(timeOff, ticksOf(startsAtMs, endsAtMs));
  }
  const read = { hours: hoursOfDay(schedule), timeOff };
  readSchedules.set(schedule, read);
  return read;
}

/** Appends in order of start, joining what touches or overlaps and leaving out what is empty. */
function appendRange(ranges: TickRange[], { startTick, endTick }: TickRange): void {
  if (startTick >= endTick) return;
  const last = ranges.at(-1);
  if (last !== undefined && startTick <= last.endTick) last.endTick = Math.max(last.endTick, endTick);
  else ranges.push({ startTick, endTick });
}

function withoutRanges(ranges: TickRange[], removed: readonly TickRange[]): TickRange[] {
  if (removed.length === 0) return ranges;
  const left: TickRange[] = [];
  let next = 0;
  for (const range of ranges) {
    let { startTick } = range;
    for (;;) {
      const cut = removed[next];
      if (cut === undefined || cut.startTick >= range.endTick) break;
      appendRange(left, { startTick, endTick: cut.startTick });
      startTick = Math.max(startTick, cut.endTick);
      if (cut.endTick > range.endTick) break; // it reaches into the next range too
      next += 1;
    }
    appendRange(left, { startTick, endTick: range.endTick });
  }
  return left;
}

function isPositiveInteger(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}

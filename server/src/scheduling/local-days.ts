import { DAY_MS, MINUTE_MS } from '../lib/time.js';
import { offsetPeriods } from '../lib/zone.js';
import { TICK_MS, type TickRange } from './ticks.js';
import type { LocalWindow } from './weekly-hours.js';

/**
 * Ticks that fall on one local date at one offset. A date has two of them when the clock is changed on it, and they
 * need not be neighbours: where the clock goes back over midnight, the date before comes again.
 */
export interface LocalDayStretch extends TickRange {
  /** Days since 1970-01-01 on the wall clock. */
  day: number;
  offsetMs: number;
}

/** Cuts a tick range at local midnights and clock changes. A tick belongs to the wall time at its start. */
export function localDayStretches(zone: string, fromTick: number, toTick: number): LocalDayStretch[] {
  const stretches: LocalDayStretch[] = [];
  for (const { startMs, endMs, offsetMs } of offsetPeriods(zone, fromTick * TICK_MS, toTick * TICK_MS)) {
    const endTick = Math.ceil(endMs / TICK_MS);
    let startTick = Math.ceil(startMs / TICK_MS);
    while (startTick < endTick) {
      const day = Math.floor((startTick * TICK_MS + offsetMs) / DAY_MS);
      const nextDayTick = Math.min(firstTickAt((day + 1) * DAY_MS, offsetMs), endTick);
      stretches.push({ day, offsetMs, startTick, endTick: nextDayTick });
      startTick = nextDayTick;
    }
  }
  return stretches;
}

/** The ticks of a stretch whose wall time at the start lies in the window; empty when start and end are equal. */
export function ticksInWindow(stretch: LocalDayStretch, window: LocalWindow): TickRange {
  const midnightMs = stretch.day * DAY_MS;
  const startTick = firstTickAt(midnightMs + window.startMinute * MINUTE_MS, stretch.offsetMs);
  const endTick = firstTickAt(midnightMs + window.endMinute * MINUTE_MS, stretch.offsetMs);
  return {
    startTick: Math.min(Math.max(startTick, stretch.startTick), stretch.endTick),
    endTick: Math.max(Math.min(endTick, stretch.endTick), stretch.startTick),
  };
}

/** The ticks of a range, its first included, at which a new local date begins. */
export function localMidnightTicks(zone: string, fromTick: number, toTick: number): number[] {
  const stretches = localDayStretches(zone, fromTick - 1, toTick);
  return stretches.flatMap(({ day, startTick }, index) => {
    const before = stretches[index - 1];
    return before !== undefined && day > before.day ? [startTick] : [];
  });
}

function firstTickAt(wallMs: number, offsetMs: number): number {
  return Math.ceil((wallMs - offsetMs) / TICK_MS);
}

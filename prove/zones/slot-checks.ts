import type { Draws } from '../../server/src/generate/draws.js';
import { zonedStart } from '../../server/src/lib/zone.js';
import { BusyTicks } from '../../server/src/scheduling/busy-ticks.js';
import { freeSlots, isOffered, offeredWindows } from '../../server/src/scheduling/slot-maths.js';
import type { DoctorSchedule } from '../../server/src/scheduling/weekly-hours.js';
import {
  expectedStarts,
  type OracleQuery,
  offeredTicks,
  type WallClocks,
} from '../../server/test/scheduling/wall-clock-oracle.js';
import type { Broken } from '../kernel/proof.js';
import { type ClockChange, nameOf } from './clock-changes.js';
import { hoursAround } from './hours.js';

export const tickMs = 300_000;
const ticksPerDay = 288;
const lengths: readonly [number, ...number[]] = [1, 2, 3, 4, 6, 9, 12, 18, 24];

/** Three days round a change: what the server works out against what the wall clock shows, tick by tick. */
export function checkChange(change: ClockChange, clocks: WallClocks, draws: Draws): Broken[] {
  const fromTick = change.noonMs / tickMs - ticksPerDay / 2;
  const toTick = fromTick + 3 * ticksPerDay;
  return [
    ...hoursAround(change, draws).flatMap((hours, number) => {
      const name = `${nameOf(change)}, hours ${number}`;
      const step = draws.one(lengths);
      return [
        ...checkOffered(name, hours, clocks, fromTick, toTick),
        ...[draws.one(lengths), draws.one(lengths)].flatMap((durationTicks, turn) => {
          const stepTicks = turn === 0 ? durationTicks : step;
          const query = { fromTick, toTick, durationTicks, stepTicks, notBeforeTick: 0 };
          return checkSlots(name, hours, clocks, query, takenTicks(fromTick, draws));
        }),
        ...checkBooking(name, hours, clocks, change, draws.one(lengths)),
      ];
    }),
    ...checkStarts(change, clocks, fromTick, toTick, draws),
  ];
}

function checkOffered(
  name: string,
  hours: DoctorSchedule,
  clocks: WallClocks,
  fromTick: number,
  toTick: number,
): Broken[] {
  const offered = offeredWindows(hours, fromTick, toTick).flatMap(({ startTick, endTick }) =>
    Array.from({ length: endTick - startTick }, (_, index) => startTick + index),
  );
  return difference(`${name}: what is offered`, offered, offeredTicks(hours, clocks, fromTick, toTick));
}

function checkSlots(
  name: string,
  hours: DoctorSchedule,
  clocks: WallClocks,
  query: OracleQuery,
  taken: readonly number[],
): Broken[] {
  const { durationTicks, stepTicks } = query;
  const slots = freeSlots(hours, BusyTicks.fromTicks([...taken]), query);
  const expected = expectedStarts(hours, clocks, new Set(taken), query);
  const what = `${name}: slots of ${durationTicks * 5} every ${stepTicks * 5} minutes`;
  const least = stepTicks >= durationTicks ? durationTicks : 1;
  const close = slots.find((start, index) => index > 0 && start - (slots[index - 1] ?? 0) < least);
  return [
    ...difference(what, slots, expected),
    ...(close === undefined ? [] : [{ what: `${what}: one comes twice or overlaps, at ${shown(close)}` }]),
  ];
}

/** Booking takes a visit exactly where all its ticks are offered, also across the gap and the fold. */
function checkBooking(
  name: string,
  hours: DoctorSchedule,
  clocks: WallClocks,
  { noonMs }: ClockChange,
  durationTicks: number,
): Broken[] {
  const fromTick = noonMs / tickMs;
  const toTick = fromTick + ticksPerDay;
  const offered = new Set(offeredTicks(hours, clocks, fromTick, toTick + durationTicks));
  const starts = Array.from({ length: toTick - fromTick }, (_, index) => fromTick + index);
  const fits = (start: number) =>
    Array.from({ length: durationTicks }, (_, index) => start + index).every((tick) => offered.has(tick));
  return difference(
    `${name}: visits of ${durationTicks * 5} minutes that booking takes`,
    starts.filter((start) => isOffered(hours, start, start + durationTicks)),
    starts.filter(fits),
  );
}

/** Where a minute of a date begins: the first time the wall clock shows it, or a later one. */
function checkStarts(
  change: ClockChange,
  clocks: WallClocks,
  fromTick: number,
  toTick: number,
  draws: Draws,
): Broken[] {
  const walk = Array.from({ length: toTick - fromTick }, (_, index) => fromTick + index);
  return Array.from({ length: 6 }).flatMap(() => {
    const { dateOn } = clocks.at(draws.between(fromTick + ticksPerDay, toTick - ticksPerDay));
    const minute = draws.below(48) * 5;
    const expected = walk.find((tick) => {
      const shows = clocks.at(tick);
      return shows.dateOn > dateOn || (shows.dateOn === dateOn && shows.minuteOfDay >= minute);
    });
    const start = zonedStart(dateOn, minute, change.zone) / tickMs;
    return difference(`${nameOf(change)}: minute ${minute} of ${dateOn}`, [start], [expected ?? Number.NaN]);
  });
}

function takenTicks(fromTick: number, draws: Draws): number[] {
  return Array.from({ length: draws.below(12) }, () => fromTick + draws.below(3 * ticksPerDay));
}

/** Nothing when both are the same; else the first place where they part. */
export function difference(what: string, given: readonly number[], expected: readonly number[]): Broken[] {
  const at = Math.max(given.length, expected.length);
  for (let index = 0; index < at; index++)
    if (given[index] !== expected[index])
      return [
        {
          what,
          history: [
            `the wall clock says ${expected.length}, the next of them ${shown(expected[index])}`,
            `the server says ${given.length}, the next of them ${shown(given[index])}`,
          ],
        },
      ];
  return [];
}

const shown = (tick: number | undefined): string =>
  tick === undefined || Number.isNaN(tick) ? 'none' : new Date(tick * tickMs).toISOString().slice(0, 16);

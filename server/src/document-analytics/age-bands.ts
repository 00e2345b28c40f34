import type { DateOn } from '../lib/wire.js';

/** How old people were when they were observed. */
export const ageBands = ['0-17', '18-34', '35-49', '50-64', '65-79', '80+'] as const;
export type AgeBand = (typeof ageBands)[number];

const firstYears = [0, 18, 35, 50, 65, 80];

/** The band of somebody's age on a calendar date. Before her birth it is the first. */
export function ageBandOn(birthOn: DateOn, day: DateOn): AgeBand {
  const hadBirthday = day.slice(5) >= birthOn.slice(5);
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (hadBirthday ? 0 : 1);
  const index = firstYears.findLastIndex((first) => years >= first);
  return ageBands[Math.max(index, 0)] ?? '0-17';
}

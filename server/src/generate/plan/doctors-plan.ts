import { dayOfDate, isoWeekdayOfDay } from '../../lib/time.js';
import type { LocalWindow } from '../../scheduling/weekly-hours.js';
import { type Draws, streams } from '../draws.js';
import { familyNames, femaleNames, maleNames } from '../vocabulary/names.js';
import { specialities } from '../vocabulary/specialities.js';
import type { Speciality } from '../vocabulary/speciality.js';

/** Where the clinic has its houses. A patient goes to one of them. */
export const siteZones = ['Europe/Berlin', 'Europe/London'] as const;
/** One doctor in so many of a speciality works in London. */
const londonEvery = 4;

/** First and last day away, both included. */
export interface DaysAway {
  fromDay: number;
  toDay: number;
}

export interface PlannedDoctor {
  number: number;
  speciality: Speciality;
  specialityIndex: number;
  site: number;
  givenName: string;
  familyName: string;
  gender: 'female' | 'male';
  birthDay: number;
  yearsOfExperience: number;
  /** Windows by ISO weekday, Monday first; empty where she does not work. */
  week: readonly (readonly LocalWindow[])[];
  away: readonly DaysAway[];
  /** How much of her time is asked for, against the others. */
  popularity: number;
}

/** Doctors by speciality, as many in each as it weighs; the first speciality gets what is left over. */
export function planDoctors(draws: Draws, count: number, startDay: number, endDay: number): PlannedDoctor[] {
  const places = placesBySpeciality(count);
  const doctors: PlannedDoctor[] = [];
  for (const [specialityIndex, speciality] of specialities.entries())
    for (let place = 0; place < (places[specialityIndex] ?? 0); place++) {
      const number = doctors.length;
      const site = place % londonEvery === londonEvery - 1 ? 1 : 0;
      const fixed = { number, speciality, specialityIndex, site };
      doctors.push({
        ...fixed,
        ...personOf(draws, number, endDay),
        ...workOf(draws, speciality, startDay, endDay),
      });
    }
  return doctors;
}

function placesBySpeciality(count: number): number[] {
  const open = specialities.slice(0, Math.max(1, Math.min(specialities.length, Math.floor(count / 2))));
  const total = open.reduce((sum, { weight }) => sum + weight, 0);
  const places = open.map(({ weight }) => Math.max(1, Math.floor((count * weight) / total)));
  const taken = places.reduce((sum, each) => sum + each, 0);
  places[0] = (places[0] ?? 0) + count - taken;
  return places;
}

function personOf(draws: Draws, number: number, endDay: number) {
  draws.about(streams.doctor, number);
  const gender = draws.chance(0.52) ? ('female' as const) : ('male' as const);
  const age = draws.between(31, 66);
  return {
    gender,
    givenName: draws.one((gender === 'female' ? femaleNames : maleNames) as [string, ...string[]]),
    familyName: draws.one(familyNames as [string, ...string[]]),
    birthDay: endDay - Math.floor(age * 365.25) - draws.below(365),
    yearsOfExperience: Math.max(1, age - draws.between(28, 32)),
  };
}

function workOf(draws: Draws, { visitMinutes }: Speciality, startDay: number, endDay: number) {
  const popularity = 0.75 + 0.5 * draws.next();
  return { popularity, week: weekOf(draws, visitMinutes), away: awayOf(draws, startDay, endDay) };
}

/** Four or five days, mornings and afternoons, early on Friday; some work on Saturday mornings. */
function weekOf(draws: Draws, visitMinutes: number): LocalWindow[][] {
  const opens = 7 * 60 + 30 + 30 * draws.below(4);
  const freeWeekday = draws.chance(0.35) ? draws.between(2, 5) : 0;
  const isThereOnSaturday = draws.chance(0.12);
  const morning = { startMinute: opens, endMinute: opens + 240 };
  const afternoonStarts = opens + 240 + (draws.chance(0.5) ? 60 : 30);
  const afternoon = { startMinute: afternoonStarts, endMinute: afternoonStarts + 240 };
  const short = { startMinute: afternoonStarts, endMinute: afternoonStarts + 120 };
  const fits = (window: LocalWindow) => (window.endMinute - window.startMinute) % visitMinutes === 0;
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    if (weekday === 7 || weekday === freeWeekday || (weekday === 6 && !isThereOnSaturday)) return [];
    if (weekday === 6) return [morning];
    return [morning, weekday === 5 ? short : afternoon].filter(fits);
  });
}

/** Two weeks in summer, one in winter, one in spring or autumn; Monday to Sunday. */
function awayOf(draws: Draws, startDay: number, endDay: number): DaysAway[] {
  const away: DaysAway[] = [];
  const add = (year: number, week: number, weeks: number) => {
    const newYear = dayOfDate(`${year}-01-01`);
    const fromDay = newYear + 7 * week + 1 - isoWeekdayOfDay(newYear + 7 * week);
    if (fromDay >= startDay && fromDay + 7 * weeks <= endDay)
      away.push({ fromDay, toDay: fromDay + 7 * weeks - 1 });
  };
  const firstYear = 1970 + Math.floor(startDay / 365.2425);
  const lastYear = 1970 + Math.floor(endDay / 365.2425);
  for (let year = firstYear; year <= lastYear; year++) {
    add(year, draws.between(4, 9), 1);
    add(year, draws.between(26, 33), 2);
    add(year, draws.chance(0.5) ? draws.between(14, 20) : draws.between(40, 45), 1);
  }
  return away;
}

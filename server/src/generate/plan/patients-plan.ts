import { type Draws, streams } from '../draws.js';
import type { Speciality } from '../vocabulary/speciality.js';

/** Everything about the patients that decides which visits they have. */
export interface PlannedPatients {
  count: number;
  /** Days since 1970-01-01. */
  birthDay: Int32Array;
  isFemale: Uint8Array;
  site: Uint8Array;
  /** Which patient's name and address it is: `renumbered` keeps it. */
  origin: Uint32Array;
}

const daysOfYear = 365.25;
/** Steps of the age pyramid: share of people in ten years of age each. */
const ageShares = [10, 10, 11, 13, 13, 14, 13, 9, 6, 1];
/** How often people of that age go to see a doctor. */
const visitsOfAge = [1.1, 0.6, 0.7, 0.8, 0.9, 1.2, 1.6, 2, 2.1, 1.8];
/** Most have few visits, some very many: the deviation of the logarithm. */
const tail = 0.9;

export function planPatients(
  draws: Draws,
  count: number,
  untilDay: number,
  londonShare: number,
): { patients: PlannedPatients; weights: Float64Array } {
  const patients: PlannedPatients = {
    count,
    birthDay: new Int32Array(count),
    isFemale: new Uint8Array(count),
    site: new Uint8Array(count),
    origin: new Uint32Array(count),
  };
  const weights = new Float64Array(count);
  for (let number = 0; number < count; number++) {
    draws.about(streams.patient, number);
    const decade = draws.weighted(ageShares);
    const ageDays = (decade + draws.next()) * 10 * daysOfYear;
    patients.birthDay[number] = untilDay - 1 - Math.floor(ageDays);
    patients.isFemale[number] = draws.chance(0.53) ? 1 : 0;
    patients.site[number] = draws.chance(londonShare) ? 1 : 0;
    patients.origin[number] = number;
    weights[number] = (visitsOfAge[decade] ?? 1) * Math.exp(tail * draws.normal());
  }
  return { patients, weights };
}

/** Completed years; negative before birth. */
export const ageOn = (birthDay: number, day: number): number => Math.floor((day - birthDay) / daysOfYear);

/** Whether the speciality treats somebody of this age and gender. */
export function isTreated({ ages, gender }: Speciality, age: number, isFemale: boolean): boolean {
  if (age < Math.max(ages[0], 0) || age > ages[1]) return false;
  return gender === null || (gender === 'female') === isFemale;
}

/** The patients in a new order. @param order old numbers, in their new order */
export function renumbered(patients: PlannedPatients, order: Uint32Array): PlannedPatients {
  return {
    count: patients.count,
    birthDay: patients.birthDay.map((_none, number) => patients.birthDay[order[number]!]!),
    isFemale: patients.isFemale.map((_none, number) => patients.isFemale[order[number]!]!),
    site: patients.site.map((_none, number) => patients.site[order[number]!]!),
    origin: order,
  };
}

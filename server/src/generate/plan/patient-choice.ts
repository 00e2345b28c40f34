import { ConfigError } from '../../lib/errors.js';
import type { Draws } from '../draws.js';
import type { PlannedDoctor } from './doctors-plan.js';
import { ageOn, isTreated, type PlannedPatients } from './patients-plan.js';

/** So many of a doctor's last patients are hers: they come back. */
const panelSize = 300;
const returning = 0.55;
const triesAtMost = 40;

/**
 * Chooses who comes: often one of the doctor's own patients, else anybody of her site, the likelier the more visits a
 * patient has anyway. Nobody comes twice on a day, so that no two visits of a patient can overlap.
 */
export class PatientChoice {
  readonly #lastDay: Int32Array;
  readonly #panels: Uint32Array;
  readonly #panelUsed: Uint32Array;
  /** By site: patient numbers, and the sums of their weights up to each. */
  readonly #sites: { members: Uint32Array; sums: Float64Array }[];

  constructor(
    private readonly patients: PlannedPatients,
    weights: Float64Array,
    doctors: number,
  ) {
    this.#lastDay = new Int32Array(patients.count).fill(-2_147_483_648);
    this.#panels = new Uint32Array(doctors * panelSize);
    this.#panelUsed = new Uint32Array(doctors);
    this.#sites = [0, 1].map((site) => membersOf(patients, weights, site));
  }

  /** @throws ConfigError when everybody of the site has a visit on that day already */
  choose(draws: Draws, doctor: PlannedDoctor, day: number): number {
    const chosen = this.#draw(draws, doctor, day);
    this.#lastDay[chosen] = day;
    const used = this.#panelUsed[doctor.number]!;
    this.#panels[doctor.number * panelSize + (used % panelSize)] = chosen;
    this.#panelUsed[doctor.number] = used + 1;
    return chosen;
  }

  #draw(draws: Draws, doctor: PlannedDoctor, day: number): number {
    const known = Math.min(this.#panelUsed[doctor.number]!, panelSize);
    if (known > 0 && draws.chance(returning))
      for (let attempt = 0; attempt < 3; attempt++) {
        const candidate = this.#panels[doctor.number * panelSize + draws.below(known)]!;
        if (this.#suits(candidate, doctor, day)) return candidate;
      }
    const { members, sums } = this.#sites[doctor.site]!;
    for (let attempt = 0; attempt < triesAtMost; attempt++) {
      const candidate = members[placeOf(sums, draws.next() * (sums.at(-1) ?? 0))]!;
      if (this.#suits(candidate, doctor, day)) return candidate;
    }
    return this.#anybody(draws, doctor, day, members);
  }

  /** Goes through them all from somewhere: first for one whom the doctor treats, then for one who is there at all. */
  #anybody(draws: Draws, doctor: PlannedDoctor, day: number, members: Uint32Array): number {
    const start = draws.below(members.length);
    let free = -1;
    for (let step = 0; step < members.length; step++) {
      const candidate = members[(start + step) % members.length]!;
      if (this.#suits(candidate, doctor, day)) return candidate;
      const isBorn = this.patients.birthDay[candidate]! <= day;
      if (free < 0 && isBorn && this.#lastDay[candidate]! !== day) free = candidate;
    }
    if (free >= 0) return free;
    throw new ConfigError('There are too few patients for so many appointments: give more --patients.');
  }

  #suits(patient: number, { speciality }: PlannedDoctor, day: number): boolean {
    if (this.#lastDay[patient]! === day) return false;
    const { birthDay, isFemale } = this.patients;
    const bornOn = birthDay[patient]!;
    return bornOn <= day && isTreated(speciality, ageOn(bornOn, day), isFemale[patient] === 1);
  }
}

function membersOf(patients: PlannedPatients, weights: Float64Array, site: number) {
  const members = Uint32Array.from(
    (function* () {
      for (let number = 0; number < patients.count; number++)
        if (patients.site[number] === site) yield number;
    })(),
  );
  const sums = new Float64Array(members.length);
  let sum = 0;
  for (const [place, number] of members.entries()) {
    sum += weights[number]!;
    sums[place] = sum;
  }
  return { members, sums };
}

/** The first place whose sum is above `value`. */
function placeOf(sums: Float64Array, value: number): number {
  let [least, most] = [0, sums.length - 1];
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (sums[middle]! > value) most = middle;
    else least = middle + 1;
  }
  return least;
}

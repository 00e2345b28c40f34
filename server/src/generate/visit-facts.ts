import { DAY_MS } from '../lib/time.js';
import { TICK_MS } from '../scheduling/ticks.js';
import { type Draws, streams } from './draws.js';
import { winterOf } from './plan/calendar.js';
import type { ClinicPlan } from './plan/clinic-plan.js';
import { stateNumbers } from './plan/visits.js';
import { specialities } from './vocabulary/specialities.js';
import type { CommonDiagnosis, Season } from './vocabulary/speciality.js';

const minuteMs = 60_000;
const usualAgain = 0.65;
const secondDiagnosis = 0.15;

/** What follows from a visit of the plan; worked out anew whenever it is asked for. */
export interface VisitFacts {
  startMs: number;
  endMs: number;
  bookedMs: number;
  cancelledMs: number;
  checkedInMs: number;
  /** The doctor opens the record then. */
  startedMs: number;
  completedMs: number;
  /** The last thing that happened to the appointment. */
  changedMs: number;
}

/** The times of a visit. They are whole seconds, and none lies after `until`. */
export function timesOf(draws: Draws, { visits, settings }: ClinicPlan, visit: number): VisitFacts {
  draws.about(streams.visit, visit);
  const startMs = visits.startTick[visit]! * TICK_MS;
  const endMs = startMs + visits.ticks[visit]! * TICK_MS;
  const bookedMs = visits.bookedAtSeconds[visit]! * 1_000;
  const knownMs = Math.min(startMs, settings.untilDay * DAY_MS);
  // Most call off shortly before.
  const cancelledMs = wholeSecond(knownMs - (knownMs - bookedMs) * draws.next() ** 2);
  const checkedInMs = wholeSecond(startMs - (1 + 14 * draws.next()) * minuteMs);
  const startedMs = wholeSecond(startMs + 9 * draws.next() ** 2 * minuteMs);
  const completedMs = wholeSecond(Math.max(startedMs + 4 * minuteMs, endMs - 3 * draws.next() * minuteMs));
  const state = visits.state[visit]!;
  let changedMs = bookedMs;
  if (state === stateNumbers.completed) changedMs = completedMs;
  else if (state === stateNumbers.cancelled) changedMs = cancelledMs;
  else if (state === stateNumbers.no_show) changedMs = startMs + 20 * minuteMs;
  return { startMs, endMs, bookedMs, cancelledMs, checkedInMs, startedMs, completedMs, changedMs };
}

const wholeSecond = (atMs: number): number => Math.floor(atMs / 1_000) * 1_000;

export interface VisitDiagnoses {
  main: CommonDiagnosis;
  second: CommonDiagnosis | null;
}

/** What the patient came with. Chronic patients come with the same thing again and again. */
export class Diagnosing {
  readonly #usual: number[][];
  /** By speciality and month. */
  readonly #seasonal: number[][][];

  constructor(
    private readonly plan: ClinicPlan,
    private readonly draws: Draws,
  ) {
    this.#usual = specialities.map(({ diagnoses }) => diagnoses.map(({ weight }) => weight));
    this.#seasonal = specialities.map(({ diagnoses }) =>
      Array.from({ length: 12 }, (_none, month) =>
        diagnoses.map(({ weight, season }) => weight * inSeason(season, month)),
      ),
    );
  }

  of(visit: number): VisitDiagnoses {
    const { visits, doctors } = this.plan;
    const { speciality, specialityIndex } = doctors[visits.doctor[visit]!]!;
    const { diagnoses } = speciality;
    this.draws.about(streams.usualDiagnosis, visits.patient[visit]! * 64 + specialityIndex);
    const usual = diagnoses[this.draws.weighted(this.#usual[specialityIndex]!)]!;
    this.draws.about(streams.diagnosis, visit);
    const month = new Date(visits.startTick[visit]! * TICK_MS).getUTCMonth();
    const isUsual = usual.isChronic && this.draws.chance(usualAgain);
    const main = isUsual ? usual : diagnoses[this.draws.weighted(this.#seasonal[specialityIndex]![month]!)]!;
    const other = this.draws.chance(secondDiagnosis) ? diagnoses[this.draws.below(diagnoses.length)]! : null;
    return { main, second: other === main ? null : other };
  }

  /** How many diagnoses all records have together. */
  count(): number {
    const { visits } = this.plan;
    let count = 0;
    for (let visit = 0; visit < visits.count; visit++)
      if (visits.hasRecord(visit)) count += this.of(visit).second ? 2 : 1;
    return count;
  }
}

/** How much more often in this month than in the mean of the year. */
function inSeason(season: Season, month: number): number {
  const winter = winterOf(15 + Math.floor(30.4 * month));
  if (season === 'winter') return 1 + 0.75 * winter;
  if (season === 'summer') return 1 - 0.6 * winter;
  if (season === 'spring') return 1 + 0.75 * winterOf(15 + Math.floor(30.4 * (month - 3)));
  return 1;
}

/** `Headache and dizziness`, in the patient's words. */
export function complaintOf({ symptoms }: CommonDiagnosis): string {
  const [first, second] = symptoms;
  const text = first === 'no complaint' ? 'check-up' : `${first} and ${second}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

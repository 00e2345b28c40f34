import { DAY_MS, isoWeekdayOfDay } from '../../lib/time.js';
import { TICK_MS } from '../../scheduling/ticks.js';
import type { Draws } from '../draws.js';
import { stateNumbers } from './visits.js';

const daySeconds = DAY_MS / 1_000;
const longestLeadDays = 120;
/** Of ten visits one is wanted at once; the others are booked ahead, half of them by more than so many days. */
const sameDayShare = 0.1;
const medianLeadDays = 9;

export interface Booking {
  bookedAtSeconds: number;
  state: number;
}

/**
 * When a visit was booked, and what became of it.
 * @param cutoffSeconds now, as far as the generated clinic is concerned: what starts before is over
 */
export function bookingOf(
  draws: Draws,
  startTick: number,
  day: number,
  age: number,
  cutoffSeconds: number,
): Booking {
  const startSeconds = (startTick * TICK_MS) / 1_000;
  const isAhead = startSeconds >= cutoffSeconds;
  const aheadSeconds = Math.max(startSeconds - cutoffSeconds, 0);
  const leadSeconds = aheadSeconds + leadOf(draws, isAhead);
  const leadDays = leadSeconds / daySeconds;
  const bookedAtSeconds = Math.floor(startSeconds - leadSeconds);
  if (isAhead) return { bookedAtSeconds, state: stateAhead(draws, aheadSeconds / daySeconds) };
  return { bookedAtSeconds, state: stateOfPast(draws, leadDays, day, age) };
}

/** Seconds between the booking and the visit, or now where that comes first. */
function leadOf(draws: Draws, isAhead: boolean): number {
  if (!isAhead && draws.chance(sameDayShare)) return 600 + draws.below(4 * 3_600);
  const days = Math.min(medianLeadDays * Math.exp(1.05 * draws.normal()), longestLeadDays);
  const hours = 1 + draws.next() * 6; // the telephone is answered by day
  return Math.floor(days) * daySeconds + Math.floor(hours * 3_600);
}

function stateAhead(draws: Draws, daysAhead: number): number {
  if (draws.chance(0.04)) return stateNumbers.cancelled;
  const confirmed = daysAhead < 3 ? 0.7 : daysAhead < 14 ? 0.4 : 0.15;
  return draws.chance(confirmed) ? stateNumbers.confirmed : stateNumbers.booked;
}

/** The longer ago it was booked the more often it is called off, or forgotten; most of all on a Monday. */
function stateOfPast(draws: Draws, leadDays: number, day: number, age: number): number {
  const weeksAhead = Math.min(leadDays, 60) / 7;
  const cancelled = 0.055 + 0.012 * weeksAhead;
  const isMonday = isoWeekdayOfDay(day) === 1;
  const missed = 0.034 + 0.009 * weeksAhead + (isMonday ? 0.03 : 0) + (age >= 16 && age < 35 ? 0.025 : 0);
  const draw = draws.next();
  if (draw < cancelled) return stateNumbers.cancelled;
  return draw < cancelled + missed ? stateNumbers.no_show : stateNumbers.completed;
}

import { type Draws, streams } from '../draws.js';
import { bookingOf } from './bookings.js';
import { tickOfDay } from './calendar.js';
import { type DayCounts, windowsOn } from './day-counts.js';
import { type PlannedDoctor, siteZones } from './doctors-plan.js';
import type { PatientChoice } from './patient-choice.js';
import { ageOn, type PlannedPatients } from './patients-plan.js';
import { stateNumbers, Visits } from './visits.js';

const tickMinutes = 5;
const doubleLength = 0.1;

/** How busy each hour of the day is, from 7 to 19. */
const loadOfHour = [0.4, 1, 1.35, 1.45, 1.25, 0.75, 0.6, 0.95, 1.15, 1.1, 0.8, 0.5, 0.3];

export interface VisitsTask {
  doctors: readonly PlannedDoctor[];
  patients: PlannedPatients;
  choice: PatientChoice;
  counts: DayCounts;
  untilDay: number;
  /** How many there are in all, and how many of them come without an appointment. */
  total: number;
  walkIns: number;
}

interface Slot {
  doctor: PlannedDoctor;
  startTick: number;
  ticks: number;
}

/** Plans day after day, so that each visit comes in order of its start. @param onDay called after each day */
export function planVisits(draws: Draws, task: VisitsTask, onDay: (planned: number) => void): Visits {
  const { doctors, counts, untilDay, total } = task;
  const visits = new Visits(total);
  const walkInEvery = walkInChooser(task);
  for (let day = counts.startDay; day < counts.endDay; day++) {
    const firstTicks = siteZones.map((zone) => tickOfDay(day, zone));
    const slots: Slot[] = [];
    for (const doctor of doctors) {
      const count = counts.counts[(day - counts.startDay) * doctors.length + doctor.number]!;
      if (count > 0) takeSlots(draws, doctor, day, firstTicks[doctor.site]!, count, slots);
    }
    slots.sort((a, b) => a.startTick - b.startTick || a.doctor.number - b.doctor.number);
    for (const slot of slots)
      add(draws, task, visits, slot, day, day < untilDay && walkInEvery(visits.count));
    onDay(slots.length);
  }
  return visits;
}

/** Spreads the walk-ins evenly over the visits that are over. */
function walkInChooser({ counts, doctors, untilDay, walkIns }: VisitsTask): (visit: number) => boolean {
  const past = counts.counts.subarray(0, (untilDay - counts.startDay) * doctors.length);
  const total = past.reduce((sum, count) => sum + count, 0);
  return (visit) =>
    Math.floor(((visit + 1) * walkIns) / total) > Math.floor((visit * walkIns) / total) && visit < total;
}

function add(
  draws: Draws,
  { patients, choice, untilDay }: VisitsTask,
  visits: Visits,
  { doctor, startTick, ticks }: Slot,
  day: number,
  isWalkIn: boolean,
): void {
  const visit = visits.count++;
  draws.about(streams.booking, visit);
  const patient = choice.choose(draws, doctor, day);
  const age = ageOn(patients.birthDay[patient]!, day);
  const booking = bookingOf(draws, startTick, day, age, untilDay * 86_400);
  visits.doctor[visit] = doctor.number;
  visits.patient[visit] = patient;
  visits.startTick[visit] = startTick;
  visits.ticks[visit] = ticks;
  visits.state[visit] = isWalkIn ? stateNumbers.walk_in : booking.state;
  visits.bookedAtSeconds[visit] = isWalkIn ? startTick * tickMinutes * 60 : booking.bookedAtSeconds;
}

const starts = new Int32Array(128);
const keys = new Float64Array(128);

/** Chooses slots of the doctor's grid, rather at busy hours; some visits take two that follow one another. */
function takeSlots(
  draws: Draws,
  doctor: PlannedDoctor,
  day: number,
  firstTick: number,
  count: number,
  slots: Slot[],
): void {
  draws.about(streams.visitsOfDay, day * 65_536 + doctor.number);
  const { visitMinutes } = doctor.speciality;
  let size = 0;
  for (const { startMinute, endMinute } of windowsOn(doctor, day))
    for (let minute = startMinute; minute + visitMinutes <= endMinute; minute += visitMinutes) {
      starts[size] = minute;
      keys[size++] = Math.log(1 - draws.next()) / (loadOfHour[Math.floor(minute / 60) - 7] ?? 0.2);
    }
  const isTaken = new Uint8Array(size);
  for (let chosen = 0; chosen < count; chosen++) isTaken[likeliest(size, isTaken)] = 1;
  for (let place = 0; place < size; place++) {
    if (isTaken[place] !== 1) continue;
    const isDouble =
      place + 1 < size &&
      isTaken[place + 1] === 0 &&
      starts[place + 1]! === starts[place]! + visitMinutes &&
      draws.chance(doubleLength);
    const ticks = ((isDouble ? 2 : 1) * visitMinutes) / tickMinutes;
    slots.push({ doctor, startTick: firstTick + starts[place]! / tickMinutes, ticks });
    if (isDouble) isTaken[place + 1] = 2;
  }
}

/** The slot with the greatest key that is not taken yet (Efraimidis and Spirakis). */
function likeliest(size: number, isTaken: Uint8Array): number {
  let best = -1;
  for (let place = 0; place < size; place++)
    if (isTaken[place] === 0 && (best < 0 || keys[place]! > keys[best]!)) best = place;
  return best;
}

import { ConfigError } from '../../lib/errors.js';
import { Draws } from '../draws.js';
import { countVisits, slotsIn } from './day-counts.js';
import { type PlannedDoctor, planDoctors } from './doctors-plan.js';
import { PatientChoice } from './patient-choice.js';
import { type PlannedPatients, planPatients, renumbered } from './patients-plan.js';
import type { Settings } from './settings.js';
import { orderedBy, type Visits } from './visits.js';
import { planVisits } from './visits-plan.js';

/** All that is decided before the first row is written. Whatever is not in here follows from it and the seed. */
export interface ClinicPlan {
  settings: Settings;
  /** The first day of the clinic, and the day after the last one that visits are booked for. */
  startDay: number;
  endDay: number;
  doctors: readonly PlannedDoctor[];
  /** In order of their registration. */
  patients: PlannedPatients;
  /** When each patient came first into the books, in seconds since the epoch. */
  registeredAtSeconds: Uint32Array;
  visits: Visits;
  /** Visits that took place. */
  records: number;
}

const weeksAhead = 8;
const fewestYears = 3;
const mostYears = 15;
/** How full the days are where the span is made longer than the least. */
const usualFill = 0.6;
/** What holidays and time off leave of a year. */
const workedShare = 0.88;
const walkInShare = 0.012;

/** @throws ConfigError when so few people cannot have so many appointments */
export function planClinic(settings: Settings, onPlanned: (visits: number) => void = () => {}): ClinicPlan {
  const draws = new Draws(settings.seed);
  const walkIns = Math.floor(settings.appointments * walkInShare);
  const total = settings.appointments + walkIns;
  const span = spanOf(settings, total);
  const doctors = planDoctors(draws, settings.doctors, span.startDay, span.endDay);
  const counts = countVisits(draws, doctors, total, span);
  if (!counts) throw tooFewDoctors(settings);
  const londonShare = doctors.filter(({ site }) => site === 1).length / doctors.length;
  const { patients, weights } = planPatients(draws, settings.patients, settings.untilDay, londonShare);
  const choice = new PatientChoice(patients, weights, doctors.length);
  const task = { doctors, patients, choice, counts, untilDay: settings.untilDay, total, walkIns };
  const visits = planVisits(draws, task, onPlanned);
  const registered = registrations(visits, settings, span.startDay);
  const ordered = orderedBy(patients.count, (number) => registered[number]!);
  renumberPatients(visits, ordered);
  let records = 0;
  for (let visit = 0; visit < visits.count; visit++) if (visits.hasRecord(visit)) records++;
  return {
    settings,
    startDay: span.startDay,
    endDay: span.endDay,
    doctors,
    patients: renumbered(patients, ordered),
    registeredAtSeconds: registered.map((_none, number) => registered[ordered[number]!]!),
    visits,
    records,
  };
}

/** Long enough for the days to be believably full, and some years at least. */
function spanOf(settings: Settings, total: number) {
  const sample = planDoctors(new Draws(settings.seed), settings.doctors, 0, 0);
  const slotsOfWeek = sample.reduce((sum, doctor) => sum + weekSlots(doctor), 0);
  const weeks = Math.max(fewestYears * 52, total / (slotsOfWeek * usualFill * workedShare));
  if (weeks > mostYears * 52) throw tooFewDoctors(settings);
  const { untilDay } = settings;
  return { startDay: untilDay - Math.ceil(weeks * 7), untilDay, endDay: untilDay + 7 * weeksAhead };
}

const weekSlots = ({ week, speciality }: PlannedDoctor): number =>
  week.reduce((sum, windows) => sum + slotsIn(windows, speciality.visitMinutes), 0);

/** A patient is registered with the first booking; whoever never comes, at some time in between. */
function registrations(visits: Visits, { patients, untilDay }: Settings, startDay: number): Uint32Array {
  const firstSeconds = startDay * 86_400;
  const spanSeconds = (untilDay - startDay) * 86_400;
  const registered = new Uint32Array(patients);
  for (let number = 0; number < patients; number++)
    registered[number] = firstSeconds + Math.floor((spanSeconds * ((number * 7_919) % patients)) / patients);
  const hasVisit = new Uint8Array(patients);
  for (let visit = 0; visit < visits.count; visit++) {
    const patient = visits.patient[visit]!;
    const bookedAt = visits.bookedAtSeconds[visit]!;
    if (hasVisit[patient] === 0 || bookedAt < registered[patient]!) registered[patient] = bookedAt;
    hasVisit[patient] = 1;
  }
  return registered;
}

function renumberPatients(visits: Visits, order: Uint32Array): void {
  const places = new Uint32Array(order.length);
  for (const [place, number] of order.entries()) places[number] = place;
  for (let visit = 0; visit < visits.count; visit++) visits.patient[visit] = places[visits.patient[visit]!]!;
}

const tooFewDoctors = ({ doctors, appointments }: Settings): ConfigError =>
  new ConfigError(
    `${doctors} doctors cannot have had ${appointments} appointments in ${mostYears} years. Give more --doctors.`,
  );

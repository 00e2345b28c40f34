import { parseArgs } from 'node:util';
import { ConfigError } from '../lib/errors.js';
import { DAY_MS, dayOfDate, isCalendarDate } from '../lib/time.js';
import type { Settings } from './plan/settings.js';

/** The classic size. */
const usual = { patients: 10_000, doctors: 200, appointments: 50_000, seed: 1 };
const documentsPerAppointment = 1 / 5;
const most = { patients: 2_000_000, doctors: 5_000, appointments: 5_000_000, seed: 4_294_967_295 };
const mostVisitsOfPatient = 100;

const usage = `  npm run generate -- [--patients N] [--doctors N] [--appointments N] [--notes N] [--observations N]
                      [--seed N] [--until DATE]`;

/** What `npm run generate -- --help` prints. */
export const generateHelp = `Fills a clinic with made-up people and years of believable visits.

${usage}

  --patients N      ${usual.patients} when left out
  --doctors N       ${usual.doctors} when left out, in up to 14 departments
  --appointments N  ${usual.appointments} when left out, at most ${most.appointments}; each that took place has a record with diagnoses
  --notes N         signed notes; a fifth of the appointments when left out
  --observations N  observations of symptoms, and as many of vitals; a fifth of the appointments when left out
  --seed N          equal seeds and arguments give equal rows, ids included; ${usual.seed} when left out
  --until DATE      visits before that day are over, some weeks from then on are booked; today when left out
  --help            this page

It uses the stores of a Medweave that runs here (npm start), else those of MYSQL_URL, MONGO_URL and REDIS_URL, else it
starts engines on the data folder as npm start does. MEDWEAVE_SECRET must be the server's own. npm start -- --help
describes these variables. It works beside the demo clinic and whatever else is there, once per clinic.

It may be stopped at any time. What it has written by then is half a clinic: remove the data folder, or drop the database
in MySQL and MongoDB, before the next run.`;

/** @returns `help` when that was asked for @throws ConfigError in words for arguments that make no sense */
export function readCommand(args: readonly string[], nowMs: number): Settings | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const patients = wholeNumber('patients', values.patients, usual.patients, 10, most.patients);
  const doctors = wholeNumber('doctors', values.doctors, usual.doctors, 1, most.doctors);
  const appointments = wholeNumber(
    'appointments',
    values.appointments,
    usual.appointments,
    100,
    most.appointments,
  );
  if (appointments / patients > mostVisitsOfPatient)
    throw wrong(
      `So many appointments need at least --patients ${Math.ceil(appointments / mostVisitsOfPatient)}.`,
    );
  const fifth = Math.floor(appointments * documentsPerAppointment);
  return {
    patients,
    doctors,
    appointments,
    notes: wholeNumber('notes', values.notes, fifth, 0, most.appointments),
    observations: wholeNumber('observations', values.observations, fifth, 0, most.appointments),
    seed: wholeNumber('seed', values.seed, usual.seed, 0, most.seed),
    untilDay: untilDay(values.until, nowMs),
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    help: { type: 'boolean', short: 'h' },
    patients: text,
    doctors: text,
    appointments: text,
    notes: text,
    observations: text,
    seed: text,
    until: text,
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : 'These arguments cannot be read.');
  }
}

function wholeNumber(
  name: string,
  given: string | undefined,
  ifAbsent: number,
  least: number,
  greatest: number,
) {
  if (given === undefined) return ifAbsent;
  const value = Number(given.replaceAll('_', ''));
  if (!/^[\d_]+$/.test(given) || value < least || value > greatest)
    throw wrong(`--${name} must be a whole number from ${least} to ${greatest}.`);
  return value;
}

function untilDay(given: string | undefined, nowMs: number): number {
  const today = Math.floor(nowMs / DAY_MS);
  if (given === undefined) return today;
  if (!isCalendarDate(given) || dayOfDate(given) > today || given < '1990-01-01')
    throw wrong('--until must be a date such as 2026-06-30, from 1990 on and not ahead.');
  return dayOfDate(given);
}

const wrong = (what: string): ConfigError =>
  new ConfigError(`${what}\n\n${usage}\n  npm run generate -- --help`);

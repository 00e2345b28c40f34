import fc from 'fast-check';
import type { DoctorSchedule, LocalWindow, WeeklyHours } from '../../src/scheduling/weekly-hours.js';

/** Minutes since midnight of a wall time: `at('08:30')` is 510. */
export function at(wallTime: string): number {
  const [hours = '', minutes = ''] = wallTime.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** `window('08:00-12:00')` */
export function window(text: string): LocalWindow {
  const [start = '', end = ''] = text.split('-');
  return { startMinute: at(start), endMinute: at(end) };
}

/** The same windows on each day of the week. */
export function daily(...windows: string[]): WeeklyHours[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
    windows.map((text) => ({ weekday, ...window(text) })),
  );
}

export function schedule(zone: string, parts: Partial<DoctorSchedule> = {}): DoctorSchedule {
  return { zone, visitMinutes: 20, weekly: [], overrides: [], holidays: [], timeOff: [], ...parts };
}

/** Tick of an instant written in ISO-8601. */
export function tickAt(instant: string): number {
  return Date.parse(instant) / 300_000;
}

/**
 * Zones and dates on which their clocks are changed (in India: any date), with the hours that date has. In Havana
 * and Cairo the change is at midnight: in spring the date does not begin at 00:00, in Cairo's autumn it ends twice.
 */
export const clockChanges = [
  { zone: 'Europe/Berlin', dateOn: '2026-03-29', hours: 23 },
  { zone: 'Europe/Berlin', dateOn: '2026-10-25', hours: 25 },
  { zone: 'America/New_York', dateOn: '2026-03-08', hours: 23 },
  { zone: 'America/New_York', dateOn: '2026-11-01', hours: 25 },
  { zone: 'Australia/Lord_Howe', dateOn: '2026-10-04', hours: 23.5 },
  { zone: 'Australia/Lord_Howe', dateOn: '2026-04-05', hours: 24.5 },
  { zone: 'America/Havana', dateOn: '2026-03-08', hours: 23 },
  { zone: 'America/Havana', dateOn: '2026-11-01', hours: 25 },
  { zone: 'Africa/Cairo', dateOn: '2026-04-24', hours: 23 },
  { zone: 'Africa/Cairo', dateOn: '2026-10-29', hours: 25 },
  { zone: 'Asia/Kolkata', dateOn: '2026-06-15', hours: 24 },
];

const anyWindow: fc.Arbitrary<LocalWindow> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ startMinute: 0, endMinute: 1_440 }) },
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: 2, maxLength: 2 })
      .map((ticks) => ({ startMinute: Math.min(...ticks) * 5, endMinute: Math.max(...ticks) * 5 })),
  },
  {
    weight: 2, // short ones in the small hours, where clocks are changed
    arbitrary: fc
      .record({ start: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 16 }) })
      .map(({ start, length }) => ({ startMinute: start * 5, endMinute: (start + length) * 5 })),
  },
);

function anyDateNear(dateOn: string): fc.Arbitrary<string> {
  const noonMs = Date.parse(`${dateOn}T12:00:00Z`);
  return fc
    .integer({ min: -4, max: 4 })
    .map((days) => new Date(noonMs + days * 86_400_000).toISOString().slice(0, 10));
}

/** Any schedule whose hours, overrides, holidays and absences crowd round a date. Windows may overlap. */
export function anySchedule(zone: string, dateOn: string): fc.Arbitrary<DoctorSchedule> {
  const near = anyDateNear(dateOn);
  const maybeDate = fc.option(near, { freq: 4 });
  const weekday = fc.constantFrom<(1 | 2 | 3 | 4 | 5 | 6 | 7)[]>(1, 2, 3, 4, 5, 6, 7);
  const weeklyHours = fc
    .record({ weekday, window: anyWindow, validFromOn: maybeDate, validToOn: maybeDate })
    .map(({ window: hours, ...rest }) => ({ ...hours, ...rest }));
  const midnightMs = Date.parse(`${dateOn}T00:00:00Z`);
  const timeOff = fc
    .record({
      startMinute: fc.integer({ min: -4_000, max: 4_000 }),
      minutes: fc.integer({ min: 0, max: 900 }),
    })
    .map(({ startMinute, minutes }) => {
      const startsAtMs = midnightMs + startMinute * 60_000;
      return { startsAtMs, endsAtMs: startsAtMs + minutes * 60_000 };
    });
  return fc.record({
    zone: fc.constant(zone),
    visitMinutes: fc.constant(20),
    weekly: fc.oneof(
      { weight: 1, arbitrary: fc.constant(daily('00:00-24:00')) },
      { weight: 5, arbitrary: fc.array(weeklyHours, { minLength: 4, maxLength: 25 }) },
    ),
    overrides: fc.uniqueArray(fc.record({ dateOn: near, windows: fc.array(anyWindow, { maxLength: 3 }) }), {
      selector: (override) => override.dateOn,
      maxLength: 3,
    }),
    holidays: fc.array(near, { maxLength: 2 }),
    timeOff: fc.array(timeOff, { maxLength: 3 }),
  });
}

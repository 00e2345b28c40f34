import type { SignedIn } from '../../src/auth/auth.types.js';
import { addDays, dayOfDate, isoWeekdayOfDay } from '../../src/lib/time.js';
import type { HolidayCreated } from '../../src/scheduling/holidays.types.js';
import type {
  Schedule,
  ScheduleChange,
  TimeOffAdded,
  WeeklyWindow,
} from '../../src/scheduling/hours.types.js';
import type { Slot } from '../../src/scheduling/slots.types.js';
import type { LocalWindow } from '../../src/scheduling/weekly-hours.js';
import type { Answer, Clinic } from '../support/clinic.js';
import { must } from '../support/clinic.js';
import { window } from './schedule-builders.js';

export interface Refusal {
  code?: string;
  errors?: { field: string; message: string }[];
}

/** The first date at least three weeks ahead on an ISO weekday: no test of today's hour. */
export function comingDate(weekday: number): string {
  const dateOn = addDays(new Date().toISOString().slice(0, 10), 21);
  return addDays(dateOn, (weekday - isoWeekdayOfDay(dayOfDate(dateOn)) + 7) % 7);
}

/** `at(dateOn, '09:30')`, in UTC. */
export const instantOn = (dateOn: string, time: string): string => `${dateOn}T${time}:00.000Z`;

/** The same windows on each day from Monday to Friday. */
export const weekdays = (...windows: string[]): WeeklyWindow[] =>
  ([1, 2, 3, 4, 5] as const).flatMap((weekday) => windows.map((text) => ({ weekday, ...window(text) })));

/** Those of the windows of one day that overlap no earlier one. */
export function apart<Window extends LocalWindow>(windows: readonly Window[]): Window[] {
  const kept: Window[] = [];
  for (const each of windows.toSorted((a, b) => a.startMinute - b.startMinute)) {
    if ((kept.at(-1)?.endMinute ?? 0) <= each.startMinute) kept.push(each);
  }
  return kept;
}

/** What a desk does with schedules, as one signed-in person. */
export function deskOf(clinic: Clinic, who: SignedIn) {
  const schedule = (doctorId: string): Promise<Schedule> =>
    must(clinic.call<Schedule>(who, 'GET', `/doctors/${doctorId}/schedule`));
  const putHours = (doctorId: string, weekly: unknown, ifMatch?: string) =>
    clinic.call<ScheduleChange & Refusal>(who, 'PUT', `/doctors/${doctorId}/working-hours`, {
      body: { weekly },
      ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
    });
  return {
    schedule,
    putHours,
    /** Against the newest version; must succeed. */
    setHours: async (doctorId: string, weekly: WeeklyWindow[]): Promise<ScheduleChange> =>
      must(putHours(doctorId, weekly, `"${(await schedule(doctorId)).version}"`)),
    putOverride: (
      doctorId: string,
      dateOn: string,
      ...windows: string[]
    ): Promise<Answer<ScheduleChange & Refusal>> =>
      clinic.call(who, 'PUT', `/doctors/${doctorId}/overrides/${dateOn}`, {
        body: { windows: windows.map(window) },
      }),
    removeOverride: (doctorId: string, dateOn: string): Promise<Answer<ScheduleChange & Refusal>> =>
      clinic.call(who, 'DELETE', `/doctors/${doctorId}/overrides/${dateOn}`),
    addTimeOff: (doctorId: string, body: unknown, headers: Record<string, string> = {}) =>
      clinic.call<TimeOffAdded & Refusal>(who, 'POST', `/doctors/${doctorId}/time-off`, { body, headers }),
    removeTimeOff: (doctorId: string, timeOffId: string): Promise<Answer<Refusal>> =>
      clinic.call(who, 'DELETE', `/doctors/${doctorId}/time-off/${timeOffId}`),
    addHoliday: (body: unknown) => clinic.call<HolidayCreated & Refusal>(who, 'POST', '/holidays', { body }),
    removeHoliday: (id: string): Promise<Answer<Refusal>> => clinic.call(who, 'DELETE', `/holidays/${id}`),
  };
}

/** The starts of free visits on a UTC date, as `HH:MM`. */
export async function startsOn(clinic: Clinic, doctorId: string, dateOn: string): Promise<string[]> {
  const [from, to] = [instantOn(dateOn, '00:00'), instantOn(addDays(dateOn, 1), '00:00')];
  const slots = await must(
    clinic.call<Slot[]>(null, 'GET', `/doctors/${doctorId}/slots?from=${from}&to=${to}`),
  );
  return slots.map(({ startsAt }) => startsAt.slice(11, 16));
}

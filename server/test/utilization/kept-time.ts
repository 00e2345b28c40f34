import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../../src/lib/ids.js';
import type { Db } from '../../src/lib/mysql.js';
import type { DoctorSchedule } from '../../src/scheduling/weekly-hours.js';
import { isTickOffered, WallClocks } from '../scheduling/wall-clock-oracle.js';

/** One recorded day, as text that compares: `doctor date department minutes`. */
export async function keptDays(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('offered_days')
    .select(['doctor_id', 'date_on', 'department_id', 'minutes'])
    .execute();
  return rows
    .map((row) => dayText(uuidText(row.doctor_id), row.date_on, uuidText(row.department_id), row.minutes))
    .sort();
}

export const dayText = (doctorId: string, dateOn: string, departmentId: string, minutes: number): string =>
  `${doctorId} ${dateOn} ${departmentId} ${minutes}`;

/** The sums that are kept, as text that compares. */
export async function keptTotals(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('offered_totals')
    .select(['year', 'month', 'department_id', 'doctor_id', 'minutes'])
    .execute();
  return rows
    .map((row) =>
      [row.year, row.month, uuidText(row.department_id), uuidText(row.doctor_id), row.minutes].join(' '),
    )
    .sort();
}

export async function keptSpans(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('offered_spans').select(['doctor_id', 'from_on', 'to_on']).execute();
  return rows.map((row) => `${uuidText(row.doctor_id)} ${row.from_on} ${row.to_on}`).sort();
}

/** The sums of these days, added up one by one. */
export function summedUp(days: readonly string[]): string[] {
  const zero = '00000000-0000-0000-0000-000000000000';
  const sums = new Map<string, number>();
  for (const text of days) {
    const [doctorId, dateOn = '', departmentId, minutes] = text.split(' ');
    const [year, month] = dateOn.split('-').map(Number);
    for (const period of [`${year} ${month}`, `${year} 0`, '0 0'])
      for (const department of [departmentId, zero])
        for (const doctor of [doctorId, zero]) {
          const key = `${period} ${department} ${doctor}`;
          sums.set(key, (sums.get(key) ?? 0) + Number(minutes));
        }
  }
  return [...sums].map(([key, minutes]) => `${key} ${minutes}`).sort();
}

/** Minutes of one doctor's day; 0 where there is no row. */
export async function minutesOn(db: Db, doctorId: string, dateOn: string): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`select minutes from offered_days
    where doctor_id = ${uuidBytes(doctorId)} and date_on = ${dateOn}`.execute(db);
  return rows[0]?.minutes ?? 0;
}

const clocksOfZones = new Map<string, WallClocks>();

/** What a schedule offers on a date, tick by tick, by what `Intl` says the wall clock shows. */
export function expectedMinutes(schedule: DoctorSchedule, dateOn: string): number {
  const clocks = clocksOfZones.get(schedule.zone) ?? new WallClocks(schedule.zone);
  clocksOfZones.set(schedule.zone, clocks);
  const utcMidnightTick = Date.parse(`${dateOn}T00:00:00Z`) / 300_000;
  let minutes = 0;
  for (let tick = utcMidnightTick - 288; tick < utcMidnightTick + 576; tick++) {
    const wallClock = clocks.at(tick);
    if (wallClock.dateOn === dateOn && isTickOffered(schedule, wallClock, tick)) minutes += 5;
  }
  return minutes;
}

export const addDays = (dateOn: string, days: number): string =>
  new Date(Date.parse(`${dateOn}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const datesBetween = (fromOn: string, toOn: string): string[] => {
  const dates: string[] = [];
  for (let dateOn = fromOn; dateOn <= toOn; dateOn = addDays(dateOn, 1)) dates.push(dateOn);
  return dates;
};

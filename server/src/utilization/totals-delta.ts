import { nobody } from '../analytics/publishing.js';
import type { DateOn } from '../lib/wire.js';

/** What is to be added to one row of `offered_totals`. */
export interface TotalDelta {
  year: number;
  month: number;
  departmentId: string;
  doctorId: string;
  minutes: number;
}

/** Collects changes of days and tells what they change in the sums: the cost depends on nothing else. */
export class TotalsDelta {
  readonly #months = new Map<string, number>();

  add(doctorId: string, departmentId: string, dateOn: DateOn, minutes: number): void {
    const key = `${dateOn.slice(0, 'YYYY-MM'.length)}/${departmentId}/${doctorId}`;
    this.#months.set(key, (this.#months.get(key) ?? 0) + minutes);
  }

  /** In the order of the primary key, each row once; rows that stay as they are left out. */
  rows(): TotalDelta[] {
    const rows = new Map<string, TotalDelta>();
    for (const [key, minutes] of this.#months) {
      const [yearMonth = '', departmentId = '', doctorId = ''] = key.split('/');
      const [year = 0, month = 0] = yearMonth.split('-').map(Number);
      for (const cell of cellsOf(year, month, departmentId, doctorId)) {
        const rowKey = `${cell.year}/${cell.month}/${cell.doctorId}/${cell.departmentId}`;
        const row = rows.get(rowKey);
        if (row) row.minutes += minutes;
        else rows.set(rowKey, { ...cell, minutes });
      }
    }
    return [...rows.values()].filter(({ minutes }) => minutes !== 0).toSorted(byKey);
  }
}

/** A month of a doctor and all the sums it is part of. */
function cellsOf(year: number, month: number, departmentId: string, doctorId: string) {
  const periods = [
    { year, month },
    { year, month: 0 },
    { year: 0, month: 0 },
  ];
  const levels = [
    { departmentId, doctorId },
    { departmentId: nobody, doctorId },
    { departmentId, doctorId: nobody },
    { departmentId: nobody, doctorId: nobody },
  ];
  return periods.flatMap((period) => levels.map((level) => ({ ...period, ...level })));
}

const byKey = (a: TotalDelta, b: TotalDelta): number =>
  a.year - b.year ||
  a.month - b.month ||
  compare(a.doctorId, b.doctorId) ||
  compare(a.departmentId, b.departmentId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

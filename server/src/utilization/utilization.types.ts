import type { Uuid } from '../lib/wire.js';

/** How much of the time that a doctor offered is taken, in a month, a year or ever. */
export interface Utilization {
  /** Who offered the time. */
  doctorId: Uuid;
  /** Given and family name, as the directory has them now. */
  doctorName: string;
  /** The department asked for, else the doctor's own. */
  departmentId: Uuid;
  /** How the department of `departmentId` is called now. */
  departmentName: string;
  /**
   * 0: ever.
   * @isInt
   */
  year: number;
  /**
   * 0: the whole year.
   * @isInt
   */
  month: number;
  /**
   * Minutes of working hours without holidays and time off, by the doctor's local dates. Up to a year ahead is counted;
   * days that are over stay as they were.
   * @isInt
   */
  offeredMinutes: number;
  /**
   * Minutes taken by appointments that are standing or completed. `null` where the asker does not see the patients and
   * nothing is published.
   * @isInt
   */
  bookedMinutes: number | null;
  /**
   * Booked by offered minutes, three digits; above 1 where visits lie outside the hours. `null` when nothing was
   * offered, or `bookedMinutes` is.
   */
  utilization: number | null;
}

/** Which period, department and doctor, and how many rows. */
export interface UtilizationFilter {
  /**
   * A year; ever when left out.
   * @isInt
   * @minimum 1900
   * @maximum 2200
   */
  year?: number;
  /**
   * A month of that year.
   * @isInt
   * @minimum 1
   * @maximum 12
   */
  month?: number;
  /** Time offered in this department, and booked there. */
  departmentId?: Uuid;
  /** One doctor's time, month by month. */
  doctorId?: Uuid;
  /**
   * How many doctors at most, those with the highest utilization; 50 when left out. Months are all there are.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
}

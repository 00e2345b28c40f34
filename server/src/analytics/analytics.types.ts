import type { Instant, Uuid } from '../lib/wire.js';

/** What every answer says of itself. */
export interface Numbers<Row> {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: Row[];
}

/** What became of appointments. `null`: none, or too few patients to tell. */
export interface AppointmentCounts {
  /** All of them. */
  appointments: number;
  /** Still to come, or never concluded. */
  standing: number | null;
  completed: number | null;
  cancelled: number | null;
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. */
  cancellationRate: number | null;
  /** Time taken by what is standing or completed, in minutes. */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. */
  meanLeadDays: number | null;
}

/** A doctor's place by completed appointments. */
export interface TopDoctor {
  rank: number;
  doctorId: Uuid;
  doctorName: string;
  departmentName: string;
  completed: number;
  /** Length of these appointments in minutes. */
  completedMinutes: number;
}

export interface DepartmentLoad extends AppointmentCounts {
  departmentId: Uuid;
  departmentName: string;
}

export interface DoctorWorkload extends AppointmentCounts {
  doctorId: Uuid;
  doctorName: string;
  departmentName: string;
}

export interface MonthlyAppointments extends AppointmentCounts {
  year: number;
  month: number;
}

/** Visits that took place in a month, by the local date of the doctor. */
export interface MonthlyVisits {
  year: number;
  month: number;
  visits: number;
  /** Visits that were the patient's first in the clinic. */
  newPatients: number;
  /** Visits of patients who had been here before. */
  returningPatients: number;
}

export interface DiagnosisCount {
  codeSystem: string;
  code: string;
  diagnoses: number;
}

/** Clinical notes of a kind. */
export interface NoteVolume {
  kind: string;
  notes: number;
  drafts: number | null;
  signed: number | null;
  /** From the first draft to the signature, in hours. */
  meanSigningHours: number | null;
}

/** Until when everything is counted. */
export interface Refreshed {
  asOf: Instant;
}

/** Which period and whose; everything when left out. */
export interface AppointmentFilter {
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
  /** Appointments in this department, as it was when they were booked. */
  departmentId?: Uuid;
}

/** Which period and department, and how many rows. */
export interface RankingFilter {
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
  departmentId?: Uuid;
  /**
   * How many rows at most.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
}

/** Which period, department and doctor, and how many rows. */
export interface WorkFilter {
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
  departmentId?: Uuid;
  doctorId?: Uuid;
  /**
   * How many rows at most.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
}

/** Months of which year, department and doctor. */
export interface SeriesFilter {
  /**
   * A year; all months there are when left out.
   * @isInt
   * @minimum 1900
   * @maximum 2200
   */
  year?: number;
  departmentId?: Uuid;
  doctorId?: Uuid;
}

/** Which period, department and doctor. */
export interface PlaceFilter {
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
  departmentId?: Uuid;
  doctorId?: Uuid;
}

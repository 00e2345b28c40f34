import type { Instant, Uuid } from '../lib/wire.js';

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface Numbers<Row> {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   * @isInt
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: Row[];
}

/** What became of appointments. `null`: none, or too few patients to tell. */
export interface AppointmentCounts {
  /**
   * All of them, whatever became of them. Holds do not count.
   * @isInt
   */
  appointments: number;
  /**
   * Still to come, or never concluded. `null`: none, or of too few patients to tell.
   * @isInt
   */
  standing: number | null;
  /**
   * Those that took place. `null`: none, or of too few patients to tell.
   * @isInt
   */
  completed: number | null;
  /**
   * Those that somebody called off. `null`: none, or of too few patients to tell.
   * @isInt
   */
  cancelled: number | null;
  /**
   * Those that the patient did not come to. `null`: none, or of too few patients to tell.
   * @isInt
   */
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. `null` when either is, or both are 0. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. `null` when `cancelled` is. */
  cancellationRate: number | null;
  /**
   * Time taken by what is standing or completed, in minutes.
   * @isInt
   */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. `null` when none was. */
  meanLeadDays: number | null;
}

/** A doctor's place by completed appointments. */
export interface TopDoctor {
  /**
   * From 1 on, each once: doctors with the same number follow each other.
   * @isInt
   */
  rank: number;
  /** Who is ranked. */
  doctorId: Uuid;
  /** Given and family name, as the directory has them now. */
  doctorName: string;
  /** How the department that the doctor belongs to is called now. */
  departmentName: string;
  /**
   * How many appointments of the period took place.
   * @isInt
   */
  completed: number;
  /**
   * Length of these appointments in minutes.
   * @isInt
   */
  completedMinutes: number;
}

/** What became of the appointments of one department. */
export interface DepartmentLoad extends AppointmentCounts {
  /** Where the appointments were booked. */
  departmentId: Uuid;
  /** How that department is called now. */
  departmentName: string;
}

/** What became of the appointments of one doctor. */
export interface DoctorWorkload extends AppointmentCounts {
  /** Whose appointments they are. */
  doctorId: Uuid;
  /** Given and family name, as the directory has them now. */
  doctorName: string;
  /** How the department that the doctor belongs to is called now. */
  departmentName: string;
}

/** What became of the appointments of one month. */
export interface MonthlyAppointments extends AppointmentCounts {
  /**
   * The year in which they start, where the doctor works.
   * @isInt
   */
  year: number;
  /**
   * 1 is January, 12 is December.
   * @isInt
   */
  month: number;
}

/** Visits that took place in a month, by the local date of the doctor. */
export interface MonthlyVisits {
  /**
   * The year in which they took place, where the doctor works.
   * @isInt
   */
  year: number;
  /**
   * 1 is January, 12 is December.
   * @isInt
   */
  month: number;
  /**
   * The sum of `newPatients` and `returningPatients`.
   * @isInt
   */
  visits: number;
  /**
   * Visits that were the patient's first in the clinic.
   * @isInt
   */
  newPatients: number;
  /**
   * Visits of patients who had been here before.
   * @isInt
   */
  returningPatients: number;
}

/** How often one code was diagnosed. */
export interface DiagnosisCount {
  /** Which list `code` is of: `icd-10`, `snomed-ct` or `local`. */
  codeSystem: string;
  /** In upper case, e.g. `E11.9`. */
  code: string;
  /**
   * How many there are, resolved ones included, without those entered in error.
   * @isInt
   */
  diagnoses: number;
}

/** Clinical notes of a kind. */
export interface NoteVolume {
  /** As in a note's `kind`, e.g. `progress`. */
  kind: string;
  /**
   * The sum of `drafts` and `signed`. Withdrawn notes do not count.
   * @isInt
   */
  notes: number;
  /**
   * Not signed yet. `null`: none, or of too few patients to tell.
   * @isInt
   */
  drafts: number | null;
  /**
   * Signed, released to the patient or not. `null`: none, or of too few patients to tell.
   * @isInt
   */
  signed: number | null;
  /** From the first draft to the signature, in hours. `null` when there is nothing in `signed`. */
  meanSigningHours: number | null;
}

/** Until when everything is counted. */
export interface Refreshed {
  /** Everything that happened before this instant is counted. */
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
  /** Only appointments in this department, as it was when they were booked. */
  departmentId?: Uuid;
  /**
   * How many doctors at most; 10 when left out.
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
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
  doctorId?: Uuid;
  /**
   * How many rows at most; 50 doctors, or 20 diagnoses, when left out.
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
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
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
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
  doctorId?: Uuid;
}

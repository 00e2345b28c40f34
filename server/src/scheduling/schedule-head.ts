/** What identifies a doctor's schedule: its content changes only with the version. */
export interface ScheduleHead {
  doctorId: string;
  departmentId: string;
  zone: string;
  visitMinutes: number;
  scheduleVersion: number;
}

/** A doctor and a patient as a booking needs them, held still until the transaction ends. */
export interface LockedPair {
  doctor: ScheduleHead & { isActive: boolean };
  isPatientActive: boolean;
  /** `null` when there is no such patient. */
  patientBornOn: string | null;
}

/** A patient who books for themselves. */
export interface LockedOwnPair extends LockedPair {
  /** Whether they have as many appointments ahead as was asked, in whatever state and whoever booked them. */
  hasMany: boolean;
}

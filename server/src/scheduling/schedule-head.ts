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

/** A patient who books for themselves, with what they have taken that way and have still ahead. */
export interface LockedOwnPair extends LockedPair {
  own: OwnBookings;
}

/** What a patient took by their own hand: visits to come, and live holds. */
export interface OwnBookings {
  visits: number;
  holds: number;
}

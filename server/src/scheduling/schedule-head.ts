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
}

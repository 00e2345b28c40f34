/** What is to be generated. With equal settings equal rows are made. */
export interface Settings {
  patients: number;
  doctors: number;
  appointments: number;
  /** Signed notes, capped by the visits that took place. */
  notes: number;
  /** Observations of symptoms, and as many of vitals; capped in the same way. */
  observations: number;
  seed: number;
  /** Days since 1970-01-01: visits before that day are over, those from then on are booked. */
  untilDay: number;
}

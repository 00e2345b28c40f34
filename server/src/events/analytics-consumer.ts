import type { Consumer } from './consumers.js';

/** Something that was kept and is not what the source rows say. */
export interface Difference {
  /** The table or collection. */
  where: string;
  /** What differs there; ids and numbers only. */
  what: string;
}

/** Keeps numbers that follow from events. Every process has one of each kind; one of them works at a time. */
export interface AnalyticsConsumer {
  readonly name: Consumer;
  /**
   * Takes the next events, in one transaction with their marks; builds everything first where that was never done.
   * @returns true when there may be more to do at once
   */
  turn(): Promise<boolean>;
  /** Resolves when everything that was committed before the call is counted. @throws AppError `analytics_behind` */
  catchUp(forMs?: number): Promise<void>;
  /** Builds everything from the source rows beside what is live, and swaps. Answers go on meanwhile. */
  rebuild(report?: (line: string) => void): Promise<void>;
  /** Recomputes everything from the source rows and compares. Events that wait are no differences. */
  verify(report?: (line: string) => void): Promise<Difference[]>;
}

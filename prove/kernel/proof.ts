/** How much is tried: `small` within the tests, `full` with the numbers that are promised. */
export type Dose = 'small' | 'full';

/** One promise, and the way anybody can see whether it holds. */
export interface Proof {
  /** Its number among the promises, such as `P1`. */
  readonly promise: string;
  /** What is promised, in a sentence. */
  readonly says: string;
  /** Tries it on real stores. What is broken is found, not thrown: a throw means that nothing could be tried. */
  prove(trial: Trial): Promise<Finding>;
}

/** One run of a proof. */
export interface Trial {
  readonly dose: Dose;
  /** All that is random follows from it. */
  readonly seed: number;
  /** A folder of this run's own, gone afterwards. */
  readonly folder: string;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface Finding {
  /** What was tried, with numbers, as a sentence without its full stop. */
  readonly tried: string;
  /** What does not hold: one entry each, with the shortest history that shows it. Empty when the promise is kept. */
  readonly broken: readonly Broken[];
  readonly figures?: Readonly<Record<string, string | number>>;
  readonly timeline?: Timeline;
}

export interface Broken {
  /** What was promised and did not happen. */
  readonly what: string;
  /** The least that shows it, one step a line. */
  readonly history?: readonly string[];
}

/** What happened when, for the picture in the report. Times are milliseconds since the run began. */
export interface Timeline {
  readonly series: readonly Series[];
  readonly spans: readonly Span[];
}

/** Events by the moment they happened; the picture counts them by second. */
export interface Series {
  readonly name: string;
  readonly tone: 'good' | 'refused' | 'bad';
  readonly atMs: readonly number[];
  /** How many a second are promised, where that is the promise: a line in the picture. */
  readonly promised?: number;
}

/** A fault, or another condition, from and until when. */
export interface Span {
  readonly name: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

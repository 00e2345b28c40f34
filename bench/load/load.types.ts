/** One kind of operation against one system, repeated by the load process as often as it can. */
export interface LoadDriver {
  /** Carries out one operation. Resolves to how it ended, e.g. `201`; what rejects is counted under its code. */
  next(): Promise<string>;
  /** Opens so many connections before a burst, so that all callers start at once. */
  warm?(connections: number): Promise<void>;
  close(): Promise<void>;
}

/** What a driver module exports under the name `open`. The set-up crosses a process boundary: data only. */
export type OpenDriver<Setup> = (setup: Setup) => Promise<LoadDriver>;

export type LoadCommand =
  | { kind: 'open'; module: string; setup: unknown }
  | { kind: 'round'; concurrency: number; forMs: number }
  | { kind: 'arrivals'; perSecond: number; leadInMs: number; forMs: number }
  | { kind: 'burst'; operations: number }
  | { kind: 'sequence'; operations: number };

/** What a round, arrivals, a burst or a sequence came to. */
export interface LoadResult {
  elapsedMs: number;
  /** One per operation, in the order in which they ended; of a burst, in the order in which they began. */
  latenciesMs: Float64Array;
  /** Of arrivals: of those that ended between the lead-in and the end. */
  outcomes: Record<string, number>;
  /** Of a burst and of arrivals: how each operation ended, in the order of `latenciesMs`. */
  outcomeOf: string[];
  /** Processor time of the load process itself. */
  cpuMs: number;
}

export type LoadAnswer =
  | { kind: 'opened' }
  | { kind: 'result'; result: LoadResult }
  | { kind: 'failed'; message: string };

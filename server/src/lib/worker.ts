/** Something that runs beside the requests for as long as the process serves. */
export interface Worker {
  start(): void;
  /** Resolves when what it had begun is done; at most a few seconds. */
  stop(): Promise<void>;
}

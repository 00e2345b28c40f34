/** What a lane is told to do next. */
export interface LaneOrder {
  readonly file: string;
  readonly hasColor: boolean;
}

export interface FileResult {
  readonly passed: number;
  readonly failed: number;
  /** Full titles. */
  readonly skipped: readonly string[];
  /** The failures with their stacks, as they are printed. Empty when there are none. */
  readonly reasons: string;
}

export interface FileRun extends FileResult {
  readonly file: string;
  readonly tookMs: number;
  /** Everything that was printed meanwhile; empty when it was shown at once. */
  readonly output: string;
}

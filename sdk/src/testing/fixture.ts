/** A recorded success of one operation. */
export interface Fixture {
  readonly method: string;
  /** With the names of its parameters in braces. */
  readonly path: string;
  readonly status: number;
  /** Absent where the answer has none. */
  readonly body?: unknown;
  /** Needs no sign-in. */
  readonly isPublic?: boolean;
}

/** An error answer, as it goes over the wire. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly [field: string]: unknown;
}

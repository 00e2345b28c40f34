import type { GoodRequest } from './good-requests.js';
import type { RawRequest } from './raw-http.js';

/** Something that can be wrong with a message as a whole, whatever the operation. */
export interface Fault {
  readonly fault: string;
  readonly isSurelyWrong: boolean;
  make(good: GoodRequest): RawRequest;
}

/** A fault by name; `isSurelyWrong` when it must be refused. */
export const of = (fault: string, isSurelyWrong: boolean, make: Fault['make']): Fault => ({
  fault,
  isSurelyWrong,
  make,
});

import type { Patch, Removable } from '../tree/removal.js';

/** Something in the code that keeps a promise, how to take it away, and the test that must notice. */
export interface Guard extends Removable {
  readonly noticedBy: TestChoice;
  /** Its tests take longer than some seconds: a small dose does not try it. */
  readonly isLong?: true;
}

/** The quickest tests that should notice. */
export interface TestChoice {
  readonly file: string;
  /** Only tests whose full title has this in it; all of the file when missing. */
  readonly titled?: string;
}

/** A guard in one place: `text` of `file` becomes `instead`, which is nothing unless it is given. */
export const guard = (
  name: string,
  [file, text, instead = '']: readonly [file: string, text: string, instead?: string],
  [testFile, titled]: readonly [file: string, titled?: string],
): Guard => guardInLayers(name, [{ file, text, instead }], [testFile, titled]);

/** A guard that several places make up: only without all of them the promise is open. */
export const guardInLayers = (
  name: string,
  removal: readonly Patch[],
  [file, titled]: readonly [file: string, titled?: string | undefined],
): Guard => ({ name, removal, noticedBy: titled === undefined ? { file } : { file, titled } });

/** One whose tests take longer than some seconds. */
export const long = (slow: Guard): Guard => ({ ...slow, isLong: true });

export const toldOf = ({ file, titled }: TestChoice): string =>
  titled === undefined ? file : `${file} “${titled}”`;

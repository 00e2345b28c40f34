import { errorList, type Meaning } from './error-list.js';

/** What went wrong, in the domain's terms. */
export type ErrorKind = keyof typeof errorList;

/** A code of the list; one of its kind where that is named. */
export type ErrorCode<Kind extends ErrorKind = ErrorKind> = {
  [Each in Kind]: keyof (typeof errorList)[Each];
}[Kind];

/** A code with its kind and what it stands for. */
export interface ListedError extends Meaning {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
}

/** In the order of the list. */
export const errorKinds = Object.keys(errorList) as readonly ErrorKind[];

export const listedErrors: readonly ListedError[] = errorKinds.flatMap((kind) =>
  Object.entries<Meaning>(errorList[kind]).map(([code, meaning]) => ({
    code: code as ErrorCode,
    kind,
    ...meaning,
  })),
);

const byCode = new Map(listedErrors.map((each) => [each.code, each]));

export const listedError = (code: ErrorCode): ListedError => byCode.get(code) as ListedError;

import type { SignedIn } from '../../server/src/auth/auth.types.js';
import { knock, type Said } from './knock.js';
import { doors, type Things } from './requests.js';
import type { Approach, Visit } from './visit.js';

/** A stranger asks, with this query. */
export const ask = (
  { house }: Visit,
  { operation, column }: Approach,
  things: Things,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Said> =>
  knock(house, {
    ...{ operation, things, query, headers, door: doors[operation.operationId] ?? {} },
    ...{ who: `a stranger, ${column},`, caller: house.strangers[column] },
  });

/** Somebody asks whom it concerns. */
export const askAs = (
  { house }: Visit,
  { operation, column }: Approach,
  caller: SignedIn,
  query: string,
): Promise<Said> =>
  knock(house, {
    ...{ operation, query, caller, things: house.theirs },
    ...{ door: doors[operation.operationId] ?? {}, who: `${column}, whom it concerns,` },
  });

/** Whether an answer names anything that belongs to the patient or her doctor. Departments are known to all. */
export const shows = ({ text }: Said): boolean => /‹(?!department›)\w+›/.test(text);

export const itemsOf = ({ text }: Said): Record<string, unknown>[] =>
  (JSON.parse(text) as { items?: Record<string, unknown>[] }).items ?? [];

export const cursorOf = ({ text }: Said): string | null =>
  (JSON.parse(text) as { nextCursor?: string | null }).nextCursor ?? null;

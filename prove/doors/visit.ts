import type { Draws } from '../../server/src/generate/draws.js';
import type { Dose } from '../kernel/proof.js';
import type { Verdicts } from '../kernel/verdicts.js';
import type { House } from './house.js';
import { type Cell, type Column, columnsWith, type Matrix } from './matrix.js';
import { type Operation, operations } from './operations.js';
import { type Door, doors, lists, numbers } from './requests.js';

/** One round along all doors: where, by which rules, how thoroughly, and what came of it. */
export interface Visit {
  readonly house: House;
  readonly matrix: Matrix;
  readonly verdicts: Verdicts;
  readonly dose: Dose;
  readonly draws: Draws;
}

export const atOnce = 6;

/** Every operation that needs a token. */
export const secured = ({ matrix }: Visit): Operation[] =>
  operations.filter(({ operationId }) => !matrix.open.includes(operationId));

/** An operation and somebody's column. */
export interface Approach {
  readonly operation: Operation;
  readonly column: Column;
}

/** Each of these operations by each column that has one of these cells. */
export const approaches = (
  { matrix }: Visit,
  among: readonly Operation[],
  ...cells: readonly Cell[]
): Approach[] =>
  among.flatMap((operation) =>
    columnsWith(matrix, operation.operationId, ...cells).map((column) => ({ operation, column })),
  );

/** How one knocks at this door when nothing in particular is wanted. */
export function doorOf({ operationId, method }: Operation): Door {
  const query = lists[operationId]?.[0] ?? numbers[operationId];
  if (query) return { query };
  return doors[operationId] ?? (method === 'GET' ? {} : { body: () => ({}) });
}

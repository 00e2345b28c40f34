import type { Binary } from 'mongodb';
import { type Cell as Place, peopleAtLeast, shownCells } from '../analytics/suppression.js';
import type { Cell, SymptomCell, Topic, VitalCell } from './kept.types.js';

interface TreePlace extends Place {
  key: string;
}

interface Branch {
  path: string[];
  people: Set<string>;
  isLarge: boolean;
  size: number;
}

/**
 * Where a cell is in its tree, from the root down. Symptoms: the clinic's month, department, specialties, age band.
 * Vitals: the clinic's month, department, day. Every finding is in one cell, so that cells of one tree are disjoint,
 * and so are trees: whatever is shown or summed up of them is made of the same disjoint groups.
 */
export const pathOf: { [T in Topic]: (cell: T extends 'symptoms' ? SymptomCell : VitalCell) => string[] } = {
  symptoms: ({ month, symptom, departmentId, specialties, ageBand }) => [
    JSON.stringify([month, symptom]),
    String(departmentId),
    specialties,
    ageBand,
  ],
  vitals: ({ month, code, unit, name, departmentId, day }) => [
    JSON.stringify([month, code, unit, name]),
    String(departmentId),
    day,
  ],
};

/**
 * How many levels of each cell's path may be shown to those who do not see the people. Takes whole trees: with a cell
 * all cells of its root.
 */
export function shownLevels<C extends Cell>(
  cells: readonly C[],
  path: (cell: C) => string[],
): Map<string, number> {
  const branches = new Map<string, Branch>();
  const paths = cells.map((cell) => ({ cell, keys: grow(branches, cell, path(cell)) }));
  const places = [...branches].map(
    ([key, { path: where, people, isLarge, size }]): TreePlace => ({
      key,
      path: where,
      people: isLarge ? peopleAtLeast : people.size,
      size,
    }),
  );
  const shown = new Set(shownCells(places).map(({ key }) => key));
  return new Map(
    paths.map(({ cell, keys }) => [cell._id, keys.filter((key) => shown.has(key)).length] as const),
  );
}

/** Adds a cell to all branches it hangs on. @returns their keys, from the root down */
function grow(branches: Map<string, Branch>, cell: Cell, path: string[]): string[] {
  return path.map((_step, index) => {
    const where = path.slice(0, index + 1);
    const key = JSON.stringify(where);
    const branch = branches.get(key) ?? { path: where, people: new Set(), isLarge: false, size: 0 };
    branches.set(key, branch);
    branch.size += cell.observations;
    if (cell.isLarge) branch.isLarge = true;
    else if (!branch.isLarge) addPeople(branch.people, cell.people);
    return key;
  });
}

/** Exact as long as it matters: a set that was cut short was large enough already. */
function addPeople(people: Set<string>, more: readonly Binary[]): void {
  for (const person of more) {
    if (people.size >= peopleAtLeast) return;
    people.add(person.toString('hex'));
  }
}

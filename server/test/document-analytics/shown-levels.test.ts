import { expect } from 'chai';
import fc from 'fast-check';
import { UUID } from 'mongodb';
import { peopleAtLeast } from '../../src/analytics/suppression.js';
import type { SymptomCell } from '../../src/document-analytics/kept.types.js';
import { pathOf, shownLevels } from '../../src/document-analytics/shown-levels.js';

const departments = ['0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a01', '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a02'];
const person = (number: number): UUID =>
  new UUID(`0198f3a2-7c31-7b52-9d7e-${number.toString(16).padStart(12, '0')}`);

/** A small clinic's month of one symptom: few enough cells to try every sum and difference. */
const cells = fc
  .uniqueArray(
    fc.record({
      department: fc.constantFrom(...departments),
      specialties: fc.constantFrom('a', 'b'),
      ageBand: fc.constantFrom('0-17', '80+'),
      first: fc.integer({ min: 0, max: 20 }),
      people: fc.integer({ min: 1, max: 16 }),
    }),
    {
      minLength: 1,
      maxLength: 5,
      selector: ({ department, specialties, ageBand }) => department + specialties + ageBand,
    },
  )
  .map((each) =>
    each.map((wish, index): SymptomCell & { all: string[] } => {
      const all = Array.from({ length: wish.people }, (_none, place) => person(wish.first + place));
      return {
        _id: String(index),
        month: '2026-03',
        symptom: 'cough',
        departmentId: new UUID(wish.department),
        specialties: wish.specialties,
        ageBand: wish.ageBand,
        observations: wish.people,
        people: all.slice(0, peopleAtLeast),
        all: all.map(String),
      };
    }),
  );

/** The groups of cells that are shown as one number each, as sets of cells. */
function shownGroups(all: readonly SymptomCell[]): Set<string>[] {
  const levels = shownLevels(all, pathOf.symptoms);
  const groups = new Map<string, Set<string>>();
  for (const cell of all)
    for (let level = 1; level <= (levels.get(cell._id) ?? 0); level++) {
      const key = JSON.stringify(pathOf.symptoms(cell).slice(0, level));
      groups.set(key, (groups.get(key) ?? new Set()).add(cell._id));
    }
  return [...groups.values()];
}

/** Every group of cells whose number is a sum or difference of shown numbers. */
function* derivedGroups(all: readonly SymptomCell[], groups: readonly Set<string>[]): Generator<string[]> {
  const distinct = [...new Map(groups.map((group) => [[...group].sort().join(), group])).values()];
  for (let code = 1; code < 3 ** distinct.length; code++) {
    const weights = distinct.map((_group, index) => (Math.floor(code / 3 ** index) % 3) - 1);
    const found = all.map(({ _id }) =>
      distinct.reduce((sum, group, index) => sum + (group.has(_id) ? (weights[index] ?? 0) : 0), 0),
    );
    if (found.every((weight) => weight === 0 || weight === 1))
      yield all.flatMap(({ _id }, index) => (found[index] === 1 ? [_id] : []));
  }
}

describe('What is shown of cells', () => {
  it('leads to no group of one to ten people by any sum or difference', () => {
    fc.assert(
      fc.property(cells, (all) => {
        for (const group of derivedGroups(all, shownGroups(all))) {
          const people = new Set(all.filter(({ _id }) => group.includes(_id)).flatMap((cell) => cell.all));
          if (group.length > 0) expect(people.size).to.be.at.least(peopleAtLeast);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is everything where every group is large enough', () => {
    const large = departments.map(
      (department, index): SymptomCell => ({
        _id: String(index),
        month: '2026-03',
        symptom: 'cough',
        departmentId: new UUID(department),
        specialties: 'a',
        ageBand: '0-17',
        observations: 30,
        people: Array.from({ length: peopleAtLeast }, (_none, place) => person(place)),
      }),
    );
    expect([...shownLevels(large, pathOf.symptoms).values()]).to.deep.equal([4, 4]);
  });
});

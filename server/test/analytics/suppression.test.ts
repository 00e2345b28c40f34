import { expect } from 'chai';
import fc from 'fast-check';
import { type Cell, peopleAtLeast, shownCells } from '../../src/analytics/suppression.js';
import { RowSpace, subsetsOf } from './row-space.js';

/** A group of people at a leaf, or what is below. */
type Tree = { people: number; perPerson: number } | Tree[];

const group = fc.record({
  people: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 10, 11, 12, 40)),
  perPerson: fc.integer({ min: 1, max: 3 }),
});
const branch = (below: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc.oneof(
    { weight: 1, arbitrary: group },
    { weight: 4, arbitrary: fc.array(below, { minLength: 1, maxLength: 3 }) },
  );
/** Depth 1 to 4, with some roots beside each other. */
const trees: fc.Arbitrary<Tree[]> = fc.array(branch(branch(branch(group))), { minLength: 1, maxLength: 3 });
const leavesAtMost = 12;

interface Counted extends Cell {
  /** Which leaves it adds up. */
  leaves: number[];
}

/** All places of a tree as cells; the people of different leaves are different people. */
function cellsOf(forest: readonly Tree[]): { cells: Counted[]; people: number[] } {
  const people: number[] = [];
  const cells: Counted[] = [];
  const visit = (tree: Tree, path: string[]): { leaves: number[]; size: number } => {
    const below = Array.isArray(tree)
      ? tree.map((child, index) => visit(child, [...path, String(index)]))
      : [{ leaves: [people.push(tree.people) - 1], size: tree.people * tree.perPerson }];
    const leaves = below.flatMap((each) => each.leaves);
    const size = below.reduce((sum, each) => sum + each.size, 0);
    cells.push({ path, people: peopleIn(leaves, people), size, leaves });
    return { leaves, size };
  };
  for (const [index, tree] of forest.entries()) visit(tree, [String(index)]);
  return { cells, people };
}

const peopleIn = (leaves: readonly number[], people: readonly number[]): number =>
  leaves.reduce((sum, leaf) => sum + (people[leaf] ?? 0), 0);

const vectorOf = (leaves: readonly number[], length: number): number[] =>
  Array.from({ length }, (_, index) => (leaves.includes(index) ? 1 : 0));

/** A set of leaves with 1 to 10 people that adding and subtracting shown cells tells apart from all others. */
function isolated(shown: readonly Counted[], people: readonly number[]): number[] | null {
  const space = new RowSpace(shown.map(({ leaves }) => vectorOf(leaves, people.length)));
  for (const chosen of subsetsOf(people.length)) {
    const few = chosen.reduce((sum, isIn, leaf) => sum + isIn * (people[leaf] ?? 0), 0);
    if (few < peopleAtLeast && space.has(chosen)) return chosen;
  }
  return null;
}

const small = { numRuns: 300, seed: 11 };
const forests = trees.filter((forest) => cellsOf(forest).people.length <= leavesAtMost);

describe('Cells that are shown to those who do not see the people', () => {
  it('never isolate 1 to 10 people, whatever is added to and subtracted from each other', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const { cells, people } = cellsOf(forest);
        expect(isolated(shownCells(cells), people)).to.equal(null);
      }),
      small,
    );
  });

  it('would isolate some, were only the small ones left out', () => {
    const { cells, people } = cellsOf([
      [
        { people: 11, perPerson: 1 },
        { people: 3, perPerson: 1 },
      ],
    ]);
    expect(
      isolated(
        cells.filter((cell) => cell.people >= peopleAtLeast),
        people,
      ),
    ).to.deep.equal([0, 1]);
  });

  it('are about eleven people at least, and stand below shown cells only', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const shown = shownCells(cellsOf(forest).cells);
        const paths = new Set(shown.map(({ path }) => path.join('/')));
        for (const { path, people } of shown) {
          expect(people).to.be.at.least(11);
          expect(path.length === 1 || paths.has(path.slice(0, -1).join('/'))).to.equal(true);
        }
      }),
      small,
    );
  });

  it('are the same whether people are counted to the end or up to eleven, in any order', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const { cells } = cellsOf(forest);
        const namesOf = (some: readonly Cell[]) =>
          shownCells(some)
            .map(({ path }) => path.join('/'))
            .sort();
        const capped = cells.map((cell) => ({ ...cell, people: Math.min(cell.people, 11) }));
        expect(namesOf(capped.toReversed())).to.deep.equal(namesOf(cells));
      }),
      small,
    );
  });

  it('are all of them where all are about eleven people, and never fewer than the rule asks for', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const { cells } = cellsOf(forest);
        const shown = new Set(shownCells(cells));
        const parentOf = ({ path }: Cell) =>
          cells.find((cell) => cell.path.join('/') === path.slice(0, -1).join('/'));
        for (const cell of cells.filter((each) => !shown.has(each))) {
          const siblings = cells.filter(
            (each) =>
              each !== cell && parentOf(each) === parentOf(cell) && each.path.length === cell.path.length,
          );
          const isBelowHidden = cell.path.length > 1 && !shown.has(parentOf(cell) as Counted);
          const coversForSmaller =
            siblings.some(({ people }) => people < 11) &&
            siblings.every(({ people, size }) => people < 11 || size >= cell.size);
          expect(cell.people < 11 || isBelowHidden || (cell.path.length > 1 && coversForSmaller)).to.equal(
            true,
          );
        }
      }),
      small,
    );
  });

  it('withhold with a small one only what can hide all of it, and all where nothing can', () => {
    const cell = (path: string[], people: number, size: number, canHide = true) => ({
      path,
      people,
      size,
      canHide,
    });
    const small = cell(['all', 'small'], 5, 5);
    const [one, other] = [cell(['all', 'one'], 11, 11, false), cell(['all', 'other'], 30, 30)];
    const all = cell(['all'], 40, 46);
    expect(shownCells([all, small, one, other])).to.deep.equal([all, one]);
    expect(shownCells([all, small, one, { ...other, canHide: false }])).to.deep.equal([all]);
  });
});

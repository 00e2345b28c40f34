/** Numbers about fewer people than this are not for those who do not see the people. */
export const peopleAtLeast = 11;

/** A number about people, as a place in a tree: the children of a place share out exactly what their parent counts. */
export interface Cell {
  /** From the root down, e.g. [topic, department, doctor]. */
  readonly path: readonly string[];
  /** How many different people it is about; exact below `peopleAtLeast`, any greater number above. */
  readonly people: number;
  /** How much there is to lose by withholding it. */
  readonly size: number;
  /** False where it has nothing of some sort that is told apart, and so cannot hide a small sibling's share of it. */
  readonly canHide?: boolean;
}

/**
 * The cells that may be shown to those who do not see the people: none is about 1 to 10 of them, nor is what remains
 * when shown cells are taken from each other. Where a child is too small, its smallest sibling that can hide it is
 * withheld too, all of them where none can, and so is all below a withheld one. What is shown can then be added and subtracted at will: every result is a
 * sum of disjoint groups, each a shown cell without shown children or all that a shown parent withholds, and each of
 * those has enough people.
 */
export function shownCells<C extends Cell>(cells: readonly C[]): C[] {
  const children = new Map<string, C[]>();
  for (const cell of cells) {
    const parent = keyOf(cell.path.slice(0, -1));
    const siblings = children.get(parent);
    if (siblings) siblings.push(cell);
    else children.set(parent, [cell]);
  }
  const shown: C[] = [];
  const showChildren = (parent: string, isRoot: boolean): void => {
    for (const cell of shownSiblings(children.get(parent) ?? [], isRoot)) {
      shown.push(cell);
      showChildren(keyOf(cell.path), false);
    }
  };
  showChildren(keyOf([]), true);
  return shown;
}

/** Roots have no parent that they could be subtracted from. */
function shownSiblings<C extends Cell>(siblings: readonly C[], areRoots: boolean): C[] {
  const large = siblings.filter(({ people }) => people >= peopleAtLeast);
  if (areRoots || large.length === siblings.length) return large;
  const [smallest] = large
    .filter(({ canHide = true }) => canHide)
    .toSorted((a, b) => a.size - b.size || compare(keyOf(a.path), keyOf(b.path)));
  return smallest ? large.filter((cell) => cell !== smallest) : [];
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

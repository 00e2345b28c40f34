/** What can be made of some sums by adding and subtracting them, each as often as one likes: exact, over the rationals. */
export class RowSpace {
  /** Rows in echelon form, by the column of their first value. */
  readonly #byPivot = new Map<number, number[]>();

  constructor(rows: readonly (readonly number[])[]) {
    for (const row of rows) {
      const left = this.#reduced(row);
      const pivot = left.findIndex((value) => value !== 0);
      if (pivot >= 0) this.#byPivot.set(pivot, left);
    }
  }

  has(row: readonly number[]): boolean {
    return this.#reduced(row).every((value) => value === 0);
  }

  /** What of a row is left when rows of this space are taken from it, whole numbers throughout. */
  #reduced(row: readonly number[]): number[] {
    let left = [...row];
    for (let column = 0; column < left.length; column++) {
      const pivotRow = this.#byPivot.get(column);
      const value = left[column] ?? 0;
      if (!pivotRow || value === 0) continue;
      const pivot = pivotRow[column] ?? 0;
      left = left.map((each, index) => each * pivot - (pivotRow[index] ?? 0) * value);
      const divisor = left.reduce(greatestCommonDivisor, 0);
      if (!Number.isSafeInteger(divisor)) throw new Error('The numbers became too large to be exact.');
      if (divisor > 1) left = left.map((each) => each / divisor);
    }
    return left;
  }
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);

/** Every non-empty set of so many things, as ones and zeros. */
export function* subsetsOf(howMany: number): Generator<number[]> {
  for (let bits = 1; bits < 2 ** howMany; bits++)
    yield Array.from({ length: howMany }, (_, index) => (bits >> index) & 1);
}

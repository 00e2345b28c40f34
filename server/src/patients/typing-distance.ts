/** Rows of the table of distances: the last but two, the last and the present one, used again and again. */
let beforeLast = new Uint16Array(64);
let last = new Uint16Array(64);
let current = new Uint16Array(64);

/**
 * Damerau–Levenshtein distance (optimal string alignment): letters inserted, left out, mistaken, or two neighbours
 * swapped. Damerau 1964, "A technique for computer detection and correction of spelling errors".
 */
export function typingDistance(a: string, b: string): number {
  growTo(b.length + 1);
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const sign = a.charCodeAt(row - 1);
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = sign === b.charCodeAt(column - 1);
      let distance = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (isSame ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        sign === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      )
        distance = Math.min(distance, beforeLast[column - 2]! + 1);
      current[column] = distance;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length]!;
}

function growTo(length: number): void {
  if (last.length >= length) return;
  beforeLast = new Uint16Array(length);
  last = new Uint16Array(length);
  current = new Uint16Array(length);
}

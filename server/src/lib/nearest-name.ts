/** Further from it than this, a name is another name and no slip of the hand. */
const slipsAtMost = 2;

/** Which of the known names was probably meant: the same but for case and separators, or a slip or two away. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const plain = plainOf(name);
  const nearest = known
    .map((other) => ({ other, slips: slipsBetween(plain, plainOf(other)) }))
    .sort((a, b) => a.slips - b.slips)[0];
  // In a short name, two slips are half of it.
  const most = Math.min(slipsAtMost, Math.floor(plain.length / 3));
  return nearest !== undefined && nearest.slips <= most ? nearest.other : null;
}

const plainOf = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, '');

/** Characters to put in, leave out or change (Levenshtein); two that changed places count as two. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_none, index) => index);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= b.length; index++) {
      const changed = (row[index - 1] ?? 0) + (b[index - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

import type { Broken } from '../kernel/proof.js';
import { type Attempt, told } from '../rig/attempts.js';

/** All breaches of one kind as one entry: how many there are, and the shortest history among them. */
export function shortest(what: string, histories: readonly (readonly string[])[]): Broken[] {
  const [first, ...rest] = histories.toSorted((one, other) => one.length - other.length);
  if (!first) return [];
  return [{ what: rest.length === 0 ? what : `${what} (${histories.length} times)`, history: first }];
}

/** The lines of these requests in the order in which they were sent, each once; repetitions to no avail are counted. */
export function linesOf(attempts: readonly Attempt[]): string[] {
  const inOrder = [...new Set(attempts)].toSorted((one, other) => one.sentAtMs - other.sentAtMs);
  const lines: string[] = [];
  const inVain = new Map<string, number>();
  for (const attempt of inOrder) {
    const { key, status, code, to } = attempt;
    const kind = `${key} ${status} ${code} ${to}`;
    const count = inVain.get(kind) ?? 0;
    const isInVain = key !== null && (status === 0 || status >= 500);
    if (isInVain) inVain.set(kind, count + 1);
    if (!isInVain || count === 0) lines.push(told(attempt));
  }
  const repeated = [...inVain.values()].reduce((sum, count) => sum + count - 1, 0);
  return repeated === 0
    ? lines
    : [...lines, `(and ${repeated} repetitions that were answered in the same way)`];
}

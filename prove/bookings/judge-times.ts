import { linesOf, shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';
import { historyOf, isOverlapping, type Stay, takesTime } from './stays.js';
import type { StoredVisit } from './stored-visits.js';

/** No two visits that surely stood at one moment share time of a doctor or of a patient. */
export function judgeOverlapsTold(lives: ReadonlyMap<string, readonly Stay[]>): Broken[] {
  const stays = [...lives.values()].flat().filter(takesTime);
  return (['doctor', 'patient'] as const).flatMap((person) => {
    const pairs = overlapping(stays, ({ visit }) => visit[`${person}Id`]).filter(
      ([one, other]) =>
        one.visit.id !== other.visit.id &&
        Math.max(one.surelyFromMs, other.surelyFromMs) < Math.min(one.surelyUntilMs, other.surelyUntilMs),
    );
    const histories = pairs.map(([one, other]) => {
      const visits = [one, other].map(({ visit }) => lives.get(visit.id) ?? []);
      return linesOf(historyOf(...visits));
    });
    return shortest(`two acknowledged visits of one ${person} overlapped`, histories);
  });
}

/** No two visits in the store share time of a doctor or of a patient. */
export function judgeOverlapsStored(
  rows: readonly StoredVisit[],
  lives: ReadonlyMap<string, readonly Stay[]>,
): Broken[] {
  const taking = rows.filter(({ state }) => state !== 'cancelled' && state !== 'expired');
  return (['doctor', 'patient'] as const).flatMap((person) => {
    const histories = overlapping(taking, (row) => row[`${person}Id`]).map(([one, other]) => [
      ...[one, other].map(({ id, state, startMs, endMs }) => `${id} is ${state} ${spanOf(startMs, endMs)}`),
      ...linesOf(historyOf(lives.get(one.id) ?? [], lives.get(other.id) ?? [])),
    ]);
    return shortest(`two stored visits of one ${person} overlap`, histories);
  });
}

/** The pairs of one person's that share time. */
function overlapping<T extends { startMs: number; endMs: number }>(
  items: readonly T[],
  personOf: (item: T) => string,
): [T, T][] {
  const pairs: [T, T][] = [];
  for (const hers of Map.groupBy(items, personOf).values()) {
    const inOrder = hers.toSorted((one, other) => one.startMs - other.startMs);
    for (const [index, one] of inOrder.entries())
      for (let next = index + 1; next < inOrder.length; next++) {
        const other = inOrder[next];
        if (!other || !isOverlapping(one, other)) break;
        pairs.push([one, other]);
      }
  }
  return pairs;
}

const spanOf = (startMs: number, endMs: number): string =>
  `from ${new Date(startMs).toISOString()} until ${new Date(endMs).toISOString()}`;

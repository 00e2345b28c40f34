import { shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';

/** One effect of one event: the so-many-th of its subject, from 1. */
export interface Effect {
  readonly subject: string;
  readonly number: number;
}

/** Who took events, and what came of it in the order in which it did. */
export interface Consumer {
  readonly name: string;
  readonly effects: readonly Effect[];
  /** Its effects are in MySQL: exactly once. Elsewhere one may come again, until it is known that it came. */
  readonly isInside: boolean;
}

/** @param events how many each subject had */
export function judgeDeliveries(events: ReadonlyMap<string, number>, consumer: Consumer): Broken[] {
  const bySubject = Map.groupBy(consumer.effects, ({ subject }) => subject);
  const lost: string[][] = [];
  const early: string[][] = [];
  const again: string[][] = [];
  for (const subject of new Set([...events.keys(), ...bySubject.keys()])) {
    const numbers = (bySubject.get(subject) ?? []).map(({ number }) => number);
    const history = [`${subject} had ${events.get(subject) ?? 0} events`, `came: ${numbers.join(' ')}`];
    const count = events.get(subject) ?? 0;
    if (count !== new Set(numbers).size) lost.push(history);
    if (numbers.some((number, index) => number > Math.max(0, ...numbers.slice(0, index)) + 1))
      early.push(history);
    const mayRepeat = (before: number | undefined, number: number) => !consumer.isInside && before === number;
    const isAgain = (number: number, index: number) =>
      numbers.indexOf(number) < index && !mayRepeat(numbers[index - 1], number);
    if (numbers.some(isAgain)) again.push(history);
  }
  return [
    ...shortest(`${consumer.name} did not get each event, and no others`, lost),
    ...shortest(`${consumer.name} got an event before an earlier one of its subject`, early),
    ...shortest(`${consumer.name} got an event again that was marked as delivered`, again),
  ];
}

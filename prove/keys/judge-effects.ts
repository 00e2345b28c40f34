import { isDeepStrictEqual } from 'node:util';
import { answerOf } from '../clients/errands.js';
import { linesOf, shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';
import type { Attempt } from '../rig/attempts.js';
import type { Told } from './lives.js';
import type { Thrice } from './thrice.js';

/** Each write has one event, and there are no others. */
export function judgeEffects(sent: readonly Thrice[], found: ReadonlyMap<string, number>): Broken[] {
  const bySubject = new Map<string, Thrice[]>();
  for (const thrice of sent)
    for (const effect of new Set(effectsOf(thrice)))
      bySubject.set(effect, [...(bySubject.get(effect) ?? []), thrice]);
  const missing = [...bySubject].filter(([effect, writes]) => (found.get(effect) ?? 0) < writes.length);
  const extra = [...found].filter(([effect, count]) => count > (bySubject.get(effect)?.length ?? 0));
  const doubled = sent.filter((thrice) => new Set(effectsOf(thrice)).size > 1);
  const history = (effect: string): string[] => [
    `${effect}: ${found.get(effect) ?? 0} events for ${bySubject.get(effect)?.length ?? 0} acknowledged writes`,
    ...(bySubject.get(effect) ?? []).flatMap((thrice) => linesOf(requestsOf(thrice))),
  ];
  return [
    ...shortest(
      'one key had effects on several things',
      doubled.map((thrice) => [...linesOf(requestsOf(thrice)), ...effectsOf(thrice)]),
    ),
    ...shortest(
      'an acknowledged write has no effect',
      missing.map(([effect]) => history(effect)),
    ),
    ...shortest(
      'there are more effects than acknowledged writes',
      extra.map(([effect]) => history(effect)),
    ),
  ];
}

/** All copies of a write are answered with success, and equally. */
export function judgeAnswersEqual(sent: readonly Thrice[]): Broken[] {
  const unequal = sent.filter(({ errands }) => {
    const [first, ...others] = errands.map(({ outcome }) => factsOf(outcome));
    return others.some((other) => !isDeepStrictEqual(first, other));
  });
  const refused = sent.filter(({ errands }) =>
    errands.every(({ outcome }) => outcome !== null && outcome.status >= 300),
  );
  const histories = (writes: readonly Thrice[]) => writes.map((thrice) => linesOf(requestsOf(thrice)));
  return [
    ...shortest('the copies of one write were answered differently', histories(unequal)),
    ...shortest('a write that nothing stood in the way of was refused', histories(refused)),
  ];
}

const effectsOf = ({ write, errands }: Thrice): string[] =>
  errands.flatMap((errand) => {
    const isDone = errand.outcome !== null && errand.outcome.status < 300;
    return isDone ? [`${write.event} ${write.subjectId ?? answerOf<Told>(errand)?.id}`] : [];
  });

/** Of a refusal what does not differ by request. */
const factsOf = (outcome: Attempt | null): unknown => ({
  status: outcome?.status,
  said: outcome !== null && outcome.status < 300 ? outcome.answer : outcome?.code,
});

const requestsOf = ({ errands }: Thrice): Attempt[] => errands.flatMap(({ requests }) => requests);

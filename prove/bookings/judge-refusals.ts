import { answerOf, type Errand } from '../clients/errands.js';
import { linesOf, shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';
import type { Attempt } from '../rig/attempts.js';
import { askedAtMs, clockToleranceMs, historyOf, isOverlapping, type Stay, takesTime } from './stays.js';

type Lives = ReadonlyMap<string, readonly Stay[]>;

/** What somebody wanted and did not get. */
interface Wish {
  readonly refusal: Attempt;
  readonly doctorId: string;
  readonly patientId: string;
  readonly startMs: number;
  readonly endMs: number;
  /** The visit that was to be moved: its own time never stands in its way. */
  readonly visitId: string | null;
}

/** Every `slot_taken` had a visit in its way that may have stood while the refusal was made. */
export function judgeSlotTaken(errands: readonly Errand[], lives: Lives): Broken[] {
  const wishes = errands.flatMap((errand) =>
    codeOf(errand) === 'slot_taken' ? wishesOf(errand, lives) : [],
  );
  const stays = [...lives.values()].flat().filter(takesTime);
  const [ofDoctor, ofPatient] = (['doctorId', 'patientId'] as const).map((whose) =>
    Map.groupBy(stays, ({ visit }) => visit[whose]),
  );
  const around = (wish: Wish): Stay[] =>
    [...(ofDoctor?.get(wish.doctorId) ?? []), ...(ofPatient?.get(wish.patientId) ?? [])].filter(
      (stay) => stay.visit.id !== wish.visitId && isOverlapping(stay, wish),
    );
  const causeless = wishes.filter((wish) => !around(wish).some((stay) => stoodDuring(stay, wish.refusal)));
  const histories = causeless.map((wish) => {
    const before = around(wish).filter(({ maybeFromMs }) => maybeFromMs <= wish.refusal.answeredAtMs);
    const [last] = before.toSorted((one, other) => other.maybeUntilMs - one.maybeUntilMs);
    const life = last ? (lives.get(last.visit.id) ?? []) : [];
    return linesOf([...historyOf(life), wish.refusal]);
  });
  return shortest('a time was refused as taken that nobody can have had', histories);
}

const stoodDuring = (stay: Stay, { sentAtMs, answeredAtMs }: Attempt): boolean =>
  stay.maybeFromMs <= answeredAtMs && sentAtMs <= stay.maybeUntilMs;

const codeOf = ({ outcome }: Errand): string => outcome?.code ?? '';

/** None when the visit to be moved is unknown, which its own client would have had to invent. */
function wishesOf({ wanted, outcome }: Errand, lives: Lives): Wish[] {
  const visitId = visitIn(wanted.path);
  const [first] = lives.get(visitId ?? '') ?? [];
  const whose = { ...first?.visit, ...wanted.body } as { doctorId?: string; patientId?: string };
  const { startsAt, durationMinutes } = wanted.body as { startsAt: string; durationMinutes: number };
  if (!outcome || !whose.doctorId || !whose.patientId) return [];
  const startMs = Date.parse(startsAt);
  const span = { startMs, endMs: startMs + durationMinutes * 60_000 };
  return [{ refusal: outcome, doctorId: whose.doctorId, patientId: whose.patientId, ...span, visitId }];
}

const visitIn = (path: string): string | null => /^\/appointments\/([0-9a-f-]{36})\//.exec(path)?.[1] ?? null;

/** Holds last as long as was said, and no longer; a wrong step is refused because of a state that the visit had. */
export function judgeStates(errands: readonly Errand[], lives: Lives): Broken[] {
  const early: string[][] = [];
  const late: string[][] = [];
  const wrong: string[][] = [];
  for (const errand of errands) {
    const { wanted, outcome } = errand;
    const visitId = visitIn(wanted.path);
    const life = visitId === null ? [] : (lives.get(visitId) ?? []);
    if (!outcome || life.length === 0) continue;
    const lines = () => linesOf([...historyOf(life), ...errand.requests]);
    const hold = life.find(({ visit }) => visit.state === 'held');
    const expiresAtMs = hold?.expiresAtMs ?? Number.POSITIVE_INFINITY;
    if (outcome.code === 'hold_expired' && outcome.answeredAtMs < expiresAtMs - clockToleranceMs)
      early.push(lines());
    const isKept = answerOf(errand) !== null && wanted.path.endsWith('/confirm') && wasHeld(life, errand);
    if (isKept && askedAtMs(errand) > expiresAtMs + clockToleranceMs) late.push(lines());
    if (outcome.code === 'invalid_transition' && !couldBeRefused(outcome, life)) wrong.push(lines());
  }
  return [
    ...shortest('a hold was called expired before its time', early),
    ...shortest('a hold was confirmed after it had run out', late),
    ...shortest('a step was refused because of a state that the visit cannot have had', wrong),
  ];
}

const wasHeld = (life: readonly Stay[], confirmed: Errand): boolean => {
  const index = life.findIndex(({ errand }) => errand === confirmed);
  return life[index - 1]?.visit.state === 'held';
};

/** A hold that has run out is `held` or `expired`, depending on who looked. */
function couldBeRefused(refusal: Attempt, life: readonly Stay[]): boolean {
  const { state } = refusal.answer as { state: string };
  return life.some((stay, index) => {
    const isLast = index === life.length - 1;
    const hasExpired = stay.expiresAtMs <= refusal.answeredAtMs;
    if (state === 'expired') return isLast && hasExpired;
    const stood =
      isLast && hasExpired ? stay.maybeFromMs <= refusal.answeredAtMs : stoodDuring(stay, refusal);
    return stay.visit.state === state && stood;
  });
}

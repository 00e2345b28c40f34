import { shortest } from '../clients/shortest.js';
import { isDone } from '../front-desk/kept.js';
import type { Broken, Span } from '../kernel/proof.js';
import { type Attempt, told } from '../rig/attempts.js';
import type { Askers } from './askers.js';

const promised = { refusesWithinMs: 2_000, recoversWithinMs: 5_000 };

/** How quick everybody must be. */
export interface Limits {
  readonly refusesWithinMs: number;
  readonly recoversWithinMs: number;
}

export const limitsFor = (slowness: number): Limits => ({
  refusesWithinMs: promised.refusesWithinMs * slowness,
  recoversWithinMs: promised.recoversWithinMs * slowness,
});

/** What was broken while MySQL was away once, by what the clients saw. */
export function judgeRound(
  fault: string,
  { fromMs, untilMs }: Span,
  askers: Askers,
  repeated: readonly Attempt[],
  { refusesWithinMs, recoversWithinMs }: Limits,
): { broken: Broken[]; slowestRefusalMs: number } {
  const { sent } = askers;
  const meanwhile = sent.filter((one) => one.sentAtMs > fromMs && one.answeredAtMs < untilMs);
  const afterwards = sent.filter((one) => one.sentAtMs > untilMs + recoversWithinMs);
  const lines = (some: readonly Attempt[]) => some.map((one) => [`${fault}: ${toldOf(one)}`]);
  const breaches = {
    'without MySQL an answer took more than 2 s': sent.filter((one) => tookMs(one) > refusesWithinMs),
    'without MySQL a refusal was no 503 with Retry-After': meanwhile.filter(
      (one) => !isRefusal(one) && !isDone(one),
    ),
    'with MySQL back for 5 s a request failed': afterwards.filter((one) => !isDone(one)),
    'a booking that had failed was not made when it was repeated': repeated.filter((one) => !isDone(one)),
    'with MySQL back for 5 s a process had not booked': askers.haveAllBookedSince(untilMs)
      ? []
      : sent.slice(-1),
  };
  return {
    broken: Object.entries(breaches).flatMap(([what, some]) => shortest(what, lines(some))),
    slowestRefusalMs: Math.round(Math.max(0, ...sent.filter(isRefusal).map(tookMs))),
  };
}

const toldOf = (attempt: Attempt): string => `${attempt.to} ${told(attempt)}`;

const isRefusal = ({ status, headers }: Attempt): boolean =>
  status === 503 && headers?.get('retry-after') != null;

const tookMs = ({ sentAtMs, answeredAtMs }: Attempt): number => answeredAtMs - sentAtMs;

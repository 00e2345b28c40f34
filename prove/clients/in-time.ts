import type { Broken, Span } from '../kernel/proof.js';
import type { Attempt } from '../rig/attempts.js';
import type { Rig } from '../rig/rig.js';
import type { Errand } from './errands.js';
import { linesOf, shortest } from './shortest.js';

const promisedMs = 10_000;

/** Answers that a client may get at any time; the judges look whether the refusals among them had a cause. */
const foreseen = (statuses: readonly string[], { status, code }: Attempt): boolean =>
  status < 300 || status === 503 || code === 'request_in_flight' || statuses.includes(`${status} ${code}`);

/**
 * Whether everybody was answered, in time, and with something foreseen. A process that is paused cannot answer: what
 * was sent to it meanwhile counts from the end of its pause. One that is killed answers nothing.
 * @param refusals the refusals that can be right, such as `409 slot_taken`
 */
export function judgeAnswers(
  rig: Rig,
  errands: readonly Errand[],
  spans: readonly Span[],
  refusals: readonly string[],
): Broken[] {
  const answersWithinMs = promisedMs * rig.slowness;
  const requests = errands.flatMap((errand) => errand.requests);
  const during = (attempt: Attempt, what: 'killed' | 'paused'): Span | undefined => {
    const name = `api ${rig.apis.findIndex(({ baseUrl }) => baseUrl === attempt.to)} ${what}`;
    const isOn = (span: Span) => span.fromMs <= attempt.answeredAtMs && attempt.sentAtMs <= span.untilMs;
    return spans.findLast((span) => span.name === name && isOn(span));
  };
  const tookMs = (attempt: Attempt): number =>
    attempt.answeredAtMs - Math.max(attempt.sentAtMs, during(attempt, 'paused')?.untilMs ?? 0);
  const lost = requests.filter((attempt) => attempt.status === 0 && !during(attempt, 'killed'));
  const slow = requests.filter((attempt) => attempt.status !== 0 && tookMs(attempt) > answersWithinMs);
  const odd = requests.filter((attempt) => attempt.status !== 0 && !foreseen(refusals, attempt));
  const open = errands.filter(({ outcome }) => outcome === null);
  const each = (attempts: readonly Attempt[]) => attempts.map((attempt) => linesOf([attempt]));
  return [
    ...shortest('a request got no answer though its process was alive', each(lost)),
    ...shortest(
      `a request was answered after more than ${(answersWithinMs / 1_000).toFixed(1)} s`,
      each(slow),
    ),
    ...shortest('an answer was neither success nor a refusal that can be right', each(odd)),
    ...shortest(
      'a client never learned what came of its request',
      open.map((errand) => linesOf(errand.requests)),
    ),
  ];
}

/** The longest that anybody waited for an answer, pauses of the asked process included. */
export const slowestMs = (attempts: readonly Attempt[]): number =>
  Math.round(
    attempts.reduce((most, { status, answeredAtMs, sentAtMs }) => {
      return status === 0 ? most : Math.max(most, answeredAtMs - sentAtMs);
    }, 0),
  );

/** How many answers of each kind, the most frequent first, such as `201: 812, 409 slot_taken: 344`. */
export function tallied(attempts: readonly Attempt[]): string {
  const counts = new Map<string, number>();
  for (const { status, code } of attempts) {
    const kind = `${status} ${code}`.trim();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  return sorted.map(([kind, count]) => `${kind}: ${count}`).join(', ');
}

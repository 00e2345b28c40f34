import type { Appointment } from '../../server/src/appointments/appointments.types.js';
import { answerOf, type Errand } from '../clients/errands.js';

/** The clients', the servers' and MySQL's clock are one machine's; it may be adjusted a little meanwhile. */
export const clockToleranceMs = 50;

/**
 * A visit as it stood between two changes, as far as the clients' log can tell. A change happens between the moment
 * when it was first asked for and the moment when it was acknowledged; times are milliseconds since the run began.
 */
export interface Stay {
  readonly visit: Appointment;
  /** What brought it about. */
  readonly errand: Errand;
  readonly startMs: number;
  readonly endMs: number;
  readonly maybeFromMs: number;
  readonly surelyFromMs: number;
  readonly surelyUntilMs: number;
  readonly maybeUntilMs: number;
  /** When a hold runs out; infinite for anything else. */
  readonly expiresAtMs: number;
}

/** Every acknowledged version of every visit, by visit, oldest first. @param beganAtMs the run's beginning, in the epoch's milliseconds */
export function staysOf(errands: readonly Errand[], beganAtMs: number): Map<string, Stay[]> {
  const told = new Map<string, { visit: Appointment; errand: Errand }[]>();
  for (const errand of errands) {
    const visit = answerOf<Appointment>(errand);
    if (visit) told.set(visit.id, [...(told.get(visit.id) ?? []), { visit, errand }]);
  }
  return new Map(
    [...told].map(([id, versions]) => {
      const inOrder = versions.toSorted((one, other) => one.visit.version - other.visit.version);
      return [
        id,
        inOrder.map(({ visit, errand }, index) =>
          stayOf(visit, errand, inOrder[index + 1]?.errand, beganAtMs),
        ),
      ];
    }),
  );
}

function stayOf(visit: Appointment, errand: Errand, next: Errand | undefined, beganAtMs: number): Stay {
  const { state, holdExpiresAt } = visit;
  const isHeld = state === 'held' && holdExpiresAt !== null;
  const expiresAtMs = isHeld ? Date.parse(holdExpiresAt) - beganAtMs : Number.POSITIVE_INFINITY;
  return {
    ...{ visit, errand, expiresAtMs },
    startMs: Date.parse(visit.startsAt),
    endMs: Date.parse(visit.endsAt),
    maybeFromMs: askedAtMs(errand),
    surelyFromMs: toldAtMs(errand),
    surelyUntilMs: Math.min(
      next ? askedAtMs(next) : Number.POSITIVE_INFINITY,
      expiresAtMs - clockToleranceMs,
    ),
    maybeUntilMs: next ? toldAtMs(next) : expiresAtMs + clockToleranceMs,
  };
}

export const askedAtMs = ({ requests }: Errand): number => requests[0]?.sentAtMs ?? Number.POSITIVE_INFINITY;

const toldAtMs = ({ outcome }: Errand): number => outcome?.answeredAtMs ?? Number.POSITIVE_INFINITY;

/** Whether nobody else can have its time. */
export const takesTime = ({ visit: { state } }: Stay): boolean =>
  state !== 'cancelled' && state !== 'expired';

export const isOverlapping = (
  one: { startMs: number; endMs: number },
  other: { startMs: number; endMs: number },
): boolean => one.startMs < other.endMs && other.startMs < one.endMs;

/** What happened to these visits. */
export const historyOf = (...visits: readonly (readonly Stay[])[]): Errand['requests'] =>
  visits.flat().flatMap(({ errand }) => errand.requests);

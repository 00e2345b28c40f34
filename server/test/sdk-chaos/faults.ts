import type { Dice } from '../analytics/random-past.js';

/** What the network, or a proxy in it, does to one attempt of a call. */
export type Fault =
  /** The connection breaks: before the server hears of it, while it is at work, or after it has committed. */
  | { kind: 'drop'; when: 'before' | 'during' | 'after' }
  /** An answer that is not the server's own. A gateway may give up on a request that the server is carrying out. */
  | {
      kind: 'refuse';
      status: 429 | 502 | 503 | 504;
      body: 'problem' | 'page';
      retryAfter: '0' | null;
      isForwarded: boolean;
    }
  /** No answer, ever. */
  | { kind: 'hang'; isForwarded: boolean }
  /** The reply ends too early: against its announced length, or at the end of a connection that announced none. */
  | { kind: 'cut'; announces: 'length' | 'nothing'; keptShare: 0 | 0.5 | 0.95 };

export const nameOf = (fault: Fault): string => {
  if (fault.kind === 'drop') return `dropped ${fault.when} the server's work`;
  if (fault.kind === 'hang') return fault.isForwarded ? 'carried out, never answered' : 'never answered';
  if (fault.kind === 'cut') return `reply cut at ${fault.keptShare} of it, ${fault.announces} announced`;
  const wait = fault.retryAfter === null ? '' : ` with Retry-After: ${fault.retryAfter}`;
  return `${fault.status} as a ${fault.body}${wait}${fault.isForwarded ? ', though carried out' : ''}`;
};

/** The SDK repeats a call three times unless it is told otherwise. */
export const retries = 3;

/**
 * The faults of one call, first attempt first. As many as the retries survive; where one of them is waited out, one
 * fewer, because the short time limit that the waiting needs may also end an attempt that was only slow.
 */
export function faultsOf(dice: Dice): Fault[] {
  const faults: Fault[] = [];
  while (faults.length < retries && dice.below(5) < 3) faults.push(...misfortune(dice));
  const isWaitedOut = faults.some(({ kind }) => kind === 'hang');
  return faults.slice(0, isWaitedOut ? retries - 1 : retries);
}

function misfortune(dice: Dice): Fault[] {
  const isForwarded = dice.below(2) === 0;
  switch (dice.below(10)) {
    case 0:
    case 1:
      return [{ kind: 'drop', when: 'after' }];
    case 2:
      return [{ kind: 'drop', when: 'before' }];
    case 3:
      return [{ kind: 'drop', when: 'during' }];
    case 4:
      return [{ kind: 'hang', isForwarded }];
    case 5:
    case 6: {
      const announces = dice.oneOf(['length', 'nothing'] as const);
      return [{ kind: 'cut', announces, keptShare: dice.oneOf([0, 0.5, 0.95] as const) }];
    }
    case 7:
      return [{ ...refusal(dice, 429), isForwarded: false }];
    case 8:
      return [{ ...refusal(dice, dice.oneOf([502, 504] as const)), isForwarded }];
    default: {
      const twice: Fault = { ...refusal(dice, 503), isForwarded: false };
      return [twice, twice];
    }
  }
}

const refusal = <Status extends 429 | 502 | 503 | 504>(dice: Dice, status: Status) =>
  ({
    kind: 'refuse',
    status,
    body: dice.oneOf(['problem', 'page'] as const),
    retryAfter: dice.oneOf(['0', null] as const),
  }) as const;

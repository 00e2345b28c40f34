import { setTimeout as pause } from 'node:timers/promises';
import type { Trial } from '../kernel/proof.js';
import type { Errands } from './errands.js';

export type Clients = (isOver: (begun: number) => boolean) => Promise<void>;

/** Resolves when clients have begun this share of what they must, or when none goes on. */
export type Pace = (share: number) => Promise<void>;

const lookedAtEveryMs = 50;

/**
 * Lets clients go on while things break, and then until they have begun enough. It ends early when it was interrupted,
 * when things could not be broken or mended, and when somebody was never answered: the others would not be either.
 * @param breakThings spreads its faults over the clients' work by `pace`: a slow machine would see them all at its beginning
 */
export async function storm<T>(
  { signal }: Trial,
  errands: Errands,
  clients: Clients,
  atLeast: number,
  breakThings: (pace: Pace) => Promise<T>,
): Promise<T> {
  let enough = Number.POSITIVE_INFINITY;
  let begunByNow = 0;
  let isOver = false;
  const running = clients((begun) => {
    begunByNow = begun;
    isOver = signal.aborted || errands.hasGivenUp || begun >= enough;
    return isOver;
  });
  running.catch(() => {
    isOver = true; // it is awaited below, when things are mended
  });
  const pace: Pace = async (share) => {
    while (!isOver && begunByNow < share * atLeast) await pause(lookedAtEveryMs);
  };
  try {
    const result = await breakThings(pace);
    enough = atLeast;
    await running;
    return result;
  } catch (error) {
    enough = 0;
    await running;
    throw error;
  }
}

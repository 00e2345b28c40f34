import type { Trial } from '../kernel/proof.js';
import type { Errands } from './errands.js';

export type Clients = (isOver: (begun: number) => boolean) => Promise<void>;

/**
 * Lets clients go on while things break, and then until they have begun enough. It ends early when it was interrupted,
 * when things could not be broken or mended, and when somebody was never answered: the others would not be either.
 */
export async function storm<T>(
  { signal }: Trial,
  errands: Errands,
  clients: Clients,
  atLeast: number,
  breakThings: () => Promise<T>,
): Promise<T> {
  let enough = Number.POSITIVE_INFINITY;
  const running = clients((begun) => signal.aborted || errands.hasGivenUp || begun >= enough);
  running.catch(() => {}); // it is awaited below, when things are mended
  try {
    const result = await breakThings();
    enough = atLeast;
    await running;
    return result;
  } catch (error) {
    enough = 0;
    await running;
    throw error;
  }
}

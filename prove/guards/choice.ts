import { Draws } from '../../server/src/generate/draws.js';
import type { Broken } from '../kernel/proof.js';
import type { Guard } from './guard.js';
import { whyNotRemovable } from './removal.js';

const sampleSize = 2;
const sampleStream = 1;

/**
 * The guards that can be taken out of this tree, and those that the code has moved away from. All are looked at,
 * whatever the dose: it costs nothing, and who changes a guard hears of it at once.
 */
export async function usableAmong(
  all: readonly Guard[],
  root: string,
): Promise<{ usable: Guard[]; outdated: Broken[] }> {
  const usable: Guard[] = [];
  const outdated: Broken[] = [];
  for (const guard of all) {
    const why = await whyNotRemovable(root, guard);
    if (why === null) usable.push(guard);
    else
      outdated.push({
        what: `cannot be taken out any more: ${guard.name}`,
        history: [why, 'Bring its entry in prove/guards up to date.'],
      });
  }
  return { usable, outdated };
}

/** A few that are quick to try. */
export function sampleOf(all: readonly Guard[], seed: number): Guard[] {
  const left = all.filter(({ isLong }) => !isLong);
  const draws = new Draws(seed).about(sampleStream, 0);
  return Array.from({ length: Math.min(sampleSize, left.length) }, () =>
    left.splice(draws.below(left.length), 1),
  ).flat();
}

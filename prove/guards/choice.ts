import { Draws } from '../../server/src/generate/draws.js';
import type { Guard } from './guard.js';

const sampleSize = 2;
const sampleStream = 1;

/** A few that are quick to try. */
export function sampleOf(all: readonly Guard[], seed: number): Guard[] {
  const left = all.filter(({ isLong }) => !isLong);
  const draws = new Draws(seed).about(sampleStream, 0);
  return Array.from({ length: Math.min(sampleSize, left.length) }, () =>
    left.splice(draws.below(left.length), 1),
  ).flat();
}

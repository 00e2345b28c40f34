import { allGuards } from '../guards/all-guards.js';
import type { Patch, Removable } from '../tree/removal.js';

/** A mistake that somebody could make tomorrow, and the prover whose promise it breaks. */
export interface PlantedBug extends Removable {
  /** As `npm run prove` knows it. */
  readonly prover: string;
  /** With and without it, its prover takes a minute or more: a small dose does not try it. */
  readonly isLong?: true;
}

type Place = readonly [file: string, text: string, instead?: string];

/** Planted where `text` of `file` becomes `instead`, which is nothing unless it is given. */
export const bug = (name: string, prover: string, ...places: readonly Place[]): PlantedBug => ({
  ...{ name, prover },
  removal: places.map(([file, text, instead = '']): Patch => ({ file, text, instead })),
});

/** Planted by taking out a guard, which `prove/guards` knows by this name. */
export function withoutGuard(name: string, prover: string, guardName: string): PlantedBug {
  const guard = allGuards.find((each) => each.name === guardName);
  if (!guard) throw new Error(`prove/guards has no guard by the name of “${guardName}”.`);
  return { name, prover, removal: guard.removal };
}

/** One that a small dose does not try. */
export const long = (slow: PlantedBug): PlantedBug => ({ ...slow, isLong: true });

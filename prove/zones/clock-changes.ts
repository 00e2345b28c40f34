import type { Draws } from '../../server/src/generate/draws.js';
import { WallClocks } from '../../server/test/scheduling/wall-clock-oracle.js';

export const firstYear = 2024;
export const lastYear = 2034;
const fromMs = Date.UTC(firstYear, 0, 1, 12);
const toMs = Date.UTC(lastYear + 1, 0, 1, 12);
const dayMs = 86_400_000;

/** A place and the day on which its clocks are changed; in a zone that never changes them, any day. */
export interface ClockChange {
  readonly zone: string;
  /** A noon (UTC); the change comes before the next one. */
  readonly noonMs: number;
  readonly isChange: boolean;
}

export const allZones = (): string[] => Intl.supportedValuesOf('timeZone');

/** Every clock change of the zone in ten years. */
export function changesOf(zone: string, draws: Draws): ClockChange[] {
  const noons = new WallClocks(zone).changes(fromMs, toMs);
  if (noons.length > 0) return noons.map((noonMs) => ({ zone, noonMs, isChange: true }));
  const days = Math.round((toMs - fromMs) / dayMs);
  return [{ zone, noonMs: fromMs + draws.below(days) * dayMs, isChange: false }];
}

/** So many changes, at most two of each zone, and on the way the zones without any; in an order that follows from the draws. */
export function sampleOfChanges(count: number, draws: Draws): ClockChange[] {
  const zones = allZones();
  const sample: ClockChange[] = [];
  const changes = () => sample.filter(({ isChange }) => isChange).length;
  while (changes() < count && zones.length > 0) {
    const [zone = 'UTC'] = zones.splice(draws.below(zones.length), 1);
    const all = changesOf(zone, draws);
    for (let turn = 0; turn < 2 && all.length > 0; turn++)
      sample.push(...all.splice(draws.below(all.length), 1));
  }
  return sample;
}

/** Such as `Europe/Berlin 2026-10-25`. */
export const nameOf = ({ zone, noonMs }: ClockChange): string =>
  `${zone}, the day after ${new Date(noonMs).toISOString().slice(0, 16)}Z`;

/** Time is claimed in ticks of five minutes. A tick is its number since the epoch: epoch milliseconds / 300,000. */
export const TICK_MINUTES = 5;
export const TICK_MS = TICK_MINUTES * 60_000;
export const TICKS_PER_DAY = 288;

/** Half-open: `endTick` is the first tick that no longer belongs to it. */
export interface TickRange {
  startTick: number;
  endTick: number;
}

/** Every tick that the interval touches: the start is rounded down, the end up. */
export function ticksOf(startsAtMs: number, endsAtMs: number): TickRange {
  return { startTick: Math.floor(startsAtMs / TICK_MS), endTick: Math.ceil(endsAtMs / TICK_MS) };
}

export function tickStartMs(tick: number): number {
  return tick * TICK_MS;
}

/** True when an instant is the start of a tick. */
export function isOnGrid(atMs: number): boolean {
  return Number.isInteger(atMs / TICK_MS);
}

/** Slot claims travel from the database in blocks of this many ticks (four hours), one bit per tick. */
export const TICKS_PER_BLOCK = 48;

/**
 * One block of slot claims: `SELECT tick DIV 48 AS block, BIT_OR(1 << (tick MOD 48)) AS mask … GROUP BY block`.
 * 48 bits are exact in a JavaScript number, and thirty full days are 180 rows.
 */
export interface SlotClaimMask {
  block: number;
  mask: number;
}

// JavaScript shifts 32-bit integers, so a block is kept as two halves of 24 bits.
const TICKS_PER_HALF = 24;
const HALF_VALUES = 2 ** TICKS_PER_HALF;
const BLOCK_VALUES = 2 ** TICKS_PER_BLOCK;

/** The ticks that are taken. Immutable once built; what lies outside the rows it was built from is free. */
export class BusyTicks {
  static readonly none = new BusyTicks(0, new Int32Array(0));

  private constructor(
    private readonly firstHalf: number,
    private readonly halves: Int32Array,
  ) {}

  /**
   * Rows of one block are combined, so several resources may be thrown together (doctor and room, for instance).
   * Throws RangeError for a mask that is not a whole number of 48 bits: free time must never come from a wrong query.
   */
  static fromMasks(rows: readonly SlotClaimMask[]): BusyTicks {
    let firstBlock = Number.POSITIVE_INFINITY;
    let lastBlock = Number.NEGATIVE_INFINITY;
    for (const { block, mask } of rows) {
      if (!Number.isInteger(block) || !Number.isInteger(mask) || mask < 0 || mask >= BLOCK_VALUES) {
        throw new RangeError('A slot claim mask is a whole number of 48 bits.');
      }
      firstBlock = Math.min(firstBlock, block);
      lastBlock = Math.max(lastBlock, block);
    }
    if (lastBlock < firstBlock) return BusyTicks.none;
    const halves = new Int32Array((lastBlock - firstBlock + 1) * 2);
    for (const { block, mask } of rows) {
      const half = (block - firstBlock) * 2;
      halves[half] = (halves[half] ?? 0) | (mask % HALF_VALUES);
      halves[half + 1] = (halves[half + 1] ?? 0) | Math.floor(mask / HALF_VALUES);
    }
    return new BusyTicks(firstBlock * 2, halves);
  }

  /** From single ticks, in any order, repeated or not. */
  static fromTicks(ticks: Iterable<number>): BusyTicks {
    const rows: SlotClaimMask[] = [];
    for (const tick of ticks) {
      const block = Math.floor(tick / TICKS_PER_BLOCK);
      rows.push({ block, mask: 2 ** (tick - block * TICKS_PER_BLOCK) });
    }
    return BusyTicks.fromMasks(rows);
  }

  /** True when none of the ticks from `startTick` until before `endTick` is taken. */
  isFree(startTick: number, endTick: number): boolean {
    const firstHalf = Math.max(Math.floor(startTick / TICKS_PER_HALF), this.firstHalf);
    const endHalf = Math.min(Math.ceil(endTick / TICKS_PER_HALF), this.firstHalf + this.halves.length);
    for (let half = firstHalf; half < endHalf; half += 1) {
      const taken = this.halves[half - this.firstHalf];
      if (taken === undefined || taken === 0) continue;
      const halfTick = half * TICKS_PER_HALF;
      const fromBit = Math.max(startTick - halfTick, 0);
      const toBit = Math.min(endTick - halfTick, TICKS_PER_HALF);
      if ((taken & ((1 << toBit) - (1 << fromBit))) !== 0) return false;
    }
    return true;
  }
}

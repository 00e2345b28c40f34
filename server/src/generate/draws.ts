/** A 32-bit finalizer (MurmurHash3's): every bit of the input moves half the bits of the output. */
function scrambled(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** 32 bits that follow from three numbers and nothing else. */
export const hashOf = (seed: number, stream: number, index: number): number =>
  scrambled(scrambled(scrambled(seed ^ 0x9e3779b9) + Math.imul(stream, 0x27d4eb2f)) ^ index);

/**
 * Random draws that repeat: what is drawn about one thing follows from the seed and the thing alone, so that any writer
 * can work out a fact anew instead of keeping it.
 */
export class Draws {
  #state = 0;

  constructor(private readonly seed: number) {}

  /** From now on draws are about this thing. @param stream one number per question, see `streams` */
  about(stream: number, index: number): this {
    this.#state = hashOf(this.seed, stream, index);
    return this;
  }

  /** At least 0, below 1. Mulberry32: fast, and good enough for 2^32 draws in a row. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = this.#state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Bell-shaped around 0 with deviation 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** One of these, each as likely as the next. */
  one<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** The position of one of these weights, as often as it weighs. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return index;
    }
    return weights.length - 1;
  }
}

/** One number per question, so that no two questions about the same thing share their draws. */
export const streams = {
  doctor: 1,
  patient: 2,
  patientName: 3,
  visitsOfDay: 4,
  visit: 5,
  booking: 6,
  diagnosis: 7,
  usualDiagnosis: 8,
  note: 9,
  symptoms: 10,
  vitals: 11,
  id: 12,
  mrn: 13,
} as const;

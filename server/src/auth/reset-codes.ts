import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { OnceKey } from '../lib/actor.js';
import { deriveKey } from '../lib/secrets.js';

/** Crockford's base 32: no I, L, O and U, so that nothing is misread or misheard. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const symbols = 20;
const groupLength = 5;

/** One-time codes of 100 bits, in four groups of five to be read aloud. Only their keyed hashes are kept. */
export class ResetCodes {
  readonly #hashKey: Buffer;
  readonly #makingKey: Buffer;

  constructor(secret: string) {
    this.#hashKey = deriveKey(secret, 'password-reset-hash');
    this.#makingKey = deriveKey(secret, 'password-reset-making');
  }

  /**
   * A new code. Under an Idempotency-Key it follows from key and moment, so that a lost answer can be given again
   * without storing the code.
   */
  make(once: OnceKey | null, userId: string, issuedAt: Date): string {
    const seed = once ? `${once.operation}\0${once.key}` : randomBytes(32);
    const bytes = createHmac('sha256', this.#makingKey)
      .update(`${userId}\0${issuedAt.toISOString()}\0`)
      .update(seed)
      .digest();
    const text = Array.from({ length: symbols }, (_, index) => alphabet[(bytes[index] ?? 0) & 31]).join('');
    return (text.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
  }

  /** As it is kept. Typed in any case, with or without hyphens and blanks, with O for 0 and I or L for 1. */
  hash(userId: string, code: string): Buffer {
    const read = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
    return createHmac('sha256', this.#hashKey).update(`${userId}\0${read}`).digest();
  }

  isSame(one: Buffer, other: Buffer): boolean {
    return timingSafeEqual(one, other);
  }
}

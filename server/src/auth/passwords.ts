import { createHmac } from 'node:crypto';
import bcrypt from 'bcrypt';
import { AppError } from '../lib/errors.js';
import { deriveKey } from '../lib/secrets.js';

const atOnce = 2;
const queueLimit = 64;

/** Stands where a sign-in has no password yet: well-formed, as slow to check as any, and the hash of nothing. */
export const noPasswordHash = `$2b$12$${'.'.repeat(53)}`;

/**
 * bcrypt over a keyed pre-hash: bcrypt ignores what follows byte 72, HMAC-SHA-384 in base64 is 64 bytes of all of it.
 * Two run at a time and the queue has a limit, so that sign-ins never starve the rest of the process.
 */
export class Passwords {
  readonly #pepper: Buffer;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #decoy: Promise<string> | null = null;

  constructor(
    secret: string,
    private readonly cost: number,
  ) {
    this.#pepper = deriveKey(secret, 'password-pepper');
  }

  /** @throws AppError `too_many_sign_ins` when the queue is full. */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => bcrypt.hash(this.#prehash(password), this.cost));
  }

  /** Takes as long for an account that does not exist (`hash` null) as for one that does. */
  async matches(password: string, hash: string | null): Promise<boolean> {
    this.#decoy ??= this.hash('nobody has this password');
    const against = hash ?? (await this.#decoy);
    const isSame = await this.#inTurn(() => bcrypt.compare(this.#prehash(password), against));
    return isSame && hash !== null;
  }

  #prehash(password: string): string {
    return createHmac('sha384', this.#pepper).update(password.normalize('NFKC')).digest('base64');
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) {
      if (this.#waiting.length >= queueLimit) throw tooMany();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running++;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}

const tooMany = (): AppError =>
  new AppError('too_many', 'too_many_sign_ins', 'Too many people sign in right now. Try again shortly.', {
    retryAfterSeconds: 2,
  });

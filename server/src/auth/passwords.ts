import { createHmac } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { AppError } from '../lib/errors.js';
import { deriveKey } from '../lib/secrets.js';
import { BcryptThreads } from './bcrypt-threads.js';

/** One core at least stays free for the others. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1));
const queueLimit = 64;
/** Who would have to wait for longer is refused at once. */
const waitAtMostMs = 3_000;

/** Well-formed, as slow to check as any of this cost, and the hash of nothing. */
const hashOfNothing = (cost: number): string => `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`;

/** Stands where a sign-in has no password yet. */
export const noPasswordHash = hashOfNothing(12);

/**
 * bcrypt over a keyed pre-hash: bcrypt ignores what follows byte 72, HMAC-SHA-384 in base64 is 64 bytes of all of it.
 * Two at most run at a time and the queue has a limit, so that sign-ins never starve the rest of the process.
 */
export class Passwords {
  readonly #pepper: Buffer;
  readonly #threads = new BcryptThreads();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** How long one took of late. */
  #usualMs = 0;

  constructor(
    secret: string,
    private readonly cost: number,
  ) {
    this.#pepper = deriveKey(secret, 'password-pepper');
  }

  /** @throws AppError `too_many_sign_ins` when the queue is full. */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => this.#threads.hash(this.#prehash(password), this.cost));
  }

  /** Takes as long for an account that does not exist (`hash` null) as for one that does. */
  async matches(password: string, hash: string | null): Promise<boolean> {
    const against = hash ?? hashOfNothing(this.cost);
    const isSame = await this.#inTurn(() => this.#threads.isSame(this.#prehash(password), against));
    return isSame && hash !== null;
  }

  close(): Promise<void> {
    return this.#threads.close();
  }

  #prehash(password: string): string {
    return createHmac('sha384', this.#pepper).update(password.normalize('NFKC')).digest('base64');
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) {
      const waitMs = (this.#waiting.length * this.#usualMs) / atOnce;
      if (this.#waiting.length >= queueLimit || waitMs > waitAtMostMs) throw tooMany();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running++;
    }
    const startedAtMs = performance.now();
    try {
      return await work();
    } finally {
      this.#usualMs = (this.#usualMs + performance.now() - startedAtMs) / 2;
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

import { createHmac } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { deriveKey } from '../lib/secrets.js';
import { BcryptThreads } from './bcrypt-threads.js';
import { FairQueue, type Party } from './fair-queue.js';

const limits = {
  /** One core at least stays free for the others. */
  maxRunning: Math.max(1, Math.min(2, availableParallelism() - 1)),
  maxWaiting: 128,
  maxWaitingPerNetwork: 64,
  maxWaitMs: { known: 6_000, unknown: 3_000 },
};

/** Well-formed, as slow to check as any of this cost, and the hash of nothing. */
const hashOfNothing = (cost: number): string => `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`;

/** Stands where a sign-in has no password yet. */
export const noPasswordHash = hashOfNothing(12);

/** @returns 0 where it is no hash of bcrypt's, which compares at once */
export const costOf = (hash: string): number => Number(/^\$2[aby]\$(\d\d)\$/.exec(hash)?.[1] ?? 0);

/**
 * bcrypt over a keyed pre-hash: bcrypt ignores what follows byte 72, HMAC-SHA-384 in base64 is 64 bytes of all of it.
 * Two at most run at a time, in turns that are fair, so that sign-ins never starve the rest of the process, nor each
 * other.
 */
export class Passwords {
  readonly #pepper: Buffer;
  readonly #queue = new FairQueue(limits);

  constructor(
    secret: string,
    readonly cost: number,
    private readonly threads: Pick<BcryptThreads, 'hash' | 'isSame' | 'close'> = new BcryptThreads(),
  ) {
    this.#pepper = deriveKey(secret, 'password-pepper');
  }

  /** @throws AppError `too_many_sign_ins` when there is no turn to be had soon */
  hash(password: string, party: Party): Promise<string> {
    return this.#queue.run(party, () => this.threads.hash(this.#prehash(password), this.cost));
  }

  /**
   * Takes as long for an account that does not exist (`hash` null), and for one whose hash has another cost, as for any
   * other.
   * @param leastCost the highest of all hashes that are stored
   * @throws AppError `too_many_sign_ins` when there is no turn to be had soon
   */
  async matches(
    password: string,
    hash: string | null,
    party: Party,
    leastCost = this.cost,
  ): Promise<boolean> {
    const cost = Math.max(this.cost, leastCost);
    const hashes = hash === null ? [hashOfNothing(cost)] : [hash, ...paddingOf(costOf(hash), cost)];
    const isSame = await this.#queue.run(party, () => this.threads.isSame(this.#prehash(password), hashes));
    return isSame && hash !== null;
  }

  /** @throws AppError `too_many_sign_ins` when they would be refused now */
  requireRoom(party: Party): void {
    this.#queue.requireRoom(party);
  }

  close(): Promise<void> {
    return this.threads.close();
  }

  #prehash(password: string): string {
    return createHmac('sha384', this.#pepper).update(password.normalize('NFKC')).digest('base64');
  }
}

const lowestCost = 4;

/** What a hash of the lower cost leaves of the work of one of the higher: 2^low + 2^low + 2^(low+1) + … = 2^high. */
function paddingOf(low: number, high: number): string[] {
  if (low < lowestCost) return [hashOfNothing(high)];
  return Array.from({ length: Math.max(0, high - low) }, (_, index) => hashOfNothing(low + index));
}

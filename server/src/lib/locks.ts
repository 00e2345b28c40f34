import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import Redlock, { ExecutionError, type Lock, ResourceLockedError } from 'redlock';
import type { Metrics } from './metrics.js';

const hotForMs = 5_000;
const hotAtMost = 10_000;
const ttlMs = 1_000;
const budgetMs = 150;

/**
 * Damps contention, and decides nothing: MySQL's unique key does. A key is hot for some seconds after a conflict or
 * deadlock was seen on it; only then Redis is asked, once, and whatever it answers (or does not) work goes on.
 */
export class Damper {
  readonly #hot = new LRUCache<string, true>({ max: hotAtMost, ttl: hotForMs });
  readonly #redlock: Redlock;

  constructor(
    redis: Redis,
    private readonly metrics: Metrics,
  ) {
    this.#redlock = new Redlock([redis], { retryCount: 0, driftFactor: 0.01 });
    this.#redlock.on('error', () => {}); // counted below, where the outcome is known
  }

  markHot(key: string): void {
    this.#hot.set(key, true);
  }

  /** Runs `work` exactly once, alone on `key` when Redis manages that within 150 ms. */
  async damp<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (!this.#hot.has(key)) {
      this.metrics.damping.inc({ outcome: 'cold' });
      return work();
    }
    const lock = await this.#tryLock(key);
    try {
      return await work();
    } finally {
      lock?.release().catch(() => {}); // it expires by itself; nobody waits for Redis
    }
  }

  async #tryLock(key: string): Promise<Lock | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, budgetMs, null);
    });
    try {
      const lock = await Promise.race([this.#redlock.acquire([`lock:${key}`], ttlMs), late]);
      const isHeld = lock !== null && lock.expiration > Date.now(); // redlock returns locks that have expired already
      this.metrics.damping.inc({ outcome: isHeld ? 'held' : 'away' });
      return lock;
    } catch (error) {
      this.metrics.damping.inc({ outcome: (await isHeldElsewhere(error)) ? 'elsewhere' : 'away' });
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A node answered that somebody else holds the lock, as opposed to none answering: redlock throws the same for both. */
async function isHeldElsewhere(error: unknown): Promise<boolean> {
  if (!(error instanceof ExecutionError)) return false;
  const attempts = await Promise.all(error.attempts);
  return attempts.some(({ votesAgainst }) =>
    [...votesAgainst.values()].some((vote) => vote instanceof ResourceLockedError),
  );
}

import { PendingEvents } from '../../src/events/pending-events.js';

/**
 * Lets this happen just before a consumer's lock is asked for: between the look at whether something is to be done and
 * the lock under which it would be.
 * @param which of the locks that are asked for during `work`; 1 is the first
 */
export async function beforeItsLock<T>(
  happens: () => Promise<unknown>,
  work: () => Promise<T>,
  which = 1,
): Promise<T> {
  const { lock } = PendingEvents.prototype;
  let asked = 0;
  PendingEvents.prototype.lock = async function (tx) {
    asked++;
    if (asked < which) return lock.call(this, tx);
    PendingEvents.prototype.lock = lock;
    await happens();
    return this.lock(tx);
  };
  try {
    return await work();
  } finally {
    PendingEvents.prototype.lock = lock;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Database, maintenanceLimits, type Tx } from '../lib/mysql.js';
import type { PendingEvents } from './pending-events.js';

/** What long work has to itself. */
export interface Alone {
  /** Connections of its own, for statements that take minutes. */
  db: Database;
  /** Holds the consumer's lock; commits when the work is done. */
  tx: Tx;
  /** Call before anything that cannot be taken back. @throws when the lock was lost with its connection */
  requireStill: () => Promise<void>;
}

/**
 * Works while no process takes events of a consumer.
 * @param isWaiting for another process that is at it; else nothing is done, and null returned
 */
export async function alone<T>(
  mysqlUrl: string,
  pending: PendingEvents,
  isWaiting: boolean,
  work: (alone: Alone) => Promise<T>,
): Promise<T | null> {
  const db = new Database(mysqlUrl, maintenanceLimits);
  try {
    return await db.transaction(async (tx) => {
      while (!(await pending.lock(tx))) {
        if (!isWaiting) return null;
        await pause(100);
      }
      const requireStill = async () => {
        if (!(await pending.lock(tx))) throw new Error('The lock of a consumer was lost.');
      };
      return work({ db, tx, requireStill });
    });
  } finally {
    await db.close();
  }
}

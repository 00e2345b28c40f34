import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../lib/errors.js';
import type { AnalyticsConsumer } from './analytics-consumer.js';
import type { PendingEvents } from './pending-events.js';

/**
 * Lets a consumer work until everything that was committed before the call is counted, be it by this process or by
 * another one that is at it.
 * @throws AppError `analytics_behind` when that takes longer than `forMs`
 */
export async function catchUp(
  consumer: AnalyticsConsumer,
  pending: PendingEvents,
  forMs: number,
): Promise<void> {
  const deadline = performance.now() + forMs;
  const newest = await pending.newest();
  const isDone = async () => (await pending.isBuilt()) && !(newest && (await pending.areAnyUpTo(newest)));
  while (!(await isDone())) {
    if (performance.now() > deadline) throw behind();
    if (!(await consumer.turn())) await pause(50);
  }
}

const behind = (): AppError => new AppError('analytics_behind', { retryAfterSeconds: 5 });

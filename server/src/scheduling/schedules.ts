import { LRUCache } from 'lru-cache';
import type { Db, Tx } from '../lib/mysql.js';
import type { ScheduleRepository } from './schedule.repository.js';
import type { LockedOwnPair, LockedPair, ScheduleHead } from './schedule-head.js';
import type { DoctorSchedule } from './weekly-hours.js';

const schedulesAtMost = 5_000;

/**
 * Schedules by doctor and version. A version's content never changes, because every writer of hours raises the
 * version in its transaction: nothing here can be stale, whatever other processes do. A head that was read without
 * a lock may meet newer content, and then nobody will read that version under a lock again.
 */
export class Schedules {
  readonly #known = new LRUCache<string, DoctorSchedule>({ max: schedulesAtMost });

  constructor(private readonly repository: ScheduleRepository) {}

  /**
   * Holds doctor and patient still until the transaction ends: whoever changes the schedule, or deactivates one of
   * them, waits. `null` when there is no such doctor; a missing patient counts as inactive.
   */
  lockPair(tx: Tx, doctorId: string, patientId: string): Promise<LockedPair | null> {
    return this.repository.lockPair(tx, doctorId, patientId);
  }

  /** The same for a patient who books for themselves, whose bookings come one after the other. */
  lockOwnPair(tx: Tx, doctorId: string, patientId: string, many: number): Promise<LockedOwnPair | null> {
    return this.repository.lockOwnPair(tx, doctorId, patientId, many);
  }

  async of(head: ScheduleHead, tx?: Tx): Promise<DoctorSchedule> {
    const [schedule] = await this.all([head], tx);
    if (!schedule) throw new Error('A schedule was asked for and none came.');
    return schedule;
  }

  /** As they stand, with all that matters after `since`; in the order of `heads`. Neither from the cache nor into it. */
  since(since: Date, heads: ScheduleHead[], db: Tx | Db): Promise<DoctorSchedule[]> {
    return this.repository.contents(heads, db, since);
  }

  /** In the order of `heads`; those not known yet are read together. */
  async all(heads: ScheduleHead[], tx?: Tx): Promise<DoctorSchedule[]> {
    const missing = heads.filter((head) => !this.#known.has(keyOf(head)));
    const read = await this.repository.contents(missing, tx);
    const fresh = new Map(missing.map((head, index) => [keyOf(head), read[index]]));
    for (const [key, schedule] of fresh) this.#known.set(key, schedule);
    return heads.map((head) => {
      const schedule = fresh.get(keyOf(head)) ?? this.#known.get(keyOf(head));
      if (!schedule) throw new Error('More schedules at once than the cache holds.');
      return schedule;
    });
  }
}

const keyOf = (head: ScheduleHead): string => `${head.doctorId}:${head.scheduleVersion}`;

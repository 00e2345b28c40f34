import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Alone, alone } from '../events/alone.js';
import type { AnalyticsConsumer, Difference } from '../events/analytics-consumer.js';
import { catchUp } from '../events/catch-up.js';
import type { PendingEvent, PendingEvents } from '../events/pending-events.js';
import type { Database, Tx } from '../lib/mysql.js';
import { dayOfDate, MINUTE_MS } from '../lib/time.js';
import { coverOf, type DayRange, everyDay, noDay } from './day-ranges.js';
import type { Look, OfferedDays } from './offered-days.js';
import type { OfferedDaysRepository } from './offered-days.repository.js';
import type { OfferedRebuild } from './offered-rebuild.js';
import type { OfferedVerification } from './offered-verification.js';
import { isIncomplete, plannedDays } from './recording-plan.js';

/** What of the rest a turn left: another process is at it, there is more to do at once, or nothing. */
type Outcome = 'busy' | 'more' | 'done';

const eventsAtOnce = 200;
const daysAtOnce = 40_000;
const lookRoundEveryMs = MINUTE_MS;
const patienceMs = 50;

export interface OfferedTimeParts {
  db: Database;
  mysqlUrl: string;
  pending: PendingEvents;
  repository: OfferedDaysRepository;
  days: OfferedDays;
  rebuilding: OfferedRebuild;
  verification: OfferedVerification;
  /** The clock that says what today is. */
  now: () => number;
}

/** Keeps how many minutes each doctor offers per day. */
export class OfferedTimeConsumer implements AnalyticsConsumer {
  readonly name = 'schedules';
  #lookRoundAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: OfferedTimeParts) {}

  async turn(): Promise<boolean> {
    const { pending, now } = this.parts;
    const isDue = now() >= this.#lookRoundAtMs;
    if (!isDue && (await pending.isBuilt()) && !(await pending.areAny())) return false;
    return (await this.#step(isDue)) === 'more';
  }

  async catchUp(forMs = Number.POSITIVE_INFINITY): Promise<void> {
    const deadline = performance.now() + forMs;
    await catchUp(this, this.parts.pending, forMs);
    for (let outcome = await this.#step(true); outcome !== 'done' && performance.now() < deadline; ) {
      if (outcome === 'busy') await pause(patienceMs);
      outcome = await this.#step(true);
    }
  }

  async rebuild(report: (line: string) => void = () => {}): Promise<void> {
    await alone(this.parts.mysqlUrl, this.parts.pending, true, (work) => this.#rebuild(work, report));
  }

  async verify(report: (line: string) => void = () => {}): Promise<Difference[]> {
    for (;;) {
      const nowMs = this.parts.now(); // a midnight in between must not look like days that were forgotten
      await this.catchUp();
      const differences = await this.parts.verification.run(nowMs, report);
      if (differences) return differences;
      await pause(patienceMs);
    }
  }

  /**
   * One transaction, or building everything where that was never done.
   * @param isLookingRound also records the days that have come near or were never recorded
   */
  async #step(isLookingRound: boolean): Promise<Outcome> {
    const { db, pending, now } = this.parts;
    const nowMs = now();
    if (!(await pending.isBuilt())) return this.#buildWhereNeeded();
    const outcome = await db.transaction(async (tx): Promise<Outcome> => {
      if (!(await pending.lock(tx))) return 'busy';
      const taken = await this.#take(tx, nowMs);
      if (taken !== 'done' || !isLookingRound) return taken;
      return this.#recordIncomplete(tx, nowMs);
    });
    if (outcome === 'done' && isLookingRound) this.#lookRoundAtMs = nowMs + lookRoundEveryMs;
    return outcome;
  }

  async #buildWhereNeeded(): Promise<Outcome> {
    const { mysqlUrl, pending, repository } = this.parts;
    const outcome = await alone(mysqlUrl, pending, false, async (work): Promise<Outcome> => {
      if (await pending.isBuilt()) return 'more'; // by another process, in the meantime
      if (await repository.areAnyDoctors(work.tx)) await this.#rebuild(work, () => {});
      else await pending.markBuilt(work.tx); // there is nothing to build from
      return 'more';
    });
    return outcome ?? 'busy';
  }

  async #rebuild(work: Alone, report: (line: string) => void): Promise<void> {
    await this.parts.rebuilding.run(work, this.parts.now(), report);
    await this.parts.pending.markBuilt(work.tx);
  }

  async #take(tx: Tx, nowMs: number): Promise<Outcome> {
    const { pending, days } = this.parts;
    const next = await pending.next(tx, eventsAtOnce);
    const isRebuildWanted = next.some(isZoneChange);
    const canDemandRebuild = isRebuildWanted && (await demandRebuild(tx));
    const events = isRebuildWanted && !canDemandRebuild ? next.filter((event) => !isZoneChange(event)) : next;
    await days.refresh(tx, nowMs, await this.#looks(tx, events));
    await pending.settle(tx, events);
    if (events.length < next.length) return 'busy';
    return canDemandRebuild || next.length === eventsAtOnce ? 'more' : 'done';
  }

  async #looks(tx: Tx, events: readonly PendingEvent[]): Promise<Look[]> {
    const { repository } = this.parts;
    const daysOf = new Map<string, DayRange>();
    for (const event of events) {
      const days = daysNamedIn(event);
      const ids = event.kind.startsWith('holiday.')
        ? await repository.doctorIds(tx, departmentNamedIn(event))
        : [event.subjectId];
      for (const id of ids) daysOf.set(id, coverOf(days, daysOf.get(id) ?? days));
    }
    const doctors = await repository.doctors(tx, [...daysOf.keys()]);
    return doctors.map((doctor) => ({ doctor, days: daysOf.get(doctor.head.doctorId) ?? everyDay }));
  }

  /** Moves the horizon on with each local midnight, and fills what was never recorded. */
  async #recordIncomplete(tx: Tx, nowMs: number): Promise<Outcome> {
    const { repository, days } = this.parts;
    const incomplete = (await repository.doctors(tx)).filter((doctor) => isIncomplete(doctor, nowMs));
    const looks: Look[] = [];
    let left = daysAtOnce;
    for (const doctor of incomplete) {
      if (left <= 0) break;
      looks.push({ doctor, days: noDay });
      left -= plannedDays(doctor, nowMs, noDay);
    }
    await days.refresh(tx, nowMs, looks);
    return looks.length < incomplete.length ? 'more' : 'done';
  }
}

/** Local dates have moved, and so have the dates of visits: everything that is kept has to be built again. */
const isZoneChange = ({ kind, payload }: PendingEvent): boolean =>
  kind === 'doctor.updated' && payload.isZoneChanged === true;

/** @returns false when a consumer is at work; nobody is waited for */
async function demandRebuild(tx: Tx): Promise<boolean> {
  const consumers = await tx.selectFrom('analytics_consumers').select('name').execute();
  const free = await tx.selectFrom('analytics_consumers').select('name').forUpdate().skipLocked().execute();
  if (free.length < consumers.length) return false;
  await tx.updateTable('analytics_consumers').set({ built_at: sql<null>`null` }).execute();
  return true;
}

function daysNamedIn({ payload }: PendingEvent): DayRange {
  if (typeof payload.dateOn !== 'string') return everyDay;
  const day = dayOfDate(payload.dateOn);
  return { fromDay: day, toDay: day };
}

const departmentNamedIn = ({ payload }: PendingEvent): string | null =>
  typeof payload.departmentId === 'string' ? payload.departmentId : null;

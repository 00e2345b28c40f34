import type { Db, Tx } from '../lib/mysql.js';
import { DAY_MS, dateOfDay } from '../lib/time.js';
import type { Schedules } from '../scheduling/schedules.js';
import { coverOf, type DayRange, daysIn, noDay } from './day-ranges.js';
import type { OfferedDay, OfferedDaysRepository, RecordedSpan } from './offered-days.repository.js';
import { offeredMinutes } from './offered-minutes.js';
import { plannedDays, planOf, type RecordedDoctor } from './recording-plan.js';
import { TotalsDelta } from './totals-delta.js';

/** Days of a doctor that are to be looked at again. */
export interface Look {
  doctor: RecordedDoctor;
  days: DayRange;
}

/** What a doctor's days have to be. */
export interface ComputedDays {
  doctor: RecordedDoctor;
  span: DayRange | null;
  ranges: DayRange[];
  /** In these ranges; without the days on which nothing is offered. */
  offered: OfferedDay[];
}

const daysAtOnce = 10_000;
const doctorsAtOnce = 500;

/** Keeps offered time equal to what the schedules say. */
export class OfferedDays {
  constructor(
    private readonly repository: OfferedDaysRepository,
    private readonly schedules: Schedules,
  ) {}

  /** Computes the days anew and writes what differs, the sums included. The cost of the writes is that of the change. */
  async refresh(tx: Tx, nowMs: number, looks: readonly Look[]): Promise<void> {
    const delta = new TotalsDelta();
    for (const some of groupsOf(looks, nowMs)) await this.#refreshGroup(tx, nowMs, some, delta);
    await this.repository.addToTotals(tx, delta.rows());
  }

  /** In groups, so that neither the memory nor the event loop has to bear all at once. */
  async *computed(db: Tx | Db, nowMs: number, looks: readonly Look[]): AsyncGenerator<ComputedDays[]> {
    for (const some of groupsOf(looks, nowMs)) yield this.#compute(db, nowMs, some);
  }

  async #refreshGroup(tx: Tx, nowMs: number, looks: readonly Look[], delta: TotalsDelta): Promise<void> {
    const computed = await this.#compute(tx, nowMs, looks);
    const kept = await this.keptOf(tx, computed);
    const puts: OfferedDay[] = [];
    const removals: OfferedDay[] = [];
    for (const { doctor, offered } of computed) {
      const before = kept.get(doctor.head.doctorId) ?? new Map<string, OfferedDay>();
      for (const day of offered) {
        const known = before.get(day.dateOn);
        before.delete(day.dateOn);
        if (known && isSame(known, day)) continue;
        puts.push(day);
        if (known) delta.add(known.doctorId, known.departmentId, known.dateOn, -known.minutes);
        delta.add(day.doctorId, day.departmentId, day.dateOn, day.minutes);
      }
      for (const gone of before.values()) {
        removals.push(gone);
        delta.add(gone.doctorId, gone.departmentId, gone.dateOn, -gone.minutes);
      }
    }
    await this.repository.removeDays(tx, removals);
    await this.repository.putDays(tx, puts);
    await this.repository.putSpans(tx, changedSpans(computed));
  }

  /** What is kept of the computed ranges, by doctor and date. */
  async keptOf(
    db: Tx | Db,
    computed: readonly ComputedDays[],
  ): Promise<Map<string, Map<string, OfferedDay>>> {
    const kept = new Map(computed.map(({ doctor }) => [doctor.head.doctorId, new Map<string, OfferedDay>()]));
    const all = computed.flatMap(({ ranges }) => ranges).reduce(coverOf, noDay);
    if (daysIn(all) === 0) return kept;
    const ranges = new Map(computed.map((each) => [each.doctor.head.doctorId, datesOf(each.ranges)]));
    for (const day of await this.repository.days(db, [...kept.keys()], all)) {
      const isComputed = ranges
        .get(day.doctorId)
        ?.some(([from, to]) => from <= day.dateOn && day.dateOn <= to);
      if (isComputed) kept.get(day.doctorId)?.set(day.dateOn, day);
    }
    return kept;
  }

  async #compute(db: Tx | Db, nowMs: number, looks: readonly Look[]): Promise<ComputedDays[]> {
    const plans = looks.map(({ doctor, days }) => ({ doctor, ...planOf(doctor, nowMs, days) }));
    const { fromDay } = plans.flatMap(({ ranges }) => ranges).reduce(coverOf, noDay);
    if (!Number.isFinite(fromDay)) return plans.map((plan) => ({ ...plan, offered: [] }));
    const since = new Date((fromDay - 2) * DAY_MS);
    const heads = looks.map(({ doctor }) => doctor.head);
    const schedules = await this.schedules.since(since, heads, db);
    return plans.map((plan, index) => {
      const { head, isActive } = plan.doctor;
      const schedule = schedules[index];
      const offered: OfferedDay[] = [];
      for (const range of plan.ranges) {
        const minutesOfDays = schedule && isActive ? offeredMinutes(schedule, range) : [];
        for (const [offset, minutes] of minutesOfDays.entries()) {
          const dateOn = dateOfDay(range.fromDay + offset);
          const { doctorId, departmentId } = head;
          if (minutes > 0) offered.push({ doctorId, dateOn, departmentId, minutes });
        }
      }
      return { ...plan, offered };
    });
  }
}

/** So many doctors at once that their days are not too many; one of them may be. */
function* groupsOf(looks: readonly Look[], nowMs: number): Generator<Look[]> {
  let group: Look[] = [];
  let days = 0;
  for (const look of looks) {
    group.push(look);
    days += plannedDays(look.doctor, nowMs, look.days);
    if (days < daysAtOnce && group.length < doctorsAtOnce) continue;
    yield group;
    group = [];
    days = 0;
  }
  if (group.length > 0) yield group;
}

const changedSpans = (computed: readonly ComputedDays[]): RecordedSpan[] =>
  computed.flatMap(({ doctor, span }) => {
    const isKnown = doctor.span?.fromDay === span?.fromDay && doctor.span?.toDay === span?.toDay;
    return span && !isKnown ? [{ doctorId: doctor.head.doctorId, span }] : [];
  });

const datesOf = (ranges: readonly DayRange[]) =>
  ranges.map(({ fromDay, toDay }) => [dateOfDay(fromDay), dateOfDay(toDay)] as const);

export const isSame = (a: OfferedDay, b: OfferedDay): boolean =>
  a.minutes === b.minutes && a.departmentId === b.departmentId;

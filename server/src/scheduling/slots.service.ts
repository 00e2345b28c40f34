import type { BookingLimitsService } from '../booking-limits/booking-limits.service.js';
import { invalid, notFound } from '../lib/errors.js';
import { mapInSlices } from '../lib/long-work.js';
import { formatInstant, parseInstant } from '../lib/time.js';
import { BusyTicks } from './busy-ticks.js';
import { maxHorizonDays } from './horizon.js';
import { resourceKind } from './resource-kind.js';
import type { ScheduleRepository } from './schedule.repository.js';
import type { ScheduleHead } from './schedule-head.js';
import type { Schedules } from './schedules.js';
import { freeSlots } from './slot-maths.js';
import type { DoctorSlot, FirstFreeQuery, Slot, SlotsQuery } from './slots.types.js';
import { TICK_MINUTES, TICK_MS, TICKS_PER_DAY, tickStartMs } from './ticks.js';

const longestListDays = 93;
const longestSearchDays = 31;
const defaultSearchDays = 7;
const maxDoctors = 1_000;
/** A visit that ended later could not be written as an instant. */
const calendarEndTick = Date.UTC(10_000, 0, 1) / TICK_MS;

/** Lists free times with the very functions that booking checks with. */
export class SlotsService {
  constructor(
    private readonly repository: ScheduleRepository,
    private readonly schedules: Schedules,
    private readonly limits: BookingLimitsService,
  ) {}

  /** @throws AppError `doctor_not_found` */
  async ofDoctor(doctorId: string, query: SlotsQuery): Promise<Slot[]> {
    const fromTick = ceilTick(instantMs(query.from, 'query.from'));
    const toTick = ceilTick(instantMs(query.to, 'query.to'));
    requireSpan(fromTick, toTick, longestListDays);
    const head = await this.repository.maybeHead(doctorId);
    if (!head) throw notFound('doctor_not_found');
    const durationTicks = ticksIn(query.durationMinutes ?? head.visitMinutes, 'query.durationMinutes');
    const stepTicks = query.stepMinutes ? ticksIn(query.stepMinutes, 'query.stepMinutes') : durationTicks;
    const { beyondHorizon = false } = query;
    const range = { fromTick, toTick, durationTicks, stepTicks, beyondHorizon };
    return mapInSlices(await this.#freeStarts(head, range), (tick) => slotAt(tick, durationTicks));
  }

  /** The next free times of one doctor after a refusal. */
  async nextFree(
    head: ScheduleHead,
    wanted: { fromTick: number; durationTicks: number; limit: number; beyondHorizon: boolean },
  ): Promise<Slot[]> {
    const { fromTick, durationTicks } = wanted;
    const toTick = fromTick + defaultSearchDays * TICKS_PER_DAY;
    const range = { ...wanted, toTick, stepTicks: durationTicks };
    return (await this.#freeStarts(head, range)).map((tick) => slotAt(tick, durationTicks));
  }

  /**
   * The first free time of each doctor that fits, earliest first. Looks at one day after the other, after a week at
   * one week after the other: claims of later days are read only for doctors who had nothing free before.
   */
  async firstFree(query: FirstFreeQuery): Promise<DoctorSlot[]> {
    const fromTick = Math.max(query.from ? ceilTick(instantMs(query.from, 'query.from')) : 0, nowTick());
    const untilTick = query.to
      ? ceilTick(instantMs(query.to, 'query.to'))
      : fromTick + defaultSearchDays * TICKS_PER_DAY;
    requireSpan(fromTick, untilTick, longestSearchDays);
    const toTick = Math.min(untilTick, await this.#endTick(query.beyondHorizon ?? false));
    const durationTicks = query.durationMinutes && ticksIn(query.durationMinutes, 'query.durationMinutes');
    const limit = query.limit ?? 20;
    let waiting = await this.repository.heads({ ...query, limit: maxDoctors });
    const found: { head: ScheduleHead; tick: number }[] = [];
    for (let start = fromTick; start < toTick && waiting.length > 0 && found.length < limit; ) {
      const isFirstWeek = start < fromTick + 7 * TICKS_PER_DAY;
      const end = Math.min(toTick, start + (isFirstWeek ? 1 : 7) * TICKS_PER_DAY);
      const starts = await this.#firstStarts(waiting, start, end, durationTicks);
      for (const [index, tick] of starts.entries()) {
        const head = waiting[index];
        if (head && tick !== undefined) found.push({ head, tick });
      }
      waiting = waiting.filter((_head, index) => starts[index] === undefined);
      start = end;
    }
    return found
      .sort((a, b) => a.tick - b.tick || a.head.doctorId.localeCompare(b.head.doctorId))
      .slice(0, limit)
      .map(({ head, tick }) => ({
        doctorId: head.doctorId,
        ...slotAt(tick, durationTicks ?? head.visitMinutes / TICK_MINUTES),
      }));
  }

  async #freeStarts(
    head: ScheduleHead,
    range: {
      fromTick: number;
      toTick: number;
      durationTicks: number;
      stepTicks: number;
      limit?: number;
      beyondHorizon: boolean;
    },
  ): Promise<number[]> {
    const fromTick = Math.max(range.fromTick, nowTick());
    const toTick = Math.min(range.toTick, await this.#endTick(range.beyondHorizon));
    if (fromTick >= toTick) return [];
    const endTick = toTick + range.durationTicks;
    const [schedule, masks] = await Promise.all([
      this.schedules.of(head),
      this.repository.claimMasks(resourceKind.doctor, [head.doctorId], fromTick, endTick),
    ]);
    const busy = BusyTicks.fromMasks(masks.get(head.doctorId) ?? []);
    return freeSlots(schedule, busy, { ...range, toTick, notBeforeTick: fromTick });
  }

  /** The first tick that is too far ahead to book. */
  async #endTick(beyondHorizon: boolean): Promise<number> {
    const days = beyondHorizon ? maxHorizonDays : (await this.limits.current()).horizonDays;
    return Math.floor(Date.now() / TICK_MS) + days * TICKS_PER_DAY + 1;
  }

  async #firstStarts(
    heads: ScheduleHead[],
    fromTick: number,
    toTick: number,
    durationTicks: number | undefined,
  ): Promise<(number | undefined)[]> {
    const ids = heads.map((head) => head.doctorId);
    const longestTicks = durationTicks ?? Math.max(...heads.map((head) => head.visitMinutes)) / TICK_MINUTES;
    const [schedules, masks] = await Promise.all([
      this.schedules.all(heads),
      this.repository.claimMasks(resourceKind.doctor, ids, fromTick, toTick + longestTicks),
    ]);
    return heads.map((head, index) => {
      const schedule = schedules[index];
      const ticks = durationTicks ?? head.visitMinutes / TICK_MINUTES;
      const busy = BusyTicks.fromMasks(masks.get(head.doctorId) ?? []);
      const range = {
        fromTick,
        toTick,
        durationTicks: ticks,
        stepTicks: ticks,
        notBeforeTick: fromTick,
        limit: 1,
      };
      return schedule ? freeSlots(schedule, busy, range)[0] : undefined;
    });
  }
}

const nowTick = (): number => ceilTick(Date.now());

const ceilTick = (atMs: number): number => Math.ceil(atMs / TICK_MS);

const slotAt = (tick: number, durationTicks: number): Slot => ({
  startsAt: formatInstant(tickStartMs(tick)),
  endsAt: formatInstant(tickStartMs(tick + durationTicks)),
});

function instantMs(text: string, field: string): number {
  const atMs = parseInstant(text);
  if (atMs === null) throw invalid(field, 'must be an instant of the calendar with Z or an offset');
  return atMs;
}

function ticksIn(minutes: number, field: string): number {
  if (minutes % TICK_MINUTES !== 0) throw invalid(field, `must be a multiple of ${TICK_MINUTES}`);
  return minutes / TICK_MINUTES;
}

function requireSpan(fromTick: number, toTick: number, days: number): void {
  if (toTick < fromTick) throw invalid('query.to', 'must not lie before from');
  if (toTick + TICKS_PER_DAY > calendarEndTick)
    throw invalid('query.to', 'must lie a day before the end of the year 9999');
  if (toTick - fromTick > days * TICKS_PER_DAY)
    throw invalid('query.to', `must lie at most ${days} days after from`);
}

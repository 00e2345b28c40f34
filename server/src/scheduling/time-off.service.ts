import type { Actor } from '../lib/actor.js';
import { conflict, invalid, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { DAY_MS, formatInstant, parseInstant } from '../lib/time.js';
import { isOverlapping } from './displaced-visits.js';
import { requireForeseeable } from './horizon.js';
import type { AddTimeOff, TimeOffAdded, TimeOffEntry } from './hours.types.js';
import type { ScheduleChanges } from './schedule-changes.js';
import { isOnGrid, TICK_MINUTES, ticksOf } from './ticks.js';
import type { TimeOffRepository } from './time-off.repository.js';

const timeOffAtMost = 1_000;
const longestTimeOffDays = 366;

/** When a doctor is away, in real time. */
export class TimeOffService {
  constructor(
    private readonly timeOff: TimeOffRepository,
    private readonly changes: ScheduleChanges,
    private readonly writes: Writes,
  ) {}

  /** @throws AppError `doctor_not_found`, `validation_failed`, `schedule_full` */
  async add(actor: Actor, doctorId: string, request: AddTimeOff): Promise<TimeOffAdded> {
    const startMs = gridMs(request.startsAt, 'body.startsAt');
    const endMs = gridMs(request.endsAt, 'body.endsAt');
    if (endMs <= startMs) throw invalid('body.endsAt', 'must be after startsAt');
    if (endMs - startMs > longestTimeOffDays * DAY_MS)
      throw invalid('body.endsAt', `must lie at most ${longestTimeOffDays} days after startsAt`);
    requireForeseeable(request.endsAt.slice(0, 'YYYY-MM-DD'.length), 'body.endsAt');
    const away = ticksOf(startMs, endMs);
    return this.writes.run(actor, async (tx) => {
      const entry: TimeOffEntry = {
        id: newId(),
        startsAt: formatInstant(startMs),
        endsAt: formatInstant(endMs),
        reason: request.reason?.trim() ?? null,
      };
      const change = await this.changes.within(tx, actor, doctorId, async () => {
        if ((await this.timeOff.count(tx, doctorId)) >= timeOffAtMost)
          throw conflict('schedule_full', { detail: 'There is too much time off. Remove some first.' });
        await this.timeOff.insert(tx, doctorId, entry, actor.userId);
        return {
          kind: 'schedule.time_off_added',
          payload: { timeOffId: entry.id, startsAt: entry.startsAt, endsAt: entry.endsAt },
          isDisplaced: (visit) => isOverlapping(visit, away),
        };
      });
      return { ...entry, ...change };
    });
  }

  /** @throws AppError `doctor_not_found`, `time_off_not_found` */
  async remove(actor: Actor, doctorId: string, timeOffId: string): Promise<void> {
    await this.changes.run(actor, doctorId, async (tx) => {
      if (!(await this.timeOff.remove(tx, doctorId, timeOffId))) throw notFound('time_off_not_found');
      return { kind: 'schedule.time_off_removed', payload: { timeOffId }, isDisplaced: () => false };
    });
  }
}

function gridMs(text: string, field: string): number {
  const atMs = parseInstant(text);
  if (atMs === null) throw invalid(field, 'must be an instant of the calendar with Z or an offset');
  if (!isOnGrid(atMs)) throw invalid(field, `must lie on a ${TICK_MINUTES}-minute mark`);
  return atMs;
}

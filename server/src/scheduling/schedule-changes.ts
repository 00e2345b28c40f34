import { scopeOf } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Tx } from '../lib/mysql.js';
import { reportOf, ticksOfVisit } from './displaced-visits.js';
import type { HoursRepository } from './hours.repository.js';
import type { ScheduleChange } from './hours.types.js';
import type { ScheduleRepository } from './schedule.repository.js';
import type { ScheduleHead } from './schedule-head.js';
import type { StandingVisitsRepository } from './standing-visits.repository.js';
import type { TickRange } from './ticks.js';
import type { DoctorSchedule } from './weekly-hours.js';

/** What was written, and how to tell a visit that it leaves outside the hours. */
export interface WrittenChange {
  /** `schedule.…`, past tense. */
  kind: string;
  payload: Readonly<Record<string, unknown>>;
  isDisplaced: (visit: TickRange, after: DoctorSchedule) => boolean;
}

/**
 * The way every doctor's schedule is changed. A booking reads the schedule's version in share mode in its own
 * transaction, so it either sees the change or was committed before – and then the change reports it.
 */
export class ScheduleChanges {
  constructor(
    private readonly hours: HoursRepository,
    private readonly schedules: ScheduleRepository,
    private readonly visits: StandingVisitsRepository,
    private readonly events: EventsRepository,
    private readonly writes: Writes,
  ) {}

  /**
   * Locks the doctor's row until the commit, lets `write` change the schedule, raises its version, and tells which
   * visits the doctor does not work for any more.
   * @throws AppError `doctor_not_found`, also for another doctor's calendar
   */
  run(
    actor: Actor,
    doctorId: string,
    write: (tx: Tx, head: ScheduleHead) => Promise<WrittenChange>,
  ): Promise<ScheduleChange> {
    return this.writes.run(actor, (tx) => this.within(tx, actor, doctorId, write));
  }

  /** The same inside the caller's transaction. */
  async within(
    tx: Tx,
    actor: Actor,
    doctorId: string,
    write: (tx: Tx, head: ScheduleHead) => Promise<WrittenChange>,
  ): Promise<ScheduleChange> {
    const head = await this.hours.lock(tx, doctorId, scopeOf(actor, 'schedule.write'));
    if (!head) throw notFound('doctor_not_found');
    const { kind, payload, isDisplaced } = await write(tx, head);
    await this.hours.raiseVersion(tx, doctorId);
    const version = head.scheduleVersion + 1;
    const after = await this.schedule(tx, head);
    const standing = await this.visits.ofDoctor(tx, doctorId);
    const report = reportOf(standing.filter((visit) => isDisplaced(ticksOfVisit(visit), after)));
    const appointmentIds = report.displaced.map(({ appointmentId }) => appointmentId);
    await this.events.append(tx, actor, {
      kind,
      subjectId: doctorId,
      patientId: null,
      payload: { ...payload, version, displaced: appointmentIds, displacedCount: report.displacedCount },
    });
    return { version, ...report };
  }

  /** The schedule as this transaction sees it: never from the cache, nor into it, because it may be rolled back. */
  async schedule(tx: Tx, head: ScheduleHead): Promise<DoctorSchedule> {
    const [schedule] = await this.schedules.contents([head], tx);
    if (!schedule) throw new Error('A schedule was asked for and none came.');
    return schedule;
  }
}

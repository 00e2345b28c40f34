import type { Tx } from '../lib/mysql.js';
import { type Displaced, losesHours, reportOf, ticksOfVisit } from './displaced-visits.js';
import type { ScheduleRepository } from './schedule.repository.js';
import type { StandingVisitsRepository } from './standing-visits.repository.js';
import type { DoctorSchedule } from './weekly-hours.js';

/**
 * What a change of the doctor's own row does to the visits that stand: their zone and their department's holidays are
 * part of their hours. Complete only while that row is locked: a booking holds it in share mode.
 */
export class DoctorDisplacement {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly visits: StandingVisitsRepository,
  ) {}

  /** The doctor's hours as this transaction sees them: to be asked for before the change. */
  async hours(tx: Tx, doctorId: string): Promise<DoctorSchedule> {
    const [hours] = await this.schedules.contents([await this.schedules.head(tx, doctorId)], tx);
    if (!hours) throw new Error('A schedule was asked for and none came.');
    return hours;
  }

  /** The visits that the change leaves outside the hours. */
  async since(tx: Tx, doctorId: string, before: DoctorSchedule): Promise<Displaced> {
    const after = await this.hours(tx, doctorId);
    const standing = await this.visits.ofDoctor(tx, doctorId);
    return reportOf(standing.filter((visit) => losesHours(ticksOfVisit(visit), before, after)));
  }
}

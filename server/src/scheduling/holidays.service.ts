import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, invalid, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { isDuplicateKey, type Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import { tidyName } from '../lib/person.js';
import { isCalendarDate } from '../lib/time.js';
import { type Displaced, isOutsideHoursOn, reportOf, ticksOfVisit } from './displaced-visits.js';
import type { HolidaysRepository } from './holidays.repository.js';
import type { CreateHoliday, Holiday, HolidayCreated, ListHolidays } from './holidays.types.js';
import { requireForeseeable } from './horizon.js';
import type { ScheduleRepository } from './schedule.repository.js';
import type { StandingVisitsRepository } from './standing-visits.repository.js';

/** Dates on which the clinic or a department is closed. */
export class HolidaysService {
  constructor(
    private readonly holidays: HolidaysRepository,
    private readonly schedules: ScheduleRepository,
    private readonly visits: StandingVisitsRepository,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Closes a date. Bookings of the doctors concerned wait until the commit, and then see it.
   * @throws AppError `validation_failed`, `holiday_exists`
   */
  async create(actor: Actor, request: CreateHoliday): Promise<HolidayCreated> {
    requireDate(request.dateOn, 'body.dateOn');
    requireForeseeable(request.dateOn, 'body.dateOn');
    return this.writes.run(actor, async (tx) => {
      const { dateOn, departmentId = null } = request;
      const activeDepartments = await this.holidays.lockDepartments(tx, departmentId);
      if (departmentId !== null && activeDepartments === 0)
        throw invalid('body.departmentId', 'must be an active department');
      const holiday = { id: newId(), dateOn, name: tidyName(request.name), departmentId };
      await this.holidays.raiseVersions(tx, departmentId);
      await orHolidayExists(this.holidays.insert(tx, holiday));
      const report = await this.#displaced(tx, holiday);
      const displaced = report.displaced.map(({ appointmentId }) => appointmentId);
      const payload = { dateOn, departmentId, displaced, displacedCount: report.displacedCount };
      await this.events.append(tx, actor, holidayEvent('created', holiday, payload));
      return { ...holiday, ...report };
    });
  }

  async list({ limit = defaultPageSize, cursor, ...filters }: ListHolidays): Promise<Page<Holiday>> {
    const { from = new Date().toISOString().slice(0, 10), to, departmentId } = filters;
    requireDate(from, 'query.from');
    if (to !== undefined) requireDate(to, 'query.to');
    if (to !== undefined && to < from) throw invalid('query.to', 'must not lie before from');
    const list = JSON.stringify(['holidays', filters.from, to, departmentId]);
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    const rows = await this.holidays.list({ from, to, departmentId }, limit, after);
    return this.cursors.page(list, rows, limit, ({ id, dateOn }) => ({ value: dateOn, id }));
  }

  /** @throws AppError `holiday_not_found` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.writes.run(actor, async (tx) => {
      const holiday = await this.holidays.lock(tx, id);
      if (!holiday) throw notFound('holiday_not_found');
      await this.holidays.lockDepartments(tx, holiday.departmentId);
      await this.holidays.raiseVersions(tx, holiday.departmentId);
      await this.holidays.remove(tx, id);
      const { dateOn, departmentId } = holiday;
      await this.events.append(tx, actor, holidayEvent('removed', holiday, { dateOn, departmentId }));
      return holiday;
    });
  }

  /** The visits on that date of doctors who are not there any more. The doctors' rows are locked. */
  async #displaced(tx: Tx, { dateOn, departmentId }: Holiday): Promise<Displaced> {
    const visits = await this.visits.around(tx, dateOn, departmentId);
    const heads = await this.holidays.heads(tx, [...new Set(visits.map(({ doctorId }) => doctorId))]);
    const contents = await this.schedules.contents(heads, tx);
    const schedules = new Map(heads.map(({ doctorId }, index) => [doctorId, contents[index]]));
    const displaced = visits.filter((visit) => {
      const schedule = schedules.get(visit.doctorId);
      return schedule !== undefined && isOutsideHoursOn(dateOn, ticksOfVisit(visit), schedule);
    });
    return reportOf(displaced);
  }
}

const holidayEvent = (verb: string, { id }: Holiday, payload: Readonly<Record<string, unknown>>) => ({
  kind: `holiday.${verb}`,
  subjectId: id,
  patientId: null,
  payload,
});

function requireDate(dateOn: string, field: string): void {
  if (!isCalendarDate(dateOn)) throw invalid(field, 'must be a date that the calendar has');
}

async function orHolidayExists(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isDuplicateKey(error, 'holidays.holidays_day')) throw conflict('holiday_exists');
    throw error;
  }
}

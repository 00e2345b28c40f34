import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { type SlotClaimMask, TICKS_PER_BLOCK } from './busy-ticks.js';
import type { LockedOwnPair, LockedPair, ScheduleHead } from './schedule-head.js';
import type { DateOverride, DoctorSchedule, LocalWindow, WeeklyHours } from './weekly-hours.js';

const ticksPerBlock = sql.lit(TICKS_PER_BLOCK);

const headColumns = [
  'doctors.id',
  'doctors.department_id',
  'doctors.zone',
  'doctors.visit_minutes',
  'doctors.schedule_version',
] as const;

export class ScheduleRepository {
  constructor(private readonly db: Database) {}

  /**
   * Locks the doctor's and the patient's row in share mode until the transaction ends: whoever changes the schedule,
   * or deactivates one of them, waits. `null` when there is no such doctor; a missing patient counts as inactive.
   */
  async lockPair(tx: Tx, doctorId: string, patientId: string): Promise<LockedPair | null> {
    const row = await pairs(tx, doctorId, patientId).forShare().executeTakeFirst();
    return row ? pairOf(row) : null;
  }

  /**
   * The same for a patient who books for themselves: their row is locked alone, so that bookings of one patient come
   * one after the other. Once it holds the lock, the same statement looks in the index alone whether they have `many`
   * appointments ahead: hardly anybody has.
   */
  async lockOwnPair(
    tx: Tx,
    doctorId: string,
    patientId: string,
    many: number,
  ): Promise<LockedOwnPair | null> {
    const row = await pairs(tx, doctorId, patientId)
      .select(hasAhead(many).as('has_many'))
      .forShare('doctors')
      .forUpdate('patients')
      .executeTakeFirst();
    return row ? { ...pairOf(row), hasMany: row.has_many === 1 } : null;
  }

  /** As this transaction sees the doctor, active or not. Call it with the doctor's row locked. */
  async head(tx: Tx, doctorId: string): Promise<ScheduleHead> {
    const row = await tx
      .selectFrom('doctors')
      .select(headColumns)
      .where('doctors.id', '=', uuidBytes(doctorId))
      .executeTakeFirstOrThrow();
    return headOf(row);
  }

  async maybeHead(doctorId: string): Promise<ScheduleHead | null> {
    const row = await this.db.read
      .selectFrom('doctors')
      .select(headColumns)
      .where('doctors.id', '=', uuidBytes(doctorId))
      .where('doctors.is_active', '=', 1)
      .executeTakeFirst();
    return row ? headOf(row) : null;
  }

  /** Active doctors by specialization (id or name) and department; at most `limit`, in no particular order. */
  async heads(filter: {
    specializationId?: string;
    specialization?: string;
    departmentId?: string;
    limit: number;
  }): Promise<ScheduleHead[]> {
    const { specializationId, specialization, departmentId } = filter;
    let query = this.db.read.selectFrom('doctors').select(headColumns).where('doctors.is_active', '=', 1);
    if (departmentId) query = query.where('doctors.department_id', '=', uuidBytes(departmentId));
    if (specializationId || specialization) {
      query = query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('doctor_specializations')
            .innerJoin('specializations', 'specializations.id', 'doctor_specializations.specialization_id')
            .select(sql.lit(1).as('one'))
            .whereRef('doctor_specializations.doctor_id', '=', 'doctors.id')
            .$if(specializationId !== undefined, (q) =>
              q.where('specializations.id', '=', uuidBytes(specializationId ?? '')),
            )
            .$if(specialization !== undefined, (q) =>
              q.where('specializations.name', '=', specialization ?? ''),
            ),
        ),
      );
    }
    return (await query.limit(filter.limit).execute()).map(headOf);
  }

  /**
   * The schedules behind these heads: all that matters after `since`, two days ago when absent. Inside a booking, `db`
   * is its transaction.
   */
  async contents(
    heads: ScheduleHead[],
    db: Tx | Db = this.db.read,
    since: Date = new Date(Date.now() - 2 * 86_400_000),
  ): Promise<DoctorSchedule[]> {
    if (heads.length === 0) return [];
    const ids = heads.map((head) => uuidBytes(head.doctorId));
    const sinceOn = since.toISOString().slice(0, 10);
    const weekly = await db
      .selectFrom('working_hours')
      .select(['doctor_id', 'weekday', 'start_minute', 'end_minute', 'valid_from_on', 'valid_to_on'])
      .where('doctor_id', 'in', ids)
      .execute();
    const overrides = await db
      .selectFrom('schedule_overrides')
      .select(['doctor_id', 'date_on', 'windows'])
      .where('doctor_id', 'in', ids)
      .where('date_on', '>=', sinceOn)
      .execute();
    const timeOff = await db
      .selectFrom('time_off')
      .select(['doctor_id', 'starts_at', 'ends_at'])
      .where('doctor_id', 'in', ids)
      .where('ends_at', '>', since)
      .execute();
    const holidays = await db
      .selectFrom('holidays')
      .select(['date_on', 'department_id'])
      .where('date_on', '>=', sinceOn)
      .execute();
    const weeklyOf = byDoctor(weekly, weeklyHoursOf);
    const overridesOf = byDoctor(overrides, overrideOf);
    const timeOffOf = byDoctor(timeOff, (row) => ({
      startsAtMs: row.starts_at.getTime(),
      endsAtMs: row.ends_at.getTime(),
    }));
    return heads.map(({ doctorId, departmentId, zone, visitMinutes }) => ({
      zone,
      visitMinutes,
      weekly: weeklyOf(doctorId),
      overrides: overridesOf(doctorId),
      holidays: holidays
        .filter((day) => day.department_id === null || uuidText(day.department_id) === departmentId)
        .map((day) => day.date_on),
      timeOff: timeOffOf(doctorId),
    }));
  }

  /**
   * Claimed ticks of one kind of resource in four-hour blocks, by resource id. Expired holds do not count.
   * One range of the primary key per resource; thirty full days are 180 rows.
   */
  async claimMasks(
    kind: number,
    ids: string[],
    fromTick: number,
    toTick: number,
    db: Tx | Db = this.db.read,
  ): Promise<Map<string, SlotClaimMask[]>> {
    const masks = new Map<string, SlotClaimMask[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return masks;
    const { rows } = await sql<SlotClaimMask & { resource_id: Buffer }>`
      select resource_id, tick div ${ticksPerBlock} as block, bit_or(1 << (tick mod ${ticksPerBlock})) as mask
      from slot_claims
      where resource_kind = ${kind} and resource_id in (${sql.join(ids.map(uuidBytes))})
        and tick >= ${fromTick} and tick < ${toTick} and (expires_at is null or expires_at > now(3))
      group by resource_id, block`.execute(db);
    for (const row of rows) masks.get(uuidText(row.resource_id))?.push({ block: row.block, mask: row.mask });
    return masks;
  }
}

const pairs = (tx: Tx, doctorId: string, patientId: string) =>
  tx
    .selectFrom('doctors')
    .leftJoin('patients', (join) => join.on('patients.id', '=', uuidBytes(patientId)))
    .select([
      ...headColumns,
      'doctors.is_active',
      'patients.is_active as is_patient_active',
      'patients.birth_on',
    ])
    .where('doctors.id', '=', uuidBytes(doctorId));

const hasAhead = (many: number) =>
  many === 0
    ? sql.lit(1)
    : sql<number | null>`(select 1 from appointments as ahead
  where ahead.patient_id = patients.id and ahead.starts_at > now(3)
  order by ahead.starts_at limit 1 offset ${sql.lit(many - 1)})`;

const pairOf = (
  row: Parameters<typeof headOf>[0] & {
    is_active: number;
    is_patient_active: number | null;
    birth_on: string | null;
  },
): LockedPair => ({
  doctor: { ...headOf(row), isActive: row.is_active === 1 },
  isPatientActive: row.is_patient_active === 1,
  patientBornOn: row.birth_on,
});

const headOf = (row: {
  id: Buffer;
  department_id: Buffer;
  zone: string;
  visit_minutes: number;
  schedule_version: number;
}): ScheduleHead => ({
  doctorId: uuidText(row.id),
  departmentId: uuidText(row.department_id),
  zone: row.zone,
  visitMinutes: row.visit_minutes,
  scheduleVersion: row.schedule_version,
});

const weeklyHoursOf = (row: {
  weekday: number;
  start_minute: number;
  end_minute: number;
  valid_from_on: string | null;
  valid_to_on: string | null;
}): WeeklyHours => ({
  weekday: row.weekday as WeeklyHours['weekday'],
  startMinute: row.start_minute,
  endMinute: row.end_minute,
  validFromOn: row.valid_from_on,
  validToOn: row.valid_to_on,
});

const overrideOf = (row: { date_on: string; windows: unknown }): DateOverride => ({
  dateOn: row.date_on,
  windows: row.windows as LocalWindow[],
});

function byDoctor<Row extends { doctor_id: Buffer }, T>(
  rows: Row[],
  map: (row: Row) => T,
): (doctorId: string) => T[] {
  const grouped = Map.groupBy(rows, (row) => uuidText(row.doctor_id));
  return (doctorId) => (grouped.get(doctorId) ?? []).map(map);
}

import { type Expression, type ExpressionBuilder, sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import type { DB } from '../generated/db.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import { isDuplicateKey, type Tx } from '../lib/mysql.js';
import { resourceKind } from '../scheduling/resource-kind.js';

/** The time that one appointment takes of its doctor and of its patient. */
export interface ClaimedTime {
  appointmentId: string;
  doctorId: string;
  patientId: string;
  startTick: number;
  endTick: number;
  doctorSeat: number;
  patientSeat: number;
}

/** An appointment that stands in the way of a claim. */
export interface Blocker {
  appointmentId: string;
  resource: 'doctor' | 'patient';
  startsAt: Date;
  endsAt: Date;
  /** Whether whoever was refused may read that visit. */
  isReadable: boolean;
  /** A hold whose time is over: it no longer stands in the way of anybody who clears it away. */
  isExpired: boolean;
}

/** The guard. One row per resource, 5-minute tick and seat; the primary key makes two of them impossible. */
export class SlotClaimsRepository {
  /**
   * Claims the time in one statement, rows in primary-key order, so that a loser stops at its first write. Waits for
   * whoever is about to claim the same. @returns false when a tick is taken; the transaction can go on then.
   */
  async claim(tx: Tx, time: ClaimedTime, holdSeconds: number | null = null): Promise<boolean> {
    const expiresAt =
      holdSeconds === null ? null : (sql`now(3) + interval ${holdSeconds} second` as Expression<Date>);
    try {
      await tx
        .insertInto('slot_claims')
        .values(rowsOf(time).map((row) => ({ ...row, expires_at: expiresAt })))
        .execute();
      return true;
    } catch (error) {
      if (isDuplicateKey(error, 'slot_claims.PRIMARY')) return false;
      throw error;
    }
  }

  /**
   * Frees the time: bookable by others from the commit on. Where somebody was overbooked on top, they move down
   * to the freed seat, so that the time of a visit that does take place is never offered.
   */
  async release(tx: Tx, time: ClaimedTime): Promise<void> {
    await tx
      .deleteFrom('slot_claims')
      .where('appointment_id', '=', uuidBytes(time.appointmentId))
      .where((eb) => eb.or(resourcesOf(time).map((resource) => eb.and(inResource(eb, resource, time)))))
      .execute();
    await this.moveDown(tx, time);
  }

  /**
   * Moves claims down to seat 0 wherever nobody has that: a tick that is taken at all is taken there, so that booking
   * refuses what the list of slots leaves out.
   */
  async moveDown(tx: Tx, time: ClaimedTime): Promise<void> {
    for (const { kind, id } of resourcesOf(time))
      await sql`update ignore slot_claims set seat = 0
        where resource_kind = ${kind} and resource_id = ${id} and tick >= ${time.startTick} and tick < ${time.endTick}
          and seat > 0 order by seat`.execute(tx);
  }

  /** Makes a hold's claims last. @returns false when they are gone or have expired */
  async keep(tx: Tx, time: ClaimedTime): Promise<boolean> {
    const result = await tx
      .updateTable('slot_claims')
      .set({ expires_at: null })
      .where('appointment_id', '=', uuidBytes(time.appointmentId))
      .where('expires_at', '>', sql<Date>`now(3)`)
      .where((eb) => eb.or(resourcesOf(time).map((resource) => eb.and(inResource(eb, resource, time)))))
      .executeTakeFirstOrThrow();
    return Number(result.numUpdatedRows) === 2 * (time.endTick - time.startTick);
  }

  /** Who stands in the way, earliest first; at most 20. @param readable the visits that whoever asks may read */
  async blockers(tx: Tx, time: ClaimedTime, readable: Scope): Promise<Blocker[]> {
    const rows = await tx
      .selectFrom('slot_claims')
      .innerJoin('appointments', 'appointments.id', 'slot_claims.appointment_id')
      .select([
        'slot_claims.resource_kind',
        'appointments.id',
        'appointments.starts_at',
        'appointments.ends_at',
        sql<number>`${inScope(readable, scopedColumns)}`.as('is_readable'),
        sql<number>`slot_claims.expires_at is not null and slot_claims.expires_at <= now(3)`.as('is_expired'),
      ])
      .distinct()
      .where((eb) => eb.or(resourcesOf(time).map((resource) => eb.and(inResource(eb, resource, time)))))
      .where('slot_claims.appointment_id', '!=', uuidBytes(time.appointmentId))
      .orderBy('appointments.starts_at')
      .limit(20)
      .execute();
    return rows.map((row) => ({
      appointmentId: uuidText(row.id),
      resource: row.resource_kind === resourceKind.doctor ? 'doctor' : 'patient',
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      isReadable: row.is_readable === 1,
      isExpired: row.is_expired === 1,
    }));
  }

  /** The lowest seat above every seat taken in this time; 0 when the time is free. */
  async seatAbove(tx: Tx, resource: 'doctor' | 'patient', time: ClaimedTime): Promise<number> {
    const id = resource === 'doctor' ? time.doctorId : time.patientId;
    const row = await tx
      .selectFrom('slot_claims')
      .select((eb) => eb.fn.max('seat').as('seat'))
      .where('resource_kind', '=', resourceKind[resource])
      .where('resource_id', '=', uuidBytes(id))
      .where('tick', '>=', time.startTick)
      .where('tick', '<', time.endTick)
      .executeTakeFirst();
    return row?.seat == null ? 0 : row.seat + 1;
  }
}

/** When the claims of this time run out, as part of a statement; null for claims that last. */
export const claimsExpiry = ({ doctorId, startTick, doctorSeat }: ClaimedTime): Expression<Date> =>
  sql`(select expires_at from slot_claims where resource_kind = ${resourceKind.doctor}
    and resource_id = ${uuidBytes(doctorId)} and tick = ${startTick} and seat = ${doctorSeat})`;

const scopedColumns = { patientId: 'appointments.patient_id', doctorId: 'appointments.doctor_id' };

interface Resource {
  kind: number;
  id: Buffer;
  seat: number;
}

const resourcesOf = (time: ClaimedTime): Resource[] => [
  { kind: resourceKind.doctor, id: uuidBytes(time.doctorId), seat: time.doctorSeat },
  { kind: resourceKind.patient, id: uuidBytes(time.patientId), seat: time.patientSeat },
];

/** One range of the primary key. */
const inResource = (eb: ExpressionBuilder<DB, 'slot_claims'>, { kind, id }: Resource, time: ClaimedTime) => [
  eb('slot_claims.resource_kind', '=', kind),
  eb('slot_claims.resource_id', '=', id),
  eb('slot_claims.tick', '>=', time.startTick),
  eb('slot_claims.tick', '<', time.endTick),
];

function rowsOf(time: ClaimedTime) {
  const appointmentId = uuidBytes(time.appointmentId);
  const ticks = Array.from({ length: time.endTick - time.startTick }, (_, index) => time.startTick + index);
  return resourcesOf(time).flatMap(({ kind, id, seat }) =>
    ticks.map((tick) => ({
      resource_kind: kind,
      resource_id: id,
      tick,
      seat,
      appointment_id: appointmentId,
    })),
  );
}

import { type Expression, type SqlBool, sql } from 'kysely';
import { uuidBytes } from '../lib/ids.js';
import type { Scope } from './policy.js';

/** The columns that hold a row's people, as trusted names from code, e.g. `appointments.patient_id`. */
export interface ScopedColumns {
  patientId: string;
  /** Needed where an action is granted on the doctor's own calendar. */
  doctorId?: string;
}

/**
 * The scope as a condition of a query. Relationships are read from MySQL by that very query: there is nothing to
 * invalidate, and a relationship that ended is gone with the next request.
 */
export function inScope(scope: Scope, columns: ScopedColumns): Expression<SqlBool> {
  const patientId = sql.ref(columns.patientId);
  switch (scope.kind) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'own':
      return sql<SqlBool>`${patientId} = ${uuidBytes(scope.patientId)}`;
    case 'calendar':
      return columns.doctorId
        ? sql<SqlBool>`${sql.ref(columns.doctorId)} = ${uuidBytes(scope.doctorId)}`
        : sql<SqlBool>`false`;
    case 'treating':
      return isTreating(patientId, uuidBytes(scope.doctorId));
    case 'ward':
      return hasCurrentVisit(patientId, uuidBytes(scope.departmentId));
    case 'department': // grants numbers, never rows of people
    case 'self':
      return sql<SqlBool>`false`;
  }
}

/**
 * A treating relationship: a visit from 12 months back to 90 days ahead that the patient or the front desk stands
 * behind, or attending on a medical record of the last 12 months. A doctor's own booking of a stranger does not count.
 */
const isTreating = (patientId: Expression<unknown>, doctorId: Buffer): Expression<SqlBool> => sql<SqlBool>`(
  exists (select 1 from appointments as treated
    where treated.patient_id = ${patientId} and treated.doctor_id = ${doctorId} and treated.is_acknowledged
      and treated.state not in ('held', 'cancelled', 'expired')
      and treated.starts_at between now(3) - interval 12 month and now(3) + interval 90 day)
  or exists (select 1 from medical_records as attended
    where attended.patient_id = ${patientId} and attended.doctor_id = ${doctorId}
      and attended.opened_at > now(3) - interval 12 month))`;

/**
 * A current visit in that department: within twelve hours, and the patient or the front desk stands behind it, or a
 * record of the last week that is open. A stranger whom a doctor booked is as strange to her nurses.
 */
const hasCurrentVisit = (
  patientId: Expression<unknown>,
  departmentId: Buffer,
): Expression<SqlBool> => sql<SqlBool>`(
  exists (select 1 from appointments as current
    where current.patient_id = ${patientId} and current.department_id = ${departmentId}
      and current.is_acknowledged and current.state not in ('held', 'cancelled', 'expired')
      and current.starts_at between now(3) - interval 12 hour and now(3) + interval 12 hour)
  or exists (select 1 from medical_records as admitted
    where admitted.patient_id = ${patientId} and admitted.department_id = ${departmentId} and admitted.status = 'open'
      and admitted.opened_at > now(3) - interval 7 day))`;

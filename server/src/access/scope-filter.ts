import { type Expression, type SqlBool, sql } from 'kysely';
import { uuidBytes } from '../lib/ids.js';
import type { Scope } from './policy.js';
import { hasCurrentVisit, isTreating, isTreatingByVisit } from './relationships.js';

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

/** Like `inScope`, without what a doctor opened alone: that must not lead to more of its kind. */
export const inScopeByVisit = (scope: Scope, columns: ScopedColumns): Expression<SqlBool> =>
  scope.kind === 'treating'
    ? isTreatingByVisit(sql.ref(columns.patientId), uuidBytes(scope.doctorId))
    : inScope(scope, columns);

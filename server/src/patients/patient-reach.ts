import { type Expression, type SqlBool, sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { uuidBytes } from '../lib/ids.js';

/**
 * Narrows a list or search to patients who can be in scope, by index: a doctor or a ward has hundreds of patients and
 * the clinic a hundred thousand. It decides nothing: every query that uses it also asks `inScope`.
 * @param patientId a trusted column name from code
 */
export function inReach(scope: Scope, patientId: string): Expression<SqlBool> {
  const candidates = candidatesOf(scope);
  return candidates === null ? sql<SqlBool>`true` : sql<SqlBool>`${sql.ref(patientId)} in ${candidates}`;
}

/** A superset of the scope's patients. The outer SELECT lets MySQL materialise the union once and start from it. */
function candidatesOf(scope: Scope): Expression<unknown> | null {
  if (scope.kind === 'treating') {
    const doctorId = uuidBytes(scope.doctorId);
    return sql`(select reach.patient_id from (
      select patient_id from appointments where doctor_id = ${doctorId}
        and starts_at between now(3) - interval 12 month and now(3) + interval 90 day
      union select patient_id from medical_records where doctor_id = ${doctorId}
        and opened_at > now(3) - interval 13 month) as reach)`;
  }
  if (scope.kind === 'ward') {
    const departmentId = uuidBytes(scope.departmentId);
    return sql`(select reach.patient_id from (
      select patient_id from appointments where department_id = ${departmentId}
        and starts_at between now(3) - interval 12 hour and now(3) + interval 12 hour
      union select patient_id from medical_records where department_id = ${departmentId}
        and opened_at > now(3) - interval 7 day) as reach)`;
  }
  return null;
}

import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../lib/actor.js';

/**
 * Whose word makes a visit count for a relationship: the patient's, the front desk's, and the clinic's own for what it
 * imports. A doctor's or nurse's booking counts once one of them stands behind it, or once it took place.
 */
export const standsBehindVisits = ({ role }: Actor): boolean =>
  role === 'patient' || role === 'receptionist' || role === 'system';

type Span = readonly [from: Expression<unknown>, to: Expression<unknown>];

const inYearAround: Span = [sql`now(3) - interval 12 month`, sql`now(3) + interval 90 day`];
const inHoursAround: Span = [sql`now(3) - interval 12 hour`, sql`now(3) + interval 12 hour`];
const inWeekBefore: Span = [sql`now(3) - interval 7 day`, sql`now(3) + interval 12 hour`];

/**
 * Whether a visit counts then: the patient or the desk stands behind it, nobody called it off, and both its start and
 * the one that they stand behind lie in the span. So neither moving a visit nor opening its record renews anything.
 * @param visit the alias of a row of `appointments`
 */
function countsIn(visit: string, [from, to]: Span): Expression<SqlBool> {
  const column = (name: string) => sql.ref(`${visit}.${name}`);
  const startsAt = column('starts_at');
  return sql<SqlBool>`(${column('is_acknowledged')} and ${column('state')} not in ('held', 'cancelled', 'expired')
    and ${startsAt} between ${from} and ${to}
    and coalesce(${column('acknowledged_start_at')}, ${startsAt}) between ${from} and ${to})`;
}

/**
 * A treating relationship: a visit from 12 months back to 90 days ahead that counts, an open record of such a visit, or
 * an admission or a checked-in walk-in of the last 12 months; and for 24 hours a walk-in whom the doctor alone has seen.
 */
export const isTreating = (patientId: Expression<unknown>, doctorId: Buffer): Expression<SqlBool> =>
  treats(patientId, doctorId, sql`attended.opened_at > now(3) - interval 24 hour`);

/** The same without walk-ins whom the doctor alone has seen. */
export const isTreatingByVisit = (patientId: Expression<unknown>, doctorId: Buffer): Expression<SqlBool> =>
  treats(patientId, doctorId, sql`false`);

const treats = (
  patientId: Expression<unknown>,
  doctorId: Buffer,
  countsAlone: Expression<unknown>,
): Expression<SqlBool> => sql<SqlBool>`(
  exists (select 1 from appointments as treated
    where treated.patient_id = ${patientId} and treated.doctor_id = ${doctorId}
      and ${countsIn('treated', inYearAround)})
  or exists (select 1 from medical_records as attended
    left join appointments as visited on visited.id = attended.appointment_id
    where attended.patient_id = ${patientId} and attended.doctor_id = ${doctorId}
      and attended.opened_at > now(3) - interval 13 month
      and case
        when attended.appointment_id is not null
          then attended.status = 'open' and ${countsIn('visited', inYearAround)}
        when attended.is_opened_alone then ${countsAlone}
        else attended.opened_at > now(3) - interval 12 month end))`;

/**
 * A current visit in that department: within twelve hours, and it counts; or an open record of
 * the last week: of a visit that counts, of an admission, of a walk-in who was checked in or came in the last 24 hours.
 */
export const hasCurrentVisit = (
  patientId: Expression<unknown>,
  departmentId: Buffer,
): Expression<SqlBool> => sql<SqlBool>`(
  exists (select 1 from appointments as current
    where current.patient_id = ${patientId} and current.department_id = ${departmentId}
      and ${countsIn('current', inHoursAround)})
  or exists (select 1 from medical_records as admitted
    left join appointments as visited on visited.id = admitted.appointment_id
    where admitted.patient_id = ${patientId} and admitted.department_id = ${departmentId}
      and admitted.status = 'open' and admitted.opened_at > now(3) - interval 7 day
      and if(admitted.appointment_id is null,
        not admitted.is_opened_alone or admitted.opened_at > now(3) - interval 24 hour,
        ${countsIn('visited', inWeekBefore)})))`;

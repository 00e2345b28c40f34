import { sql } from 'kysely';
import { zeroId } from '../analytics/statements.js';

/** The three tables of offered time: those that answers come from, and those that are built beside them. */
export interface OfferedTables {
  days: string;
  spans: string;
  totals: string;
}

const named = (suffix: string): OfferedTables => ({
  days: `offered_days${suffix}`,
  spans: `offered_spans${suffix}`,
  totals: `offered_totals${suffix}`,
});

export const live = named('');
export const beside = named('__new');
export const replaced = named('__old');

const all = sql.raw(zeroId);

/** Selects what `offered_totals` has to hold: each month of each doctor, and in all its sums. */
export const totalsOf = ({ days }: OfferedTables) => sql`
  select if(by_year, months.year, 0) as year,
    if(by_month, months.month, 0) as month,
    if(by_department, months.department_id, ${all}) as department_id,
    if(by_doctor, months.doctor_id, ${all}) as doctor_id,
    sum(months.minutes) as minutes
  from (
    select year(date_on) as year, month(date_on) as month, department_id, doctor_id, sum(minutes) as minutes
    from ${sql.table(days)} group by 1, 2, 3, 4
  ) as months
  cross join (select 1 as by_year, 1 as by_month union all select 1, 0 union all select 0, 0) as periods
  cross join (
    select 1 as by_department, 1 as by_doctor union all select 1, 0 union all select 0, 1 union all select 0, 0
  ) as levels
  group by 1, 2, 3, 4`;

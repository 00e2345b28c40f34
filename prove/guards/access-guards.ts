import { type Guard, guard, long } from './guard.js';

const src = 'server/src';
const relationships = 'server/test/access/relationships.test.ts';
const patients = 'server/test/directory/patients.test.ts';
const scopeFilter = `${src}/access/scope-filter.ts`;
const rules = `${src}/access/relationships.ts`;

/** Who may do what, and about whom: functions, relationships, and what takes two. */
export const accessGuards: readonly Guard[] = [
  guard(
    'the function that an operation asks for',
    [`${src}/http/authentication.ts`, 'requireFunction(actor, actionOf(scopes));'],
    ['server/test/directory/staff.test.ts', 'is for admins only'],
  ),
  guard(
    'a policy for every operation',
    [`${src}/access/coverage.ts`, 'if (uncovered.length > 0)', 'if (uncovered.length < 0)'],
    ['server/test/auth/start-up.test.ts', 'is refused when an operation has no policy'],
  ),
  guard(
    'the doctor’s relationship',
    [scopeFilter, 'return isTreating(patientId, uuidBytes(scope.doctorId));', 'return sql<SqlBool>`true`;'],
    [relationships, 'a doctor with a visit tomorrow'],
  ),
  guard(
    'the nurse’s current visit',
    [
      scopeFilter,
      'return hasCurrentVisit(patientId, uuidBytes(scope.departmentId));',
      'return sql<SqlBool>`true`;',
    ],
    [relationships, 'with a visit in 11 hours'],
  ),
  guard(
    'the department of a nurse',
    [rules, 'current.department_id =', "'' <"],
    [relationships, 'with a visit in 11 hours'],
  ),
  guard(
    'the end of a doctor’s relationship',
    [
      rules,
      'const inYearAround: Span = [sql`now(3) - interval 12 month`',
      'const inYearAround: Span = [sql`now(3) - interval 120 month`',
    ],
    [relationships, 'a doctor with a visit 13 months ago'],
  ),
  guard(
    'the end of a nurse’s current visit',
    [
      rules,
      'const inHoursAround: Span = [sql`now(3) - interval 12 hour`',
      'const inHoursAround: Span = [sql`now(3) - interval 120 hour`',
    ],
    [relationships, 'with a visit 13 hours ago'],
  ),
  guard(
    'cancelled visits, which make no relationship',
    [rules, ` and \${column('state')} not in ('held', 'cancelled', 'expired')`],
    [relationships, 'a doctor with a visit cancelled'],
  ),
  guard(
    'a stranger whom a doctor booked by herself',
    [
      `${src}/appointments/booking-rows.ts`,
      'isAcknowledged: standsBehindVisits(actor),',
      'isAcknowledged: true,',
    ],
    [relationships, 'a doctor with a visit booked by the doctor alone'],
  ),
  guard(
    'the patient’s own things',
    [scopeFilter, 'uuidBytes(scope.patientId)', 'patientId'],
    ['server/test/booking/booking.test.ts', 'shows nobody else the visit'],
  ),
  long(
    guard(
      'the doctor’s own calendar',
      [scopeFilter, 'uuidBytes(scope.doctorId)}`\n', 'sql.ref(columns.doctorId)}`\n'],
      ['server/test/booking/states.test.ts', 'from "held"'],
    ),
  ),
  guard(
    'the second admin of a deactivation',
    [
      `${src}/patients/patient-activity.service.ts`,
      'if (asked.requestedBy === actor.userId)',
      'if (!asked.requestedBy)',
    ],
    [patients, 'deactivates a patient only when two admins agree'],
  ),
  guard(
    'the week that a deactivation may wait',
    [`${src}/patients/patient-activity.service.ts`, 'return hasLapsed ? null : asked;', 'return asked;'],
    ['server/test/access/small-print.test.ts', 'forgets after a week'],
  ),
  guard(
    'nobody changes her own rights',
    [`${src}/staff/staff.service.ts`, 'if (actor.userId === id)', 'if (!id)'],
    ['server/test/directory/staff.test.ts', 'lets nobody change her own rights'],
  ),
];

import { type Guard, guard, guardInLayers, long } from './guard.js';

const src = 'server/src';
const booking = 'server/test/booking/booking.test.ts';
const states = 'server/test/booking/states.test.ts';

/** Taking, keeping and giving back time. */
export const bookingGuards: readonly Guard[] = [
  guard(
    'the key of slot claims',
    [
      'sql/migrations/20261121090300_appointments__create.sql',
      'PRIMARY KEY (resource_kind, resource_id, tick, seat)',
      'PRIMARY KEY (resource_kind, resource_id, tick, seat, appointment_id)',
    ],
    [booking, 'refuses a taken time'],
  ),
  guard(
    'the claim of the patient’s time',
    [
      `${src}/appointments/slot-claims.repository.ts`,
      '  { kind: resourceKind.patient, id: uuidBytes(time.patientId), seat: time.patientSeat },\n',
    ],
    [booking, 'keeps a patient from being with two doctors'],
  ),
  guard(
    'the retry of a lost deadlock',
    [`${src}/lib/mysql.ts`, 'if (!isContention(error))', 'if (error)'],
    ['server/test/lib/contention.test.ts'],
  ),
  guard(
    'the look whether a hold has run out, when it is confirmed',
    [`${src}/appointments/slot-claims.repository.ts`, "\n      .where('expires_at', '>', sql<Date>`now(3)`)"],
    ['server/test/booking/late-confirmation.test.ts'],
  ),
  guard(
    'the look whether a hold has run out, when its time is wanted',
    [
      `${src}/appointments/time-taking.ts`,
      'blockers.filter((blocker) => !blocker.isExpired);\n      if (standing',
      'blockers;\n      if (standing',
    ],
    ['server/test/booking/late-confirmation.test.ts'],
  ),
  guard(
    'the release of a cancelled visit’s time',
    [
      `${src}/appointments/appointments.service.ts`,
      "if (to === 'cancelled') await this.taking.free(tx, before);",
    ],
    [booking, 'takes a listed slot out'],
  ),
  guard(
    'the release of the old time of a moved visit',
    [`${src}/appointments/booking.service.ts`, 'await this.taking.free(tx, before);\n'],
    [booking, 'moves a visit onto its own ticks'],
  ),
  guard(
    'the refusal of times that have begun',
    [`${src}/appointments/booking-rules.ts`, 'time.startsAt >= now && '],
    [booking, 'offers nothing that has begun'],
  ),
  guard(
    'the refusal of times that are not offered',
    [
      `${src}/appointments/booking-terms.ts`,
      "if (!isBookable(schedule, time, notBefore)) throw new SlotRefused('slot_not_offered', doctor, time);",
    ],
    [booking, 'offers nothing that has begun'],
  ),
  guard(
    'whose function overbooking is',
    [
      `${src}/appointments/booking.service.ts`,
      "if (overbookReason !== null) scopeOf(actor, 'appointment.overbook');",
    ],
    [booking, 'lets the front desk overbook'],
  ),
  guard(
    'the seat of who was overbooked and remains',
    [`${src}/appointments/slot-claims.repository.ts`, 'await this.moveDown(tx, time);'],
    [booking, 'lets the front desk overbook'],
  ),
  guard(
    'one’s own patient when one books oneself',
    [
      `${src}/appointments/booking-rules.ts`,
      ' || (patientId !== undefined && patientId !== actor.patientId)',
    ],
    [states, 'begin only in the own name'],
  ),
  guard(
    'one’s own calendar when a doctor books',
    [
      `${src}/appointments/booking.service.ts`,
      "if (scope.kind === 'calendar' && scope.doctorId !== request.doctorId) throw notFound('doctor_not_found');",
    ],
    [states, 'begin only in the own name'],
  ),
  guard(
    'the ward when a nurse books',
    [
      `${src}/appointments/booking.service.ts`,
      "if (scope.kind === 'ward' && !(await this.appointments.isPatientInScope(tx, scope, request.patientId)))\n      throw notFound('patient_not_found');",
    ],
    [states, 'begin only in the own name'],
  ),
  long(
    guard(
      'the table of states',
      [
        `${src}/appointments/booking-rules.ts`,
        'if (!from.includes(appointment.state)) throw invalidTransition(appointment.state, from);',
      ],
      [states, 'from "cancelled"'],
    ),
  ),
  guard(
    'the patients’ two hours',
    [
      `${src}/appointments/booking-rules.ts`,
      " && (verb === 'cancel' || verb === 'reschedule') && isLate)",
      ' && !isLate)',
    ],
    [states, 'close for patients two hours before'],
  ),
  guard(
    'the twelve hours of check-in',
    [`${src}/appointments/booking-rules.ts`, 'startsInMs > checkInOpensMs', 'startsInMs < 0'],
    [states, 'open for check-in'],
  ),
  guard(
    'doctors who are not there any more',
    [`${src}/appointments/booking-terms.ts`, 'if (!pair?.doctor.isActive)', 'if (!pair)'],
    ['server/test/access/small-print.test.ts', 'with a doctor who was deactivated'],
  ),
  guard(
    'patients who are not there any more',
    [
      `${src}/appointments/booking-terms.ts`,
      "if (!pair.isPatientActive) throw notFound('patient_not_found');",
    ],
    ['server/test/access/small-print.test.ts', 'book for a patient who was deactivated'],
  ),
  guard(
    'work that goes on where Redis gives no lock',
    [
      `${src}/lib/locks.ts`,
      "'elsewhere' : 'away' });\n      return null;",
      "'elsewhere' : 'away' });\n      throw error;",
    ],
    ['server/test/lib/damper.test.ts'],
  ),
  guardInLayers(
    'the deadlines of Redis',
    [
      { file: `${src}/lib/redis.ts`, text: 'commandTimeout: 250,', instead: '' },
      {
        file: `${src}/lib/locks.ts`,
        text: 'await Promise.race([',
        instead: 'await (([asked]) => asked)([',
      },
    ],
    ['server/test/lib/damper.test.ts'],
  ),
];

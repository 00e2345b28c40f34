import { type Guard, guard } from './guard.js';

const src = 'server/src';
const limits = 'server/test/booking/limits.test.ts';
const again = 'server/test/booking/confirm-again.test.ts';
const displacement = 'server/test/scheduling/doctor-displacement.test.ts';
const service = `${src}/appointments/booking.service.ts`;
const rules = `${src}/appointments/patient-limits.ts`;
const appointments = `${src}/appointments/appointments.repository.ts`;
const rows = `${src}/scheduling/schedule.repository.ts`;

/** How far patients go when they book for themselves, and what is asked again. */
export const limitGuards: readonly Guard[] = [
  guard(
    'the doctor’s length',
    [rules, "if (actor.role !== 'patient' || offered.includes(minutes)) return;", 'return;'],
    [limits, 'and not of 25 minutes'],
  ),
  guard(
    'the doctor’s length of a visit that is moved',
    [service, 'requireOfferedLength(actor, minutes, [doctor.visitMinutes, presentMinutes]);'],
    [limits, 'and not of 25 minutes'],
  ),
  guard(
    'the horizon',
    [rules, 'if (startsAt.getTime() > until)', 'if (startsAt.getTime() < 0)'],
    [limits, 'a year ahead, which the answer says'],
  ),
  guard(
    'the horizon of a visit that is moved',
    [
      service,
      'requireWithinHorizon(actor, time.startsAt, limits, now);\n      const doctor = await',
      'const doctor = await',
    ],
    [limits, 'a year ahead, which the answer says'],
  ),
  guard(
    'the end of the lists of free times',
    [
      `${src}/scheduling/slots.service.ts`,
      'const toTick = Math.min(range.toTick, await this.#endTick(range.beyondHorizon));',
      'const toTick = range.toTick;',
    ],
    [limits, 'where the lists of free times end'],
  ),
  guard(
    'the end of the search over many doctors',
    [
      `${src}/scheduling/slots.service.ts`,
      'const toTick = Math.min(untilTick, await this.#endTick(query.beyondHorizon ?? false));',
      'const toTick = untilTick;',
    ],
    [limits, 'where the lists of free times end'],
  ),
  guard(
    'the end of the alternatives of patients',
    [
      `${src}/appointments/alternative-slots.ts`,
      "this.#nextFree(refusal, role !== 'patient')",
      'this.#nextFree(refusal, role !== null)',
    ],
    [limits, 'no alternative to a refused time'],
  ),
  guard(
    'the look whether there may be too many',
    [rows, 'hasMany: row.has_many === 1', 'hasMany: row.has_many === 2'],
    [limits, 'ten visits and three holds'],
  ),
  guard(
    'the limit of none',
    [rows, 'many === 0\n    ? sql.lit(1)\n    : ', ''],
    [limits, 'none where the clinic wants none'],
  ),
  guard(
    'the number of visits',
    [rules, 'if (own.visits >= maxFutureVisits)', 'if (own.visits < 0)'],
    [limits, 'ten visits and three holds'],
  ),
  guard(
    'the number of holds',
    [rules, "if (wanted === 'held' && own.holds >= maxHolds)", 'if (own.holds < 0)'],
    [limits, 'ten visits and three holds'],
  ),
  guard(
    'one booking of a patient after the other',
    [rows, "\n      .forUpdate('patients')", "\n      .forShare('patients')"],
    [limits, 'at once'],
  ),
  guard(
    'the count when a hold is confirmed',
    [service, "lockPairWithRoom(tx, actor, held, 'booked', limits)", 'lockPair(tx, held)'],
    [limits, 'counted again when it is confirmed'],
  ),
  guard(
    'holds that have run out, which are not counted',
    [appointments, "state = 'held' and hold_expires_at > now(3)", "state = 'held'"],
    [limits, 'held no more'],
  ),
  guard(
    'visits that the desk booked, which are not counted',
    [appointments, "\n      .where('booked_by', '=', uuidBytes(userId))"],
    [limits, 'not those that the desk books'],
  ),
  guard(
    'the hours when a hold is confirmed',
    [service, 'await this.terms.requireOffered(tx, doctor, time, now);\n  }', '}'],
    [again, 'when a hold is confirmed: time off'],
  ),
  guard(
    'doctor and hours when a booked visit is confirmed',
    [service, 'else await this.#requireStanding(tx, before);'],
    [again, 'when a booked visit is confirmed'],
  ),
  guard(
    'the horizon when a hold is confirmed',
    [
      service,
      'requireWithinHorizon(actor, time.startsAt, limits, now);\n    await this.terms',
      'await this.terms',
    ],
    [again, 'with the patients’ horizon'],
  ),
  guard(
    'whose function it is to give a visit to another doctor',
    [service, "if (request.doctorId !== undefined) scopeOf(actor, 'appointment.reassign');"],
    [again, 'by anybody else’s hand'],
  ),
  guard(
    'the report of visits that another zone displaces',
    [`${src}/doctors/doctors.service.ts`, ' || before.zone !== after.zone;', ';'],
    [displacement, 'the other zone leaves outside'],
  ),
  guard(
    'the report of visits that another department displaces',
    [
      `${src}/doctors/doctors.service.ts`,
      'before.department.id !== after.department.id || before.zone',
      'before.zone',
    ],
    [displacement, 'a holiday of the other department'],
  ),
  guard(
    'the end of what a schedule can say',
    [`${src}/scheduling/horizon.ts`, 'if (dateOn > lastOn)', "if (dateOn < '')"],
    [displacement, 'does not reach as far as 2040'],
  ),
  guard(
    'the birth before a visit',
    [`${src}/appointments/history.service.ts`, 'bornOn: pair.patientBornOn', 'bornOn: null'],
    ['server/test/booking/history-dates.test.ts', 'in 1943'],
  ),
];

import { type Guard, guard } from './guard.js';

const src = 'server/src';
const people = 'server/test/auth/deactivated-people.test.ts';
const underWay = 'server/test/auth/sign-in-under-way.test.ts';
const toSettle = 'server/test/directory/visits-to-settle.test.ts';
const userRows = `${src}/auth/user-rows.ts`;
const personSignIns = `${src}/auth/person-sign-ins.ts`;
const doctorActivity = `${src}/doctors/doctor-activity.service.ts`;
const patientActivity = `${src}/patients/patient-activity.service.ts`;
const staffService = `${src}/staff/staff.service.ts`;
const visitsToSettle = `${src}/scheduling/visits-to-settle.ts`;
const visitRows = `${src}/scheduling/visits-to-settle.repository.ts`;

/** People who are deactivated: their sign-ins and sessions, and what stands of theirs. */
export const endedPeopleGuards: readonly Guard[] = [
  guard(
    'doctors who are deactivated, and their sign-ins',
    [
      userRows,
      '\n  and coalesce((select person.is_active from doctors as person where person.id = users.doctor_id), 1)',
    ],
    [people, 'until activated again: a doctor'],
  ),
  guard(
    'patients who are deactivated, and their sign-ins',
    [
      userRows,
      '\n  and coalesce((select person.is_active from patients as person where person.id = users.patient_id), 1)',
    ],
    [people, 'until activated again: a patient'],
  ),
  guard(
    'the end of a doctor’s sessions for good',
    [doctorActivity, 'if (current.isActive) await this.signIns.suspend(tx, actor, { doctorId: id });'],
    [people, 'until activated again: a doctor'],
  ),
  guard(
    'the end of a patient’s sessions for good',
    [patientActivity, 'await this.signIns.suspend(tx, actor, { patientId: id });'],
    [people, 'until activated again: a patient'],
  ),
  guard(
    'the sign-in that waits for who is being deactivated',
    [`${src}/auth/users.repository.ts`, 'await this.lock(tx, id);'],
    [underWay, 'opens no session when the doctor is deactivated'],
  ),
  guard(
    'the record of a sign-in that ends with its person',
    [personSignIns, "await this.events.append(tx, actor, signInEvent('user.suspended', userId));"],
    [people, 'is told by the audit log'],
  ),
  guard(
    'the record of a sign-in that comes back with its person',
    [
      personSignIns,
      "if (userId !== null) await this.events.append(tx, actor, signInEvent('user.restored', userId));",
    ],
    [people, 'is told by the audit log'],
  ),
  guard(
    'the second admin who brings a patient back',
    [patientActivity, 'if (asked.requestedBy === actor.userId)', 'if (!asked.requestedBy)'],
    [people, 'is brought back by two admins'],
  ),
  guard(
    'names and addresses of patients, whose sign-ins admins see',
    [staffService, "user.role === 'patient' ? { ...user, email: '', displayName: '' } : user", 'user'],
    [people, 'is listed, found and shown without address and name'],
  ),
  guard(
    'the role of a patient, which no admin changes',
    [
      staffService,
      'const current = found(await this.staff.lock(tx, id));\n      requireVersion',
      'const current = found(await this.staff.lockAny(tx, id));\n      requireVersion',
    ],
    [people, 'is not changed otherwise'],
  ),
  guard(
    'with whom a patient’s visits are, which no admin is told',
    [
      visitsToSettle,
      "'doctorId' in person || grantOf(actor.role, 'appointment.read') !== null",
      'actor !== null',
    ],
    [toSettle, 'is told of a patient when the second admin agrees'],
  ),
  guard(
    'visits of people who are active, which nobody has to settle',
    [visitRows, "\n            eb('doctors.is_active', '=', 0),"],
    [toSettle, 'is told to the admin who deactivates a doctor'],
  ),
  guard(
    'a patient’s visits, which one admin alone is not told',
    [visitRows, "\n            eb('patients.is_active', '=', 0),"],
    [toSettle, 'is told of a patient when the second admin agrees'],
  ),
  guard(
    'visits that have begun and stand still',
    [visitRows, "eb('appointments.state', '=', 'in_progress'),", "eb('appointments.state', '=', 'nothing'),"],
    [toSettle, 'is told to the admin who deactivates a doctor'],
  ),
];

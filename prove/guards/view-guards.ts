import { type Guard, guard } from './guard.js';

const src = 'server/src';
const relationships = 'server/test/access/relationships.test.ts';
const notes = 'server/test/clinical/notes.test.ts';
const records = 'server/test/clinical/records.test.ts';
const search = 'server/test/directory/patient-search.test.ts';
const patients = 'server/test/directory/patients.test.ts';
const recordScope = ".where(inScope(scope, { patientId: 'medical_records.patient_id' }))";

/** What of it each role sees: the scope of every list, and the fields. */
export const viewGuards: readonly Guard[] = [
  guard(
    'the scope of the list of appointments',
    [
      `${src}/appointments/appointments.repository.ts`,
      'let query = this.#read.where(inScope(scope, scopedColumns));',
      'let query = this.#read;',
    ],
    ['server/test/booking/booking.test.ts', 'shows nobody else the visit'],
  ),
  guard(
    'the scope of the list of notes',
    [
      `${src}/notes/notes.repository.ts`,
      'let query = newest(this.db.read).select(noteColumns).where(isVisibleTo(actor, scope));',
      'let query = newest(this.db.read).select(noteColumns);',
    ],
    [notes, 'a signed note by those who treat'],
  ),
  guard(
    'the scope of the search of notes',
    [
      `${src}/notes/notes.repository.ts`,
      'documentIds.map(uuidBytes))\n      .where(isVisibleTo(actor, scope))',
      'documentIds.map(uuidBytes))',
    ],
    [notes, 'within one’s own patients'],
  ),
  guard(
    'the scope of the list of observations',
    [
      `${src}/observations/observations.repository.ts`,
      'select(columns).where(isVisibleTo(actor, scope));',
      'select(columns);',
    ],
    ['server/test/clinical/observations.test.ts', 'is listed by record'],
  ),
  guard(
    'the scope of the list of records',
    [
      `${src}/records/records.repository.ts`,
      `${recordScope}\n      .where(isToldTo(actor));`,
      '.where(isToldTo(actor));',
    ],
    [records, 'is listed page by page'],
  ),
  guard(
    'the scope of the list of patients',
    [
      `${src}/patients/patients.repository.ts`,
      ".where(inScope(scope, { patientId: 'patients.id' }))\n      .where('patients.is_active'",
      ".where('patients.is_active'",
    ],
    [relationships, 'a doctor with a visit booked by the doctor alone'],
  ),
  guard(
    'the scope of the tolerant search of patients',
    [
      `${src}/patients/patient-search.repository.ts`,
      ".where(inScope(scope, { patientId: 'candidates.patient_id' }))",
    ],
    [relationships, 'a doctor with a visit booked by the doctor alone'],
  ),
  guard(
    'the scope of the search by birth date',
    [
      `${src}/patients/patient-search.repository.ts`,
      "\n      .where(inScope(scope, { patientId: 'patients.id' }))",
    ],
    ['server/test/access/small-print.test.ts', 'finds by birth date nobody'],
  ),
  guard(
    'the role of staff in the directory of sign-ins',
    [
      `${src}/staff/staff.repository.ts`,
      ".where('users.role', 'in', role ? [role] : staffRoles)",
      ".where('users.role', 'in', role ? [role] : [...staffRoles, 'patient'])",
    ],
    ['server/test/directory/staff.test.ts', 'An admin gives out sign-ins'],
  ),
  guard(
    'name, birth year and number, and no more (L1)',
    [`${src}/patients/patient-views.ts`, "if (view === 'match') return match;"],
    [search, 'shows a doctor of a stranger'],
  ),
  guard(
    'whose exact match a stranger is',
    [
      `${src}/patients/patient-search.service.ts`,
      "actor.role === 'doctor' ? [shownTo('match', patient)] : []",
      "[shownTo('match', patient)]",
    ],
    [search, 'a nurse none beyond her ward'],
  ),
  guard(
    'exact matches only (L1)',
    [`${src}/patients/patient-views.ts`, "if (view === 'match') throw", 'if (view !== view) throw'],
    [search, 'shows a pharmacist exact matches only'],
  ),
  guard(
    'nothing clinical at the front desk (L2)',
    [
      `${src}/appointments/appointments.service.ts`,
      "if (actor.role !== 'receptionist') shown.reason",
      'shown.reason',
    ],
    ['server/test/booking/booking.test.ts', 'shows nobody else the visit'],
  ),
  guard(
    'no contact for billing (L4)',
    [`${src}/patients/patient-views.ts`, "if (view === 'billing') return billing;"],
    [search, 'shows billing no phone'],
  ),
  guard(
    'codes without words for billing (L codes)',
    [
      `${src}/records/records.service.ts`,
      "if (actor.role !== 'billing') return { ...record, diagnoses };",
      'return { ...record, diagnoses };',
    ],
    [records, 'keeps coded diagnoses'],
  ),
  guard(
    'the fields that a role may write',
    [`${src}/patients/patient-views.ts`, 'if (foreign !== undefined)', 'if (foreign === null)'],
    [patients, 'lets each role change its own part'],
  ),
];

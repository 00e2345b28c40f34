import { type Guard, guard } from './guard.js';

const src = 'server/src';
const notes = 'server/test/clinical/notes.test.ts';
const records = 'server/test/clinical/records.test.ts';
const attending = 'server/test/access/attending.test.ts';
const recordsRepository = `${src}/records/records.repository.ts`;
const noteRows = `${src}/notes/note-rows.ts`;

/** Records, notes and observations: where they belong, and who reads and writes them. */
export const clinicalGuards: readonly Guard[] = [
  guard(
    'the patient that a record belongs to',
    [recordsRepository, "\n      .where('medical_records.patient_id', '=', uuidBytes(patientId))"],
    [notes, 'is refused for another patient’s record'],
  ),
  guard(
    'records that are closed',
    [recordsRepository, "\n      .where('medical_records.status', '=', 'open')"],
    [notes, 'is refused for a record that is closed'],
  ),
  guard(
    'the relationship of who writes a note',
    [
      recordsRepository,
      "\n      .where(inScope(scope, { patientId: 'medical_records.patient_id' }))\n      .forShare(['medical_records'])",
      "\n      .forShare(['medical_records'])",
    ],
    [notes, 'is written by those who treat'],
  ),
  guard(
    'the lock of a record while something is written into it',
    [recordsRepository, "\n      .forShare(['medical_records'])"],
    [attending, 'until it is closed'],
  ),
  guard(
    'the doctor who attends',
    [recordsRepository, "\n      .where('medical_records.doctor_id', '=', uuidBytes(doctorId))"],
    [attending, 'by the doctor who attends'],
  ),
  guard(
    'one record for a visit',
    [
      'sql/migrations/20261121090400_records__create.sql',
      'UNIQUE KEY medical_records_appointment',
      'KEY medical_records_appointment',
    ],
    [records, 'is opened once when twenty ask'],
  ),
  guard(
    'records that are not released to the patient',
    [recordsRepository, "actor.role === 'patient'\n    ? sql", 'actor.role === null\n    ? sql'],
    [records, 'shows itself to the patient when a note'],
  ),
  guard(
    'the kind of note that nurses write',
    [`${src}/notes/note-rules.ts`, "if (actor.role === 'nurse' && kind !== 'nursing')", 'if (!kind)'],
    [notes, 'is written by those who treat'],
  ),
  guard(
    'notes that are not released to the patient',
    [noteRows, "actor.role === 'patient' ? sql`note_refs.released_at is not null` : sql`true`", 'sql`true`'],
    [notes, 'a note that was not released'],
  ),
  guard(
    'sensitive notes',
    [noteRows, 'and not note_refs.is_sensitive '],
    [notes, 'a sensitive note by its author alone'],
  ),
  guard(
    'drafts, which only their author sees',
    [noteRows, "note_refs.state = 'signed' and "],
    [notes, 'a draft by its author alone'],
  ),
  guard(
    'drafts, which only their author writes',
    [
      `${src}/notes/notes.repository.ts`,
      '\n      .where(isOwn(actor))\n      .where(inScope',
      '\n      .where(inScope',
    ],
    [attending, 'by the author of what is in it'],
  ),
  guard(
    'notes that are signed',
    [
      `${src}/notes/notes.service.ts`,
      "if (own.note.state !== 'draft') throw wrongState('The note is no draft any more.');",
    ],
    [notes, 'takes new versions as a draft'],
  ),
  guard(
    'addenda as sensitive as their note',
    [
      `${src}/notes/notes.service.ts`,
      '      text,\n      isSensitive,\n      createdAt,\n      ...signing,\n    });\n    return this.#deliver(actor, prepared, text, async (tx) => {\n      await this.#lockOriginal',
      '      text,\n      isSensitive: false,\n      createdAt,\n      ...signing,\n    });\n    return this.#deliver(actor, prepared, text, async (tx) => {\n      await this.#lockOriginal',
    ],
    [notes, 'as sensitive as itself'],
  ),
  guard(
    'withdrawn observations',
    [`${src}/observations/observations.repository.ts`, "observation_refs.state = 'final' or ", 'true or '],
    ['server/test/clinical/observations.test.ts', 'is hidden from everybody but its author'],
  ),
  guard(
    'keys that MongoDB gives a meaning',
    [`${src}/observations/observation-rules.ts`, '/[$.\\0]/.test(key) || '],
    ['server/test/clinical/observations.test.ts', 'has parts that go with its kind'],
  ),
  guard(
    'the version that a write replaces (If-Match)',
    [`${src}/lib/etag.ts`, 'if (!names)', 'if (names === undefined)'],
    [notes, 'takes new versions as a draft'],
  ),
  guard(
    'the demand for If-Match',
    [`${src}/lib/etag.ts`, 'if (ifMatch === undefined)', 'if (ifMatch === null)'],
    [notes, 'takes new versions as a draft'],
  ),
  guard(
    'the lock of a draft that is revised',
    [`${src}/notes/notes.repository.ts`, ".forUpdate(['note_refs'])", ''],
    [notes, 'lets one of twenty racing revisions through'],
  ),
];

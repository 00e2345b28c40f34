import { type Guard, guard } from './guard.js';

const src = 'server/src';
const encoding = 'server/test/http/encoding.test.ts';
const delivery = 'server/test/clinical/document-delivery.test.ts';
const texts = 'server/test/http/text-fields.test.ts';
const bounds = 'server/test/http/stated-bounds.test.ts';
const tables = 'server/test/lib/csv.test.ts';
const notes = 'server/test/clinical/notes.test.ts';
const lives = 'server/test/lib/life-dates.test.ts';
const dates = 'server/test/clinical/life-dates.test.ts';

/** What people and programs send: its encoding, its characters, its lengths and dates, and that nothing of it is lost. */
export const inputGuards: readonly Guard[] = [
  guard(
    'the encoding of a body',
    [`${src}/http/parse-json.ts`, "if (!isUtf8(bytes)) throw notUtf8('body', bytes);"],
    [encoding, 'Müller in Latin-1'],
  ),
  guard(
    'the encoding of a query',
    [
      `${src}/http/encoding.ts`,
      "else if (queryAt >= 0 && !isUtf8Text(url.slice(queryAt))) next(notUtf8('query'));",
    ],
    [encoding, 'in a path and in a query'],
  ),
  guard(
    'one value for a field',
    [`${src}/http/parse-json.ts`, 'if (countFields(value) !== fields) throw fieldTwice();'],
    [encoding, 'named twice'],
  ),
  guard(
    'whole numbers as they are written',
    [
      `${src}/http/parse-json.ts`,
      'if (isWhole && end - start > exactDigits &&',
      'if (isWhole && end < start &&',
    ],
    [encoding, 'would be rounded'],
  ),
  guard(
    'the refusal of what BSON would alter',
    [
      `${src}/documents/documents.service.ts`,
      '&& !isStorable(document.content, document.sha256))',
      '&& !isStorable({ documentId: document.id }, document.sha256) && document.id === "")',
    ],
    [delivery, 'begins with no document'],
  ),
  guard(
    'reading what is called as something that every object has',
    [`${src}/lib/mongo.ts`, 'fieldsAsRaw: noFieldAsRaw,', ''],
    [delivery, 'names that every object'],
  ),
  guard(
    'the relay’s way with one document that cannot be opened',
    [
      `${src}/documents/delivery-relay.ts`,
      'unreadable.push({ documentId, cause: causeOf(error) });\n      return [];',
      'unreadable.push({ documentId, cause: causeOf(error) });\n      throw error;',
    ],
    [delivery, 'that is cut off'],
  ),
  guard(
    'one by one where a batch failed as a whole',
    [
      `${src}/documents/documents.repository.ts`,
      'return this.#putEach(collection, documents);',
      'throw error;',
    ],
    [delivery, 'on which MongoDB hangs up'],
  ),
  guard(
    'the parking of what is refused again and again',
    [
      `${src}/documents/refusals.repository.ts`,
      'refusals >= parkAfterRefusals',
      'refusals > parkAfterRefusals',
    ],
    [delivery, 'parks what is refused'],
  ),
  guard(
    'another try of what is parked when a server starts',
    [`${src}/documents/delivery-relay.ts`, 'await this.parts.refusals.tryParkedAgain();'],
    [delivery, 'once MongoDB takes it'],
  ),
  guard(
    'the store’s own trouble',
    [
      `${src}/documents/document-refusal.ts`,
      'isMongoAway(error) || storeTrouble.has(codeOf(error))',
      'isMongoAway(error)',
    ],
    [delivery, 'blames no document'],
  ),
  guard(
    'the characters of a line',
    [`${src}/http/text-validation.ts`, 'if (foreign !== null) return', 'if (foreign === text) return'],
    [texts, 'patients_create'],
  ),
  guard(
    'lengths in characters',
    [`${src}/http/text-validation.ts`, 'const length = lengthOf(value);', 'const length = value.length;'],
    [bounds, 'patients_create'],
  ),
  guard(
    'the quotes round a line break in a table',
    [`${src}/lib/csv.ts`, 'const needsQuotes = /[",;\\t\\r\\n]|', 'const needsQuotes = /[",;\\t]|'],
    [tables, 'gives back'],
  ),
  guard(
    'the apostrophe before a formula',
    [`${src}/lib/csv.ts`, `.replace(formula, "'")`],
    [tables, 'lets nobody calculate'],
  ),
  guard(
    'the apostrophe before a formula in the next cell',
    [`${src}/lib/csv.ts`, `.replaceAll(innerFormula, "$1'")`],
    [tables, 'lets nobody calculate'],
  ),
  guard(
    'birth, before which nothing happens',
    [
      `${src}/lib/life-dates.ts`,
      "if (bornOn !== null && day < addDays(bornOn, -zoneDays)) return 'before_birth';",
    ],
    [lives, '1943'],
  ),
  guard(
    'the dates of an observation within a life',
    [`${src}/observations/observations.service.ts`, 'requireWithinLife(parts, observedAt, life, createdAt);'],
    [dates, 'no time of an observation'],
  ),
  guard(
    'the end of a diagnosis after its beginning',
    [`${src}/records/diagnoses.service.ts`, 'requireResolvable(onsetOn, resolvedOn, found.life);'],
    [dates, 'no time of a diagnosis'],
  ),
  guard(
    'a birth date before what the chart holds',
    [`${src}/patients/patients.service.ts`, 'birthOn > before && (await', 'birthOn < before && (await'],
    [dates, 'corrected birth date'],
  ),
  guard(
    'all words of a search',
    [
      `${src}/notes/search-words.ts`,
      'new Set(words.map(lowered))]',
      'new Set(words.map(lowered))].slice(0, 10)',
    ],
    [notes, 'however many there are'],
  ),
  guard(
    'ß and ss in a search',
    [
      `${src}/notes/search-words.ts`,
      'if (marks.length === 0) return null;',
      'if (marks.length >= 0) return null;',
    ],
    [notes, 'with ß or ss'],
  ),
];

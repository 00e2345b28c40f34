import { type Guard, guard } from './guard.js';

const src = 'server/src/import';
const rules = 'server/test/import/import-rules.test.ts';
const guessing = 'server/test/import/guessing.test.ts';
const clinics = 'server/test/import/other-clinics.test.ts';
const files = 'server/test/import/other-files.test.ts';
const nasty = 'server/test/import/nasty-rows.test.ts';
/** What is told of one import, in several tests. */
const before2020 = 'Importing a clinic of before 2020';
const places = 'Importing clinics of several places';
const rows = 'Rows that no clinic could enter';

/** What other people's files may be, and what the report tells of them. */
export const importGuards: readonly Guard[] = [
  guard(
    'no file that is not UTF-8',
    [`${src}/utf8-only.ts`, 'if (!isUtf8(lines) || lines.includes(0)) return this.#fault(lines);'],
    [files, 'when one is in Latin-1'],
  ),
  guard(
    'no file in UTF-16',
    [`${src}/csv-head.ts`, 'if (encoding !== null) throw otherEncoding(basename(path), 1, encoding);'],
    [files, 'when one is in UTF-16'],
  ),
  guard(
    'the end of a file is looked at, too',
    [`${src}/utf8-only.ts`, 'const fault = this.#check(this.#rest);', 'const fault = null;'],
    [files, 'cut within a letter'],
  ),
  guard(
    'no value of a file in a refusal',
    [
      `${src}/csv-head.ts`,
      'const known = names.filter((name) => knownOf(columns).has(name));',
      'const known = [...names];',
    ],
    [files, 'without telling what it holds'],
  ),
  guard(
    'separators other than commas',
    [
      `${src}/csv-head.ts`,
      'countKnown(other.names) > countKnown(one.names) ? other : one',
      'countKnown(other.names) < 0 ? other : one',
    ],
    [files, 'are read separated by semicolons'],
  ),
  guard(
    'columns in any case',
    [`${src}/csv-head.ts`, '.map((cell) => cell.toUpperCase())'],
    [files, 'header in lower case'],
  ),
  guard(
    'columns that were not found are told',
    [`${src}/run-import.ts`, 'if (missing.length > 0)', 'if (missing.length < 0)'],
    [files, 'without some that are'],
  ),
  guard(
    'a number of a line for each skip',
    [`${src}/tally.ts`, 'line: before?.line ?? line', 'line: 0'],
    [clinics, before2020],
  ),
  guard(
    'the organization of an encounter of before 2020',
    [
      `${src}/synthea/staffing.ts`,
      'this.#organizationIds.has(providerId) ? this.#ofOrganization(visit) : visit',
      'visit',
    ],
    [clinics, before2020],
  ),
  guard(
    'a stand-in where nothing tells which doctor it was',
    [`${src}/synthea/staffing.ts`, 'busy.length === 1 ? busy : doctors.length === 1 ? doctors : []', 'busy'],
    [clinics, before2020],
  ),
  guard(
    'all specialities of a doctor',
    [`${src}/synthea/provider-rows.ts`, 'provider.specialities.push(...added.slice(0, room));'],
    [clinics, before2020],
  ),
  guard(
    'the zone of a doctor’s place',
    [
      `${src}/synthea/providers.ts`,
      'chosenZone === null ? guessed',
      "chosenZone === null ? { zone: 'UTC', why: '' }",
    ],
    [clinics, places],
  ),
  guard(
    'the other zone of a state that has two',
    [
      `${src}/synthea/places.ts`,
      'return part.isThere(at)',
      'return part.isThere({ latitude: 0, longitude: 0 })',
    ],
    [guessing, 'NE 42.68'],
  ),
  guard(
    'no other --zone behind the doctors’ backs',
    [
      `${src}/run-import.ts`,
      "if (zone !== null) await requireSameZone(zone, ids.all('provider'), services);",
    ],
    [clinics, places],
  ),
  guard(
    'no country that nothing tells',
    [`${src}/synthea/places.ts`, 'country !== null && { country }', "{ country: country ?? 'US' }"],
    [clinics, places],
  ),
  guard(
    'no encounter that cannot have been',
    [`${src}/synthea/encounters.ts`, 'if (life) requirePossible(visit, life, tally);'],
    [nasty, rows],
  ),
  guard(
    'no condition that cannot have been',
    [`${src}/synthea/conditions.ts`, 'if (found) throw new SkippedRow(faultOfRow[found.fault]);'],
    [nasty, rows],
  ),
  guard(
    'no date that the API cannot tell',
    [`${src}/synthea/source-text.ts`, 'if (!isDateOn(dateOn))', "if (dateOn === '')"],
    [nasty, rows],
  ),
  guard(
    'no name that is too long, and no word of the database',
    [`${src}/synthea/source-text.ts`, 'if (text.length > maxLength) throw', 'if (text.length < 0) throw'],
    [nasty, rows],
  ),
  guard(
    'nothing is cut off in silence',
    [
      `${src}/synthea/source-text.ts`,
      'if (text.length > maxLength) tally.guess',
      'if (text.length < 0) tally.guess',
    ],
    [nasty, rows],
  ),
  guard(
    'a guess is told',
    [`${src}/synthea/source-text.ts`, `tally.guess(\`\${column} \${guess}\`, row.line);`],
    [guessing, '2019-05-01T10:00:00: '],
  ),
  guard(
    'people of one name in files',
    [
      `${src}/synthea/names.ts`,
      "return familyName === ''\n    ? { givenName: '', familyName: givenName }",
      "return familyName === 'x'\n    ? { givenName: '', familyName: givenName }",
    ],
    [nasty, rows],
  ),
  guard(
    'lines with their row',
    [`${src}/utf8-only.ts`, "lines.includes('\\r\\n')", "lines.includes('\\r\\r')"],
    [rules, 'leaves out rows that are none'],
  ),
  guard(
    'no missing file that encounters refer to',
    [
      `${src}/synthea/synthea-files.ts`,
      "if (!missing.includes('PROVIDER') || !missing.includes('ORGANIZATION')) return [...files];",
    ],
    [files, 'that the encounters refer to'],
  ),
];

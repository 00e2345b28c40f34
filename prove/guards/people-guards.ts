import { type Guard, guard } from './guard.js';

const src = 'server/src/patients';
const scripts = 'server/test/directory/names-in-every-script.test.ts';
const oneName = 'server/test/directory/one-name.test.ts';
const renewal = 'server/test/directory/search-key-renewal.test.ts';

/** Whoever is asked for is found: names in every script, people of one name, numbers as they are written. */
export const peopleGuards: readonly Guard[] = [
  guard(
    'single signs and pairs as keys of dense scripts',
    [`${src}/name-keys.ts`, 'isDense(word) ? [1, 2] : [3]', '[3]'],
    [scripts, 'finds 山田'],
  ),
  guard(
    'the pair where family and given name meet',
    [
      `${src}/name-keys.ts`,
      'if (isDense(name)) for (const order',
      'if (isDense(familyName) && name === givenName) for (const order',
    ],
    [scripts, 'for 李明'],
  ),
  guard(
    'the family name in front',
    [`${src}/name-similarity.ts`, '\n      [...second, ...first],', ''],
    [scripts, 'for 山田太郎'],
  ),
  guard(
    'words in one, on either side',
    [
      `${src}/name-similarity.ts`,
      'if (byWords >= wellCut) return byWords;',
      'if (byWords >= 0) return byWords;',
    ],
    [scripts, 'for maryann'],
  ),
  guard(
    'one form for full and half width',
    [`${src}/name-letters.ts`, ".normalize('NFKC').toLowerCase()", ".normalize('NFC').toLowerCase()"],
    [scripts, 'for ﾏﾘｱ'],
  ),
  guard(
    'apostrophes and unseen signs left out',
    [`${src}/name-letters.ts`, ".replace(unwritten, '')"],
    [scripts, 'أحمــد عبدالله: '],
  ),
  guard(
    'one form of characters that have several',
    [
      `${src}/name-letters.ts`,
      'return replaced(replaced(katakana, plainLetters), oneForm);',
      'return replaced(katakana, plainLetters);',
    ],
    [scripts, 'for 高崎一郎'],
  ),
  guard(
    'hiragana as katakana',
    [`${src}/name-letters.ts`, 'sign.charCodeAt(0) + fromHiraganaToKatakana', 'sign.charCodeAt(0)'],
    [scripts, 'for サイトウ'],
  ),
  guard(
    'a question without a letter is refused in words',
    [`${src}/patient-search.service.ts`, "if (foldedName(name) === '')", "if (foldedName(name) === ' ')"],
    [scripts, 'signs which are no letters'],
  ),
  guard(
    'only who is called exactly so is an exact match',
    [
      `${src}/patient-search.service.ts`,
      'isSameName(name, patient)',
      'isSameName(name, name) && patient.isActive',
    ],
    [scripts, 'Annemari Huber: nobody'],
  ),
  guard(
    'medical record numbers as they are written',
    [`${src}/mrn.ts`, "signs = written.replace(/[\\s\\p{Cf}\\p{Pd}._/:#−]/gu, '')", 'signs = written'],
    [scripts, 'with a no-break space'],
  ),
  guard(
    'no blank beside a name that is the only one',
    [
      'server/src/lib/person.ts',
      "[givenName, familyName].filter((name) => name !== '').join(' ')",
      "[givenName, familyName].join(' ')",
    ],
    [oneName, 'without a stray blank'],
  ),
  guard(
    'search keys renewed after they are made in another way',
    [`${src}/search-key-renewal.ts`, 'if (outdated.length > 0) {', 'if (outdated.length < 0) {'],
    [renewal, 'made anew, and only those'],
  ),
  guard(
    'apostrophes of any kind at the beginning of a name',
    ['server/src/lib/text-filter.ts', 'name.replace(apostrophes, sign)', 'name'],
    [scripts, 'lists by the beginning'],
  ),
];

/** Letters that Unicode does not decompose into a base letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** How names with these letters are written where a keyboard lacks them. */
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Spellings that sound alike, in German and English: Meier and Mayer, Schmidt and Schmitt, Smith and Smyth. */
const soundAlikes: readonly (readonly [RegExp, string])[] = [
  [/(?:ei|ey|ay|ai)/g, 'ai'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/ck|c(?!h)/g, 'k'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];

const wordsAtMost = 8;

/** The words of a name: lower case, composed, split at blanks and hyphens, without apostrophes and other marks. */
function wordsOf(name: string): string[] {
  const letters = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`.]/g, '');
  return (letters.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).slice(0, wordsAtMost);
}

const replaced = (word: string, table: Readonly<Record<string, string>>): string =>
  [...word].map((letter) => table[letter] ?? letter).join('');

const plain = (word: string): string => replaced(word.normalize('NFD').replace(/\p{M}/gu, ''), plainLetters);

/** The name as compared: lower case, one blank between words, marks stripped (ü → u, ß → ss). */
export const foldedName = (name: string): string => wordsOf(name).map(plain).join(' ');

/** The ways in which a name is written: marks stripped (`muller`) and spelled out (`mueller`). */
export function writtenSpellingsOf(name: string): string[] {
  const words = wordsOf(name);
  const spelledOutWords = words.map((word) => plain(replaced(word, spelledOut)));
  return distinct([words.map(plain).join(' '), spelledOutWords.join(' ')]);
}

/** The written spellings as they sound: equal for Meier, Mayer and Meyer. */
export const soundSpellingsOf = (name: string): string[] => distinct(writtenSpellingsOf(name).map(soundOf));

/**
 * Every spelling under which a name is found. A name is stored and asked for under all of its spellings, so any two
 * that meet are a hit.
 */
export const spellingsOf = (name: string): string[] =>
  distinct([...writtenSpellingsOf(name), ...soundSpellingsOf(name)]);

const distinct = (spellings: string[]): string[] =>
  [...new Set(spellings)].filter((spelling) => spelling !== '');

const soundOf = (word: string): string =>
  soundAlikes.reduce((sound, [pattern, alike]) => sound.replace(pattern, alike), word);

/** The distinct runs of three letters of all words, each word edged by `_`. */
export function trigramsOf(spellings: readonly string[]): string[] {
  const trigrams = new Set<string>();
  for (const word of spellings.flatMap((spelling) => spelling.split(' '))) {
    const letters = ['_', ...word, '_'];
    for (let start = 0; start + 3 <= letters.length; start++)
      trigrams.add(letters.slice(start, start + 3).join(''));
  }
  return [...trigrams];
}

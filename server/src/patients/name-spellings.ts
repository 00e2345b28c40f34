import { fullName, type PersonName } from '../lib/person.js';
import { plainWord, spelledOutWord, wordsOf } from './name-letters.js';

/** Spellings that sound alike, in German and English: Meier and Mayer, Schmidt and Schmitt, Smith and Smyth. */
const soundAlikes: readonly (readonly [RegExp, string])[] = [
  [/(?:ei|ey|ay|ai)/g, 'ai'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/ck|c(?!h)/g, 'k'],
  [/y/g, 'i'],
  [/(.)\1+/gu, '$1'],
];

/** The words of a name in one spelling. */
export type Spelling = readonly string[];

/** The name as compared: lower case, one blank between words, marks stripped (ü → u, ß → ss). */
export const foldedName = (name: string): string => wordsOf(name).map(plainWord).join(' ');

/** The ways in which a name is written: marks stripped (`muller`) and spelled out (`mueller`). */
export function writtenSpellingsOf(name: string): Spelling[] {
  const words = wordsOf(name);
  return words.length === 0 ? [] : distinct([words.map(plainWord), words.map(spelledOutWord)]);
}

/** Written spellings as they sound: equal for Meier, Mayer and Meyer. */
export const soundsOf = (written: readonly Spelling[]): Spelling[] =>
  distinct(written.map((words) => words.map(soundOf)));

/**
 * Every spelling under which a name is found. A name is stored and asked for under all of its spellings, so any two
 * that meet are a hit.
 */
export function spellingsOf(name: string): Spelling[] {
  const written = writtenSpellingsOf(name);
  return distinct([...written, ...soundsOf(written)]);
}

/**
 * Whether two are called the same, as written: in any case, with or without accents, blanks, hyphens and apostrophes,
 * whichever of the names comes first.
 */
export function isSameName(one: PersonName, other: PersonName): boolean {
  const names = new Set(joinedSpellingsOf(other));
  return joinedSpellingsOf(one).some((spelling) => names.has(spelling));
}

const joinedSpellingsOf = ({ givenName, familyName }: PersonName): string[] =>
  [fullName({ givenName, familyName }), fullName({ givenName: familyName, familyName: givenName })]
    .flatMap(writtenSpellingsOf)
    .map((words) => words.join(''));

const distinct = (spellings: readonly Spelling[]): Spelling[] => [
  ...new Map(spellings.map((words) => [words.join(' '), words])).values(),
];

const soundOf = (word: string): string =>
  soundAlikes.reduce((sound, [pattern, alike]) => sound.replace(pattern, alike), word);

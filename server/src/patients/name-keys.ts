import type { PersonName } from '../lib/person.js';
import { isDense } from './name-letters.js';
import { foldedName, spellingsOf } from './name-spellings.js';

/**
 * Rises when a name gets other keys than before: then `SearchKeyRenewal` gives every patient new ones
 * (docs/decisions/names-in-every-script.md).
 */
export const searchKeyVersion = 1;

/**
 * The keys under which a patient is stored. Of words in letters: each run of three, the word edged by `_`. Of words in
 * a dense script: each sign and each two neighbours, also those that meet where family and given name do.
 */
export function storedKeysOf({ givenName, familyName }: PersonName): string[] {
  const keys = new Set<string>();
  const name = `${givenName} ${familyName}`;
  for (const word of spellingsOf(name).flat()) addKeys(keys, word, isDense(word) ? [1, 2] : [3]);
  if (isDense(name)) for (const order of [name, `${familyName} ${givenName}`]) addSeams(keys, order);
  return [...keys];
}

/** The keys to look for: of a dense word its pairs, and a single sign by itself. */
export function soughtKeysOf(asked: string): string[] {
  return keysOfWords(spellingsOf(asked).flat());
}

/** How many keys what was asked for has in its plainest spelling. */
export const plainKeyCount = (asked: string): number => keysOfWords(foldedName(asked).split(' ')).length;

function keysOfWords(words: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const word of words) addKeys(keys, word, isDense(word) ? [pairOrSign(word)] : [3]);
  return [...keys];
}

const pairOrSign = (word: string): number => Math.min([...word].length, 2);

function addKeys(keys: Set<string>, word: string, lengths: readonly number[]): void {
  const signs = isDense(word) ? [...word] : ['_', ...word, '_'];
  for (const length of lengths)
    for (let start = 0; start + length <= signs.length; start++)
      keys.add(signs.slice(start, start + length).join(''));
}

function addSeams(keys: Set<string>, name: string): void {
  const words = foldedName(name).split(' ');
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next !== undefined && isDense(word) && isDense(next))
      keys.add(`${[...word].at(-1)}${[...next].at(0)}`);
  }
}

import { invalid } from '../lib/errors.js';

/** A word that a note must contain. */
export interface SearchWord {
  /** Lower case, composed. */
  text: string;
  /** Where it can be written in more than one way that MongoDB tells apart: all of them, and what finds any in a text. */
  spellings: { words: readonly string[]; pattern: string } | null;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const dottedI = 'i\u0307';
/** Written alike or in its place: capitals have no ß of their own everywhere, and Turkish has two letters i. */
const twins: readonly (readonly string[])[] = [
  ['ss', 'ß'],
  ['ı', 'i'],
  [dottedI, 'İ', 'i'],
];
/** So many twins in one word are looked for in each combination; of more, all the one way or all the other. */
const combinedTwins = 4;

/**
 * The words of a query, each once, and every one of them: `GRÖSSE` is `größe`, whatever its case and however its letters
 * are composed. Quotes and backslashes mean something to MongoDB's text search; words are all that may reach it.
 * @throws AppError `validation_failed` when there is none
 */
export function searchWordsOf(query: string): SearchWord[] {
  const words = query.normalize('NFC').match(word) ?? [];
  if (words.length === 0) throw invalid('query.q', 'must contain a word');
  return [...new Set(words.map(lowered))].map((text) => ({ text, spellings: spellingsOf(text) }));
}

const lowered = (text: string): string => text.toLowerCase().normalize('NFC');

function spellingsOf(text: string): SearchWord['spellings'] {
  const parts = text.split(/(ss|ß|ı|i\u0307)/);
  const marks = parts.filter((_part, index) => index % 2 === 1);
  if (marks.length === 0) return null;
  const words = choicesOf(marks.map(twinsOf)).map((chosen) =>
    parts.map((part, index) => (index % 2 === 1 ? (chosen[(index - 1) / 2] ?? part) : part)).join(''),
  );
  const pattern = parts
    .map((part, index) => (index % 2 === 1 ? `(?:${twinsOf(part).join('|')})` : anyAccents(part)))
    .join('');
  return { words: [...new Set([text, ...words])], pattern };
}

const twinsOf = (mark: string): readonly string[] =>
  twins.find((letters) => letters.includes(mark)) ?? [mark];

function choicesOf(sets: readonly (readonly string[])[]): string[][] {
  if (sets.length > combinedTwins) return [0, 1].map((side) => sets.map((set) => set[side] ?? set[0] ?? ''));
  return sets.reduce<string[][]>(
    (chosen, set) => chosen.flatMap((before) => set.map((each) => [...before, each])),
    [[]],
  );
}

/** As MongoDB's text index compares: a letter with any mark, or none, is that letter. */
const anyAccents = (text: string): string =>
  [...text.normalize('NFD').replaceAll(/\p{M}/gu, '')]
    .map((letter) => `${lettersLike.get(letter) ?? letter}\\p{M}*`)
    .join('');

/** `o` → `[oòóôõö…]`: the composed letters of the Latin, Greek and Cyrillic blocks by what they are made of. */
const lettersLike = composedLetters();

function composedLetters(): Map<string, string> {
  const like = new Map<string, string>();
  for (const [first, last] of [
    [0x00c0, 0x052f],
    [0x1e00, 0x1fff],
  ] as const)
    for (let code = first; code <= last; code++) {
      const letter = String.fromCodePoint(code);
      const [base = '', mark] = letter.normalize('NFD');
      if (mark !== undefined && /\p{M}/u.test(mark)) like.set(base, `${like.get(base) ?? base}${letter}`);
    }
  return new Map([...like].map(([base, letters]) => [base, `[${letters}]`]));
}

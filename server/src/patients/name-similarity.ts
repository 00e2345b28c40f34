import { soundSpellingsOf, writtenSpellingsOf } from './name-spellings.js';

/** Whoever types has not finished the word: as good as, but not better than, a hit. */
const prefixScore = 0.9;
const shortestPrefix = 3;

/** Who sounds alike comes after who is written alike. */
const soundScore = 0.95;

/**
 * How well a name fits what was asked for, 0 to 1: every word of the question against its best word of the name,
 * longer words counting more, in the best of all spellings.
 */
export function similarityOf(asked: string, name: string): number {
  const written = bestScore(writtenSpellingsOf(asked), writtenSpellingsOf(name));
  const sound = bestScore(soundSpellingsOf(asked), soundSpellingsOf(name));
  return Math.max(written, soundScore * sound);
}

function bestScore(asked: string[], names: string[]): number {
  const nameWords = [...new Set(names.flatMap((spelling) => spelling.split(' ')))];
  return Math.max(0, ...asked.map((spelling) => scoreOf(spelling.split(' '), nameWords)));
}

function scoreOf(askedWords: string[], nameWords: string[]): number {
  let sum = 0;
  let letters = 0;
  for (const word of askedWords) {
    sum += word.length * Math.max(...nameWords.map((nameWord) => wordScore(word, nameWord)));
    letters += word.length;
  }
  return sum / letters;
}

function wordScore(asked: string, word: string): number {
  const distance = typingDistance(asked, word);
  const score = 1 - distance / Math.max(asked.length, word.length);
  const isBeginning = asked.length >= shortestPrefix && word.startsWith(asked);
  return isBeginning && distance > 0 ? Math.max(score, prefixScore) : score;
}

/**
 * Damerau–Levenshtein distance (optimal string alignment): letters inserted, left out, mistaken, or two neighbours
 * swapped. Damerau 1964, "A technique for computer detection and correction of spelling errors".
 */
export function typingDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) distance = Math.min(distance, at(beforeLast, column - 2) + 1);
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

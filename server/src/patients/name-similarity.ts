import type { PersonName } from '../lib/person.js';
import { isDense } from './name-letters.js';
import { type Spelling, soundsOf, writtenSpellingsOf } from './name-spellings.js';
import { typingDistance } from './typing-distance.js';

/** Whoever types has not finished the word: as good as, but not better than, a hit. */
const prefixScore = 0.9;
const shortestPrefix = 3;
/** A sign within a name that is written without blanks. */
const withinScore = 0.8;

/** Who sounds alike comes after who is written alike. */
const soundScore = 0.95;

/** Nearly all is right, word by word: nobody has written words in one. */
const wellCut = 0.95;
/** Neighbouring words in one: so many at most, of names of so many words at most. Longer names only as a whole. */
const maxJoined = 5;
const maxWordsToJoin = 12;
/** Joined words are nearly right, or are others. */
const joinedFrom = 0.75;

/** Neighbouring words, `[from, to)`, as one text. */
interface Run {
  from: number;
  to: number;
  text: string;
}

interface Asked {
  words: Spelling;
  runs: Run[];
}

/**
 * How well names fit what was asked for, 0 to 1: every word of the question against its best word of the name, longer
 * words counting more, in the best of all spellings. Neighbouring words may be written in one on either side, and the
 * family name may stand first.
 */
export function similarityTo(asked: string): (name: PersonName) => number {
  const written = writtenSpellingsOf(asked);
  const askedWritten = written.map(askedOf);
  const askedSounds = soundsOf(written).map(askedOf);
  return ({ givenName, familyName }) => {
    const given = writtenSpellingsOf(givenName);
    const family = writtenSpellingsOf(familyName);
    const score = bestScore(askedWritten, given, family);
    if (score >= soundScore) return score;
    return Math.max(score, soundScore * bestScore(askedSounds, soundsOf(given), soundsOf(family)));
  };
}

const askedOf = (words: Spelling): Asked => ({ words, runs: joinsOf(words) });

function bestScore(asked: readonly Asked[], given: readonly Spelling[], family: readonly Spelling[]): number {
  const words = [...new Set([...given, ...family].flat())];
  const byWords = Math.max(0, ...asked.map((each) => scoreOf(each, words, null)));
  if (byWords >= wellCut) return byWords;
  const joins = [
    ...new Set(ordersOf(given, family).flatMap((order) => joinsOf(order).map(({ text }) => text))),
  ];
  return Math.max(byWords, ...asked.map((each) => scoreOf(each, words, joins)));
}

/** The name as a whole, family name last and first, in each spelling. */
function ordersOf(given: readonly Spelling[], family: readonly Spelling[]): Spelling[] {
  if (given.length === 0 || family.length === 0) return [...given, ...family];
  return given.flatMap((first) =>
    family.flatMap((second) => [
      [...first, ...second],
      [...second, ...first],
    ]),
  );
}

/**
 * The best way to cut the question into runs of words, each against its best word or join of the name.
 * @param joins `null` to look at words only
 */
function scoreOf(
  { words: asked, runs }: Asked,
  words: readonly string[],
  joins: readonly string[] | null,
): number {
  const best = new Array<number>(asked.length + 1).fill(0);
  let letters = 0;
  for (const [index, word] of asked.entries()) {
    letters += word.length;
    let score = bestWordScore(word, words);
    if (joins && score < wellCut) score = Math.max(score, bestJoinScore(word, joins));
    best[index + 1] = best[index]! + word.length * score;
    if (!joins) continue;
    for (const { from, to, text } of runs) {
      if (to !== index + 1) continue;
      const joined = Math.max(bestJoinScore(text, words), bestJoinScore(text, joins));
      best[to] = Math.max(best[to]!, best[from]! + text.length * joined);
    }
  }
  return best[asked.length]! / letters;
}

function bestWordScore(asked: string, words: readonly string[]): number {
  if (words.includes(asked)) return 1;
  let best = 0;
  for (const word of words) if (closestOf(asked, word) > best) best = Math.max(best, wordScore(asked, word));
  return best;
}

function bestJoinScore(asked: string, texts: readonly string[]): number {
  if (texts.includes(asked)) return 1;
  let best = 0;
  for (const text of texts) {
    const isNear = closestOf(asked, text) >= joinedFrom && hasSameEnd(asked, text);
    if (isNear || isBeginning(asked, text)) best = Math.max(best, wordScore(asked, text));
  }
  return best >= joinedFrom ? best : 0;
}

/** No pair of these lengths is closer. A beginning, or a sign within a dense name, may be as close as can be. */
function closestOf(asked: string, word: string): number {
  if (word.length > asked.length && word.includes(asked)) return 1;
  return Math.min(asked.length, word.length) / Math.max(asked.length, word.length);
}

/** Who mistypes a long word hardly does so at its beginning and at its end. */
const hasSameEnd = (one: string, other: string): boolean =>
  one.charCodeAt(0) === other.charCodeAt(0) || one.at(-1) === other.at(-1);

function wordScore(asked: string, word: string): number {
  const score = 1 - typingDistance(asked, word) / Math.max(asked.length, word.length);
  if (score === 1) return score;
  if (isBeginning(asked, word)) return Math.max(score, prefixScore);
  return isDense(asked) && word.includes(asked) ? Math.max(score, withinScore) : score;
}

const isBeginning = (asked: string, word: string): boolean =>
  word.startsWith(asked) && (asked.length >= shortestPrefix || isDense(asked));

function joinsOf(words: Spelling): Run[] {
  const runs: Run[] = [];
  const most = words.length > maxWordsToJoin ? 1 : maxJoined;
  for (let from = 0; from < words.length; from++)
    for (let to = from + 2; to <= Math.min(words.length, from + most); to++)
      runs.push({ from, to, text: words.slice(from, to).join('') });
  if (words.length > most) runs.push({ from: 0, to: words.length, text: words.join('') });
  return runs;
}

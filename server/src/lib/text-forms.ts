import { formatInstant, isCalendarDate, parseInstant } from './time.js';

/** What a text with one of the API's patterns is. */
interface TextForm {
  /** What is wanted, for who sent something else: it follows the field's name. */
  readonly words: string;
  /** The one form in which it is kept and answered; null for what only looks right. The text as it came when missing. */
  readonly kept?: (text: string) => string | null;
}

const instant: TextForm = {
  words:
    'must be an instant with Z or an offset, such as 2026-12-01T09:30:00Z or 2026-12-01T10:30:00+01:00 (in a URL, + is written %2B)',
  kept: (text) => {
    const atMs = parseInstant(text);
    return atMs === null ? null : formatInstant(atMs);
  },
};

/**
 * By the pattern of the description. A pattern says which texts are taken, and cannot be read by most people; it is
 * written once more here, because it stands in a docstring there. A test finds the one that is missing, or left over.
 */
const forms: Readonly<Record<string, TextForm>> = {
  '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$': {
    words: 'must be a UUID, such as 0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11',
    kept: (text) => text.toLowerCase(),
  },
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$':
    instant,
  '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$': {
    words: 'must be a date that the calendar has, of the years 1900 to 2199, such as 1984-05-17',
    kept: (text) => (isCalendarDate(text) ? text : null),
  },
  "^\\s*[A-Za-z0-9.!#$%&'*+/=?^_|~-]{1,64}@[A-Za-z0-9.-]{1,125}\\.[A-Za-z0-9-]{2,63}\\s*$": {
    words: 'must be an e-mail address, such as ada@example.org',
    kept: (text) => text.trim().toLowerCase(),
  },
  '^[A-Za-z]{2}$': {
    words: 'must be the two letters of a country (ISO 3166-1), such as DE',
    kept: (text) => text.toUpperCase(),
  },
  '^[A-Za-z0-9_-]{20,600}$': { words: 'must be the nextCursor of the same list' },
  '^[A-Za-z0-9_-]{43}$': { words: 'must be a refresh token, as signing in or refreshing answered it' },
  '^[0-9A-Za-z.-]{1,32}$': {
    words: 'must be a code of 1 to 32 letters, digits, dots and hyphens, such as 8867-4',
  },
  '^\\S+$': { words: 'must be one word, without blanks' },
  '\\S': { words: 'must not be blank' },
};

export const textForms: ReadonlyMap<string, TextForm> = new Map(Object.entries(forms));

/** @throws Error for a pattern without words, which a test would have found */
export function wordsOf(pattern: string): string {
  const form = textForms.get(pattern);
  if (!form) throw new Error('A pattern of the API has no words in lib/text-forms.ts.');
  return form.words;
}

/**
 * What a text may hold. A `line` is one line, such as a name: no control character can break it, in a table or on a
 * label, and none turns the direction of what follows. `paragraphs` have line breaks and tabs. A `secret` is opaque.
 */
export type TextKind = 'line' | 'paragraphs' | 'secret';

const controls: Readonly<Record<Exclude<TextKind, 'secret'>, RegExp>> = {
  line: /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u,
  paragraphs: /[^\P{Cc}\t\n\r]/u,
};
/** Neither blank nor something that leaves no mark, such as a zero-width space or a Hangul filler. */
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The first character that a text of this kind does not have, as `U+000A`; null when there is none. */
export function foreignCharacterIn(text: string, kind: TextKind): string | null {
  const [found] = kind === 'secret' ? [] : (controls[kind].exec(text) ?? []);
  if (found === undefined) return null;
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export const hasVisible = (text: string): boolean => visible.test(text);

/** How many characters: as MySQL, MongoDB and JSON Schema count them, not as JavaScript does. */
export function lengthOf(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length - 1; at++)
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) pairs++;
  return text.length - pairs;
}

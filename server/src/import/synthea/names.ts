import { SkippedRow } from '../import-run.js';
import { singleSpaced } from './source-text.js';

export interface PersonName {
  givenName: string;
  familyName: string;
}

/**
 * A name as people write it: Synthea puts a number behind each word that it has drawn (`Alice368`, `O'Kon634`). The
 * name as the file has it is found by the row's id, which the clinic remembers.
 */
export const withoutNumbers = (name: string): string =>
  singleSpaced(name.replace(/(?<=[\p{L}\p{M}])\d+(?=[\s-]|$)/gu, ''));

/** The last word is the family name. @throws SkippedRow for a name of one word */
export function splitName(name: string): PersonName {
  const words = withoutNumbers(name).split(' ');
  const familyName = words.pop() ?? '';
  if (words.length === 0 || familyName === '') throw new SkippedRow('has a NAME of fewer than two words');
  return { givenName: words.join(' '), familyName };
}

/** As it may stand in an e-mail address: `José Luis` → `jose-luis`. */
export const plainWord = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

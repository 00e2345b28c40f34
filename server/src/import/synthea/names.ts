import type { PersonName } from '../../lib/person.js';
import { SkippedRow } from '../import-run.js';
import { maxLengths } from './bounds.js';
import { requireShort, singleSpaced } from './source-text.js';

/**
 * A name as people write it: Synthea puts a number behind each word that it has drawn (`Alice368`, `O'Kon634`). The
 * name as the file has it is found by the row's id, which the clinic remembers.
 */
export const withoutNumbers = (name: string): string =>
  singleSpaced(name.replace(/(?<=[\p{L}\p{M}])\d+(?=[\s-]|$)/gu, ''));

/** The last word is the family name, also the only one. @throws SkippedRow for a name that is too long */
export function splitName(name: string): PersonName {
  const words = withoutNumbers(name).split(' ');
  const familyName = words.pop() ?? '';
  return soundName({ givenName: words.join(' '), familyName }, 'NAME');
}

/**
 * A person's name of its parts; who has only one of them has it as family name.
 * @throws SkippedRow for a name that is missing or too long
 */
export function nameOf(given: string, family: string): PersonName {
  const [givenName, familyName] = [withoutNumbers(given), withoutNumbers(family)];
  if (givenName === '' && familyName === '') throw new SkippedRow('has neither FIRST nor LAST');
  requireShort(givenName, 'FIRST', maxLengths.name);
  return familyName === ''
    ? { givenName: '', familyName: givenName }
    : { givenName, familyName: requireShort(familyName, 'LAST', maxLengths.name) };
}

function soundName(name: PersonName, column: string): PersonName {
  for (const part of [name.givenName, name.familyName]) requireShort(part, column, maxLengths.name);
  return name;
}

/** As it may stand in an e-mail address: `José Luis` → `jose-luis`. */
export const plainWord = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

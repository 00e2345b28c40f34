import type { FieldErrors } from '@tsoa/runtime';
import { OwnWords } from '../lib/field-errors.js';
import { nearestName } from '../lib/nearest-name.js';

/** A name as programs write one. What is none may be a value that got into the wrong place, and is not repeated. */
const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,59}$/;

/** The others are counted: each name is compared with all that are known. */
const namedAtMost = 20;

/**
 * What is said of names that are not known at a place, be they of fields or of query parameters. A name is the
 * caller's own word and no value: it is told where it reads like a name.
 *
 * @param place the path of what has them, such as `body.address`
 */
export function unknownNames(
  place: string,
  unknown: readonly string[],
  known: readonly string[],
): FieldErrors {
  const named = unknown.filter((name) => identifier.test(name)).slice(0, namedAtMost);
  const errors: FieldErrors = Object.fromEntries(
    named.map((name) => [`${place}.${name}`, new OwnWords(sentenceFor(nearestName(name, known)))]),
  );
  const others = unknown.length - named.length;
  if (others > 0) errors[place] = new OwnWords(sentenceForOthers(others, named.length > 0));
  return errors;
}

const sentenceFor = (nearest: string | null): string =>
  nearest === null ? 'is not known here' : `is not known here; did you mean ${nearest}?`;

function sentenceForOthers(count: number, isMore: boolean): string {
  const more = isMore ? 'more ' : '';
  return count === 1
    ? `has one ${more}name that is not known here`
    : `has ${count} ${more}names that are not known here`;
}

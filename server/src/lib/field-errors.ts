import type { ValidateError } from '@tsoa/runtime';
import type { FieldError } from './errors.js';
import { wordsOf } from './text-forms.js';

/** Who sends more than these has the same thing wrong everywhere. */
const toldAtMost = 100;

/** A finding of our own validation, in words already. */
export class OwnWords {
  constructor(readonly message: string) {}
}

/** What is wrong with a request, in our words. They say what is expected, and never repeat a value. */
export function fieldErrorsOf({ fields }: ValidateError): FieldError[] {
  const errors = Object.entries(fields).map(([field, found]) => ({
    field,
    message: found instanceof OwnWords ? found.message : expectation(found.message),
  }));
  if (errors.length <= toldAtMost) return errors;
  const rest = errors.length - toldAtMost;
  return [
    ...errors.slice(0, toldAtMost),
    { field: 'request', message: `has ${rest} more ${rest === 1 ? 'error' : 'errors'}` },
  ];
}

const counted = (limit: string, one: string, several: string): string =>
  `${limit} ${limit === '1' ? one : several}`;

const rules: [RegExp, (found: string) => string][] = [
  [/' is required$/, () => 'is required'],
  [/^invalid string value$/, () => 'must be a string'],
  [
    /^invalid (integer|float) number$/,
    (kind) => (kind === 'integer' ? 'must be an integer' : 'must be a number'),
  ],
  [/^invalid boolean value$/, () => 'must be true or false'],
  [/^invalid array$/, () => 'must be a list'],
  [/^invalid object$/, () => 'must be an object'],
  [/^min (-?[\d.]+)$/, (limit) => `must be at least ${limit}`],
  [/^max (-?[\d.]+)$/, (limit) => `must be at most ${limit}`],
  [/^minLength (\d+)$/, (limit) => `must have at least ${counted(limit, 'character', 'characters')}`],
  [/^maxLength (\d+)$/, (limit) => `must have at most ${counted(limit, 'character', 'characters')}`],
  [/^minItems (\d+)$/, (limit) => `must have at least ${counted(limit, 'item', 'items')}`],
  [/^maxItems (\d+)$/, (limit) => `must have at most ${counted(limit, 'item', 'items')}`],
  [/^required unique array$/, () => 'must not repeat an item'],
  [/^Not match in '([\s\S]+)'$/, wordsOf],
];

/** tsoa's finding, said by what is expected. */
function expectation(message: string): string {
  for (const [pattern, said] of rules) {
    const found = pattern.exec(message);
    if (found) return said(found[1] ?? '');
  }
  return 'is not valid';
}

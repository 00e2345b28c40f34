import type { ValidateError } from '@tsoa/runtime';
import type { FieldError } from './errors.js';

/** tsoa's findings in our words. They say what is expected, and repeat neither values nor names that the caller made up. */
export function fieldErrorsOf({ fields }: ValidateError): FieldError[] {
  const errors = Object.entries(fields).map(([field, { message }]) => fieldError(field, message));
  return [...new Map(errors.map((error) => [`${error.field} ${error.message}`, error])).values()];
}

const excess = /^"([\s\S]*)" is an excess property/;

function fieldError(field: string, message: string): FieldError {
  const unknown = excess.exec(message);
  if (unknown)
    return { field: withoutName(field, unknown[1] ?? ''), message: 'has a field that is not known here' };
  return { field, message: expectation(message) };
}

/** tsoa names the object, or the object and the field, depending on where it found it. */
const withoutName = (field: string, name: string): string =>
  field.endsWith(`.${name}`)
    ? field.slice(0, -name.length - 1)
    : field === name
      ? 'body'
      : (field.split('.')[0] ?? field);

const rules: [RegExp, (found: string) => string][] = [
  [/' is required$/, () => 'is required'],
  [/^invalid string value$/, () => 'must be a string'],
  [
    /^invalid (integer|float) number$/,
    (kind) => (kind === 'integer' ? 'must be an integer' : 'must be a number'),
  ],
  [/^invalid boolean value$/, () => 'must be true or false'],
  [/^invalid array$/, () => 'must be an array'],
  [/^invalid object$/, () => 'must be an object'],
  [/^min (-?[\d.]+)$/, (limit) => `must be at least ${limit}`],
  [/^max (-?[\d.]+)$/, (limit) => `must be at most ${limit}`],
  [/^minLength (\d+)$/, (limit) => `must have at least ${limit} characters`],
  [/^maxLength (\d+)$/, (limit) => `must have at most ${limit} characters`],
  [/^minItems (\d+)$/, (limit) => `must have at least ${limit} items`],
  [/^maxItems (\d+)$/, (limit) => `must have at most ${limit} items`],
  [/^required unique array$/, () => 'must not repeat an item'],
  [/^Not match in '([\s\S]+)'$/, (pattern) => `must match ${pattern}`],
];

function expectation(message: string): string {
  const options = [...message.matchAll(/should be one of the following; \[([^\]]*)\]/g)].flatMap(
    ([, list = '']) => list.split(','),
  );
  if (options.length > 0)
    return `must be one of ${options.map((option) => option.replaceAll(/[\\'"]/g, '')).join(', ')}`;
  for (const [pattern, said] of rules) {
    const found = pattern.exec(message);
    if (found) return said(found[1] ?? '');
  }
  return knownWords.has(message) ? message : 'is not valid';
}

/** Said by our own middleware in the first place. */
export const bodyMissing = 'a JSON body with Content-Type application/json is required';
export const queryUnknown = 'has a parameter that is not known here';
const knownWords = new Set([bodyMissing, queryUnknown]);

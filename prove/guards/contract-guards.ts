import { type Guard, guard } from './guard.js';

const etag = 'server/src/lib/etag.ts';
const strict = 'server/src/http/strict-validation.ts';
const forms = 'server/src/lib/text-forms.ts';
const names = 'server/src/http/unknown-names.ts';
const preconditions = 'server/test/http/preconditions.test.ts';
const messages = 'server/test/http/field-messages.test.ts';
const verbs = 'server/test/http/other-verbs.test.ts';
const limits = 'sdk/test/limits.test.ts';
const kept = 'What has a canonical form';

/** What the API takes from people and programs as they write it, and says in words where it does not. */
export const contractGuards: readonly Guard[] = [
  guard(
    'any version, as If-Match',
    [etag, "if (header.trim() === '*') return true;"],
    [preconditions, 'If-Match'],
  ),
  guard('an ETag made weak', [etag, '(?:W\\/)?"', '"'], [preconditions, 'If-Match']),
  guard('an ETag marked as compressed', [etag, 'gzip|deflate|br', 'gnu'], [preconditions, 'If-Match']),
  guard('a list of ETags', [etag, '(?:,|$)/y', '$/y'], [preconditions, 'If-Match']),
  guard(
    'the whole of a version',
    [etag, 'compressed.exec(tag)?.[1] === String(current)', 'tag.startsWith(String(current))'],
    [preconditions, 'If-Match'],
  ),
  guard(
    'what is no ETag',
    [etag, 'if (found === null) return null;', 'if (found === null) return false;'],
    [preconditions, 'If-Match'],
  ),
  guard(
    'what the reader has already',
    ['server/src/http/template.ts', 'else if (isKnown(response.req, data)) response.status(304).end();\n'],
    [preconditions, 'is answered 304'],
  ),
  guard(
    'the verbs of a path',
    ['server/src/http/other-verbs.ts', "response.setHeader('Allow', [...verbs].sort().join(', '));"],
    [verbs, 'answers a method that it has not'],
  ),
  guard(
    'a path that is none',
    ['server/src/http/other-verbs.ts', 'verbs.size === 0', 'path === null'],
    [verbs, 'is none when no method leads there'],
  ),
  guard(
    'a scheme in any case',
    ['server/src/http/authentication.ts', '/^bearer +(\\S.*)$/i', '/^Bearer +(\\S.*)$/'],
    [verbs, 'is asked for with a scheme'],
  ),
  guard('texts in their one form', [strict, 'return kept ?? undefined;', 'return text;'], [messages, kept]),
  guard(
    'texts that only look right',
    [strict, 'if (kept === null) fieldErrors[parent + name] = new OwnWords(form.words);'],
    [messages, kept],
  ),
  guard(
    'instants that are cut, not rounded',
    [
      'server/src/lib/time.ts',
      "fraction.slice(0, 3).padEnd(3, '0')",
      "String(Math.round(Number('0.' + fraction) * 1_000)).padStart(3, '0')",
    ],
    [messages, kept],
  ),
  guard(
    'the words of a UUID',
    [forms, "'must be a UUID, such as 0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11'", "'must match ^[0-9a-f]{8}'"],
    [messages, 'is in words'],
  ),
  guard(
    'the words of what may be null',
    [
      strict,
      'return this.ValidateParam(whole, value, name, fieldErrors, isBodyParam, parent);',
      'return super.validateUnion(name, value, fieldErrors, isBodyParam, property, parent);',
    ],
    [messages, 'says what is wanted'],
  ),
  guard(
    'the whole path of an item',
    [strict, 'fieldErrors[itemPath(path, parent, name)] = finding', 'fieldErrors[path] = finding'],
    [messages, 'names the place in a list'],
  ),
  guard(
    'names that are values',
    [names, 'unknown.filter((name) => identifier.test(name))', 'unknown.filter((name) => name.length < 100)'],
    [messages, 'repeats nothing that is no name'],
  ),
  guard(
    'the number of names that are compared',
    [names, '.slice(0, namedAtMost)'],
    [messages, 'names twenty'],
  ),
  guard(
    'the number of errors in an answer',
    [
      'server/src/lib/field-errors.ts',
      'if (errors.length <= toldAtMost) return errors;',
      'if (errors.length > 0) return errors;',
    ],
    [messages, 'ends after a hundred'],
  ),
  guard(
    'a timeout that no timer counts to',
    ['sdk/src/limits.ts', 'if (timeoutMs > longestTimerMs) return () => {};'],
    [limits, 'may be as long as one likes'],
  ),
  guard(
    'a timeout that means nothing',
    ['sdk/src/request.ts', '  requireTimeout(timeoutMs);\n'],
    [limits, 'mean nothing when timeoutMs'],
  ),
  guard(
    'an address that ends with its path',
    ['sdk/src/base-url.ts', 'if (/[?#]/.test(text))', 'if (text === null)'],
    [limits, 'is refused in words'],
  ),
  guard(
    'credentials in an address',
    ['sdk/src/base-url.ts', "if (username !== '' || password !== '')", 'if (username === null)'],
    [limits, 'is refused in words'],
  ),
  guard(
    'headers that are none',
    [
      'sdk/src/request.ts',
      'if (idempotencyKey !== undefined && !/^[\\x21-\\x7e]+$/.test(idempotencyKey))',
      'if (idempotencyKey === null)',
    ],
    [limits, 'go with no header'],
  ),
  guard(
    'null beside a reference',
    [
      'scripts/describe/nullable.ts',
      '({ anyOf: [schema, nothing] })',
      '({ allOf: [schema], nullable: true })',
    ],
    ['server/test/contract/schemas.test.ts', 'is nullable only where that means something'],
  ),
  guard(
    'a pattern that takes less',
    [
      'scripts/contract/wider-patterns.ts',
      '.every((text) => now.test(text))',
      '.some((text) => now.test(text))',
    ],
    ['server/test/contract/breaking-changes.test.ts', 'pattern takes less'],
  ),
];

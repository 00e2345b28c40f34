import { type Guard, guard, long } from './guard.js';

const src = 'sdk/src';
const retries = 'sdk/test/retries.test.ts';
const signIn = 'sdk/test/sign-in.test.ts';

/** What the SDK does by itself for each app. */
export const sdkGuards: readonly Guard[] = [
  guard(
    'the SDK’s key, kept over the attempts of a call',
    [
      `${src}/request.ts`,
      'exchange(fetch, { ...request, headers }, limits);',
      "exchange(fetch, { ...request, headers: { ...headers, 'idempotency-key': newKey() } }, limits);",
    ],
    [retries, 'keeps its key over a 503'],
  ),
  guard(
    'the SDK’s key of each call',
    [
      `${src}/request.ts`,
      'options?.idempotencyKey ?? newKey()',
      "options?.idempotencyKey ?? 'always-the-same'",
    ],
    [retries, 'makes a new key for each call'],
  ),
  guard(
    'what is special, in the message of an error',
    [`${src}/errors.ts`, 'const said = detail === undefined', 'const said = detail !== detail'],
    ['sdk/test/errors.test.ts', 'says in its message what is special'],
  ),
  guard(
    'one renewal at a time',
    [`${src}/session.ts`, 'this.renewal ??= this', 'this.renewal = this'],
    [signIn, 'renews once when ten calls'],
  ),
  guard(
    'the key of a renewal, kept with its token',
    [
      `${src}/session.ts`,
      'const { refreshToken, renewalKey = newKey() } = required(tokens);',
      'const { refreshToken } = required(tokens); const renewalKey = newKey();',
    ],
    [signIn, 'repeats a renewal whose answer was lost'],
  ),
  guard(
    'a sign-out during a renewal',
    [
      `${src}/session.ts`,
      'if (await this.isStill(refreshToken)) await this.open(answer);',
      'await this.open(answer);',
    ],
    [signIn, 'does not bring a sign-in back'],
  ),
  guard(
    'refusals that are final (409, 422)',
    [
      `${src}/retry.ts`,
      'if (![408, 429, 502, 503, 504].includes(outcome.status)) return undefined;',
      'if (outcome.status < 400) return undefined;',
    ],
    [retries, 'never repeats a 409 or a 422'],
  ),
  guard(
    'the repetition of what passes (503)',
    [`${src}/retry.ts`, '[408, 429, 502, 503, 504]', '[408, 429, 502, 504]'],
    [retries, 'keeps its key over a 503'],
  ),
  long(
    guard(
      'the deadline of an attempt',
      [`${src}/transport.ts`, 'onTimeout = () => stop(new TimeoutError(timeoutMs));'],
      [retries, 'holds the deadline over a fetch that ignores its signal'],
    ),
  ),
  guard(
    'tokens in the errors of a refused header',
    [`${src}/request.ts`, 'if (!/^[\\x21-\\x7e]+$/.test(token)) {', 'if (token === null) {'],
    ['sdk/test/errors.test.ts', 'never shows a token'],
  ),
];

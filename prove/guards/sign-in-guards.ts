import { type Guard, guard, guardInLayers } from './guard.js';

const src = 'server/src';
const sessions = 'server/test/auth/sessions.test.ts';
const registering = 'server/test/auth/registering.test.ts';
const sameRequest = 'server/test/access/same-request.test.ts';
const forged = 'server/test/auth/forged-tokens.test.ts';
const onceKey = `${src}/http/once-key.ts`;
const refreshService = `${src}/auth/refresh.service.ts`;
const registration = `${src}/auth/registration.service.ts`;
const accessTokens = `${src}/auth/access-tokens.ts`;

/** Who signs in, and what counts as the same request. */
export const signInGuards: readonly Guard[] = [
  guard(
    'the one form of a body, however its fields are ordered',
    [onceKey, "? '' : canonicalJson(body as JsonValue)", "? '' : bodyBytes.toString()"],
    [sameRequest, 'is the same request with its fields in another order'],
  ),
  guard(
    'numbers that JSON cannot write, apart from null',
    [
      `${src}/documents/canonical-json.ts`,
      "  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);\n",
    ],
    [sameRequest, 'reads Infinity'],
  ),
  guard(
    'the whole body of a registration, not its password alone',
    [`${src}/lib/idempotency.ts`, 'if (!row.body_hash.equals(once.bodyHash)) throw reused();'],
    [registering, 'is refused when its key came with another request'],
  ),
  guardInLayers(
    'the key of a registration, without which none is a repetition',
    [
      {
        file: registration,
        text: "throw isDuplicateKey(error, 'users.users_email') ? emailTaken() : error;",
        instead: [
          "if (!isDuplicateKey(error, 'users.users_email')) throw error;",
          'const known = await this.users.maybeCredentials(email);',
          'if (known && (await this.passwords.matches(request.password, known.passwordHash))) return known.user.id;',
          'throw emailTaken();',
        ].join('\n'),
      },
    ],
    [registering, 'is refused under another key, whatever it says: a child’s name'],
  ),
  guard(
    'the password of who registered, when the registration is repeated',
    [
      registration,
      'const isStill = await this.passwords.matches(password, hash);',
      'const isStill = hash !== null && password.length > 0;',
    ],
    [registering, 'opens no session for a repetition whose password is the old one'],
  ),
  guard(
    'tokens that are not kept with the answer to a registration',
    [registration, 'return { userId };', 'return { userId, ...signedIn };'],
    [registering, 'signs the same patient in for the same request and key'],
  ),
  guard(
    'the day on which a token was issued',
    [accessTokens, 'iat <= Date.now() / 1_000 + maxClockSkewSeconds && exp', 'exp'],
    [forged, 'says wrong: issued in the future'],
  ),
  guard(
    'the life of a token, which is ours',
    [accessTokens, ' && exp - iat <= accessTokenSeconds', ' && exp > iat'],
    [forged, 'says wrong: lives longer than ours'],
  ),
  guard(
    'a token that says when it was issued',
    [accessTokens, "if (typeof iat !== 'number') return false;", "if (typeof iat !== 'number') return true;"],
    [forged, 'says wrong: not issued'],
  ),
  guard(
    'the seconds in which one refresh token may be used by two',
    [refreshService, '!(isJustUsed || usedKeyHash.equals(keyHash))', '!usedKeyHash.equals(keyHash)'],
    [sessions, 'answers all who refresh one token at once with keys of their own'],
  ),
  guard(
    'the end of these seconds',
    [refreshService, '!(isJustUsed || usedKeyHash.equals(keyHash))', 'keyHash.length === 0'],
    [sessions, 'is not in doubt for longer than ten seconds'],
  ),
  guard(
    'the use of what a spent token gave, which ends its seconds',
    [refreshService, 'return answered?.usedAt === null ? next : null;', 'return answered ? next : null;'],
    [sessions, 'ends the session at once when what a spent token gave was used too'],
  ),
  guard(
    'one next token for all who refresh at once',
    [
      refreshService,
      'const next = this.#nextToken(tokenHash, usedKeyHash);\n    const answered = await this.sessions.lockToken(tx, sha256(next));',
      "const next = this.#nextToken(tokenHash, keyHash);\n    await this.sessions.insertToken(tx, (await this.sessions.lockToken(tx, tokenHash))?.sessionId ?? '', sha256(next));\n    const answered = { usedAt: null };",
    ],
    [sessions, 'answers all who refresh one token at once with keys of their own'],
  ),
  guard(
    'the record of a session that was ended for a second use',
    [refreshService, 'await this.events.record(tx, nobody(caller), {', 'void ({'],
    [sessions, 'is not in doubt for longer than ten seconds'],
  ),
];

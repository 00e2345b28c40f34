import { type Guard, guard, guardInLayers } from './guard.js';

const src = 'server/src';
const sessions = 'server/test/auth/sessions.test.ts';
const forged = 'server/test/auth/forged-tokens.test.ts';
const tokens = 'server/test/access/tokens.test.ts';
const sessionsRepository = `${src}/auth/sessions.repository.ts`;
const accessTokens = `${src}/auth/access-tokens.ts`;
const passwordTries = `${src}/auth/password-tries.ts`;
const algorithms = "algorithms: ['ES256'],";

/** Passwords, sessions, tokens and the sign-ins of staff. */
export const sessionGuards: readonly Guard[] = [
  guard(
    'the session behind an access token',
    [
      sessionsRepository,
      "\n      .where('sessions.revoked_at', 'is', null)\n      .where('sessions.expires_at'",
      "\n      .where('sessions.expires_at'",
    ],
    [tokens, 'its session was revoked'],
  ),
  guard(
    'the end of a session’s time',
    [sessionsRepository, "\n      .where('sessions.expires_at', '>', sql<Date>`now(3)`)"],
    [tokens, 'its session has run out'],
  ),
  guard(
    'users who were disabled, and their access tokens',
    [sessionsRepository, '\n      .where(canSignIn)'],
    [tokens, 'its user was disabled'],
  ),
  guard(
    'users who were disabled, and their refresh tokens',
    [sessionsRepository, ' && row.can_sign_in === 1'],
    [tokens, 'its user was disabled'],
  ),
  guardInLayers(
    'users who were disabled, and their passwords',
    [
      {
        file: passwordTries,
        text: 'credentials?.user.canSignIn ? credentials.passwordHash',
        instead: 'credentials ? credentials.passwordHash',
      },
      {
        file: `${src}/auth/users.repository.ts`,
        text: '\n      .where(canSignIn)',
        instead: '',
      },
    ],
    [tokens, 'is not given to who was disabled'],
  ),
  guard(
    'the second after which a session is looked at again',
    [`${src}/auth/session-gate.ts`, 'max: sessionsAtMost, ttl: knownForMs', 'max: sessionsAtMost'],
    [sessions, 'signs out on every process within a second'],
  ),
  guard(
    'the user whom a token and its session must share',
    [`${src}/auth/session-gate.ts`, 'if (identity?.userId !== userId)', 'if (!identity || !userId)'],
    [forged, 'says wrong: of the session of somebody else'],
  ),
  guard(
    'the end of the session when a refresh token is used twice',
    [`${src}/auth/refresh.service.ts`, 'await this.sessions.revoke(tx, sessionId);'],
    [sessions, 'exchanges a refresh token once'],
  ),
  guard(
    'the mark of a refresh token that was used',
    [`${src}/auth/refresh.service.ts`, 'await this.sessions.markUsed(tx, tokenHash, keyHash);'],
    [sessions, 'exchanges a refresh token once'],
  ),
  guard(
    'the lock of a refresh token that is being used',
    [sessionsRepository, "\n      .forUpdate(['refresh_tokens'])"],
    [sessions, 'answers all who refresh one token at once with keys of their own'],
  ),
  guard(
    'the expiry of a token',
    [accessTokens, algorithms, `${algorithms} ignoreExpiration: true,`],
    [forged, 'says wrong: expired'],
  ),
  guard(
    'the expiry of a token that was checked before',
    [accessTokens, 'if (known && known.expiresAtMs > Date.now()) return known;', 'if (known) return known;'],
    [tokens, 'is good no longer when it has expired'],
  ),
  guardInLayers(
    'the one algorithm and its key',
    [
      {
        file: accessTokens,
        text: 'createPublicKey, type',
        instead: 'createPublicKey, createSecretKey, type',
      },
      {
        file: accessTokens,
        text: `jwt.verify(token, this.#publicKey, {\n        ${algorithms}`,
        instead: [
          "jwt.verify(token, jwt.decode(token, { complete: true })?.header.alg.startsWith('HS')",
          "? createSecretKey(this.#publicKey.export({ type: 'spki', format: 'pem' })) : this.#publicKey, {",
          "algorithms: ['ES256', 'HS256', 'HS384', 'HS512'],",
        ].join('\n'),
      },
    ],
    [forged, 'signed wrong: an HMAC with the public key'],
  ),
  guard(
    'the audience of a token',
    [accessTokens, '        audience,\n      });\n      if', '      });\n      if'],
    [forged, 'says wrong: for another audience'],
  ),
  guard(
    'the issuer of a token',
    [
      accessTokens,
      '        issuer: this.issuer,\n        audience,\n      });\n      if',
      '        audience,\n      });\n      if',
    ],
    [forged, 'says wrong: from another issuer'],
  ),
  guard(
    'the hash before bcrypt, which reads 72 bytes',
    [
      `${src}/auth/passwords.ts`,
      "return createHmac('sha384', this.#pepper).update(password.normalize('NFKC')).digest('base64');",
      'return password;',
    ],
    [sessions, 'counts every character of a long password'],
  ),
  guard(
    'the low priority of bcrypt',
    [`${src}/auth/bcrypt-thread.ts`, "if (process.platform === 'linux') setPriority(niceness);"],
    ['server/test/auth/passwords.test.ts'],
  ),
  guard(
    'the answer to an address that nobody has',
    [
      `${src}/auth/passwords.ts`,
      'return isSame && hash !== null;',
      "if (!hash) throw new Error('nobody'); return isSame;",
    ],
    [sessions, 'tells a wrong password from an unknown address by nothing'],
  ),
  guard(
    'the end of all sessions when rights change',
    [`${src}/staff/staff.service.ts`, 'if (hasNewRights) await this.rooms.auth.endSessionsOf(tx, id);'],
    ['server/test/directory/staff.test.ts', 'changes a name without ending the session'],
  ),
  guard(
    'the end of all sessions when a sign-in is withdrawn',
    [
      `${src}/staff/staff.service.ts`,
      'requireAdminLeft(admins, id);\n      await this.rooms.auth.endSessionsOf(tx, id);',
      'requireAdminLeft(admins, id);',
    ],
    ['server/test/directory/staff.test.ts', 'withdraws a sign-in'],
  ),
  guardInLayers(
    'the last admin',
    [
      {
        file: `${src}/staff/staff.service.ts`,
        text: 'if (activeAdmins.includes(withoutId) && activeAdmins.length === 1)',
        instead: 'if (activeAdmins.includes(null as never))',
      },
      {
        file: `${src}/staff/staff.service.ts`,
        text: 'if (!admins.includes(actor.userId))',
        instead: 'if (admins.length < 0)',
      },
    ],
    ['server/test/directory/staff.test.ts', 'who deactivate each other at once, with 0 more'],
  ),
  guard(
    'admins who are none any more',
    [`${src}/staff/staff.service.ts`, 'if (!admins.includes(actor.userId))', 'if (admins.length < 0)'],
    ['server/test/directory/staff.test.ts', 'who deactivate each other at once, with 1 more'],
  ),
  guard(
    'the secret that everybody knows',
    [`${src}/config.ts`, 'if (value.MEDWEAVE_SECRET === developmentSecret)', 'if (value.PORT < 0)'],
    ['server/test/auth/start-up.test.ts', 'is refused in production with the secret'],
  ),
];

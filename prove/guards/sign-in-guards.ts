import { type Guard, guard, guardInLayers } from './guard.js';

const src = 'server/src';
const sessions = 'server/test/auth/sessions.test.ts';
const registering = 'server/test/auth/registering.test.ts';
const sameRequest = 'server/test/access/same-request.test.ts';
const forged = 'server/test/auth/forged-tokens.test.ts';
const wrongPasswords = 'server/test/auth/wrong-passwords.test.ts';
const fairQueue = 'server/test/auth/fair-queue.test.ts';
const passwordsTest = 'server/test/auth/passwords.test.ts';
const renewal = 'server/test/auth/password-renewal.test.ts';
const onRecord = 'server/test/auth/sign-in-audit.test.ts';
const attempts = `${src}/auth/attempts.ts`;
const tries = `${src}/auth/password-tries.ts`;
const queue = `${src}/auth/fair-queue.ts`;
const audit = `${src}/auth/sign-in-audit.ts`;
const authService = `${src}/auth/auth.service.ts`;
const onceKey = `${src}/http/once-key.ts`;
const refreshService = `${src}/auth/refresh.service.ts`;
const registration = `${src}/auth/registration.service.ts`;
const accessTokens = `${src}/auth/access-tokens.ts`;

/** Who signs in, and what counts as the same request. */
export const signInGuards: readonly Guard[] = [
  guard(
    'the one form of a body, however its fields are ordered',
    [
      onceKey,
      'if (besides.length === 0) return canonicalJson(body as JsonValue);',
      'if (besides.length === 0) return bodyBytes.toString();',
    ],
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
          'if (known && (await this.uses.passwords.matches(request.password, known.passwordHash, partyOf({ network: "" } as never, request)))) return known.user.id;',
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
      'const isStill = await this.uses.passwords.matches(request.password, hash, partyOf(caller, request));',
      'const isStill = hash !== null;',
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
  guard(
    'the count of wrong passwords by account, over all networks',
    [attempts, 'limits: [here, everywhere]', 'limits: [here]'],
    [wrongPasswords, 'count for an account over all processes and networks'],
  ),
  guard(
    'the count of wrong passwords that is one for all processes',
    [attempts, 'deriveMacKey(secret,', 'deriveMacKey(secret + Math.random(),'],
    [wrongPasswords, 'count for an account over all processes and networks'],
  ),
  guard(
    'the count of wrong passwords that come at once',
    [tries, 'if (number > counter.limit) exceeded.push(counter);'],
    [wrongPasswords, 'are ten of forty that come at once'],
  ),
  guard(
    'the right password behind too many wrong ones that came at once',
    [tries, 'if (isRight) requireRoom(await this.#full(limits), limits);\n    else', 'if (!isRight)'],
    [wrongPasswords, 'are not so many that the right one among forty'],
  ),
  guard(
    'the count of wrong passwords by network, whatever the account',
    [attempts, 'ofNetwork: { limits: [kin, all], counts: [] }', 'ofNetwork: nothing'],
    [wrongPasswords, 'count for a network, whatever accounts it tries'],
  ),
  guard(
    'the count by network of accounts that are known there',
    [attempts, 'ofNetwork: { limits: [kin], counts: [all] }', 'ofNetwork: { limits: [], counts: [] }'],
    [wrongPasswords, 'count for a network also where all its accounts'],
  ),
  guard(
    'the network from which somebody signed in before',
    [attempts, "isNotedToday === null ? 'elsewhere' : 'network'", "'elsewhere'"],
    [wrongPasswords, 'of strangers lock the owner out nowhere'],
  ),
  guard(
    'the device on which somebody signed in before',
    [attempts, "isKnownDevice ? 'device' : isNotedToday", 'isNotedToday'],
    [wrongPasswords, 'of somebody in the same network do not lock out who shows their device'],
  ),
  guard(
    'the count of wrong passwords of a known device',
    [
      attempts,
      "return { limits: [this.#limited(['device', account, id])]",
      "return { limits: [this.#limited(['device', String(Math.random()), account, id])]",
    ],
    [wrongPasswords, 'with a stolen device count too'],
  ),
  guard(
    'the user whom a device is known for',
    [`${src}/auth/device-tokens.ts`, 'users.find(({ id }) => id === userId)?.atMs', 'users[0]?.atMs'],
    [wrongPasswords, 'count as a stranger’s with a device that is made up, altered, or another’s'],
  ),
  guard(
    'the end of known devices when a password is changed',
    [`${src}/auth/device-tokens.ts`, ' && atMs > (passwordChangedAt?.getTime() ?? 0)'],
    [wrongPasswords, 'count for a known device again once the password was changed'],
  ),
  guard(
    'the end of known networks when a password is changed',
    [
      `${src}/auth/users.repository.ts`,
      "await tx.deleteFrom('known_networks').where('user_id', '=', uuidBytes(id)).execute();",
    ],
    [wrongPasswords, 'count for a known device again once the password was changed'],
  ),
  guard(
    'one answer for accounts that there are and are not, when strangers used up the count',
    [
      tries,
      'const full = await this.#full([...refusing, ...counts, ...ofNetwork.counts]);',
      'const full = await this.#full(refusing);',
    ],
    [wrongPasswords, 'of strangers in a network do not lock out'],
  ),
  guard(
    'tries that were refused, which count for no account',
    [tries, 'requireRoom(full, refusing);', 'requireRoom(full, limits);'],
    [wrongPasswords, 'of a network that is throttled count for no account'],
  ),
  guard(
    'the count of a network, which no right password clears',
    [
      tries,
      "{ limits, counts }: Pick<Attempt, 'limits' | 'counts'>): Promise<void> {\n    const counters = [...limits, ...counts];",
      '{ limits, counts, ofNetwork }: Attempt): Promise<void> {\n    const counters = [...limits, ...counts, ...(ofNetwork?.limits ?? [])];',
    ],
    [wrongPasswords, 'are not forgotten when somebody signs in to an account of their own'],
  ),
  guard(
    'the count of a session’s wrong passwords',
    [attempts, ", this.#limited(['session', sessionId])]", ']'],
    [wrongPasswords, 'count for a session that asks for another password'],
  ),
  guard(
    'the limit of addresses that registering tells',
    [
      tries,
      'if (number > counter.limit) throw tooManyRegistrations(',
      'if (number < 0) throw tooManyRegistrations(',
    ],
    [wrongPasswords, 'tell a network of thirty addresses'],
  ),
  guard(
    'the turns of networks at bcrypt',
    [
      queue,
      'else if (!keepsTurn) toEnd(accounts, account, line);\n    if (accounts.size === 0) this.#networks.delete(network);\n    else if (!keepsTurn) toEnd(this.#networks, network, accounts);',
      'else if (!keepsTurn) toEnd(accounts, account, line);\n    if (accounts.size === 0) this.#networks.delete(network);',
    ],
    [fairQueue, 'goes round the networks'],
  ),
  guard(
    'the turns of accounts at bcrypt',
    [queue, 'else if (!keepsTurn) toEnd(accounts, account, line);'],
    [fairQueue, 'goes round the accounts of one network'],
  ),
  guard(
    'the turns of who is known at bcrypt',
    [queue, '(isKnown ? this.#known : this.#unknown)', '(isKnown ? this.#unknown : this.#unknown)'],
    [fairQueue, 'comes first where somebody is known'],
  ),
  guard(
    'the turn of four that is a stranger’s',
    [queue, '|| this.#turnsSinceUnknown >= turnsOfKnown', ''],
    [fairQueue, 'comes first where somebody is known'],
  ),
  guard(
    'the share of one network in the queue for bcrypt',
    [
      queue,
      'if (sizeOf(this.#networks.get(network)) >= maxWaitingPerNetwork)',
      'if (maxWaitingPerNetwork < 0)',
    ],
    [fairQueue, 'is refused to a network that has its share waiting'],
  ),
  guard(
    'the refusal of who would wait too long for bcrypt',
    [queue, 'if (waitMs > (party.isKnown ? known : unknown)) throw tooMany();'],
    [fairQueue, 'is refused at once to who would wait for too long'],
  ),
  guard(
    'one time for hashes of every cost',
    [`${src}/auth/passwords.ts`, '[hash, ...paddingOf(costOf(hash), cost)]', '[hash]'],
    [passwordsTest, 'take one time for all'],
  ),
  guard(
    'the highest cost that is stored, for accounts that nobody has',
    [`${src}/auth/passwords.ts`, 'const cost = Math.max(this.cost, leastCost);', 'const cost = this.cost;'],
    [passwordsTest, 'take one time for all'],
  ),
  guard(
    'the renewal of a hash at sign-in',
    [authService, 'if (renewedHash) await', "if (renewedHash === '') await"],
    [renewal, 'becomes the configured one at the next sign-in'],
  ),
  guard(
    'who signs in while another sign-in renews the hash',
    [authService, '(await this.#openOther(attempt, place, request.password))', 'null'],
    [renewal, 'is renewed once, and all are let in'],
  ),
  guard(
    'the record of a sign-in',
    [authService, 'await this.uses.audit.signedIn(tx, user, attempt);'],
    [onRecord, 'is who signed in, from where, and who signed out'],
  ),
  guard(
    'the record of a sign-out',
    [authService, 'await this.uses.audit.signedOut(tx, actor);', 'return;'],
    [onRecord, 'is who signed in, from where, and who signed out'],
  ),
  guard(
    'the record of a wrong password',
    [tries, 'await this.audit.failed(attempt);'],
    [onRecord, 'is a wrong password, by nobody who is known'],
  ),
  guard(
    'the record of a lock-out',
    [tries, 'if (isReached) await this.audit.throttled(attempt);'],
    [onRecord, 'is each wrong password, and one lock-out'],
  ),
  guard(
    'the measure of refusals on record',
    [audit, 'if (this.#listed >= maxListedPerHour) {', 'if (this.#listed < 0) {'],
    [onRecord, 'is no more than a thousand refusals an hour'],
  ),
];

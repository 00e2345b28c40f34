import { type Guard, guard } from './guard.js';

const src = 'server/src';
const resets = 'server/test/auth/password-reset.test.ts';
const own = 'server/test/auth/own-sign-in.test.ts';
const issuing = `${src}/auth/reset-code.service.ts`;
const resetting = `${src}/auth/password-reset.service.ts`;
const codeRows = `${src}/auth/reset-codes.repository.ts`;
const codeTries = `${src}/auth/reset-code-tries.ts`;
const ownSignIn = `${src}/auth/own-sign-in.service.ts`;

/** One-time codes for forgotten passwords, and sign-ins that their owners end. */
export const resetCodeGuards: readonly Guard[] = [
  guard(
    'the one-time code, without which no password is set',
    [resetting, 'if (!live || !this.#isRight(live, code))', 'if (!live)'],
    [resets, 'takes no other code'],
  ),
  guard(
    'the half hour of a code',
    [codeRows, "\n      .where('codes.expires_at', '>', sql<Date>`now(3)`)"],
    [resets, 'has lapsed'],
  ),
  guard(
    'codes of people who may not sign in',
    [codeRows, '\n      .where(canSignIn)'],
    [resets, 'was deactivated'],
  ),
  guard('the one use of a code', [resetting, 'await rows.remove(tx, userId);'], [resets, 'is good once']),
  guard(
    'the code that was compared, once more under the lock',
    [resetting, 'if (!still || !this.uses.codes.isSame(still.codeHash, codeHash)) throw codeWrong();'],
    [resets, 'has one effect when two use it at once'],
  ),
  guard(
    'the end of every session when a code sets the password',
    [resetting, 'await sessions.revokeAllOfUser(tx, userId);'],
    [resets, 'sets a new password and ends every session'],
  ),
  guard(
    'the answer that a reset got, ahead of its code',
    [resetting, 'if (await this.writes.earlierAnswer(keyed)) return;'],
    [resets, 'answers a repetition'],
  ),
  guard(
    'the limit of wrong codes',
    [codeTries, 'if (full.size === 0) return;', 'if (full.size >= 0) return;'],
    [resets, 'stops after ten wrong codes from one network'],
  ),
  guard(
    'the lock-out that ends with a new password',
    [resetting, 'await this.uses.passwordTries.forgive(tx, attempt.passwords);'],
    [resets, 'lets in who was locked out'],
  ),
  guard(
    'the record of a wrong code',
    [resetting, 'await this.events.record(this.db.read, by, {', 'void ({'],
    [resets, 'is on record'],
  ),
  guard(
    'the record of a code that was issued',
    [issuing, 'await this.events.append(tx, actor, {', 'void ({'],
    [resets, 'is on record'],
  ),
  guard(
    'the own account, for which nobody issues a code',
    [issuing, 'if (user.id === actor.userId)', 'if (!user.id)'],
    [resets, 'is issued by admins to staff'],
  ),
  guard(
    'patients, to whom no admin issues a code',
    [issuing, "if (!user || user.role === 'patient')", 'if (!user)'],
    [resets, 'is issued by admins to staff'],
  ),
  guard(
    'sign-ins that are inactive, to which no code is issued',
    [issuing, "if (!user.canSignIn) throw conflict('sign_in_inactive');"],
    [resets, 'is issued to nobody who may not sign in'],
  ),
  guard(
    'the session that issues a code, once more in its transaction',
    [issuing, 'if (!(await this.sessions.maybeLiveIdentity(actor.sessionId, tx))) throw sessionEnded();'],
    [resets, 'is issued by nobody who was deactivated a moment ago'],
  ),
  guard(
    'the password that ends the own sign-in',
    [ownSignIn, 'if (!isRight) throw currentPasswordWrong();'],
    [own, 'is not ended without the password'],
  ),
  guard(
    'the sign-in that its owner ended',
    [ownSignIn, 'await this.users.deactivate(tx, actor.userId);'],
    [own, 'is ended by its owner'],
  ),
  guard(
    'the sessions of a sign-in that its owner ended',
    [ownSignIn, 'await this.sessions.revokeAllOfUser(tx, actor.userId);'],
    [own, 'is ended by its owner'],
  ),
  guard(
    'what happened to the accounts of others',
    [`${src}/auth/security-events.repository.ts`, "\n      .where('account_id', '=', accountId)"],
    [own, 'is told to its owner'],
  ),
];

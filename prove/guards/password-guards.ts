import { type Guard, guard } from './guard.js';

const src = 'server/src';
const change = 'server/test/auth/password-change.test.ts';
const underWay = 'server/test/auth/sign-in-under-way.test.ts';
const passwordChange = `${src}/auth/password-change.service.ts`;
const usersRepository = `${src}/auth/users.repository.ts`;

/** Passwords that are changed, and what ends with the old one. */
export const passwordGuards: readonly Guard[] = [
  guard(
    'the current password, without which none is changed',
    [passwordChange, 'if (!isRight) throw currentPasswordWrong();'],
    [change, 'is refused for a wrong current password'],
  ),
  guard(
    'the count of wrong current passwords',
    [
      `${src}/auth/attempts.ts`,
      "limits: [this.#inNetwork(account, network), this.#limited(['session', sessionId])]",
      "limits: [this.#limited(['session', sessionId])]",
    ],
    [change, 'counts a wrong current password like a wrong sign-in'],
  ),
  guard(
    'a new password that is the current one',
    [passwordChange, 'if (isSame(currentPassword, newPassword)) throw passwordUnchanged();'],
    [change, 'is refused when nothing would change'],
  ),
  guard(
    'the end of the other sessions when a password is changed',
    [passwordChange, 'await this.sessions.revokeOthersOfUser(tx, actor.userId, actor.sessionId);'],
    [change, 'ends the other sessions on every process'],
  ),
  guard(
    'the session that changes its password, and goes on',
    [`${src}/auth/sessions.repository.ts`, "\n      .where('id', '!=', uuidBytes(stayingId))"],
    [change, 'ends the other sessions on every process'],
  ),
  guard(
    'the password that was compared, once more under the lock',
    [passwordChange, 'if (storedHash !== comparedHash) throw currentPasswordWrong();'],
    [change, 'lets one of twenty changes through'],
  ),
  guard(
    'the session that changes its password, once more under the lock',
    [passwordChange, 'if (!(await this.sessions.maybeLiveIdentity(sessionId, tx))) throw sessionEnded();'],
    [change, 'is refused when its session was ended while it waited'],
  ),
  guard(
    'the lock of whose password is changed',
    [usersRepository, 'await this.lock(tx, id);'],
    [change, 'is refused when its session was ended while it waited'],
  ),
  guard(
    'the answer that a change of the password got, ahead of the current password',
    [passwordChange, 'if (await this.writes.earlierAnswer(actor)) return;'],
    [change, 'gives a lost answer again for the same Idempotency-Key'],
  ),
  guard(
    'the record of a changed password',
    [
      passwordChange,
      "await this.events.append(tx, actor, {\n        kind: 'user.password_changed',",
      "void ({\n        kind: 'user.password_changed',",
    ],
    [change, 'is on record'],
  ),
  guard(
    'the password that a sign-in compared, once more under the lock',
    [
      `${src}/auth/session-opening.ts`,
      'return storedHash === passwordHash ? this.open(tx, user.id) : null;',
      'return this.open(tx, user.id);',
    ],
    [underWay, 'opens no session when the password is changed'],
  ),
  guard(
    'the user who signs in, once more under the lock',
    [usersRepository, '\n      .where(canSignIn)'],
    [underWay, 'opens no session when the user is withdrawn'],
  ),
];

import type { Request } from 'express';
import { type Action, isAction } from '../access/access-table.js';
import { requireFunction } from '../access/policy.js';
import type { SessionGate } from '../auth/session-gate.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { onceKeyOf } from './once-key.js';
import type { AuthenticatedRequest, TracedRequest } from './request.js';

/**
 * The door of every operation that is not public: verifies the token, the session behind it, and that the role has
 * the operation's function. Which rows it reaches is decided by the query itself.
 */
export async function expressAuthentication(
  request: Request,
  _scheme: string,
  scopes: string[] = [],
): Promise<Actor> {
  const gate = request.app.locals.sessionGate as SessionGate;
  const identity = await gate.admit(bearerToken(request));
  const actor: Actor = {
    ...identity,
    requestId: (request as TracedRequest).requestId,
    once: onceKeyOf(request, identity),
  };
  requireFunction(actor, actionOf(scopes));
  (request as AuthenticatedRequest).actor = actor;
  return actor;
}

/** A scheme is the same in any case, and any number of blanks may follow it (RFC 9110, 11.1 and 11.4). */
const bearer = /^bearer +(\S.*)$/i;

function bearerToken(request: Request): string {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new AppError('token_missing');
  return token;
}

function actionOf(scopes: string[]): Action {
  const [action] = scopes;
  if (action === undefined || !isAction(action))
    throw new Error('An operation without a policy reached the door.');
  return action;
}

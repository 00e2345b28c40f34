import type { Request } from 'express';
import type { Actor } from '../lib/actor.js';

/** A request behind `@Security`: the token was verified and the role has the operation's function. */
export interface AuthenticatedRequest extends Request {
  actor: Actor;
}

/** What every request carries from the first middleware on. */
export interface TracedRequest extends Request {
  requestId: string;
  /** A body was announced and nothing came; Express makes `{}` of it. */
  hasEmptyBody?: boolean;
}

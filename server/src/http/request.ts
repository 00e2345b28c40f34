import type { Request } from 'express';
import type { Actor } from '../lib/actor.js';

/** What every request carries from the front door on. */
export interface Traced {
  requestId: string;
  /** By this process's monotonic clock. */
  receivedAtMs: number;
  /** Where it comes from, as limits count it: an IPv4 address or an IPv6 /64. */
  clientNetwork: string;
}

export interface TracedRequest extends Request, Traced {
  /** The body as it came; `body` is what it says. Express makes `{}` of one that was announced and is empty. */
  bodyBytes?: Buffer;
}

/** A request behind `@Security`: the token was verified and the role has the operation's function. */
export interface AuthenticatedRequest extends TracedRequest {
  actor: Actor;
}

import { LRUCache } from 'lru-cache';
import type { Identity } from '../lib/actor.js';
import { sessionEnded } from '../lib/errors.js';
import type { AccessTokens } from './access-tokens.js';
import type { SessionsRepository } from './sessions.repository.js';

const knownForMs = 1_000;
const sessionsAtMost = 10_000;

/** Lets a token in only while its session lives and its user is active; what was withdrawn is out within a second. */
export class SessionGate {
  readonly #known = new LRUCache<string, Promise<Identity | null>>({ max: sessionsAtMost, ttl: knownForMs });

  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws AppError `token_invalid`, `token_expired` or `session_ended` */
  async admit(token: string): Promise<Identity> {
    const { sessionId, userId } = this.tokens.verify(token);
    const identity = await this.#identity(sessionId);
    if (identity?.userId !== userId) throw sessionEnded();
    return identity;
  }

  #identity(sessionId: string): Promise<Identity | null> {
    const known = this.#known.get(sessionId);
    if (known) return known;
    const asked = this.sessions.maybeLiveIdentity(sessionId);
    this.#known.set(sessionId, asked);
    asked.catch(() => this.#known.delete(sessionId));
    return asked;
  }
}

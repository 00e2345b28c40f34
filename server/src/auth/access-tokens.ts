import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { AppError } from '../lib/errors.js';
import { deriveSigningKey } from '../lib/secrets.js';

export const accessTokenSeconds = 600;
/** By how much the clocks of two processes may differ. */
const maxClockSkewSeconds = 5;
const audience = 'medweave-api';
const verifiedAtMost = 10_000;

export interface TokenSubject {
  userId: string;
  sessionId: string;
  expiresAtMs: number;
}

/** Signs and verifies the ES256 access tokens. They name the session, never its rights: those are read per request. */
export class AccessTokens {
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #keyId: string;
  /** Verifying costs 60 µs and the same token comes many times: bounded, and never past the token's own expiry. */
  readonly #verified = new LRUCache<string, TokenSubject>({ max: verifiedAtMost });

  constructor(
    secret: string,
    private readonly issuer: string,
  ) {
    this.#privateKey = deriveSigningKey(secret);
    this.#publicKey = createPublicKey(this.#privateKey);
    const { crv, kty, x, y } = this.#publicKey.export({ format: 'jwk' });
    this.#keyId = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url'); // RFC 7638
  }

  sign(userId: string, sessionId: string): string {
    return jwt.sign({ sid: sessionId }, this.#privateKey, {
      algorithm: 'ES256',
      keyid: this.#keyId,
      subject: userId,
      issuer: this.issuer,
      audience,
      expiresIn: accessTokenSeconds,
    });
  }

  /** @throws AppError `token_invalid` or `token_expired` */
  verify(token: string): TokenSubject {
    const known = this.#verified.get(token);
    if (known && known.expiresAtMs > Date.now()) return known;
    const subject = this.#check(token);
    this.#verified.set(token, subject);
    return subject;
  }

  /** The public half, for `/.well-known/jwks.json`. */
  jwks(): { keys: JsonWebKey[] } {
    const key = { ...this.#publicKey.export({ format: 'jwk' }), kid: this.#keyId, alg: 'ES256', use: 'sig' };
    return { keys: [key] };
  }

  #check(token: string): TokenSubject {
    try {
      const claims = jwt.verify(token, this.#publicKey, {
        algorithms: ['ES256'],
        issuer: this.issuer,
        audience,
      });
      if (typeof claims === 'string' || !claims.sub || !claims.exp || typeof claims.sid !== 'string')
        throw invalidToken();
      if (!isOfOurLife(claims)) throw invalidToken();
      return { userId: claims.sub, sessionId: claims.sid, expiresAtMs: claims.exp * 1_000 };
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) throw new AppError('token_expired');
      throw invalidToken(error);
    }
  }
}

/** Issued, and not in the future, and for no longer than ours are: its expiry alone would let it live for ever. */
function isOfOurLife({ iat, exp = Number.POSITIVE_INFINITY }: jwt.JwtPayload): boolean {
  if (typeof iat !== 'number') return false;
  return iat <= Date.now() / 1_000 + maxClockSkewSeconds && exp - iat <= accessTokenSeconds;
}

const invalidToken = (cause?: unknown): AppError => new AppError('token_invalid', {}, { cause });

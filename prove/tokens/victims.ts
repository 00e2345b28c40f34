import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { Draws } from '../../server/src/generate/draws.js';
import { deriveSigningKey } from '../../server/src/lib/secrets.js';
import type { Claims } from './jws.js';
import { partsOf } from './jws.js';

/** Somebody whose place a forger wants to take. */
export interface Victim {
  readonly user: SignedIn;
  readonly claims: Claims;
  readonly header: Claims;
  readonly texts: readonly [string, string, string];
}

export const victimOf = (user: SignedIn): Victim => ({ user, ...partsOf(user.accessToken) });

/** What a forger may have: keys of her own, the clinic's public key, and by mistake more than that. */
export interface Forger {
  readonly draws: Draws;
  readonly victim: Victim;
  readonly other: Victim;
  /** A session that has been signed out. */
  readonly ended: Victim;
  readonly keys: Keys;
}

export interface Keys {
  /** The clinic's own: for tokens that say something wrong and say it under its name. */
  readonly ours: KeyObject;
  readonly ourPublic: KeyObject;
  readonly ourSecret: string;
  readonly anotherDeployment: KeyObject;
  readonly p256: KeyObject;
  readonly p384: KeyObject;
  readonly rsa: KeyObject;
  readonly ed25519: KeyObject;
}

export function makeKeys(ourSecret: string): Keys {
  const ours = deriveSigningKey(ourSecret);
  return {
    ours,
    ourPublic: createPublicKey(ours),
    ourSecret,
    anotherDeployment: deriveSigningKey('a deployment with a secret of its own'),
    p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
    rsa: generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey,
    ed25519: generateKeyPairSync('ed25519').privateKey,
  };
}

export const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

import { createHmac, type KeyObject } from 'node:crypto';
import { type Actor, type Caller, nobodysId } from '../lib/actor.js';
import { deriveMacKey } from '../lib/secrets.js';
import { type Device, type DeviceTokens, isKnownOn } from './device-tokens.js';
import type { Party } from './fair-queue.js';
import type { Counter } from './password-tries.repository.js';
import type { Credentials } from './users.repository.js';

const windowSeconds = 15 * 60;
/** Of one account from one place. */
const maxWrong = 10;
/** Of one network, whatever accounts it tries. */
const maxWrongOfNetwork = 50;
/** One-time codes of one account, from wherever. Far more than one network has: strangers do not keep the owner out. */
const maxWrongCodesOfAccount = 100;
const registrationWindowSeconds = 60 * 60;
/** Each says that an address has an account. */
const maxTakenOfNetwork = 30;

/** What a password is tried for. */
export type Purpose = 'sign_in' | 'password_change' | 'sign_in_end';

/** A password that somebody says is theirs, and what it counts towards where it is not. */
export interface Attempt {
  readonly caller: Caller;
  /** As it is stored; also where nobody has it. */
  readonly account: string;
  /** Null where nobody has it. */
  readonly credentials: Credentials | null;
  readonly purpose: Purpose;
  readonly from: 'device' | 'network' | 'session' | 'elsewhere';
  readonly party: Party;
  /** Of wrong ones. A try is refused where one is full, and clears them all when it is right. */
  readonly limits: readonly Counter[];
  /** Counted and cleared the same way; where one is full, a right one is let in and a wrong one told nothing. */
  readonly counts: readonly Counter[];
  /** The same of the network, and never cleared: whoever has one account of their own could. */
  readonly ofNetwork: Pick<Attempt, 'limits' | 'counts'>;
}

type Limits = Pick<Attempt, 'limits' | 'counts' | 'ofNetwork'>;
const nothing = { limits: [], counts: [] };

/** A one-time code that somebody says is theirs. */
export interface ResetAttempt {
  readonly party: Party;
  /** Of wrong codes. */
  readonly ofCodes: readonly Counter[];
  /** Of wrong passwords, which a right code clears. */
  readonly passwords: Pick<Attempt, 'limits' | 'counts'>;
}

/** From where somebody signs in. */
export interface Place {
  readonly device: Device;
  /** Keyed, of the account and the network. */
  readonly networkHash: Buffer;
  /** Nothing of it has to be noted again. */
  readonly isNotedToday: boolean;
}

/** Says for each password by what it is counted: `docs/decisions/wrong-passwords.md`. */
export class Attempts {
  readonly #key: KeyObject;

  constructor(
    secret: string,
    private readonly devices: DeviceTokens,
  ) {
    this.#key = deriveMacKey(secret, 'password-tries');
  }

  /**
   * @param credentials with what is known of the account's network
   * @param deviceToken what the device says that it was given; anything else than ours is as good as nothing
   */
  signIn(
    caller: Caller,
    account: string,
    credentials: Credentials | null,
    deviceToken: string | undefined,
  ): { attempt: Attempt; place: Place } {
    const { network } = caller;
    const { user, passwordChangedAt = null, isNotedToday = null } = credentials ?? {};
    const device = this.devices.deviceOf(deviceToken);
    const isKnownDevice = isKnownOn(device, user?.id ?? nobodysId, passwordChangedAt);
    const from = isKnownDevice ? 'device' : isNotedToday === null ? 'elsewhere' : 'network';
    const attempt: Attempt = {
      ...{ caller, account, credentials, from, purpose: 'sign_in' },
      party: { network, account, isKnown: from !== 'elsewhere' },
      ...(from === 'device' ? this.#ofDevice(account, device) : this.#ofOthers(account, network, from)),
    };
    return {
      attempt,
      place: { ...this.placeOf(caller, account), device, isNotedToday: isNotedToday === true },
    };
  }

  /** Whoever is signed in is known: counted by their session, and together with sign-ins from the same network. */
  signedIn(
    purpose: Exclude<Purpose, 'sign_in'>,
    { sessionId }: Actor,
    caller: Caller,
    credentials: Credentials,
  ): Attempt {
    const account = credentials.user.email;
    const { network } = caller;
    return {
      ...{ caller, account, credentials, from: 'session', purpose },
      party: { network, account, isKnown: true },
      limits: [this.#inNetwork(account, network), this.#limited(['session', sessionId])],
      ...{ counts: [], ofNetwork: nothing },
    };
  }

  /** A one-time code in the place of a password, which counts by itself; a right one clears what wrong passwords left. */
  resetCode(caller: Caller, account: string): ResetAttempt {
    const { network } = caller;
    return {
      party: { network, account, isKnown: true },
      ofCodes: [
        { id: this.#hash(['codes of', network]), limit: maxWrong, windowSeconds },
        { id: this.#hash(['codes for', account]), limit: maxWrongCodesOfAccount, windowSeconds },
      ],
      passwords: this.#ofOthers(account, network, 'elsewhere'),
    };
  }

  /** Of somebody who has just shown who they are. */
  placeOf({ network }: Caller, account: string, deviceToken?: string): Place {
    const networkHash = this.networkHash(account, network);
    return { device: this.devices.deviceOf(deviceToken), networkHash, isNotedToday: false };
  }

  networkHash(account: string, network: string): Buffer {
    return this.#hash(['known network', account, network]);
  }

  /** Registrations of a network that were refused for an address that is taken. */
  addressesTaken({ network }: Caller): Counter {
    const id = this.#hash(['taken', network]);
    return { id, limit: maxTakenOfNetwork, windowSeconds: registrationWindowSeconds };
  }

  /** Says which account without saying its address: 16 bytes as a UUID is written. */
  pseudonymOf(account: string): string {
    const hex = this.#hash(['account', account]).toString('hex').slice(0, 32);
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  }

  #ofDevice(account: string, { id }: Device): Limits {
    return { limits: [this.#limited(['device', account, id])], counts: [], ofNetwork: nothing };
  }

  /**
   * Whoever signed in from the network before is let in with a right password though strangers used up the account's
   * wrong ones, or the network's. All counters are the same for an account that there is and one that there is not, and
   * so is what a wrong password is told.
   */
  #ofOthers(account: string, network: string, from: 'network' | 'elsewhere'): Limits {
    const here = this.#inNetwork(account, network);
    const everywhere = this.#limited(['account', account]);
    const all = this.#ofNetwork('all of', network);
    const kin = this.#ofNetwork(from === 'network' ? 'known of' : 'others of', network);
    return from === 'network'
      ? { limits: [here], counts: [everywhere], ofNetwork: { limits: [kin], counts: [all] } }
      : { limits: [here, everywhere], counts: [], ofNetwork: { limits: [kin, all], counts: [] } };
  }

  #inNetwork(account: string, network: string): Counter {
    return this.#limited(['network', account, network]);
  }

  #ofNetwork(kind: string, network: string): Counter {
    return { id: this.#hash([kind, network]), limit: maxWrongOfNetwork, windowSeconds };
  }

  #limited(of: readonly string[]): Counter {
    return { id: this.#hash(of), limit: maxWrong, windowSeconds };
  }

  #hash(of: readonly string[]): Buffer {
    return createHmac('sha256', this.#key).update(of.join('\0')).digest();
  }
}

import { newId } from '../lib/ids.js';
import { Vault } from '../lib/secrets.js';
import { DAY_MS } from '../lib/time.js';

/** Of one device: more people than that share one hardly ever. The one who signed in longest ago is forgotten. */
const maxUsers = 8;
const goodForDays = 365;
const boundTo = Buffer.from('device');

/** What a device's token says of it. */
export interface Device {
  readonly id: string;
  /** Who has signed in on it, the last one first. */
  readonly users: readonly { readonly id: string; readonly atMs: number }[];
}

/**
 * Tells a device on which somebody has signed in from any other. The token opens nothing by itself: it is shown with the
 * next sign-in, and then wrong passwords of strangers do not count for it. Sealed, and nothing of it is stored.
 */
export class DeviceTokens {
  readonly #vault: Vault;

  constructor(secret: string) {
    this.#vault = new Vault(secret, 'device-tokens');
  }

  /** A new device for a token that is missing or none of ours. */
  deviceOf(token: string | undefined): Device {
    return (token === undefined ? null : this.#maybeOpened(token)) ?? { id: newId(), users: [] };
  }

  /** The device's next token, after this user has signed in on it. */
  issue({ id, users }: Device, userId: string): string {
    const others = users.filter((user) => user.id !== userId);
    const now = [{ id: userId, atMs: Date.now() }, ...others].slice(0, maxUsers);
    const said = JSON.stringify([id, ...now.map((user) => [user.id, user.atMs])]);
    return this.#vault.seal(Buffer.from(said), boundTo).toString('base64url');
  }

  /** Who has signed in last on the device. @returns null for a token that is none of ours */
  ownerOf(token: string): string | null {
    return this.#maybeOpened(token)?.users[0]?.id ?? null;
  }

  #maybeOpened(token: string): Device | null {
    try {
      const said = this.#vault.open(Buffer.from(token, 'base64url'), boundTo);
      const [id, ...users] = JSON.parse(said.toString()) as [string, ...[string, number][]];
      return { id, users: users.map(([userId, atMs]) => ({ id: userId, atMs })) };
    } catch {
      return null; // made up, altered, or of another deployment: all the same to the caller
    }
  }
}

/** Whether the user has signed in on it within a year, and since the password was last changed. */
export function isKnownOn({ users }: Device, userId: string, passwordChangedAt: Date | null): boolean {
  const atMs = users.find(({ id }) => id === userId)?.atMs ?? Number.NEGATIVE_INFINITY;
  return atMs > Date.now() - goodForDays * DAY_MS && atMs > (passwordChangedAt?.getTime() ?? 0);
}

import type { Tx } from '../lib/mysql.js';
import type { Place } from './attempts.js';
import type { DeviceTokens } from './device-tokens.js';
import type { KnownNetworksRepository } from './known-networks.repository.js';

/** From where somebody has signed in: nobody else's wrong passwords count for them there. */
export class KnownPlaces {
  constructor(
    private readonly devices: DeviceTokens,
    private readonly networks: KnownNetworksRepository,
  ) {}

  /** @returns what the device shows the next time */
  async remember(tx: Tx, userId: string, { device, networkHash, isNotedToday }: Place): Promise<string> {
    if (!isNotedToday) await this.networks.remember(tx, userId, networkHash);
    return this.devices.issue(device, userId);
  }
}

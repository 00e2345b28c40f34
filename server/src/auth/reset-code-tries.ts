import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../lib/errors.js';

const windowSeconds = 900;
const maxOfNetwork = 10;
/** Far more than one network has: somebody's wrong tries do not keep the owner out. */
const maxOfAccount = 100;

/**
 * Wrong one-time codes, by network and by account. Guessing 100 bits is hopeless anyway: this keeps it from being tried,
 * and counts in each process by itself.
 */
export class ResetCodeTries {
  readonly #ofNetwork = new RateLimiterMemory({ points: maxOfNetwork, duration: windowSeconds });
  readonly #ofAccount = new RateLimiterMemory({ points: maxOfAccount, duration: windowSeconds });

  /** @throws AppError `too_many_failures` */
  async requireFew(network: string, account: string): Promise<void> {
    await requireFewer(this.#ofNetwork, network, maxOfNetwork);
    await requireFewer(this.#ofAccount, account, maxOfAccount);
  }

  /** @param account counted also where nobody has it */
  async count(network: string, account: string): Promise<void> {
    await this.#ofNetwork.penalty(network, 1);
    await this.#ofAccount.penalty(account, 1);
  }
}

async function requireFewer(limiter: RateLimiterMemory, key: string, max: number): Promise<void> {
  const wrong = await limiter.get(key);
  if (wrong && wrong.consumedPoints >= max)
    throw new AppError('too_many', 'too_many_failures', 'Too many wrong codes. Wait before the next try.', {
      retryAfterSeconds: Math.ceil(wrong.msBeforeNext / 1_000),
    });
}

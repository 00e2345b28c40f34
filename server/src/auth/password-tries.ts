import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../lib/errors.js';
import type { Passwords } from './passwords.js';
import type { Credentials } from './users.repository.js';

const failuresAllowed = 10;
const failureWindowSeconds = 900;

/** The one place where a password is tried: wrong ones count towards the same limit, whatever they were sent for. */
export class PasswordTries {
  readonly #failures = new RateLimiterMemory({ points: failuresAllowed, duration: failureWindowSeconds });

  constructor(private readonly passwords: Passwords) {}

  /**
   * Whether it is the password of an account that may sign in. A right one clears the account's count.
   * @param account the e-mail address as it is stored; counted also where nobody has it
   * @param credentials null where nobody has it, which takes as long
   * @throws AppError `too_many_failures` after ten wrong passwords in fifteen minutes; `too_many_sign_ins`
   */
  async isRight(account: string, password: string, credentials: Credentials | null): Promise<boolean> {
    await this.#requireFewFailures(account);
    const hash = credentials?.user.canSignIn ? credentials.passwordHash : null;
    const isRight = await this.passwords.matches(password, hash);
    await this.#requireFewFailures(account); // tries that were sent at once count like those sent one by one
    if (isRight) await this.#failures.delete(account);
    else await this.#failures.penalty(account, 1);
    return isRight;
  }

  /** For an account whose owner has shown otherwise who they are. */
  async forget(account: string): Promise<void> {
    await this.#failures.delete(account);
  }

  async #requireFewFailures(account: string): Promise<void> {
    const failures = await this.#failures.get(account);
    if (failures && failures.consumedPoints >= failuresAllowed)
      throw new AppError(
        'too_many',
        'too_many_failures',
        'Too many wrong passwords. Wait before the next try.',
        {
          retryAfterSeconds: Math.ceil(failures.msBeforeNext / 1_000),
        },
      );
  }
}

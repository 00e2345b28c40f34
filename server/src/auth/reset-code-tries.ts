import { AppError } from '../lib/errors.js';
import type { ResetAttempt } from './attempts.js';
import type { PasswordTriesRepository } from './password-tries.repository.js';

/**
 * Wrong one-time codes, by network and by account, over all processes. Guessing 100 bits is hopeless anyway: this keeps
 * it from being tried.
 */
export class ResetCodeTries {
  constructor(private readonly tries: PasswordTriesRepository) {}

  /** @throws AppError `too_many_failures` */
  async requireFew({ ofCodes }: ResetAttempt): Promise<void> {
    const full = await this.tries.secondsFull(ofCodes);
    if (full.size === 0) return;
    const retryAfterSeconds = Math.max(...full.values());
    throw new AppError('too_many_failures', { detail: 'The code was wrong too often.', retryAfterSeconds });
  }

  /** One that was wrong; counted also where nobody has the account. */
  async count({ ofCodes }: ResetAttempt): Promise<void> {
    for (const counter of ofCodes) await this.tries.count(counter);
  }
}

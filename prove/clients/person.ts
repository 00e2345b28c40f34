import type { SignedIn } from '../../server/src/auth/auth.types.js';
import { caller, password } from '../../server/test/support/calls.js';

/** An access token lasts ten minutes; a full dose lasts longer. */
const renewAfterMs = 6 * 60_000;

/** Somebody who signed in, and signs in again in good time. */
export class Person {
  #signedInAtMs = performance.now();

  constructor(
    /** For histories, such as `patient 3`. */
    readonly name: string,
    private signedIn: SignedIn,
  ) {}

  get user(): SignedIn['user'] {
    return this.signedIn.user;
  }

  /** A token that still lasts for minutes. A sign-in that fails in the middle of a fault is left for the next time. */
  async token(baseUrl: string): Promise<string> {
    if (performance.now() - this.#signedInAtMs > renewAfterMs) {
      const body = { email: this.user.email, password };
      const answer = await caller(baseUrl)<SignedIn>(null, 'POST', '/auth/login', { body }).catch(() => null);
      if (answer?.status === 200) {
        this.signedIn = answer.body;
        this.#signedInAtMs = performance.now();
      }
    }
    return this.signedIn.accessToken;
  }
}

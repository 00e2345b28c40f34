import { Medweave, MedweaveError } from '@medweave/sdk';
import { type Clinic, password } from '../support/clinic.js';
import { StoryCalendar } from './calendar.js';
import type { Recorder } from './recorder.js';

/** An id that nothing has. */
export const nothing = '01900000-0000-7000-8000-000000000000';

/** Where the story is played: a clinic, its days, and clients whose requests are recorded. */
export class Stage {
  readonly calendar = new StoryCalendar(Date.now());

  constructor(
    readonly clinic: Clinic,
    private readonly recorder: Recorder,
  ) {}

  /** Somebody who has not signed in yet. */
  visitor(): Medweave {
    return new Medweave({ baseUrl: this.clinic.baseUrl, fetch: this.recorder.fetch, maxRetries: 0 });
  }

  async signedIn(email: string): Promise<Medweave> {
    const client = this.visitor();
    await client.auth.login({ email, password });
    return client;
  }
}

/** @throws Error when the call is not refused with this code */
export async function refused(call: Promise<unknown>, code: string): Promise<void> {
  const outcome = await call.then(
    () => 'a success',
    (error: unknown) => (error instanceof MedweaveError ? error.code : String(error)),
  );
  if (outcome !== code) throw new Error(`The story expects ${code} here, but the answer was ${outcome}.`);
}

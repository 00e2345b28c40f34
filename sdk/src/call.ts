import { ApiError, ConnectionError, type MedweaveError, TimeoutError } from './errors.js';
import { errorsByCode } from './generated/errors.js';

/** How a call ended. `ok` tells the two apart, and `error.code` the errors. */
export type Outcome<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** An answer under way: `await` it for the value or the thrown error, or `await call.safe()` for either as a value. */
export class Call<T, E extends MedweaveError = MedweaveError> extends Promise<T> {
  /** What `then` makes is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /**
   * Resolves with the value or with one of the operation's documented errors. Rejects with all else: the reason of
   * your own signal, a code that this SDK does not know, and what was wrong before anything was sent.
   */
  safe(): Promise<Outcome<T, E>> {
    return this.then<Outcome<T, E>, Outcome<T, E>>(
      (value) => ({ ok: true, value }),
      (error: unknown) => {
        if (!isDocumented(error)) throw error;
        return { ok: false, error: error as E };
      },
    );
  }
}

function isDocumented(error: unknown): boolean {
  if (error instanceof ApiError) return Object.hasOwn(errorsByCode, error.code);
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

import { Call } from './call.js';
import type { MedweaveError } from './errors.js';

/** One page of a list. `nextCursor` is null on the last. */
export interface Page<T> {
  /** As many as `limit` at most. */
  readonly items: T[];
  /** To send as `cursor`, with the same filters, for the next page. */
  readonly nextCursor: string | null;
}

/**
 * A list: `await` it for its first page, or `for await` over every item of every page. The next page is
 * fetched when the last item of the page before has been used.
 */
export class PagePromise<T, E extends MedweaveError = MedweaveError>
  extends Call<Page<T>, E>
  implements AsyncIterable<T>
{
  constructor(private readonly load: (cursor?: string) => Promise<Page<T>>) {
    super((resolve) => resolve(load()));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    let page: Page<T> = await this;
    for (;;) {
      yield* page.items;
      if (page.nextCursor === null) return;
      page = await this.load(page.nextCursor);
    }
  }
}

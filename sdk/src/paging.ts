/** One page of a list. `nextCursor` is null on the last. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/**
 * A list: `await` it for its first page, or `for await` over every item of every page. The next page is
 * fetched when the last item of the page before has been used.
 */
export class PagePromise<T> extends Promise<Page<T>> implements AsyncIterable<T> {
  /** What `then` makes is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

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

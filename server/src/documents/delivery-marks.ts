import type { Logger } from 'pino';
import type { OutboxRepository } from './outbox.repository.js';

const collectForMs = 20;

/**
 * Notes in MySQL which documents MongoDB has acknowledged, many in one statement and after the answer was sent. That is
 * safe: a mark that is lost costs only a second delivery of the same bytes under the same id.
 */
export class DeliveryMarks {
  #ids: string[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly log: Logger,
  ) {}

  add(documentId: string): void {
    this.#ids.push(documentId);
    this.#timer ??= setTimeout(() => void this.flush(), collectForMs);
  }

  /** Resolves when everything added so far is written, or left to the relay. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const ids = this.#ids.splice(0);
    this.#writing = this.#writing.then(() => this.#write(ids));
    await this.#writing;
  }

  async #write(ids: readonly string[]): Promise<void> {
    try {
      await this.outbox.markDelivered(ids);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      this.log.warn(
        { documents: ids.length, cause: name },
        'Deliveries could not be marked; the relay repeats them',
      );
    }
  }
}

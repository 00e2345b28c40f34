import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentsService } from '../documents/documents.service.js';
import type { Progress } from '../lib/progress.js';

const lookEveryMs = 250;
/** A relay that was killed leaves its documents to the next one after a quarter of a minute. */
const patienceMs = 20_000;

/**
 * Waits until the relay has brought all documents to MongoDB. They are safe before that, so it does not wait for a
 * MongoDB that is away.
 * @returns how many are still on their way
 */
export async function deliverNotes(
  documents: DocumentsService,
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  let pending = await documents.countPending();
  if (pending === 0) return 0;
  progress.begin(pending);
  progress.enter('delivering to MongoDB');
  let advancedAt = performance.now();
  while (pending > 0 && performance.now() - advancedAt < patienceMs) {
    signal.throwIfAborted();
    await sleep(lookEveryMs);
    const left = await documents.countPending();
    if (left < pending) {
      progress.advance(pending - left);
      advancedAt = performance.now();
    }
    pending = left;
  }
  progress.end();
  return pending;
}

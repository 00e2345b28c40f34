import { shortest } from '../clients/shortest.js';
import type { FrontDesk } from '../front-desk/front-desk.js';
import { isDone } from '../front-desk/kept.js';
import type { Broken, Span } from '../kernel/proof.js';
import { eachOf } from '../rig/at-once.js';
import { type Attempt, type Attempts, told } from '../rig/attempts.js';
import { faultsOf } from '../rig/faults.js';
import type { Rig } from '../rig/rig.js';
import { during } from './during.js';

const atOnce = 8;
/** Each so many-th time is wanted by somebody else, too: only then Redis is asked for the doctor's day. */
const contestedEach = 5;

export interface WithoutHelper {
  readonly spans: readonly Span[];
  /** What was sent while the store was away, and should have been done. */
  readonly sent: readonly Attempt[];
  readonly broken: readonly Broken[];
}

interface Asked {
  readonly bookings: number;
  /** Which share of them may fail. */
  readonly mayFail: number;
  readonly withNotes: boolean;
}

/** Books, and posts notes, while a store that decides nothing is killed, cut off, paused, out of reach, or deaf on one ear. */
export async function without(
  { rig, desk, attempts }: { rig: Rig; desk: FrontDesk; attempts: Attempts },
  store: 'redis' | 'mongo',
  { bookings, mayFail, withNotes }: Asked,
): Promise<WithoutHelper> {
  const faults = faultsOf(rig, store).filter(({ name }) => !name.endsWith('slow'));
  const spans: Span[] = [];
  const sent: Attempt[] = [];
  for (const fault of faults) {
    const turns = Array.from({ length: Math.ceil(bookings / faults.length) }, (_, turn) => turn);
    const work = () =>
      eachOf(turns, atOnce, async (turn) => {
        const baseUrl = rig.apis[turn % rig.apis.length]?.baseUrl ?? '';
        const visit = desk.nextVisit();
        sent.push(await desk.book(baseUrl, { visit }));
        if (turn % contestedEach === 0) await desk.contest(baseUrl, visit);
        if (withNotes) sent.push(await desk.postNote(baseUrl));
      });
    spans.push(await during(fault, attempts.clock, work));
  }
  const failed = sent.filter((attempt) => !isDone(attempt));
  const isKept = failed.length <= sent.length * mayFail;
  const what = `more than ${mayFail * 100} % of what was asked for failed without ${store}`;
  return {
    spans,
    sent,
    broken: isKept
      ? []
      : shortest(
          what,
          failed.map((attempt) => [told(attempt)]),
        ),
  };
}

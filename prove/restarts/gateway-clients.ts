import { setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'undici';
import { Draws } from '../../server/src/generate/draws.js';
import type { FrontDesk } from '../front-desk/front-desk.js';
import type { Attempt } from '../rig/attempts.js';
import type { Gateway } from './gateway.js';

/**
 * How a client uses connections: `steady` keeps one alive and stays with its process until that says goodbye; `dozing`
 * does, too, with long pauses; `fresh` opens one for each request, at any process that is ready.
 */
export type Manner = 'steady' | 'dozing' | 'fresh';

const longestPauseMs: Readonly<Record<Manner, number>> = { steady: 20, dozing: 2_500, fresh: 20 };
const tryNextAfterMs = 10;

/** Nobody listened: the process had not accepted the request, and its client asks the next one. */
export const isNotAccepted = ({ status, code }: Attempt): boolean => status === 0 && code === 'ECONNREFUSED';

/** Books and reads until it is over, each request at a process of the gateway's. */
export async function useGateway(
  desk: FrontDesk,
  gateway: Gateway,
  { manner, number, seed }: { manner: Manner; number: number; seed: number },
  isOver: () => boolean,
): Promise<void> {
  const draws = new Draws(seed).about(1, number);
  const dispatcher = new Agent({ connections: 1, pipelining: manner === 'fresh' ? 0 : 1 });
  let baseUrl: string | undefined;
  const send = async (ask: (baseUrl: string) => Promise<Attempt>): Promise<void> => {
    for (;;) {
      baseUrl ??= gateway.ready[draws.below(gateway.ready.length)];
      const attempt = baseUrl === undefined ? null : await ask(baseUrl);
      const isGoodbye = !attempt || isNotAccepted(attempt) || attempt.headers?.get('connection') === 'close';
      if (isGoodbye) baseUrl = undefined;
      if (attempt && !isNotAccepted(attempt)) return;
      await pause(tryNextAfterMs);
    }
  };
  try {
    while (!isOver()) {
      const visit = draws.chance(0.5) ? desk.nextVisit() : null;
      const turn = draws.below(1_000);
      await send((at) =>
        visit ? desk.book(at, { visit, dispatcher }) : desk.readSlots(at, turn, { dispatcher }),
      );
      await pause(draws.next() * longestPauseMs[manner]);
    }
  } finally {
    await dispatcher.close();
  }
}

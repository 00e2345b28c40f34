import { setTimeout as pause } from 'node:timers/promises';
import { shortest } from '../clients/shortest.js';
import type { FrontDesk } from '../front-desk/front-desk.js';
import { isDone } from '../front-desk/kept.js';
import type { Broken, Span } from '../kernel/proof.js';
import { type Attempt, type Attempts, told } from '../rig/attempts.js';
import type { Rig } from '../rig/rig.js';
import type { SmallDisk } from './small-disk.js';

const answersWithinMs = 10_000;
const recoversWithinMs = 10_000;
const clients = 4;
const pauseMs = 50;

export interface FullOnce {
  readonly whose: string;
  readonly span: Span;
  readonly recoveryMs: number;
  readonly broken: readonly Broken[];
}

/** Clients book, post notes and list them before, while and after this disk is full. */
export async function whileFull(
  { rig, desk, attempts }: { rig: Rig; desk: FrontDesk; attempts: Attempts },
  whose: string,
  disk: SmallDisk,
  fullMs: number,
): Promise<FullOnce> {
  const baseUrl = rig.apis[0]?.baseUrl ?? '';
  const { clock } = attempts;
  const sent: Attempt[] = [];
  let isOver = false;
  const client = async (number: number): Promise<void> => {
    for (let turn = number; !isOver; turn++) {
      sent.push(await oneOfThree(desk, baseUrl, turn));
      await pause(pauseMs);
    }
  };
  const running = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const fromMs = clock();
  await disk.fill();
  await pause(fullMs);
  await disk.free();
  const span = { name: `${whose} full`, fromMs, untilMs: clock() };
  while (clock() < span.untilMs + recoversWithinMs * rig.slowness && !isWorking(sent, span.untilMs))
    await pause(20);
  const recoveryMs = Math.round(clock() - span.untilMs);
  await pause(500); // whether it lasts
  isOver = true;
  await running;
  return { whose, span, recoveryMs, broken: judge(whose, sent, span, rig.slowness) };
}

/** What uses MySQL alone, what uses both stores, and what needs MongoDB. */
function oneOfThree(desk: FrontDesk, baseUrl: string, turn: number): Promise<Attempt> {
  if (turn % 3 === 0) return desk.book(baseUrl);
  if (turn % 3 === 1) return desk.postNote(baseUrl);
  return desk.listNotes(baseUrl, turn);
}

/** Each of the three was done again since. */
function isWorking(sent: readonly Attempt[], sinceMs: number): boolean {
  const since = sent.filter((one) => one.sentAtMs > sinceMs && isDone(one));
  return new Set(since.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).size === 3;
}

function judge(whose: string, sent: readonly Attempt[], { untilMs }: Span, slowness: number): Broken[] {
  const lines = (some: readonly Attempt[]) => some.map((one) => [`disk of ${whose}: ${told(one)}`]);
  const tookMs = ({ sentAtMs, answeredAtMs }: Attempt) => answeredAtMs - sentAtMs;
  const breaches = {
    'with a full disk an answer took more than 10 s': sent.filter(
      (one) => tookMs(one) > answersWithinMs * slowness,
    ),
    'with a full disk an answer was neither success nor 503': sent.filter(
      (one) => !isDone(one) && one.status !== 503,
    ),
    'with room for 10 s a request failed': sent.filter(
      (one) => one.sentAtMs > untilMs + recoversWithinMs * slowness && !isDone(one),
    ),
    'with room for 10 s not everything worked again': isWorking(sent, untilMs) ? [] : sent.slice(-1),
  };
  return Object.entries(breaches).flatMap(([what, some]) => shortest(what, lines(some)));
}

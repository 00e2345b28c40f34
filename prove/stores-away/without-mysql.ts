import { setTimeout as pause } from 'node:timers/promises';
import type { FrontDesk } from '../front-desk/front-desk.js';
import type { Broken, Span } from '../kernel/proof.js';
import type { Attempts } from '../rig/attempts.js';
import { type Fault, faultsOf } from '../rig/faults.js';
import type { Rig } from '../rig/rig.js';
import { Askers } from './askers.js';
import { during } from './during.js';
import { judgeRound, limitsFor } from './judge-round.js';

export interface WithoutMysql {
  readonly spans: readonly Span[];
  readonly slowestRefusalMs: number;
  readonly slowestRecoveryMs: number;
  readonly broken: readonly Broken[];
}

interface Parts {
  readonly rig: Rig;
  readonly desk: FrontDesk;
  readonly attempts: Attempts;
}

/** Books and reads before, while and after MySQL is killed, cut off, paused, out of reach, or its answers are lost. */
export async function withoutMysql(parts: Parts, awayMs: number): Promise<WithoutMysql> {
  const faults = faultsOf(parts.rig, 'mysql').filter(({ name }) => !name.endsWith('slow'));
  const rounds = [];
  for (const fault of faults) rounds.push(await oneRound(parts, fault, awayMs));
  return {
    spans: rounds.map(({ span }) => span),
    slowestRefusalMs: Math.max(...rounds.map(({ slowestRefusalMs }) => slowestRefusalMs)),
    slowestRecoveryMs: Math.max(...rounds.map(({ recoveryMs }) => recoveryMs)),
    broken: rounds.flatMap(({ broken }) => broken),
  };
}

async function oneRound({ rig, desk, attempts: { clock } }: Parts, fault: Fault, awayMs: number) {
  const limits = limitsFor(rig.slowness);
  const askers = new Askers(rig, desk);
  // Away for longer than anybody may wait, also on a slow machine.
  const span = await during(fault, clock, () => pause(awayMs * rig.slowness));
  const limitMs = span.untilMs + limits.recoversWithinMs;
  while (clock() < limitMs && !askers.haveAllBookedSince(span.untilMs)) await pause(10);
  const recoveryMs = Math.round(clock() - span.untilMs);
  await pause(300); // whether it lasts
  await askers.stop();
  const judged = judgeRound(fault.name, span, askers, await askers.repeatFailed(), limits);
  return { span, recoveryMs, ...judged };
}

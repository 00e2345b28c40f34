import { Draws } from '../../server/src/generate/draws.js';
import { Errands, isDone } from '../clients/errands.js';
import { judgeAnswers, slowestMs, tallied } from '../clients/in-time.js';
import { storm } from '../clients/storm.js';
import type { Dose, Finding, Proof, Span, Trial } from '../kernel/proof.js';
import { Attempts } from '../rig/attempts.js';
import { allFaults, sufferFaults } from '../rig/faults.js';
import { type Rig, startRig } from '../rig/rig.js';
import { effectsIn, since } from './events.js';
import { type House, housesOf } from './house.js';
import { judgeAnswersEqual, judgeEffects } from './judge-effects.js';
import { Writers } from './thrice.js';

const doses = {
  small: { apis: 2, houses: 6, writes: 400, kills: 2, pauseMs: 500 },
  full: { apis: 4, houses: 12, writes: 10_000, kills: 20, pauseMs: 4_000 },
} as const satisfies Record<Dose, object>;

const faultStream = 1;

export const keys: Proof = {
  promise: 'P2',
  says: 'One Idempotency-Key, one effect and one answer, however often it comes and whoever dies meanwhile',
  async prove(trial: Trial): Promise<Finding> {
    const { apis, houses } = doses[trial.dose];
    const rig = await startRig(trial, { apis });
    try {
      return await tryKeys(rig, await housesOf(rig, houses), trial);
    } finally {
      await rig.stop();
    }
  },
};

async function tryKeys(rig: Rig, houses: readonly House[], trial: Trial): Promise<Finding> {
  const before = await effectsIn(rig.urls.mysqlUrl);
  const attempts = new Attempts();
  const errands = new Errands(
    attempts,
    rig.apis.map(({ baseUrl }) => baseUrl),
  );
  const writers = new Writers(errands, trial.seed);
  const spans = await writeDuringKills(rig, attempts, errands, writers, houses, trial);
  const found = since(before, await effectsIn(rig.urls.mysqlUrl));
  const replayed = attempts.all.filter(
    ({ headers }) => headers?.get('idempotency-replayed') === 'true',
  ).length;
  const effects = [...found.values()].reduce((sum, count) => sum + count, 0);
  const done = writers.sent.filter((thrice) => thrice.errands.some(isDone)).length;
  return {
    tried: `${done} writes, each sent three times at once under one key to ${rig.apis.length} API processes through ${spans.length} kills: ${effects} effects`,
    broken: [
      ...judgeEffects(writers.sent, found),
      ...judgeAnswersEqual(writers.sent),
      ...judgeAnswers(rig, errands.all, spans, []),
    ],
    figures: {
      requests: attempts.all.length,
      answers: tallied(attempts.all),
      'answers that were repeated ones': replayed,
      'kinds of writes': new Set(writers.sent.map(({ write }) => write.event)).size,
      'slowest answer in ms': slowestMs(attempts.all),
      kills: spans.map(({ name }) => name).join(', '),
    },
    timeline: { series: attempts.series(), spans },
  };
}

/** API processes and stores are killed one after the other; writing goes on until all were, and enough is written. */
function writeDuringKills(
  rig: Rig,
  { clock }: Attempts,
  errands: Errands,
  writers: Writers,
  houses: readonly House[],
  trial: Trial,
): Promise<Span[]> {
  const { writes, kills, pauseMs } = doses[trial.dose];
  const faults = allFaults(rig).filter(({ name }) => name.endsWith(' killed'));
  const draws = new Draws(trial.seed).about(faultStream, 0);
  return storm(
    trial,
    errands,
    (isOver) => writers.run(houses, isOver),
    writes,
    (pace) => sufferFaults(faults, draws, { count: kills, pauseMs, pace, clock }),
  );
}

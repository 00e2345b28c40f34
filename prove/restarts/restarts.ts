import { setTimeout as pause } from 'node:timers/promises';
import { Draws } from '../../server/src/generate/draws.js';
import { linesOf, shortest } from '../clients/shortest.js';
import { type FrontDesk, openFrontDesk } from '../front-desk/front-desk.js';
import { isDone, judgeBookings } from '../front-desk/kept.js';
import type { Broken, Finding, Proof, Span, Trial } from '../kernel/proof.js';
import { type Attempt, Attempts } from '../rig/attempts.js';
import { type Rig, startRig } from '../rig/rig.js';
import { Gateway } from './gateway.js';
import { isNotAccepted, type Manner, useGateway } from './gateway-clients.js';

const doses = { small: { restarts: 4, apis: 2 }, full: { restarts: 100, apis: 3 } } as const;
const manners: readonly Manner[] = [
  ...Array<Manner>(8).fill('steady'),
  ...Array<Manner>(4).fill('dozing'),
  ...Array<Manner>(8).fill('fresh'),
];
const doctors = 6;
const endsWithinMs = 10_000;

interface Restart extends Span {
  readonly baseUrl: string;
  readonly code: number | null;
}

/** Processes are restarted under load as a service manager does; whatever one of them had accepted must be answered. */
export const restarts: Proof = {
  promise: 'P11',
  says: 'A restart drops no accepted request.',
  async prove(trial: Trial): Promise<Finding> {
    const dose = doses[trial.dose];
    const rig = await startRig(trial, { apis: dose.apis });
    try {
      const attempts = new Attempts();
      const desk = await openFrontDesk(rig, attempts, doctors);
      const restarted = await underLoad(desk, rig, trial, () =>
        restartInTurn(rig, trial, dose.restarts, attempts.clock),
      );
      const broken = [
        ...judgeAnswers(attempts, restarted),
        ...judgeEnds(restarted, endsWithinMs * rig.slowness),
        ...(await judgeBookings(attempts, rig.urls.mysqlUrl)),
      ];
      return findingOf(attempts, restarted, broken);
    } finally {
      await rig.stop();
    }
  },
};

async function underLoad<T>(desk: FrontDesk, rig: Rig, { seed }: Trial, work: () => Promise<T>): Promise<T> {
  const gateway = new Gateway(rig.apis);
  let isOver = false;
  const clients = manners.map((manner, number) =>
    useGateway(desk, gateway, { manner, number, seed }, () => isOver),
  );
  try {
    return await work();
  } finally {
    isOver = true;
    await Promise.all(clients);
    await gateway.stop();
  }
}

/** One after the other, each a moment after the last one was ready again. */
async function restartInTurn(
  { apis }: Rig,
  { seed, signal }: Trial,
  count: number,
  clock: () => number,
): Promise<Restart[]> {
  const restarts: Restart[] = [];
  for (let turn = 0; turn < count; turn++) {
    signal.throwIfAborted();
    const draws = new Draws(seed).about(2, turn);
    await pause(draws.between(100, 500));
    const index = turn % apis.length;
    const api = apis[index];
    if (!api) throw new Error('The rig has no API process.');
    const fromMs = clock();
    const code = await api.end('SIGTERM');
    restarts.push({ name: `api ${index} ends`, baseUrl: api.baseUrl, fromMs, untilMs: clock(), code });
    await api.start();
  }
  return restarts;
}

function judgeAnswers({ all }: Attempts, restarted: readonly Restart[]): Broken[] {
  const dropped = all.filter((attempt) => attempt.status === 0 && !isNotAccepted(attempt));
  const isEnding = ({ to, sentAtMs, answeredAtMs }: Attempt): boolean =>
    restarted.some((one) => one.baseUrl === to && one.fromMs < answeredAtMs && sentAtMs < one.untilMs);
  const failed = all.filter((attempt) => attempt.status >= 400 && isEnding(attempt));
  const history = (attempt: Attempt): string[] => [
    ...restarted
      .filter(({ untilMs }) => untilMs > attempt.sentAtMs)
      .slice(0, 1)
      .map(({ name, fromMs, untilMs }) => `${name} from ${Math.round(fromMs)} to ${Math.round(untilMs)} ms`),
    `${attempt.to}: ${linesOf([attempt])[0]}`,
  ];
  return [
    ...shortest('an accepted request was dropped', dropped.map(history)),
    ...shortest('a process that was ending refused a request it had accepted', failed.map(history)),
  ];
}

function judgeEnds(restarted: readonly Restart[], withinMs: number): Broken[] {
  const told = ({ name, fromMs, untilMs, code }: Restart): string[] => [
    `${name} from ${Math.round(fromMs)} to ${Math.round(untilMs)} ms with exit code ${code}`,
  ];
  const late = restarted.filter(({ fromMs, untilMs, code }) => code !== 0 || untilMs - fromMs > withinMs);
  return shortest(
    `a process did not end by itself within ${(withinMs / 1_000).toFixed(1)} s`,
    late.map(told),
  );
}

function findingOf(attempts: Attempts, restarted: readonly Restart[], broken: readonly Broken[]): Finding {
  const { all } = attempts;
  const accepted = all.filter((attempt) => !isNotAccepted(attempt));
  const done = all.filter(isDone);
  const longestMs = Math.max(...restarted.map(({ fromMs, untilMs }) => untilMs - fromMs));
  return {
    tried: `${restarted.length} SIGTERM restarts under ${manners.length} clients, who sent ${all.length} requests; of ${accepted.length} accepted ones ${done.length} were carried out`,
    broken,
    figures: {
      'answered with Connection: close': all.filter(({ headers }) => headers?.get('connection') === 'close')
        .length,
      'not accepted, sent elsewhere': all.length - accepted.length,
      'longest time from SIGTERM to exit, ms': Math.round(longestMs),
    },
    timeline: { series: attempts.series(), spans: restarted },
  };
}

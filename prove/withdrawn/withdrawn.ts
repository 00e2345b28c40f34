import { Draws } from '../../server/src/generate/draws.js';
import type { Broken, Dose, Finding, Proof, Span, Trial } from '../kernel/proof.js';
import { eachOf } from '../rig/at-once.js';
import { Attempts } from '../rig/attempts.js';
import { openClinic } from '../rig/open-clinic.js';
import { type Rig, startRig } from '../rig/rig.js';
import { openPlace, type Place, type Subject, withdrawals } from './subjects.js';
import { watch } from './watch.js';

/** Each way to withdraw comes once in a group, because Redis is away for a group as a whole. */
const perGroup = Object.keys(withdrawals).length;
const doses: Record<Dose, { readonly groups: number; readonly apis: number }> = {
  small: { groups: 3, apis: 2 },
  full: { groups: 38, apis: 3 },
};
const preparedAtOnce = 3;

export const withdrawn: Proof = {
  promise: 'P9',
  says: 'Withdrawn means withdrawn: within a second, on every process, whether Redis is there or not.',
  async prove(trial) {
    const rig = await startRig(trial, { apis: doses[trial.dose].apis });
    try {
      return await tryOn(rig, trial);
    } finally {
      await rig.stop();
    }
  },
};

async function tryOn(rig: Rig, trial: Trial): Promise<Finding> {
  const { groups } = doses[trial.dose];
  const place = await openPlace(await openClinic(rig));
  const attempts = new Attempts();
  const broken: Broken[] = [];
  const spans: Span[] = [];
  const counts = new Map<string, number>();
  for (let group = 0; group < groups; group++) {
    trial.signal.throwIfAborted();
    const subjects = await prepare(place, trial.seed, group * perGroup);
    for (const { kind } of subjects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const isRedisAway = group % 2 === 1;
    const fromMs = attempts.clock();
    if (isRedisAway) rig.proxies.redis.turn({ kind: 'cut' });
    const found = await Promise.all(
      subjects.map(({ kind, subject, number }) =>
        watch(subject, {
          name: `${kind} (${number}${isRedisAway ? ', Redis away' : ''})`,
          baseUrls: rig.apis.map(({ baseUrl }) => baseUrl),
          attempts,
          draws: new Draws(trial.seed).about(2, number),
        }),
      ),
    );
    if (isRedisAway) spans.push({ name: 'redis cut', fromMs, untilMs: attempts.clock() });
    rig.proxies.redis.turn({ kind: 'through' });
    broken.push(...found.flat());
    trial.report(`${(group + 1) * perGroup} of ${groups * perGroup} withdrawn, ${broken.length} findings.`);
  }
  return finding({ rig, attempts, counts, spans, broken });
}

interface Prepared {
  readonly kind: string;
  readonly number: number;
  readonly subject: Subject;
}

/** One of every kind; what happens within a kind is drawn. */
async function prepare(place: Place, seed: number, first: number): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  await eachOf(Object.entries(withdrawals).entries(), preparedAtOnce, async ([index, [kind, make]]) => {
    const number = first + index;
    prepared.push({ kind, number, subject: await make(place, new Draws(seed).about(1, number)) });
  });
  return prepared;
}

function finding(all: {
  rig: Rig;
  attempts: Attempts;
  counts: ReadonlyMap<string, number>;
  spans: readonly Span[];
  broken: readonly Broken[];
}): Finding {
  const { rig, attempts, counts, spans, broken } = all;
  const told = [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ');
  return {
    tried: `${told}; each with its sessions in use on ${rig.apis.length} processes, every second group without Redis, ${attempts.all.length.toLocaleString('en')} requests in all`,
    broken,
    figures: { ...Object.fromEntries(counts), requests: attempts.all.length },
    timeline: { series: attempts.series(), spans },
  };
}

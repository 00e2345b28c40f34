import { setTimeout as pause } from 'node:timers/promises';
import { Draws } from '../../server/src/generate/draws.js';
import { type Errand, Errands } from '../clients/errands.js';
import { judgeAnswers, slowestMs, tallied } from '../clients/in-time.js';
import { storm } from '../clients/storm.js';
import type { Broken, Dose, Finding, Proof, Span, Trial } from '../kernel/proof.js';
import { eachOf } from '../rig/at-once.js';
import { Attempts } from '../rig/attempts.js';
import { allFaults, type Fault, sufferFaults } from '../rig/faults.js';
import { type Rig, startRig } from '../rig/rig.js';
import { BothStores } from './both-stores.js';
import { forgetfulMongo } from './forgetful.js';
import { judgeForeign, judgeKept, judgeOrphans, judgeReadAtOnce, judgeReadBack } from './judge-notes.js';
import { type Author, authorsOf } from './note-cast.js';
import { type Acknowledged, NoteClients } from './note-clients.js';

const doses = {
  small: { apis: 2, authors: 4, records: 3, atOnce: 8, notes: 300, faults: 4, pauseMs: 300 },
  full: { apis: 4, authors: 20, records: 10, atOnce: 24, notes: 10_000, faults: 40, pauseMs: 2_000 },
} as const satisfies Record<Dose, object>;

const faultStream = 1;
const atRestWithinMs = 60_000;
/** So many faults are as they come; after each such row MongoDB loses something that it had acknowledged. */
const faultsInARow = 4;

export const notes: Proof = {
  promise: 'P3',
  says: 'No note lost, none under a foreign record, whatever dies meanwhile',
  async prove(trial: Trial): Promise<Finding> {
    const { apis, authors, records } = doses[trial.dose];
    const rig = await startRig(trial, { apis });
    try {
      const stores = BothStores.open(rig.urls);
      try {
        return await tryNotes(rig, stores, await authorsOf(rig, authors, records), trial);
      } finally {
        await stores.close();
      }
    } finally {
      await rig.stop();
    }
  },
};

async function tryNotes(
  rig: Rig,
  stores: BothStores,
  authors: readonly Author[],
  trial: Trial,
): Promise<Finding> {
  const attempts = new Attempts();
  const errands = new Errands(
    attempts,
    rig.apis.map(({ baseUrl }) => baseUrl),
  );
  const clients = new NoteClients(authors, errands, trial.seed);
  const { spans, forgotten } = await writeDuringFaults(rig, stores, attempts, errands, clients, trial);
  const { acknowledged, foreign } = clients;
  const atRest = await restOf(stores, acknowledged);
  const kept = await forgetBodies(stores);
  const documents = await stores.documents();
  const readings = await readBack(errands, acknowledged);
  const isForeign = new Set(foreign);
  const own = errands.all.filter((errand) => !isForeign.has(errand));
  return {
    tried: `${acknowledged.length} notes acknowledged by ${rig.apis.length} API processes through ${spans.length} faults, in which MongoDB lost ${forgotten} documents that it had acknowledged, and ${foreign.length} posts to foreign records; both stores agreed ${atRest.afterMs} ms after the last note`,
    broken: [
      ...judgeReadAtOnce(acknowledged),
      ...atRest.broken,
      ...kept,
      ...judgeKept(acknowledged, documents),
      ...judgeForeign(foreign, acknowledged, await stores.versions(), documents),
      ...judgeReadBack(readings),
      ...judgeAnswers(rig, own, spans, []),
      ...judgeAnswers(rig, foreign, spans, ['404 record_not_found']),
    ],
    figures: {
      requests: attempts.all.length,
      answers: tallied(attempts.all),
      'readings at once that had to be repeated': acknowledged.filter(({ read }) => read.requests.length > 1)
        .length,
      'documents in quarantine': await stores.quarantined(),
      'slowest answer in ms, pauses of the asked process included': slowestMs(attempts.all),
      faults: spans.map(({ name }) => name).join(', '),
    },
    timeline: { series: attempts.series(), spans },
  };
}

/** Faults happen, one after the other; writing goes on until all did, and until enough is written. */
function writeDuringFaults(
  rig: Rig,
  stores: BothStores,
  { clock }: Attempts,
  errands: Errands,
  clients: NoteClients,
  trial: Trial,
): Promise<{ spans: Span[]; forgotten: number }> {
  const { atOnce, notes: atLeast, faults, pauseMs } = doses[trial.dose];
  const draws = new Draws(trial.seed).about(faultStream, 0);
  const spans: Span[] = [];
  let forgotten = 0;
  const forgetful = forgetfulMongo(rig, stores, (count) => {
    forgotten += count;
  });
  return storm(
    trial,
    errands,
    (isOver) => clients.run(atOnce, isOver),
    atLeast,
    async (pace) => {
      const suffer = async (kinds: readonly Fault[], count: number) => {
        const paced = (share: number) => pace((spans.length + share * count) / faults);
        spans.push(...(await sufferFaults(kinds, draws, { count, pauseMs, pace: paced, clock })));
      };
      while (spans.length < faults) {
        await suffer(allFaults(rig), Math.min(faultsInARow - 1, faults - spans.length - 1));
        await suffer([forgetful], 1);
      }
      return { spans, forgotten };
    },
  );
}

/** Waits until nothing is on its way and both stores have the same, for at most a minute. */
async function restOf(
  stores: BothStores,
  acknowledged: readonly Acknowledged[],
): Promise<{ afterMs: number; broken: Broken[] }> {
  const beganAt = performance.now();
  for (;;) {
    const pending = await stores.countIn('pending');
    const isLate = performance.now() - beganAt > atRestWithinMs;
    if (pending === 0 || isLate) {
      const afterMs = Math.round(performance.now() - beganAt);
      const broken = judgeOrphans(await stores.versions(), await stores.documents(), acknowledged);
      const late =
        pending > 0 ? [{ what: `${pending} documents are still on their way after a minute` }] : [];
      if (isLate || broken.length === 0) return { afterMs, broken: [...late, ...broken] };
    }
    await pause(250);
  }
}

/** Lets MySQL forget the bodies, so that only MongoDB has the texts. */
async function forgetBodies(stores: BothStores): Promise<Broken[]> {
  await stores.letWindowPass();
  const deadline = performance.now() + atRestWithinMs;
  while (performance.now() < deadline) {
    const open = (await stores.versions()).filter(({ isBodyKept }) => isBodyKept);
    if (open.length === 0) return [];
    // What MongoDB had lost is delivered anew, and then has a window of its own.
    if ((await stores.countIn('pending')) === 0) await stores.letWindowPass();
    await pause(250);
  }
  return [{ what: 'MySQL keeps bodies a minute after their window, as if MongoDB did not have them' }];
}

async function readBack(
  errands: Errands,
  acknowledged: readonly Acknowledged[],
): Promise<{ note: Acknowledged; errand: Errand }[]> {
  const readings: { note: Acknowledged; errand: Errand }[] = [];
  await eachOf(acknowledged, 8, async (note) => {
    const wanted = { who: note.author.who, method: 'GET', path: `/clinical-notes/${note.noteId}` } as const;
    readings.push({ note, errand: await errands.run(wanted, readings.length) });
  });
  return readings;
}

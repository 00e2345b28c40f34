import { join } from 'node:path';
import { openFrontDesk } from '../front-desk/front-desk.js';
import { isDone, judgeBookings } from '../front-desk/kept.js';
import type { Finding, Proof, Trial } from '../kernel/proof.js';
import { Attempts } from '../rig/attempts.js';
import { startRig } from '../rig/rig.js';
import { judgeLog } from './judge-log.js';
import { judgeNotes } from './judge-notes.js';
import { judgeStores } from './judge-stores.js';
import { mountSmallDisk, type SmallDisk } from './small-disk.js';
import { type FullOnce, whileFull } from './while-full.js';

const doses = { small: { fullMs: 4_000, rounds: 1 }, full: { fullMs: 60_000, rounds: 3 } } as const;
const doctors = 4;
/** What each keeps, and some room to go on with. */
const disks = [
  { whose: 'MySQL', place: 'engines', megabytes: 450 },
  { whose: 'MongoDB', place: 'engines/mongo', megabytes: 150 },
  { whose: 'the API', place: 'api-0', megabytes: 8 },
] as const;

interface OwnedDisk {
  readonly whose: string;
  readonly disk: SmallDisk;
}

/** Fills the disk under each in turn, while clients go on, and makes room again. */
export const fullDisk: Proof = {
  promise: 'P15',
  says: 'A full disk loses nothing, and with room again work goes on by itself.',
  async prove(trial: Trial): Promise<Finding> {
    const owned: OwnedDisk[] = [];
    try {
      for (const { whose, place, megabytes } of disks) {
        const disk = await mountSmallDisk(join(trial.folder, place), megabytes);
        if (!disk)
          return {
            tried: 'nothing, because this user may not mount a small file system; root may',
            broken: [],
          };
        owned.push({ whose, disk });
      }
      return await fillInTurn(trial, owned);
    } finally {
      for (const { disk } of owned.reverse()) await disk.unmount();
    }
  },
};

async function fillInTurn(trial: Trial, owned: readonly OwnedDisk[]): Promise<Finding> {
  const { fullMs, rounds } = doses[trial.dose];
  const rig = await startRig(trial, { apis: 1 });
  try {
    const attempts = new Attempts();
    const desk = await openFrontDesk(rig, attempts, doctors);
    const full: FullOnce[] = [];
    for (let round = 0; round < rounds; round++)
      for (const { whose, disk } of owned) {
        trial.signal.throwIfAborted();
        full.push(await whileFull({ rig, desk, attempts }, whose, disk, fullMs));
      }
    const broken = [
      ...full.flatMap((once) => once.broken),
      ...(await judgeBookings(attempts, rig.urls.mysqlUrl)),
      ...(await judgeNotes(rig, desk, attempts)),
      ...(await judgeStores(rig.urls)),
      ...(await judgeLog(join(trial.folder, 'api-0', 'logs', 'api.log'))),
    ];
    const done = attempts.all.filter(isDone).length;
    const recoveries = full.map(({ whose, recoveryMs }) => `${whose} ${recoveryMs} ms`).join(', ');
    return {
      tried: `${attempts.all.length} requests, of which ${done} were acknowledged, while the disks were full for ${fullMs / 1_000} s each; with room again work went on after: ${recoveries}`,
      broken,
      timeline: { series: attempts.series(), spans: full.map(({ span }) => span) },
    };
  } finally {
    await rig.stop();
  }
}

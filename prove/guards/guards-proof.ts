import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { discardDataFolder } from '../../server/src/engines/data-folder.js';
import { startEngines } from '../../server/src/engines/start-engines.js';
import { waitForMysql } from '../../server/src/lib/wait-for-mysql.js';
import { rootDir } from '../../server/src/paths.js';
import type { Broken, Finding, Proof, Trial } from '../kernel/proof.js';
import { usableAmong } from '../tree/removal.js';
import { copyTree } from '../tree/tree-copy.js';
import { allGuards } from './all-guards.js';
import { sampleOf } from './choice.js';
import { type Guard, toldOf } from './guard.js';
import { TestRuns } from './test-run.js';
import { type Noticed, tryGuard } from './try-guard.js';

export const guards: Proof = {
  promise: 'P16',
  says: 'The tests would notice: each guard taken out in turn turns a test red.',
  async prove(trial) {
    const tree = join(trial.folder, 'tree');
    await copyTree(rootDir, tree);
    const { usable, outdated } = await usableAmong(allGuards, tree);
    const chosen = trial.dose === 'full' ? usable : sampleOf(usable, trial.seed);
    return findingOf(outdated, await tryAll(chosen, tree, trial));
  },
};

async function tryAll(chosen: readonly Guard[], tree: string, trial: Trial): Promise<Noticed[]> {
  const { folder, signal, report } = trial;
  const left = join(folder, 'left');
  await mkdir(left);
  const engines = await startEngines({ dataDir: join(folder, 'engines'), env: {}, report: () => {}, signal });
  try {
    await waitForMysql(engines.mysqlUrl);
    const runs = new TestRuns(tree, left, engines, signal);
    const noticed: Noticed[] = [];
    for (const guard of chosen) {
      const each = await tryGuard(tree, guard, runs);
      report(`${noticed.length + 1} of ${chosen.length}: ${guard.name}: ${each.broken?.what ?? 'noticed'}`);
      noticed.push(each);
    }
    return noticed;
  } finally {
    await engines.stop();
    await discardAll(left);
  }
}

/** Engines that a test has started and, being ended, not stopped. */
async function discardAll(left: string): Promise<void> {
  const inside = await readdir(left, { withFileTypes: true });
  for (const entry of inside.filter((found) => found.isDirectory()))
    await discardDataFolder(join(left, entry.name), () => {});
}

function findingOf(outdated: readonly Broken[], tried: readonly Noticed[]): Finding {
  const broken = [...outdated, ...tried.flatMap((each) => (each.broken ? [each.broken] : []))];
  const noticed = tried.filter((each) => !each.broken);
  const seconds = tried.map((each) => each.seconds);
  const choices = new Set(tried.map(({ guard }) => toldOf(guard.noticedBy)));
  return {
    tried: `${tried.length} of ${allGuards.length} guards, ${noticed.length} noticed, by ${choices.size} choices of tests that are green while the guards stand`,
    broken,
    figures: {
      'slowest, s': Math.round(Math.max(0, ...seconds)),
      ...Object.fromEntries(noticed.map(({ guard, redTitle }) => [guard.name, redTitle])),
    },
  };
}

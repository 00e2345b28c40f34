import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { discardDataFolder } from '../../server/src/engines/data-folder.js';
import { Draws } from '../../server/src/generate/draws.js';
import { rootDir } from '../../server/src/paths.js';
import type { Broken, Finding, Proof, Trial } from '../kernel/proof.js';
import { usableAmong } from '../tree/removal.js';
import { copyTree } from '../tree/tree-copy.js';
import { allPlanted } from './all-planted.js';
import type { PlantedBug } from './planted-bug.js';
import { proversOf, type RunProver } from './prover-runs.js';
import { type Tried, tryBug } from './try-bug.js';

export const planted: Proof = {
  promise: 'P16',
  says: 'The provers would notice: a planted bug is found within one small dose.',
  async prove(trial) {
    const tree = join(trial.folder, 'tree');
    await copyTree(rootDir, tree);
    const { usable, outdated } = await usableAmong(allPlanted, tree);
    const chosen = trial.dose === 'full' ? usable : drawn(usable, trial.seed);
    try {
      return findingOf(outdated, await tryAll(chosen, tree, trial));
    } finally {
      await discardEngines(join(tree, '.medweave', 'prove'));
    }
  },
};

/** One that is quick to find. */
function drawn(all: readonly PlantedBug[], seed: number): PlantedBug[] {
  const quick = all.filter(({ isLong }) => !isLong);
  const one = quick[new Draws(seed).about(1, 0).below(quick.length)];
  return one ? [one] : [];
}

async function tryAll(
  bugs: readonly PlantedBug[],
  tree: string,
  { seed, signal, report }: Trial,
): Promise<Tried[]> {
  const run = proversOf({ tree, seed, signal });
  const runIntact = onceEach(run);
  const tried: Tried[] = [];
  for (const bug of bugs) {
    const each = await tryBug(tree, bug, run, runIntact);
    const what = each.broken?.what ?? `${bug.prover} found: ${each.found}`;
    report(`${tried.length + 1} of ${bugs.length}: ${bug.name}: ${what}`);
    tried.push(each);
  }
  return tried;
}

/** A prover without a bug has the same to say for all of its bugs. */
function onceEach(run: RunProver): RunProver {
  const results = new Map<string, ReturnType<RunProver>>();
  return (prover) => {
    const result = results.get(prover) ?? run(prover);
    results.set(prover, result);
    return result;
  };
}

/** Those of a prover that did not end by itself. */
async function discardEngines(folder: string): Promise<void> {
  const left = await readdir(folder).catch(() => []); // none was run
  for (const name of left) await discardDataFolder(join(folder, name, 'engines'), () => {});
}

function findingOf(outdated: readonly Broken[], tried: readonly Tried[]): Finding {
  const found = tried.filter((each) => !each.broken);
  const provers = new Set(tried.map(({ bug }) => bug.prover));
  return {
    tried: `${tried.length} of ${allPlanted.length} bugs, ${found.length} found, each in one small dose by one of ${provers.size} provers that is green without it`,
    broken: [...outdated, ...tried.flatMap((each) => (each.broken ? [each.broken] : []))],
    figures: Object.fromEntries(
      found.map(({ bug, found: said, seconds }) => [
        bug.name,
        `${bug.prover} after ${Math.round(seconds)} s: ${said}`,
      ]),
    ),
  };
}

import type { Broken } from '../kernel/proof.js';
import { without } from '../tree/removal.js';
import type { PlantedBug } from './planted-bug.js';
import type { ProverResult, RunProver } from './prover-runs.js';

/** What became of one bug. */
export interface Tried {
  readonly bug: PlantedBug;
  /** What its prover said of it; empty when it said nothing. */
  readonly found: string;
  /** For the small dose with the bug. */
  readonly seconds: number;
  readonly broken: Broken | null;
}

/**
 * Runs a bug's prover in the tree with it, which must find something.
 * @param runIntact runs it in the tree as it is, where it must find nothing: else its finding would tell nothing
 */
export async function tryBug(
  tree: string,
  bug: PlantedBug,
  run: RunProver,
  runIntact: RunProver,
): Promise<Tried> {
  const intact = await runIntact(bug.prover);
  const startedAt = performance.now();
  const outcome = (found: string, broken: Broken | null): Tried => {
    const seconds = (performance.now() - startedAt) / 1_000;
    return { bug, found, seconds, broken };
  };
  const missed = (what: string, result: ProverResult): Tried =>
    outcome('', { what: `${what}: ${bug.name}`, history: historyOf(bug, result) });
  if (intact.trouble !== null || intact.found !== null)
    return missed(`${bug.prover} is red although this is not planted`, intact);
  const planted = await without(tree, bug, () => run(bug.prover));
  if (planted.trouble !== null) return missed(`${bug.prover} could not be run with this planted`, planted);
  if (planted.found === null) return missed(`${bug.prover} does not find this in a small dose`, planted);
  return outcome(planted.found, null);
}

const historyOf = ({ removal, prover }: PlantedBug, { found, trouble }: ProverResult): readonly string[] => [
  ...removal.map(({ file }) => `planted in ${file}`),
  `run: ${prover}, small dose`,
  ...(found === null ? [] : [`it found: ${found}`]),
  ...(trouble === null ? [] : [trouble]),
];

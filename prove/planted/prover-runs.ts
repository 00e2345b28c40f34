import { join } from 'node:path';
import { runChild } from '../tree/child.js';

/** What one small dose of a prover came to. */
export interface ProverResult {
  /** The first promise that it found broken; `null` when it found none. */
  readonly found: string | null;
  /** Why it could not be tried. */
  readonly trouble: string | null;
}

/** Runs the prover of this name, as `npm run prove` knows it. */
export type RunProver = (prover: string) => Promise<ProverResult>;

const endsWithinMs = 240_000;
const toldAtMost = 1_500;
const exitCode = { holds: 0, broken: 1 } as const;

interface Place {
  readonly tree: string;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Small doses of a tree's provers, on servers that are built there. */
export const proversOf =
  ({ tree, seed, signal }: Place): RunProver =>
  async (prover) => {
    const trouble = await whyNotBuilt(tree);
    if (trouble !== null) return { found: null, trouble };
    const args = ['--import', 'tsx', 'prove/run.ts', prover, '--dose', 'small', '--seed', String(seed)];
    return resultOf(await runChild({ args, cwd: tree, env: process.env, endsWithinMs, signal }));
  };

async function whyNotBuilt(tree: string): Promise<string | null> {
  const { bundleServer } = (await import(join(tree, 'scripts', 'lib', 'bundle.mjs'))) as {
    bundleServer(): Promise<void>;
  };
  return bundleServer().then(
    () => null,
    (error: unknown) => `The server could not be built: ${String(error)}`,
  );
}

/** By its exit code and what it printed, of which the first line of the kind counts. */
export function resultOf({ code, said }: { code: number | null; said: string }): ProverResult {
  const [, found = null] = /^Broken: (.+)$/m.exec(said) ?? [];
  if (code === exitCode.holds) return { found: null, trouble: null };
  if (code === exitCode.broken && found !== null) return { found, trouble: null };
  return { found: null, trouble: `It did not run to its end: ${said.slice(-toldAtMost)}` };
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rootDir } from '../../server/src/paths.js';
import type { Dose, Finding, Proof } from './proof.js';
import { closingLine, type Run, writeReport } from './report.js';

export interface RunOptions {
  readonly dose: Dose;
  readonly seed: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Runs one proof in a folder of its own, writes its report and says its closing line. */
export async function runProof(name: string, proof: Proof, options: RunOptions): Promise<Finding> {
  const folder = join(rootDir, '.medweave', 'prove', `${name}-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const startedAt = performance.now();
  try {
    const finding = await proof.prove({ ...options, folder });
    const seconds = (performance.now() - startedAt) / 1_000;
    const run: Run = { name, proof, dose: options.dose, seed: options.seed, seconds, finding };
    const path = await writeReport(join(rootDir, '.medweave', 'reports'), run);
    for (const { what, history = [] } of finding.broken) {
      options.report(`Broken: ${what}`);
      for (const step of history) options.report(`  ${step}`);
    }
    options.report(`Report: ${path}`);
    options.report(closingLine(run));
    return finding;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

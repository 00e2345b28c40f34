import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dose, Finding, Proof } from './proof.js';
import { drawTimeline } from './timeline.js';

export interface Run {
  readonly name: string;
  readonly proof: Proof;
  readonly dose: Dose;
  readonly seed: number;
  readonly seconds: number;
  readonly finding: Finding;
}

/** The line a run ends with. */
export function closingLine({ name, proof, dose, seed, seconds, finding }: Run): string {
  const { tried, broken } = finding;
  const result = broken.length === 0 ? 'holds' : `DOES NOT HOLD (${broken.length})`;
  return `${proof.promise} ${name} ${result}: ${tried}. Dose ${dose}, seed ${seed}, ${seconds.toFixed(1)} s.`;
}

/** Writes `NAME-DOSE-SEED.md`, and the picture beside it. @returns the report's path */
export async function writeReport(folder: string, run: Run): Promise<string> {
  await mkdir(folder, { recursive: true });
  const base = `${run.name}-${run.dose}-${run.seed}`;
  const { timeline } = run.finding;
  if (timeline) {
    const title = `${run.proof.promise} ${run.name}, seed ${run.seed}`;
    await writeFile(join(folder, `${base}.svg`), drawTimeline(timeline, title));
  }
  const path = join(folder, `${base}.md`);
  await writeFile(path, markdownOf(run, timeline ? `${base}.svg` : null));
  return path;
}

function markdownOf(run: Run, picture: string | null): string {
  const { name, proof, dose, seed, finding } = run;
  const figures = Object.entries(finding.figures ?? {}).map(([figure, value]) => `| ${figure} | ${value} |`);
  return [
    `# ${proof.promise}: ${proof.says}`,
    closingLine(run),
    `Again: \`npm run prove -- ${name} --dose ${dose} --seed ${seed}\``,
    ...(picture ? [`![answers and faults over time](${picture})`] : []),
    ...(figures.length > 0 ? [['| figure | value |', '| --- | --- |', ...figures].join('\n')] : []),
    ...finding.broken.flatMap(({ what, history = [] }) => [
      `## Broken: ${what}`,
      ...(history.length > 0 ? [`\`\`\`text\n${history.join('\n')}\n\`\`\``] : []),
    ]),
    '',
  ].join('\n\n');
}

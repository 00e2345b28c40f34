import { join } from 'node:path';
import { systemActor } from '../lib/actor.js';
import type { Progress } from '../lib/progress.js';
import { countRows } from './csv-rows.js';
import { deliverNotes } from './deliver-notes.js';
import type { ImportCommand } from './import-command.js';
import type { ImportReport } from './import-report.js';
import { ForeignIds, type ImportRun, type ImportServices } from './import-run.js';
import { syntheaKinds, syntheaSteps } from './synthea/synthea-steps.js';
import { transcriptionColumns } from './synthea/transcriptions.js';
import { encountersFile, readVisits } from './synthea/visits.js';
import { Tally } from './tally.js';

const source = 'synthea';

/**
 * Loads the files into the clinic. It may be called again at any time, also after a run that was killed: what is there
 * is passed over. Documents reach MongoDB through the relay, which must be running.
 * @throws ConfigError naming a file that is missing or is another one than expected; nothing is written then
 */
export async function runImport(
  command: ImportCommand,
  services: ImportServices,
  progress: Progress,
  signal: AbortSignal,
): Promise<ImportReport> {
  const startedAt = performance.now();
  const { directory, notesFile, zone } = command;
  const total = await countAll(command);
  const { importLedger: ledger } = services;
  const ids = new ForeignIds(ledger, source);
  await ids.load(syntheaKinds);
  const tallies: Tally[] = [];
  const explanations: string[] = [];
  const run: ImportRun = {
    services,
    ledger,
    source,
    actor: systemActor('import'),
    signal,
    ids,
    tally(file, kind) {
      const tally = new Tally(file, kind, () => progress.advance());
      tallies.push(tally);
      return tally;
    },
    explain: (line) => explanations.push(line),
  };
  try {
    progress.begin(total);
    const visitsTally = new Tally(encountersFile.name, 'encounter', () => progress.advance());
    const visits = await readVisits(directory, visitsTally);
    for (const step of syntheaSteps) {
      progress.enter(step.name);
      if (step.file === encountersFile) tallies.push(visitsTally);
      await step.run({ run, directory, notesFile, zone, visits, visitsTally });
    }
  } finally {
    progress.end();
  }
  const undelivered = notesFile === null ? 0 : await deliverNotes(services.documents, progress, signal);
  const files = [];
  for (const tally of tallies) files.push(tally.summary(await ledger.idsOf(source, tally.kind)));
  return { files, explanations, undelivered, tookMs: performance.now() - startedAt };
}

/**
 * How many rows there are to go through, notes included.
 * @throws ConfigError naming a file that is missing or is another one than expected
 */
export async function countAll({ directory, notesFile }: ImportCommand): Promise<number> {
  let total = 0;
  for (const { file } of syntheaSteps) {
    if (!file) continue;
    const rows = await countRows(join(directory, file.name), file.columns);
    total += file === encountersFile && notesFile !== null ? 2 * rows : rows;
  }
  if (notesFile !== null) await countRows(notesFile, transcriptionColumns);
  return total;
}

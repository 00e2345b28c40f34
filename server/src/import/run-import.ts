import { join } from 'node:path';
import { systemActor } from '../lib/actor.js';
import { ConfigError } from '../lib/errors.js';
import type { Progress } from '../lib/progress.js';
import { readCsvHead, separatorNames } from './csv-head.js';
import { countRows } from './csv-rows.js';
import { deliverNotes } from './deliver-notes.js';
import type { ImportCommand } from './import-command.js';
import type { ImportReport } from './import-report.js';
import { ForeignIds, type ImportRun, type ImportServices } from './import-run.js';
import { readSynthea } from './synthea/read-synthea.js';
import { syntheaFilesIn, syntheaKinds, syntheaSteps } from './synthea/synthea-steps.js';
import { transcriptionColumns } from './synthea/transcriptions.js';
import { encountersFile } from './synthea/visits.js';
import { Tally } from './tally.js';

const source = 'synthea';
/** In the order of the report. */
const fileOrder = ['organizations.csv', 'providers.csv', 'patients.csv', 'encounters.csv', 'conditions.csv'];

/**
 * Loads the files into the clinic. It may be called again at any time, also after a run that was killed: what is there
 * is passed over. Documents reach MongoDB through the relay, which must be running.
 * @throws ConfigError naming a file that is missing, not in UTF-8 or another one than expected, or a `zone` that
 *   contradicts an earlier run; nothing is written then
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
  if (zone !== null) await requireSameZone(zone, ids.all('provider'), services);
  const tallies: Tally[] = [];
  const zones = new Map<string, string>();
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
    tellZone: (providerId, name, why) => zones.set(providerId, `${name}, ${why}`),
    explain: (line) => explanations.push(line),
  };
  try {
    progress.begin(total);
    progress.enter('reading');
    const synthea = await readSynthea(run, { directory, notesFile, zone }, await syntheaFilesIn(directory));
    for (const step of syntheaSteps) {
      progress.enter(step.name);
      await step.run(synthea);
    }
  } finally {
    progress.end();
  }
  const undelivered = notesFile === null ? 0 : await deliverNotes(services.documents, progress, signal);
  const files = [];
  for (const tally of tallies.toSorted(byFile))
    files.push(tally.summary(await ledger.idsOf(source, tally.kind)));
  return {
    files,
    columns: await columnsOf(directory),
    zones: zoneLines(zones, ids),
    explanations,
    undelivered,
    tookMs: performance.now() - startedAt,
  };
}

/**
 * How many rows there are to go through, notes included.
 * @throws ConfigError naming a file that is missing, not in UTF-8, or another one than expected
 */
export async function countAll({ directory, notesFile }: ImportCommand): Promise<number> {
  let total = 0;
  for (const file of await syntheaFilesIn(directory)) {
    const rows = await countRows(join(directory, file.name), file);
    total += file === encountersFile && notesFile !== null ? 2 * rows : rows;
  }
  if (notesFile !== null) await countRows(notesFile, transcriptionColumns);
  return total;
}

const byFile = (one: Tally, other: Tally): number => placeOf(one) - placeOf(other);

const placeOf = ({ file }: Tally): number =>
  fileOrder.includes(file) ? fileOrder.indexOf(file) : fileOrder.length;

/** What the report says about the files' first lines, where they are not as the newest Synthea writes them. */
async function columnsOf(directory: string): Promise<string[]> {
  const lines: string[] = [];
  const files = await syntheaFilesIn(directory);
  const absent = syntheaSteps.flatMap(({ file }) => (file && !files.includes(file) ? [file.name] : []));
  if (absent.length > 0) lines.push(`Not there, as in Synthea of before 2019: ${absent.join(', ')}.`);
  for (const file of files) {
    const { separator, missing, unknown } = await readCsvHead(join(directory, file.name), file);
    if (separator !== ',') lines.push(`${file.name} is separated by ${separatorNames[separator]}.`);
    if (missing.length > 0) lines.push(`${file.name} does not have: ${missing.join(', ')}.`);
    if (unknown.length > 0)
      lines.push(`${file.name} has columns that nothing is known of: ${named(unknown)}.`);
  }
  return lines;
}

const maxNamed = 10;

function named(columns: readonly string[]): string {
  const names = columns.slice(0, maxNamed).map((name) => name.slice(0, 40));
  return [...names, ...(columns.length > maxNamed ? [`${columns.length - maxNamed} more`] : [])].join(', ');
}

/** Of doctors who were imported now: `America/Denver, of the state CO: 12 doctors`. */
function zoneLines(zones: ReadonlyMap<string, string>, ids: ForeignIds): string[] {
  const counts = new Map<string, number>();
  for (const [providerId, line] of zones)
    if (ids.maybe('provider', providerId) !== null) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => `${line}: ${count} ${count === 1 ? 'doctor' : 'doctors'}`);
}

/** Working hours are wall time in a doctor's zone: no import changes it behind their back. */
async function requireSameZone(
  zone: string,
  doctorIds: readonly string[],
  { doctors }: ImportServices,
): Promise<void> {
  const others = new Map<string, number>();
  for (const id of doctorIds) {
    const { zone: has } = await doctors.get(id);
    if (has !== zone) others.set(has, (others.get(has) ?? 0) + 1);
  }
  if (others.size === 0) return;
  const list = [...others].map(([name, count]) => `${name} (${count})`).join(', ');
  throw new ConfigError(
    `--zone ${zone} contradicts an earlier import, whose doctors have ${list}. Their hours are wall time in it, so an ` +
      'import does not change it: an admin does, doctor by doctor. Start again without --zone: then these keep theirs, ' +
      'and new ones get that of their place.',
  );
}

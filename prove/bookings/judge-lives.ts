import { linesOf, shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';
import { historyOf, type Stay } from './stays.js';
import type { StoredVisit } from './stored-visits.js';

type Lives = ReadonlyMap<string, readonly Stay[]>;

/** Every change of a visit was told to exactly one client: versions are neither missing nor told twice. */
export function judgeVersions(lives: Lives): Broken[] {
  const uneven = [...lives.values()].filter((life) =>
    life.some(({ visit }, index) => visit.version !== index + 1),
  );
  const histories = uneven.map((life) => [
    `versions told: ${life.map(({ visit }) => visit.version).join(', ')}`,
    ...linesOf(historyOf(life)),
  ]);
  return shortest('the changes of a visit that were acknowledged do not follow each other', histories);
}

/** Every visit reads back as it was acknowledged last, and none is there that nobody was told of. */
export function judgeReadBack(lives: Lives, rows: readonly StoredVisit[], where: string): Broken[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lost = [...lives].filter(([id, life]) => !standsAsTold(life, byId.get(id)));
  const untold = rows.filter(({ id }) => !lives.has(id));
  return [
    ...shortest(
      `an acknowledged change is lost: ${where} has it otherwise`,
      lost.map(([id, life]) => [`${id} reads back as ${textOf(byId.get(id))}`, ...linesOf(historyOf(life))]),
    ),
    ...shortest(
      `${where} has a visit that nobody was told of`,
      untold.map((row) => [`${row.id} reads back as ${textOf(row)}`]),
    ),
  ];
}

/** A hold may have run out meanwhile, which is told to nobody. */
function standsAsTold(life: readonly Stay[], row: StoredVisit | undefined): boolean {
  const last = life.at(-1);
  if (!last || !row) return false;
  const { state, version } = last.visit;
  const isSameTime = row.startMs === last.startMs && row.endMs === last.endMs;
  const isSame = row.state === state && row.version === version;
  const hasRunOut = state === 'held' && row.state === 'expired' && row.version === version + 1;
  return isSameTime && (isSame || hasRunOut);
}

const textOf = (row: StoredVisit | undefined): string =>
  row
    ? `${row.state}, version ${row.version}, ${new Date(row.startMs).toISOString()} until ${new Date(row.endMs).toISOString()}`
    : 'nothing';

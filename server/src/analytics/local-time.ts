import { setImmediate as breathe } from 'node:timers/promises';
import type { Db } from '../lib/mysql.js';
import { offsetPeriods } from '../lib/zone.js';

const firstYear = 1900;
const lastYear = 2100;
const yearsAtOnce = 5;

/** `TO_SECONDS` of 1970-01-01. */
const epochSeconds = 62_167_219_200;

/** Turns a column that holds an instant into an expression for the local time of the row's doctor. */
export type LocalTime = (column: string) => string;

// Keyed by content: a zone's offsets change only with the runtime's own zone data.
const offsetsByZone = new Map<string, Promise<string>>();

/**
 * Local times for statements that join `doctors`. MySQL knows no zones unless somebody filled its tables, and a search
 * in a table of ours costs a hundred times what a search among constants does: so the offsets stand in the statement.
 */
export async function localTimes(db: Db): Promise<LocalTime> {
  const doctors = await db.selectFrom('doctors').select('zone').distinct().execute();
  const zones = await Promise.all(doctors.map(async ({ zone }) => ({ zone, offset: await offsetOf(zone) })));
  const whens = zones.map(({ zone, offset }) => `WHEN '${zone}' THEN ${offset}`);
  if (whens.length === 0) return (column) => column;
  const offset = `CASE doctors.zone ${whens.join('\n')} END`;
  return (column) => `(${column} + INTERVAL (${offset.replaceAll('{at}', column)}) SECOND)`;
}

/** An expression for the offset of a zone at `{at}`, in seconds: a binary search among the changes of its clocks. */
function offsetOf(zone: string): Promise<string> {
  const known = offsetsByZone.get(zone);
  if (known) return known;
  const made = madeOffset(zone);
  offsetsByZone.set(zone, made);
  return made;
}

async function madeOffset(zone: string): Promise<string> {
  const changes: number[] = [];
  const offsets: number[] = [];
  for (let year = firstYear; year < lastYear; year += yearsAtOnce) {
    for (const { startMs, offsetMs } of offsetPeriods(zone, Date.UTC(year), Date.UTC(year + yearsAtOnce))) {
      if (offsets.at(-1) === offsetMs / 1_000) continue;
      if (offsets.length > 0) changes.push(startMs / 1_000 + epochSeconds);
      offsets.push(offsetMs / 1_000);
    }
    await breathe();
  }
  if (changes.length === 0) return String(offsets[0] ?? 0);
  return `ELT(1 + INTERVAL(TO_SECONDS({at}), ${changes.join(', ')}), ${offsets.join(', ')})`;
}

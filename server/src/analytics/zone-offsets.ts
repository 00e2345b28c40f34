import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../lib/mysql.js';
import { offsetPeriods } from '../lib/zone.js';

const firstYear = 1900;
const lastYear = 2100;
const yearsAtOnce = 5;

/** Before the first row there is none, and a date has to be found for every instant there can be. */
const sinceEver = new Date('1000-01-01T00:00:00Z');

/**
 * Adds the zones that doctors work in and `zone_offsets` lacks, so that statements know local dates. Takes a moment
 * for each, without keeping requests from being answered.
 */
export async function completeZoneOffsets(db: Db): Promise<void> {
  const missing = await db
    .selectFrom('doctors')
    .select('zone')
    .distinct()
    .where(sql<boolean>`not exists (select 1 from zone_offsets where zone_offsets.zone = doctors.zone)`)
    .execute();
  for (const { zone } of missing)
    await db
      .replaceInto('zone_offsets')
      .values(await offsetsOf(zone))
      .execute();
}

async function offsetsOf(zone: string): Promise<{ zone: string; from_at: Date; offset_seconds: number }[]> {
  const rows: { zone: string; from_at: Date; offset_seconds: number }[] = [];
  for (let year = firstYear; year < lastYear; year += yearsAtOnce) {
    for (const { startMs, offsetMs } of offsetPeriods(zone, Date.UTC(year), Date.UTC(year + yearsAtOnce))) {
      const offset = offsetMs / 1_000;
      if (rows.at(-1)?.offset_seconds === offset) continue;
      rows.push({ zone, from_at: rows.length === 0 ? sinceEver : new Date(startMs), offset_seconds: offset });
    }
    await breathe();
  }
  return rows;
}

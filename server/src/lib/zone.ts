import { DAY_MS, dateOfDay, dayOfDate, MINUTE_MS } from './time.js';
import type { DateOn } from './wire.js';

/** A stretch of time, end exclusive, in which a zone keeps one offset. Local wall time = instant + offset. */
export interface OffsetPeriod {
  startMs: number;
  endMs: number;
  offsetMs: number;
}

/**
 * Offsets are looked up once a day and bisected where two days differ. The closest two clock changes of any zone
 * since 1990 are seven days apart (Recife, October 2000), so nothing is missed.
 */
const SAMPLE_MS = DAY_MS;
const CHUNK_MS = 128 * DAY_MS;
const MAX_ZONES = 1_000;
const MAX_CHUNKS_PER_ZONE = 64;

/** No zone was ever further than this from UTC. */
const WIDEST_OFFSET_MS = DAY_MS;

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;
const LONG_OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

// Keyed by content: what a zone's offsets were or will be changes only with the runtime's own zone data.
const chunksByZone = new Map<string, Map<number, OffsetPeriod[]>>();

/** True for a name of the IANA time zone database that this runtime knows; false for bare offsets. */
export function isIanaZone(zone: string): boolean {
  if (!ZONE_NAME.test(zone)) return false;
  try {
    offsetFormat(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The offsets of a zone from `fromMs` until before `toMs`, in order and without a gap. Throws RangeError for an unknown zone. */
export function offsetPeriods(zone: string, fromMs: number, toMs: number): OffsetPeriod[] {
  const periods: OffsetPeriod[] = [];
  const chunks = chunksOf(zone);
  for (let chunk = Math.floor(fromMs / CHUNK_MS); chunk * CHUNK_MS < toMs; chunk += 1) {
    for (const period of periodsOfChunk(zone, chunks, chunk)) {
      const startMs = Math.max(period.startMs, fromMs);
      const endMs = Math.min(period.endMs, toMs);
      if (startMs < endMs) appendPeriod(periods, { startMs, endMs, offsetMs: period.offsetMs });
    }
  }
  return periods;
}

/**
 * The first instant at which the wall clock shows this minute of this date, or a later one. In the autumn fold that
 * is the earlier of the two; a minute that the spring gap swallows gives the moment of the change. Minute 1440 is
 * the start of the next day.
 */
export function zonedStart(dateOn: DateOn, minuteOfDay: number, zone: string): number {
  const wallMs = dayOfDate(dateOn) * DAY_MS + minuteOfDay * MINUTE_MS;
  // Twice as far ahead: a zone that crosses the date line leaves out a whole day (Apia, December 2011).
  for (const period of offsetPeriods(zone, wallMs - WIDEST_OFFSET_MS, wallMs + 2 * WIDEST_OFFSET_MS)) {
    const atMs = Math.max(period.startMs, wallMs - period.offsetMs);
    if (atMs < period.endMs) return atMs;
  }
  throw new RangeError('No such local time in this zone.');
}

/** The calendar date that the wall clock of a zone shows at an instant. */
export function localDateOn(atMs: number, zone: string): DateOn {
  return dateOfDay(Math.floor((atMs + offsetMsAt(zone, atMs)) / DAY_MS));
}

/** Whole minutes since local midnight on the wall clock of a zone, 0 to 1439. */
export function localMinuteOfDay(atMs: number, zone: string): number {
  const wallMs = atMs + offsetMsAt(zone, atMs);
  return Math.floor((wallMs - Math.floor(wallMs / DAY_MS) * DAY_MS) / MINUTE_MS);
}

function offsetMsAt(zone: string, atMs: number): number {
  const [period] = offsetPeriods(zone, atMs, atMs + 1);
  if (period === undefined) throw new RangeError('Not an instant.');
  return period.offsetMs;
}

function chunksOf(zone: string): Map<number, OffsetPeriod[]> {
  const known = chunksByZone.get(zone);
  if (known !== undefined) return known;
  if (chunksByZone.size >= MAX_ZONES) chunksByZone.clear();
  const chunks = new Map<number, OffsetPeriod[]>();
  chunksByZone.set(zone, chunks);
  return chunks;
}

function periodsOfChunk(zone: string, chunks: Map<number, OffsetPeriod[]>, chunk: number): OffsetPeriod[] {
  const known = chunks.get(chunk);
  if (known !== undefined) return known;
  const periods = findPeriods(offsetFormat(zone), chunk * CHUNK_MS, (chunk + 1) * CHUNK_MS);
  if (chunks.size >= MAX_CHUNKS_PER_ZONE) chunks.clear();
  chunks.set(chunk, periods);
  return periods;
}

function findPeriods(format: Intl.DateTimeFormat, fromMs: number, toMs: number): OffsetPeriod[] {
  const periods: OffsetPeriod[] = [];
  let offsetMs = readOffsetMs(format, fromMs);
  for (let startMs = fromMs; startMs < toMs; startMs += SAMPLE_MS) {
    const endMs = startMs + SAMPLE_MS;
    const nextOffsetMs = readOffsetMs(format, endMs);
    if (nextOffsetMs === offsetMs) {
      appendPeriod(periods, { startMs, endMs, offsetMs });
    } else {
      const changeMs = findChangeMs(format, startMs, endMs, offsetMs);
      appendPeriod(periods, { startMs, endMs: changeMs, offsetMs });
      if (changeMs < endMs) appendPeriod(periods, { startMs: changeMs, endMs, offsetMs: nextOffsetMs });
    }
    offsetMs = nextOffsetMs;
  }
  return periods;
}

/** The first whole second after `beforeMs` at which the offset is another one. */
function findChangeMs(
  format: Intl.DateTimeFormat,
  beforeMs: number,
  afterMs: number,
  offsetMs: number,
): number {
  let before = beforeMs / 1_000;
  let after = afterMs / 1_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (readOffsetMs(format, middle * 1_000) === offsetMs) before = middle;
    else after = middle;
  }
  return after * 1_000;
}

function appendPeriod(periods: OffsetPeriod[], period: OffsetPeriod): void {
  const last = periods.at(-1);
  if (last !== undefined && last.offsetMs === period.offsetMs) last.endMs = period.endMs;
  else periods.push(period);
}

function offsetFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
}

function readOffsetMs(format: Intl.DateTimeFormat, atMs: number): number {
  const parts = LONG_OFFSET.exec(format.format(atMs));
  if (parts === null) throw new RangeError('The runtime gave no offset for this zone.');
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = parts;
  const offsetMs = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -offsetMs : offsetMs;
}

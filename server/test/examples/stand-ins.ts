import { createHash } from 'node:crypto';
import { newId } from '../../src/lib/ids.js';
import { mrnOf } from '../../src/patients/mrn.js';
import { StoryCalendar } from './calendar.js';
import type { Exchange } from './recorder.js';

/** How long a held visit stays held. */
export const holdSeconds = 300;
/** How long what the story makes is good for, where an answer names its end: a held visit, a one-time code. */
const lifetimesMs = [holdSeconds * 1_000, 30 * 60_000];

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const sha256 = /\b[0-9a-f]{64}\b/g;
const mrn = /\bMW\d{9}\b/g;
const resetCode = /\b(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}\b/g;
const instant = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const dateAlone = /\b\d{4}-\d\d-\d\d\b(?!T)/g;
const cursorFields = ['cursor', 'nextCursor'];

/**
 * Puts made-up values in place of those that differ from one recording to the next: ids, tokens, cursors, hashes and
 * record numbers by order of appearance, instants by the story's calendar. Equal ones stay equal.
 */
export class StandIns {
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #startsMs: readonly number[];

  /** @param exchanges all of the recording, in order: what a clock said belongs to the request at the time */
  constructor(
    private readonly calendar: StoryCalendar,
    exchanges: readonly Exchange[],
  ) {
    this.#startsMs = exchanges.map(({ startedAtMs }) => startedAtMs);
  }

  /** The same JSON with stand-ins. */
  replaced<T>(value: T, exchange: Exchange): T {
    return this.#value(value, '', exchange) as T;
  }

  #value(value: unknown, field: string, exchange: Exchange): unknown {
    if (typeof value === 'string') return this.#text(value, field, exchange);
    if (Array.isArray(value)) return value.map((each) => this.#value(each, field, exchange));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, each]) => [name, this.#value(each, name, exchange)]);
    return this.#inShownMonth(Object.fromEntries(fields));
  }

  #text(text: string, field: string, exchange: Exchange): string {
    if (cursorFields.includes(field)) return this.#standIn('cursor', text, cursorNamed);
    if (field === 'accessToken') return this.#standIn(field, text, (n) => `example.access-token.number-${n}`);
    if (field === 'deviceToken') return this.#standIn(field, text, (n) => `example-device-token-number-${n}`);
    if (field === 'refreshToken') return this.#standIn(field, text, refreshTokenNumbered);
    if (field === 'asOf') return this.#clockAt(exchange.startedAtMs);
    return text
      .replace(uuid, (id) => this.#standIn('uuid', id, idNumbered))
      .replace(sha256, (hash) => this.#standIn('sha256', hash, (n) => digestOf(`content ${n}`)))
      .replace(mrn, (number) => this.#standIn('mrn', number, (n) => mrnOf(1_000 + n * 37)))
      .replace(resetCode, (code) => this.#standIn('reset code', code, resetCodeNumbered))
      .replace(instant, (iso) => this.#instant(iso))
      .replace(dateAlone, (dateOn) => this.calendar.shownDate(dateOn));
  }

  #instant(iso: string): string {
    const ms = Date.parse(iso);
    const [first = 0, last = 0] = [this.#startsMs[0], this.#startsMs.at(-1)];
    if (ms >= first && ms <= last + 60_000) return this.#clockAt(ms);
    for (const lifetimeMs of lifetimesMs) {
      const sinceMs = ms - lifetimeMs;
      const isEnd = sinceMs >= first && sinceMs <= last;
      if (isEnd) return new Date(Date.parse(this.#clockAt(sinceMs)) + lifetimeMs).toISOString();
    }
    const shownMs = this.calendar.shown(ms);
    return shownMs === null ? iso : new Date(shownMs).toISOString();
  }

  /** By the request that was under way, not by the millisecond: two of them may or may not be the same. */
  #clockAt(ms: number): string {
    const index = this.#startsMs.findLastIndex((startedAtMs) => startedAtMs <= ms);
    return new Date(StoryCalendar.clockAt(index)).toISOString();
  }

  #inShownMonth(fields: Record<string, unknown>): Record<string, unknown> {
    const { month: planned, shownMonth } = this.calendar;
    const isPlanned = Number(fields.year) === planned.year && Number(fields.month) === planned.month;
    if (!isPlanned) return fields;
    const like = (old: unknown, value: number) => (typeof old === 'string' ? String(value) : value);
    return {
      ...fields,
      year: like(fields.year, shownMonth.year),
      month: like(fields.month, shownMonth.month),
    };
  }

  #standIn(kind: string, value: string, make: (n: number) => string): string {
    const known = this.#given.get(`${kind} ${value}`);
    if (known !== undefined) return known;
    const n = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, n);
    const made = make(n);
    this.#given.set(`${kind} ${value}`, made);
    return made;
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A UUIDv7 as the server makes them, but for what is random in it. */
function idNumbered(n: number): string {
  const time = newId(StoryCalendar.clockAt(n)).slice(0, 13);
  const random = digestOf(`id ${n}`);
  return `${time}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

const refreshTokenNumbered = (n: number): string => `example-refresh-token-number-${n}`.padEnd(43, '_');

const resetCodeNumbered = (n: number): string => `0NE00-T1ME0-C0DE0-${String(n).padStart(5, '0')}`;

const cursorNamed = (n: number): string =>
  Buffer.from(`where page number ${n} of the example ends`).toString('base64url');

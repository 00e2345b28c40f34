import { DAY_MS, dateOfDay } from '../../lib/time.js';

/**
 * Writes rows as MySQL reads them, field after field in the order of the table's columns, straight into bytes: an array
 * of values per row would cost more than all the rest. Text may hold Latin-1 characters only.
 */
export interface RowEncoder {
  /** How many whole rows there are. */
  readonly rows: number;
  bytes(value: Uint8Array): void;
  integer(value: number): void;
  text(value: string): void;
  /** A DATETIME(3) in UTC. */
  instant(atMs: number): void;
  none(): void;
  endRow(): void;
  /** True when the next row might not fit any more. */
  isFull(): boolean;
  /** What was written; valid until `clear`. */
  written(): Buffer;
  clear(): void;
}

const chunkBytes = 2 * 1024 * 1024;
const roomForOneRow = 16 * 1024;
const [tab, lineFeed, backslash, nul] = [9, 10, 92, 0];

/** For LOAD DATA with tabs between fields, backslash escapes and one line per row. */
export class LoadEncoder implements RowEncoder {
  rows = 0;
  #used = 0;
  readonly #buffer = Buffer.allocUnsafe(chunkBytes);

  bytes(value: Uint8Array): void {
    for (let index = 0; index < value.length; index++) this.#byte(value[index]!);
    this.#buffer[this.#used++] = tab;
  }

  integer(value: number): void {
    this.#used = putInteger(this.#buffer, this.#used, value);
    this.#buffer[this.#used++] = tab;
  }

  text(value: string): void {
    for (let index = 0; index < value.length; index++) this.#byte(value.charCodeAt(index));
    this.#buffer[this.#used++] = tab;
  }

  instant(atMs: number): void {
    this.#used = putInstant(this.#buffer, this.#used, atMs);
    this.#buffer[this.#used++] = tab;
  }

  none(): void {
    this.#buffer[this.#used++] = backslash;
    this.#buffer[this.#used++] = 78; // N
    this.#buffer[this.#used++] = tab;
  }

  endRow(): void {
    this.#buffer[this.#used - 1] = lineFeed;
    requireRoom(this.#used);
    this.rows++;
  }

  isFull(): boolean {
    return this.#used > chunkBytes - roomForOneRow;
  }

  written(): Buffer {
    return this.#buffer.subarray(0, this.#used);
  }

  clear(): void {
    this.#used = 0;
    this.rows = 0;
  }

  #byte(value: number): void {
    const isSpecial = value === tab || value === lineFeed || value === backslash || value === nul;
    if (isSpecial) this.#buffer[this.#used++] = backslash;
    this.#buffer[this.#used++] = value === nul ? 48 : value;
  }
}

const hex = Buffer.from('0123456789abcdef', 'latin1');

/** For INSERT … VALUES, where LOAD DATA is not permitted. */
export class InsertEncoder implements RowEncoder {
  rows = 0;
  #used = 0;
  readonly #buffer = Buffer.allocUnsafe(chunkBytes);

  bytes(value: Uint8Array): void {
    this.#ascii('0x');
    for (let index = 0; index < value.length; index++) {
      this.#buffer[this.#used++] = hex[value[index]! >> 4]!;
      this.#buffer[this.#used++] = hex[value[index]! & 15]!;
    }
    this.#ascii(',');
  }

  integer(value: number): void {
    this.#used = putInteger(this.#buffer, this.#used, value);
    this.#ascii(',');
  }

  text(value: string): void {
    this.#ascii("'");
    this.#used += this.#buffer.write(value.replace(/['\\]/g, '\\$&'), this.#used, 'utf8');
    this.#ascii("',");
  }

  instant(atMs: number): void {
    this.#ascii("'");
    this.#used = putInstant(this.#buffer, this.#used, atMs);
    this.#ascii("',");
  }

  none(): void {
    this.#ascii('NULL,');
  }

  endRow(): void {
    this.#used--;
    this.#ascii('),(');
    requireRoom(this.#used);
    this.rows++;
  }

  isFull(): boolean {
    return this.#used > chunkBytes - roomForOneRow;
  }

  /** Without the opening parenthesis of the first row. */
  written(): Buffer {
    return this.#buffer.subarray(0, Math.max(this.#used - 2, 0));
  }

  clear(): void {
    this.#used = 0;
    this.rows = 0;
  }

  #ascii(text: string): void {
    for (let index = 0; index < text.length; index++) this.#buffer[this.#used++] = text.charCodeAt(index);
  }
}

/** A Buffer does not say that it is full. */
function requireRoom(used: number): void {
  if (used > chunkBytes)
    throw new RangeError('More rows were written than there is room for; flush them in time.');
}

const zero = 48;
const digits = Buffer.alloc(20);

function putInteger(buffer: Buffer, at: number, value: number): number {
  let used = at;
  let left = value;
  if (left < 0) {
    buffer[used++] = 45;
    left = -left;
  }
  let count = 0;
  do {
    const tenth = Math.floor(left / 10);
    digits[count++] = zero + (left - tenth * 10);
    left = tenth;
  } while (left > 0);
  while (count > 0) buffer[used++] = digits[--count]!;
  return used;
}

const datesKept = 20_000;
const dates = new Map<number, Buffer>();

/** `2026-11-21 08:15:00.000` */
function putInstant(buffer: Buffer, at: number, atMs: number): number {
  const day = Math.floor(atMs / DAY_MS);
  let date = dates.get(day);
  if (!date) {
    if (dates.size >= datesKept) dates.clear();
    date = Buffer.from(`${dateOfDay(day)} `, 'latin1');
    dates.set(day, date);
  }
  let used = at + date.copy(buffer, at);
  const ofDayMs = atMs - day * DAY_MS;
  const second = Math.floor(ofDayMs / 1_000);
  used = putDigits(buffer, used, Math.floor(second / 3_600), 2);
  buffer[used++] = 58;
  used = putDigits(buffer, used, Math.floor(second / 60) % 60, 2);
  buffer[used++] = 58;
  used = putDigits(buffer, used, second % 60, 2);
  buffer[used++] = 46;
  return putDigits(buffer, used, ofDayMs % 1_000, 3);
}

function putDigits(buffer: Buffer, at: number, value: number, count: number): number {
  let left = value;
  for (let place = at + count - 1; place >= at; place--) {
    buffer[place] = zero + (left % 10);
    left = Math.floor(left / 10);
  }
  return at + count;
}

import { createHash, randomFillSync } from 'node:crypto';

const pool = Buffer.allocUnsafe(4096);
let used = pool.length;

function randomInto(target: Buffer, offset: number, count: number): void {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(target, offset, used, used + count);
  used += count;
}

/** A new UUIDv7 (RFC 9562): sortable by the millisecond it was made in, canonical lower-case text. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  randomInto(bytes, 6, 10);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return uuidText(bytes);
}

const hexDigits = Buffer.from('0123456789abcdef', 'latin1');
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const text = Buffer.alloc(36, '-');

/** Canonical text of the 16 bytes of a `BINARY(16)` column. In one piece, because lists turn hundreds into JSON. */
export function uuidText(bytes: Buffer): string {
  for (let index = 0; index < 16; index++) {
    const byte = bytes[index] ?? 0;
    const place = places[index] ?? 0;
    text[place] = hexDigits[byte >> 4] ?? 0;
    text[place + 1] = hexDigits[byte & 15] ?? 0;
  }
  return text.toString('latin1');
}

export const maybeUuidText = (bytes: Buffer | null): string | null =>
  bytes === null ? null : uuidText(bytes);

/** The 16 bytes for a `BINARY(16)` column. The text was checked against the UUID pattern at the door. */
export function uuidBytes(text: string): Buffer {
  return Buffer.from(text.replaceAll('-', ''), 'hex');
}

export const maybeUuidBytes = (text: string | null | undefined): Buffer | null =>
  text == null ? null : uuidBytes(text);

export const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

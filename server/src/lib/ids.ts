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

/** Canonical text of the 16 bytes of a `BINARY(16)` column. */
export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
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

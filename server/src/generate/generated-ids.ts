import { uuidText } from '../lib/ids.js';
import { hashOf, streams } from './draws.js';

/** What an id is for: two kinds never share one. */
export const idKinds = {
  department: 1,
  specialization: 2,
  doctor: 3,
  user: 4,
  hours: 5,
  timeOff: 6,
  holiday: 7,
  patient: 8,
  appointment: 9,
  record: 10,
  diagnosis: 11,
  note: 12,
  noteDocument: 13,
  observation: 14,
  event: 15,
} as const;
export type IdKind = (typeof idKinds)[keyof typeof idKinds];

/**
 * UUIDv7s (RFC 9562) that follow from the seed: a time stamp, then a counter of 32 bits (method 1 of section 6.2), then
 * 42 bits drawn from the seed. Ids of one kind are as ordered as their `(atMs, counter)`.
 */
export class GeneratedIds {
  constructor(private readonly seed: number) {}

  /** Writes the 16 bytes into `target`. */
  write(target: Uint8Array, kind: IdKind, counter: number, atMs: number): void {
    const high = hashOf(this.seed, streams.id * 64 + kind, counter);
    const low = hashOf(this.seed, streams.id * 64 + 32 + kind, counter);
    const upper = Math.floor(atMs / 65_536);
    target[0] = upper >>> 24;
    target[1] = (upper >>> 16) & 0xff;
    target[2] = (upper >>> 8) & 0xff;
    target[3] = upper & 0xff;
    const rest = atMs - upper * 65_536;
    target[4] = rest >>> 8;
    target[5] = rest & 0xff;
    target[6] = 0x70 | (counter >>> 28);
    target[7] = (counter >>> 20) & 0xff;
    target[8] = 0x80 | ((counter >>> 14) & 0x3f);
    target[9] = (counter >>> 6) & 0xff;
    target[10] = ((counter & 0x3f) << 2) | (high & 3);
    target[11] = low >>> 24;
    target[12] = (low >>> 16) & 0xff;
    target[13] = (low >>> 8) & 0xff;
    target[14] = low & 0xff;
    target[15] = (high >>> 2) & 0xff;
  }

  bytes(kind: IdKind, counter: number, atMs: number): Buffer {
    const bytes = Buffer.allocUnsafe(16);
    this.write(bytes, kind, counter, atMs);
    return bytes;
  }

  text(kind: IdKind, counter: number, atMs: number): string {
    return uuidText(this.bytes(kind, counter, atMs));
  }
}

import type { PendingEvent } from '../../src/events/pending-events.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import type { SourceRecord, SourceRows, Whose } from './source-rows.js';

/** Numbers that look random and are the same again for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to one less than `sides`. */
  below(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  oneOf<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    for (let index = left.length - 1; index > 0; index--) {
      const other = this.below(index + 1);
      [left[index], left[other]] = [left[other] as T, left[index] as T];
    }
    return left;
  }
}

const monthEnds = [
  '2025-01-01T05:30:00Z',
  '2025-11-01T04:30:00Z',
  '2024-10-31T21:30:00Z',
  '2011-12-30T10:30:00Z',
];
const states = [
  'held',
  'expired',
  'booked',
  'confirmed',
  'checked_in',
  'in_progress',
  'completed',
  'cancelled',
  'no_show',
];

/** Changes whatever can change, row by row, and says so in events as the services do. */
export class RandomPast {
  readonly #appointments: string[] = [];
  readonly #records: SourceRecord[] = [];
  readonly #diagnoses: string[] = [];
  readonly #notes: string[] = [];

  constructor(
    private readonly rows: SourceRows,
    private readonly dice: Dice,
    private readonly doctors: readonly { doctorId: string; departmentId: string }[],
    private readonly patients: readonly string[],
  ) {}

  async change(): Promise<PendingEvent[]> {
    switch (this.dice.below(8)) {
      case 0:
        return this.#addAppointments();
      case 1:
        return this.#addRecords();
      case 2:
        return this.#addDiagnoses();
      case 3:
        return this.#addNotes();
      case 4:
        return this.#set('appointment', 'appointments', this.#appointments, 'state', this.dice.oneOf(states));
      case 5:
        return this.#set('appointment', 'appointments', this.#appointments, 'starts_at', this.#at());
      case 6:
        return this.#set(
          'diagnosis',
          'diagnoses',
          this.#diagnoses,
          'status',
          this.dice.oneOf(['active', 'entered_in_error']),
        );
      default:
        return this.#set(
          'note',
          'note_refs',
          this.#notes,
          'state',
          this.dice.oneOf(['entered_in_error', 'draft']),
        );
    }
  }

  async #addAppointments(): Promise<PendingEvent[]> {
    const wishes = this.#people().map((whose) => ({
      ...whose,
      startsAt: this.#at().toISOString(),
      minutes: 5 + this.dice.below(60),
      state: this.dice.oneOf(states),
      createdAt: this.#at().toISOString(),
    }));
    const ids = await this.rows.appointments(wishes);
    this.#appointments.push(...ids);
    return ids.map((id) => event('appointment.booked', id, null));
  }

  async #addRecords(): Promise<PendingEvent[]> {
    const kinds = ['visit', 'walk_in', 'admission'];
    const wishes = this.#people().map((whose) => ({
      ...whose,
      openedAt: this.#at().toISOString(),
      kind: this.dice.oneOf(kinds),
    }));
    const records = await this.rows.records(wishes);
    this.#records.push(...records);
    return records.map(({ id, patientId }) => event('record.opened', id, patientId));
  }

  async #addDiagnoses(): Promise<PendingEvent[]> {
    const of = this.dice.shuffled(this.#records).slice(0, 14);
    const ids = await this.rows.diagnoses(of, this.dice.oneOf(['E11.9', 'e11.9', 'I10']));
    this.#diagnoses.push(...ids);
    return ids.map((id) => event('diagnosis.recorded', id, null));
  }

  async #addNotes(): Promise<PendingEvent[]> {
    const writtenAt = this.#at();
    const signedAt = new Date(writtenAt.getTime() + (this.dice.below(7_200) - 3_600) * 1_000);
    const of = this.dice.shuffled(this.#records).slice(0, 14);
    const ids = await this.rows.notes(
      of,
      writtenAt.toISOString(),
      this.dice.below(2) === 0 ? null : signedAt.toISOString(),
    );
    this.#notes.push(...ids);
    return ids.map((id) => event('note.posted', id, null));
  }

  async #set(
    subject: string,
    table: string,
    ids: string[],
    column: string,
    value: unknown,
  ): Promise<PendingEvent[]> {
    const some = this.dice.shuffled(ids).slice(0, 8);
    if (some.length === 0) return [];
    const ends = column === 'starts_at' ? ', ends_at = starts_at + INTERVAL 20 MINUTE' : '';
    await this.rows.run(`UPDATE ${table} SET ${column} = ?${ends} WHERE id IN (?)`, [
      value,
      some.map(uuidBytes),
    ]);
    return some.map((id) => event(`${subject}.changed`, id, null));
  }

  /** Most of the patients, or two of them, with one doctor, who may work in any department that day. */
  #people(): Whose[] {
    const { doctorId } = this.dice.oneOf(this.doctors);
    const { departmentId } = this.dice.oneOf(this.doctors);
    const some = this.dice.shuffled(this.patients).slice(0, this.dice.oneOf([2, 10, 11, 12]));
    return some.map((patientId) => ({ doctorId, departmentId, patientId }));
  }

  #at(): Date {
    return new Date(
      Date.parse(this.dice.oneOf(monthEnds)) +
        (this.dice.below(240) - 120) * 60_000 +
        this.dice.below(60_000),
    );
  }
}

const event = (kind: string, subjectId: string, patientId: string | null): PendingEvent => ({
  id: newId(),
  kind,
  subjectId,
  patientId,
  payload: {},
});

import { newId } from '../../server/src/lib/ids.js';
import { doctorAtWork, staff, ward } from '../../server/test/support/people.js';
import { Person } from '../clients/person.js';
import { treated } from '../clients/treatment.js';
import type { Attempt, Attempts, Wish } from '../rig/attempts.js';
import { openClinic } from '../rig/open-clinic.js';
import type { Rig } from '../rig/rig.js';

const dayMs = 86_400_000;
const visitMinutes = 15;
const visitsADay = (24 * 60) / visitMinutes;
/** Visits of the trial begin so many days ahead: past those that were made to open a record. */
const daysAhead = 3;

/** A doctor with one patient of hers, and that patient's open record. */
interface Pair {
  readonly doctor: Person;
  readonly doctorId: string;
  readonly patientId: string;
  readonly recordUuid: string;
}

export interface WantedVisit {
  readonly key: string;
  readonly body: { readonly doctorId: string; readonly patientId: string; readonly startsAt: string };
}

interface Asking {
  readonly visit?: WantedVisit;
  /** The connections to use. */
  readonly dispatcher?: Wish['dispatcher'];
}

/** What can be asked for, each time anew, and never refused with reason: whatever fails is the fault of what broke. */
export class FrontDesk {
  #visits = 0;
  #notes = 0;

  constructor(
    private readonly attempts: Attempts,
    private readonly desk: Person,
    private readonly pairs: readonly Pair[],
  ) {}

  /** Books the next free visit. The same `visit` again is the same request under the same key. */
  async book(baseUrl: string, { visit = this.nextVisit(), dispatcher }: Asking = {}): Promise<Attempt> {
    const token = await this.desk.token(baseUrl);
    const wish = { who: this.desk.name, token, method: 'POST', path: '/appointments', ...visit };
    return this.attempts.send(baseUrl, { ...wish, dispatcher });
  }

  /** A visit that collides with no other: each doctor sees only her patient, one time after the other. */
  nextVisit(): WantedVisit {
    const number = this.#visits++;
    const { doctorId, patientId } = this.#pair(number);
    const slot = Math.floor(number / this.pairs.length);
    const midnightMs = (Math.floor(Date.now() / dayMs) + daysAhead + Math.floor(slot / visitsADay)) * dayMs;
    const startsAt = new Date(midnightMs + (slot % visitsADay) * visitMinutes * 60_000).toISOString();
    return { key: newId(), body: { doctorId, patientId, startsAt } };
  }

  /** For requests that are sent by somebody else, on the front desk's behalf. */
  token(baseUrl: string): Promise<string> {
    return this.desk.token(baseUrl);
  }

  /** Somebody else wants the doctor at that time, too. */
  async contest(baseUrl: string, { body }: WantedVisit): Promise<Attempt> {
    const rival = this.pairs.find(({ patientId }) => patientId !== body.patientId) ?? this.#pair(0);
    return this.book(baseUrl, { visit: { key: newId(), body: { ...body, patientId: rival.patientId } } });
  }

  async postNote(baseUrl: string): Promise<Attempt> {
    const number = this.#notes++;
    const { doctor, patientId, recordUuid } = this.#pair(number);
    const body = { recordUuid, patientId, kind: 'progress', text: `Note ${number}. Slept well.` };
    const token = await doctor.token(baseUrl);
    return this.attempts.send(baseUrl, {
      ...{ who: doctor.name, token, method: 'POST', path: '/clinical-notes', body, key: newId() },
    });
  }

  /** Lists the newest notes of one patient, which are in MongoDB. */
  async listNotes(baseUrl: string, turn: number): Promise<Attempt> {
    const { doctor, patientId } = this.#pair(turn);
    const path = `/clinical-notes?${new URLSearchParams({ patientId, limit: '5' })}`;
    const token = await doctor.token(baseUrl);
    return this.attempts.send(baseUrl, { who: doctor.name, token, method: 'GET', path });
  }

  /** Reads, as its author, the note that this attempt was acknowledged. */
  async readNote(baseUrl: string, { who, answer }: Attempt): Promise<Attempt> {
    const author = this.pairs.find(({ doctor }) => doctor.name === who)?.doctor ?? this.desk;
    const path = `/clinical-notes/${(answer as { id: string }).id}`;
    const token = await author.token(baseUrl);
    return this.attempts.send(baseUrl, { who, token, method: 'GET', path });
  }

  /** Reads two weeks of one doctor's slots, which anybody may. */
  readSlots(baseUrl: string, turn: number, { dispatcher }: Asking = {}): Promise<Attempt> {
    const from = new Date((Math.floor(Date.now() / dayMs) + daysAhead) * dayMs);
    const to = new Date(from.getTime() + 14 * dayMs);
    const query = new URLSearchParams({ from: from.toISOString(), to: to.toISOString() });
    const path = `/doctors/${this.#pair(turn).doctorId}/slots?${query}`;
    return this.attempts.send(baseUrl, { who: 'anybody', method: 'GET', path, dispatcher });
  }

  #pair(number: number): Pair {
    const pair = this.pairs[number % this.pairs.length];
    if (!pair) throw new Error('The front desk has no doctors.');
    return pair;
  }
}

/** Opens a front desk with so many doctors, who work around the clock. */
export async function openFrontDesk(rig: Rig, attempts: Attempts, doctors: number): Promise<FrontDesk> {
  const clinic = await openClinic(rig);
  const at = await ward(clinic);
  const desk = await staff(clinic, 'receptionist');
  const pairs: Pair[] = [];
  for (let index = 0; index < doctors; index++) {
    const doctor = await doctorAtWork(clinic, at, { visitMinutes });
    const { patientId, recordUuid } = await treated(clinic, desk, doctor, 0);
    const name = `doctor ${index}`;
    pairs.push({ doctor: new Person(name, doctor.user), doctorId: doctor.doctor.id, patientId, recordUuid });
  }
  return new FrontDesk(attempts, new Person('front desk', desk), pairs);
}

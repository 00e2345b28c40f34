import type { Appointment } from '../../src/appointments/appointments.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Answer, Call } from '../support/clinic.js';
import type { RegisteredPatient } from '../support/people.js';
import { StormLedger } from './storm-ledger.js';

const minuteMs = 60_000;

export interface StormPlan {
  patients: RegisteredPatient[];
  /** Patients get visits of their doctor's length: let them differ. */
  doctors: readonly { id: string; visitMinutes: number }[];
  /** Visits start at or after this instant … */
  from: string;
  /** … and within so many minutes of it: the fewer, the more they collide. */
  minutes: number;
  /** Which process the n-th request of a client goes to. */
  call: (attempt: number) => Call;
  /** The storm is over when this says so, asked before each request. */
  isOver: (requestsOfClient: number) => boolean;
}

/** One answer as its client saw it. Status 0: the connection broke. */
export interface Seen {
  patientId: string;
  status: number;
  code: string;
  sentAtMs: number;
  answeredAtMs: number;
}

interface Reply extends Seen {
  body: Appointment & { code?: string };
  firstSentAtMs: number;
}

/** Patients who book, hold, confirm, move and cancel visits with shifted starts, all at once, each in a loop. */
export class BookingStorm {
  readonly ledger = new StormLedger();
  readonly seen: Seen[] = [];
  #attempts = 0;

  constructor(private readonly plan: StormPlan) {}

  async run(): Promise<void> {
    await Promise.all(this.plan.patients.map((who) => this.#client(who)));
  }

  /** How many answers of each kind, e.g. `{ '201': 12, '409 slot_taken': 30 }`. */
  tally(): Record<string, number> {
    return tallyOf(this.seen);
  }

  async #client(who: RegisteredPatient): Promise<void> {
    for (let requests = 0; !this.plan.isOver(requests); requests++) {
      const mine = [...this.ledger.visits.values()].filter((visit) => visit.patientId === who.patientId);
      const standing = mine.filter(({ state }) => state === 'booked' || state === 'confirmed');
      const held = mine.filter(({ state }) => state === 'held');
      const dice = Math.random();
      if (held.length > 0 && dice < 0.3) await this.#confirm(who, oneOf(held));
      else if (standing.length > 0 && dice < 0.5) await this.#move(who, oneOf(standing));
      else if (standing.length > 0 && dice < 0.65) await this.#cancel(who, oneOf(standing));
      else await this.#take(who, dice < 0.85 ? '/appointments' : '/appointments/holds');
    }
  }

  async #take(who: RegisteredPatient, path: string): Promise<void> {
    const { id: doctorId, visitMinutes } = oneOf(this.plan.doctors);
    const time = this.#someTime(visitMinutes);
    const holdSeconds = path.endsWith('holds') && { holdSeconds: oneOf([1, 2, 60]) };
    const reply = await this.#send(who, path, { doctorId, ...time.body, ...holdSeconds });
    this.#note(reply, { ...time, doctorId, patientId: who.patientId });
  }

  async #move(who: RegisteredPatient, visit: Appointment): Promise<void> {
    const minutes = (Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / minuteMs;
    const time = this.#someTime(minutes);
    const reply = await this.#send(who, `/appointments/${visit.id}/reschedule`, time.body);
    this.#note(reply, { ...time, doctorId: visit.doctorId, patientId: who.patientId, visitId: visit.id });
  }

  async #cancel(who: RegisteredPatient, visit: Appointment): Promise<void> {
    const reply = await this.#send(who, `/appointments/${visit.id}/cancel`, { reason: 'Storm' });
    if (reply.status === 200) this.ledger.acknowledge(reply.body, reply.firstSentAtMs);
  }

  async #confirm(who: RegisteredPatient, visit: Appointment): Promise<void> {
    const reply = await this.#send(who, `/appointments/${visit.id}/confirm`);
    if (reply.status === 200) this.ledger.acknowledge(reply.body, reply.firstSentAtMs);
    else if (reply.status === 409) this.ledger.visits.set(visit.id, { ...visit, state: 'expired' });
  }

  #note(
    reply: Reply,
    wish: { doctorId: string; patientId: string; startMs: number; endMs: number; visitId?: string },
  ): void {
    if (reply.status < 300) this.ledger.acknowledge(reply.body, reply.firstSentAtMs);
    else if (reply.code === 'slot_taken')
      this.ledger.refuse({ ...wish, sentAtMs: reply.sentAtMs, answeredAtMs: reply.answeredAtMs });
  }

  /** Sends it under one Idempotency-Key until somebody answers anything but "try again". */
  async #send(who: RegisteredPatient, path: string, body?: object): Promise<Reply> {
    const headers = { 'idempotency-key': newId() };
    const firstSentAtMs = Date.now();
    for (;;) {
      const sentAtMs = Date.now();
      const call = this.plan.call(this.#attempts++);
      const answer = await call<Reply['body']>(who.user, 'POST', path, { body, headers }).catch(
        brokenConnection,
      );
      const seen = {
        patientId: who.patientId,
        status: answer.status,
        code: answer.body.code ?? '',
        sentAtMs,
        answeredAtMs: Date.now(),
      };
      this.seen.push(seen);
      if (seen.status !== 0 && seen.status !== 503) return { ...seen, body: answer.body, firstSentAtMs };
      await pause(50 + Math.random() * 100);
    }
  }

  #someTime(durationMinutes: number) {
    const steps = this.plan.minutes / 5;
    const startMs = Date.parse(this.plan.from) + Math.floor(Math.random() * steps) * 5 * minuteMs;
    const body = { startsAt: new Date(startMs).toISOString(), durationMinutes };
    return { startMs, endMs: startMs + durationMinutes * minuteMs, body };
  }
}

export function tallyOf(answers: { status: number; code?: string; body?: object }[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { status, code, body } of answers) {
    const bodyCode = body && 'code' in body ? String(body.code) : '';
    const kind = `${status} ${code ?? bodyCode}`.trim();
    tally[kind] = (tally[kind] ?? 0) + 1;
  }
  return tally;
}

const brokenConnection = (): Answer<Reply['body']> => ({
  status: 0,
  headers: new Headers(),
  body: { code: 'connection_broken' } as Reply['body'],
});

export const pause = (delayMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, delayMs));

export function oneOf<T>(items: readonly T[]): T {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

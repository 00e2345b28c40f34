import type { Appointment } from '../../src/appointments/appointments.types.js';

/** A visit's stay on one time: from when it may have begun, until when it may have lasted. By this machine's clock. */
interface Stay {
  visitId: string;
  doctorId: string;
  patientId: string;
  startMs: number;
  endMs: number;
  fromMs: number;
  untilMs: number;
}

/** What a caller asked for, and between which moments the answer was made. */
export interface Wish {
  doctorId: string;
  patientId: string;
  startMs: number;
  endMs: number;
  /** The visit that was to be moved: its own time never stands in its way. */
  visitId?: string;
  sentAtMs: number;
  answeredAtMs: number;
}

/** What the callers of a storm were told: every acknowledged visit, how it stands, and every refusal. */
export class StormLedger {
  readonly visits = new Map<string, Appointment>();
  readonly #stays: Stay[] = [];
  readonly #refused: Wish[] = [];

  /** The caller was told that the visit stands like this; before, it may have done so since `sentAtMs`. */
  acknowledge(visit: Appointment, sentAtMs: number): void {
    const before = this.visits.get(visit.id);
    this.visits.set(visit.id, visit);
    const now = Date.now();
    const stay = this.#stays.findLast(({ visitId }) => visitId === visit.id);
    const hasMoved =
      before !== undefined && (before.startsAt !== visit.startsAt || before.endsAt !== visit.endsAt);
    if (stay && (hasMoved || visit.state === 'cancelled')) stay.untilMs = Math.min(stay.untilMs, now);
    else if (stay) stay.untilMs = endOf(visit);
    if (visit.state !== 'cancelled' && (!stay || hasMoved)) this.#stays.push(stayOf(visit, sentAtMs));
  }

  refuse(wish: Wish): void {
    this.#refused.push(wish);
  }

  get refusals(): number {
    return this.#refused.length;
  }

  /** Refusals during which no other visit of that doctor or patient can have held any of the time. */
  withoutCause(): Wish[] {
    return this.#refused.filter((wish) => !this.#stays.some((stay) => stoodInTheWay(stay, wish)));
  }
}

const endOf = ({ holdExpiresAt }: Appointment): number =>
  holdExpiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(holdExpiresAt);

const stayOf = (visit: Appointment, fromMs: number): Stay => ({
  visitId: visit.id,
  doctorId: visit.doctorId,
  patientId: visit.patientId,
  startMs: Date.parse(visit.startsAt),
  endMs: Date.parse(visit.endsAt),
  fromMs,
  untilMs: endOf(visit),
});

const stoodInTheWay = (stay: Stay, wish: Wish): boolean =>
  stay.visitId !== wish.visitId &&
  (stay.doctorId === wish.doctorId || stay.patientId === wish.patientId) &&
  stay.startMs < wish.endMs &&
  wish.startMs < stay.endMs &&
  stay.fromMs <= wish.answeredAtMs &&
  wish.sentAtMs <= stay.untilMs;

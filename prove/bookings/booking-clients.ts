import type { Appointment } from '../../server/src/appointments/appointments.types.js';
import { Draws } from '../../server/src/generate/draws.js';
import { answerOf, type Errand, type Errands, type Wanted } from '../clients/errands.js';
import type { Person } from '../clients/person.js';

const minuteMs = 60_000;
/** Each keeps so many visits in mind, so that as many are changed again as are left alone. */
const rememberedAtMost = 60;
/** The doctors' own length, which is all that patients get. */
export const visitMinutes = 15;
const holdsForSeconds = [1, 1, 2, 60] as const;

type Verb = 'book' | 'hold' | 'move' | 'cancel' | 'confirm';
const verbs: readonly Verb[] = ['book', 'hold', 'move', 'cancel', 'confirm'];
const howOften = [28, 18, 26, 13, 15];

const standing = ['booked', 'confirmed'];
const possibleFrom: Readonly<Record<Exclude<Verb, 'book' | 'hold'>, readonly string[]>> = {
  move: standing,
  cancel: [...standing, 'held'],
  confirm: ['held'],
};

/** Who wants time, and which time there is. */
export interface BookingPlan {
  readonly patients: readonly Person[];
  readonly doctors: readonly Person[];
  readonly desks: readonly Person[];
  /** Visits start at or after this instant … */
  readonly fromMs: number;
  /** … and within so many minutes of it. */
  readonly minutes: number;
  /** How many requests are under way at once. */
  readonly atOnce: number;
}

/**
 * Patients, doctors and the front desk, who book, hold, confirm, move and cancel visits that start on any 5-minute mark:
 * patients of the doctor's length, staff of 5 to 120 minutes. Whoever acts next, and how, follows from the seed.
 */
export class BookingClients {
  /** The visits that somebody was told of last, by whose they are, as they stood then. */
  readonly #heardOf = new Map<string, Appointment[]>();
  readonly #everybody: readonly Person[];
  #count = 0;

  constructor(
    private readonly plan: BookingPlan,
    private readonly errands: Errands,
    private readonly seed: number,
  ) {
    // Half of what happens comes from patients, however many there are.
    const { patients, doctors, desks } = plan;
    const staff = Array.from({ length: patients.length }, (_, index) => {
      const among = index % 2 === 0 ? desks : doctors;
      return among[Math.floor(index / 2) % among.length];
    });
    this.#everybody = [...patients, ...staff.filter((who) => who !== undefined)];
  }

  /** @param isOver asked before each attempt, with how many were begun */
  async run(isOver: (begun: number) => boolean): Promise<void> {
    const worker = async (stream: number): Promise<void> => {
      const draws = new Draws(this.seed);
      for (let turn = 0; !isOver(this.#count); turn++) {
        this.#count++;
        draws.about(stream, turn);
        await this.#attempt(draws);
      }
    };
    await Promise.all(Array.from({ length: this.plan.atOnce }, (_, index) => worker(1_000 + index)));
  }

  async #attempt(draws: Draws): Promise<void> {
    const who = one(draws, this.#everybody);
    const verb = verbs[draws.weighted(howOften)] ?? 'book';
    const visit = verb === 'book' || verb === 'hold' ? null : this.#oneOf(draws, who, possibleFrom[verb]);
    const first = draws.below(64);
    const wanted = visit ? this.#change(draws, who, verb, visit) : this.#take(draws, who, verb);
    this.#hear(await this.errands.run(wanted, first));
  }

  #take(draws: Draws, who: Person, verb: Verb): Wanted {
    const { patients, doctors } = this.plan;
    const doctor = who.user.role === 'doctor' ? who : one(draws, doctors);
    const patient = who.user.role === 'patient' ? who : one(draws, patients);
    const body = {
      doctorId: doctor.user.doctorId,
      patientId: patient.user.patientId,
      ...this.#someTime(draws, who),
    };
    if (verb !== 'hold') return { who, method: 'POST', path: '/appointments', body };
    const holdSeconds = draws.one(holdsForSeconds);
    return { who, method: 'POST', path: '/appointments/holds', body: { ...body, holdSeconds } };
  }

  #change(draws: Draws, who: Person, verb: Verb, { id }: Appointment): Wanted {
    const path = `/appointments/${id}`;
    if (verb === 'move')
      return { who, method: 'POST', path: `${path}/reschedule`, body: this.#someTime(draws, who) };
    if (verb === 'cancel')
      return { who, method: 'POST', path: `${path}/cancel`, body: { reason: 'Cannot come' } };
    // The desk confirms what a doctor, who has no such function, held.
    const by = who.user.role === 'doctor' ? one(draws, this.plan.desks) : who;
    return { who: by, method: 'POST', path: `${path}/confirm` };
  }

  #someTime(draws: Draws, { user }: Person): { startsAt: string; durationMinutes: number } {
    const startMs = this.plan.fromMs + draws.below(this.plan.minutes / 5) * 5 * minuteMs;
    const drawn = 5 * draws.between(1, 24);
    const durationMinutes = user.role === 'patient' ? visitMinutes : drawn;
    return { startsAt: new Date(startMs).toISOString(), durationMinutes };
  }

  /** One of the visits in such a state that are hers to change; `null` when there is none. */
  #oneOf(draws: Draws, who: Person, states: readonly string[]): Appointment | null {
    const hers = this.#heardOf.get(reachOf(who)) ?? [];
    const suitable = hers.filter(({ state }) => states.includes(state));
    return suitable[draws.below(suitable.length)] ?? null;
  }

  #hear(errand: Errand): void {
    const visit = answerOf<Appointment>(errand);
    if (!visit) return;
    for (const reach of [visit.patientId, visit.doctorId, 'everything']) {
      const others = (this.#heardOf.get(reach) ?? []).filter(({ id }) => id !== visit.id);
      this.#heardOf.set(reach, [...others.slice(1 - rememberedAtMost), visit]);
    }
  }
}

const reachOf = ({ user }: Person): string => user.patientId ?? user.doctorId ?? 'everything';

function one<T>(draws: Draws, items: readonly T[]): T {
  const item = items[draws.below(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import { type Answer, type Clinic, startClinic } from '../support/clinic.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import { type OwnRedis, ownRedis } from '../support/own-redis.js';
import {
  type DoctorAtWork,
  doctorAtWork,
  futureAt,
  patient,
  type RegisteredPatient,
  setBookingLimits,
  staff,
  type Ward,
  ward,
} from '../support/people.js';

export type Booked = Answer<Appointment & { code?: string }>;
type Outcome = 'cold' | 'held' | 'elsewhere' | 'away';
type Mend = () => Promise<void>;

/** Passwords are hashed two at a time behind a queue with a limit. */
const registeredAtOnce = 50;
/** Every condition has a season of its own, because the patients are the same. */
const seasonDays = 400;

/** What is done to Redis during the races, and what its users must have found. */
const conditions = {
  'with Redis up': { breaks: async () => async () => {}, finds: ['held', 'elsewhere'] },
  'while Redis is wiped every 50 ms': { breaks: wipeOften, finds: ['held', 'elsewhere'] },
  'while Redis is paused': { breaks: pauseRedis, finds: ['away'] },
  'while Redis is stopped': { breaks: stopRedis, finds: ['away'] },
} as const satisfies Record<string, { breaks: (redis: OwnRedis) => Promise<Mend>; finds: Outcome[] }>;

/** A clinic with a Redis of its own, and many patients who want the same. */
export class RaceCourse {
  private constructor(
    private readonly redis: OwnRedis,
    readonly clinic: Clinic,
    private readonly where: Ward,
    readonly desk: SignedIn,
    readonly everybody: RegisteredPatient[],
  ) {}

  static async open(patients: number): Promise<RaceCourse> {
    const redis = await ownRedis();
    const clinic = await startClinic(redis.urls);
    await setBookingLimits(clinic);
    const desk = await staff(clinic, 'receptionist');
    const everybody: RegisteredPatient[] = [];
    while (everybody.length < patients)
      everybody.push(...(await Promise.all(Array.from({ length: registeredAtOnce }, () => patient(clinic)))));
    return new RaceCourse(redis, clinic, await ward(clinic), desk, everybody);
  }

  newDoctor(visitMinutes = 15): Promise<DoctorAtWork> {
    return doctorAtWork(this.clinic, this.where, { visitMinutes });
  }

  /** A POST of a patient under an Idempotency-Key, repeated for as long as the answer says that nothing was changed. */
  async send(who: RegisteredPatient, path: string, body: object = {}, key = newId()): Promise<Booked> {
    const headers = { 'idempotency-key': key };
    for (;;) {
      const answer = await this.clinic.call<Booked['body']>(who.user, 'POST', path, { body, headers });
      if (!isAskedToRepeat({ status: answer.status, code: answer.body.code ?? '' })) return answer;
      await pause(Number(answer.headers.get('retry-after')) * 1_000);
    }
  }

  book(who: RegisteredPatient, wish: object): Promise<Booked> {
    return this.send(who, '/appointments', wish);
  }

  /** The front desk books for a patient, of any length. */
  bookAtDesk({ patientId }: RegisteredPatient, wish: object): Promise<Booked> {
    return this.send({ patientId, user: this.desk }, '/appointments', { ...wish, patientId });
  }

  breakRedis(condition: keyof typeof conditions): Promise<Mend> {
    return conditions[condition].breaks(this.redis);
  }

  async damped(): Promise<Record<Outcome, number>> {
    const counted = { cold: 0, held: 0, elsewhere: 0, away: 0 };
    for (const { labels, value } of (await this.clinic.composed.metrics.damping.get()).values)
      counted[labels.outcome as Outcome] = value;
    return counted;
  }

  async close(): Promise<void> {
    await this.clinic.close();
    await this.redis.stop();
  }
}

/** On a machine with too much to do, 503 is a right answer: nothing was changed, and the same is to be sent again. */
export const isAskedToRepeat = ({ status, code }: { status: number; code: string }): boolean =>
  status === 503 && (code === 'busy' || code === 'mysql_unavailable');

/** An instant of the condition's season. */
export type At = (day: number, hour: number, minute?: number) => string;

/**
 * Runs the same races under every condition of Redis, and looks afterwards that nothing overlaps and that Redis was
 * really in play: it is asked only where time was contended.
 */
export function underEveryCondition(course: () => RaceCourse, races: (at: At) => void): void {
  for (const [season, name] of Object.keys(conditions).entries()) {
    const condition = name as keyof typeof conditions;
    describe(condition, () => {
      let mend: Mend;
      let dampedBefore: Record<Outcome, number>;

      before(async () => {
        dampedBefore = await course().damped();
        mend = await course().breakRedis(condition);
      });
      after(() => mend());

      races((day, hour, minute = 0) => futureAt(day + season * seasonDays, hour, minute));

      it('leaves no two visits that overlap, and claims that pair exactly with the visits that stand', async () => {
        expect(await bookingFaults(course().clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
      });

      it('damped what was contended, or tried to', async () => {
        const now = await course().damped();
        for (const outcome of conditions[condition].finds)
          expect(now[outcome] - dampedBefore[outcome], outcome).to.be.greaterThan(0);
      });
    });
  }
}

async function wipeOften({ urls }: OwnRedis): Promise<Mend> {
  const client = new Redis(urls.redisUrl);
  const timer = setInterval(() => client.flushall().catch(() => {}), 50);
  return async () => {
    clearInterval(timer);
    await client.quit();
  };
}

async function pauseRedis({ process }: OwnRedis): Promise<Mend> {
  process.kill('SIGSTOP');
  return async () => process.kill('SIGCONT');
}

async function stopRedis({ process }: OwnRedis): Promise<Mend> {
  await process.stop();
  return () => process.restart();
}

import { expect } from 'chai';
import { sql } from 'kysely';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { DoctorProfile } from '../../src/doctors/doctors.types.js';
import type { EngineProcess, Engines } from '../../src/engines/engines.types.js';
import type { AppError } from '../../src/lib/errors.js';
import { newId } from '../../src/lib/ids.js';
import { Database, mysqlLimits, type Tx } from '../../src/lib/mysql.js';
import { startProgram } from '../support/api-program.js';
import { type Answer, type Call, type Clinic, caller, startClinic } from '../support/clinic.js';
import { ownEngines } from '../support/engines.js';
import { type LostCommit, startMysqlProxy } from '../support/mysql-proxy.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import {
  book,
  doctorAtWork,
  futureAt,
  patients,
  type RegisteredPatient,
  setBookingLimits,
  ward,
} from '../support/people.js';
import { until } from '../support/until.js';
import { expectAsTold } from './as-told.js';
import { BookingStorm, type Seen, tallyOf } from './booking-storm.js';

/** Before anything breaks. */
const enoughVisits = 50;

describe('Booking while something breaks', () => {
  let engines: Engines;
  let mysql: EngineProcess;
  let clinic: Clinic;
  let everybody: RegisteredPatient[];
  let doctors: DoctorProfile[];

  before(async () => {
    engines = await ownEngines();
    const process = engines.processes.mysql;
    if (!process) throw new Error('No MySQL was started.');
    mysql = process;
    clinic = await startClinic(engines);
    const where = await ward(clinic);
    await setBookingLimits(clinic);
    doctors = [];
    for (const visitMinutes of [10, 15, 25])
      doctors.push((await doctorAtWork(clinic, where, { visitMinutes })).doctor);
    everybody = await patients(clinic, 24);
  });
  after(async () => {
    await clinic?.close();
    await engines?.stop();
  });
  afterEach('no two visits overlap, and claims and visits pair exactly', async () => {
    expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
  });

  /** Everybody books, moves and cancels on that day, from before it breaks until it is mended. */
  async function stormDuring(
    day: number,
    breakAndMend: (storm: BookingStorm) => Promise<void>,
    call: (attempt: number) => Call = () => clinic.call,
  ): Promise<BookingStorm> {
    let isOver = false;
    const plan = {
      patients: everybody,
      doctors,
      from: futureAt(day, 8),
      minutes: 600,
      call,
      isOver: () => isOver,
    };
    const storm = new BookingStorm(plan);
    const running = storm.run();
    try {
      await until(() => storm.ledger.visits.size > enoughVisits);
      await breakAndMend(storm);
    } finally {
      isOver = true;
      await running;
    }
    return storm;
  }

  /** Resolves when nobody has an older request under way. @returns what was sent and answered since the call */
  async function everybodyIsTold(storm: BookingStorm): Promise<Seen[]> {
    const sinceMs = Date.now();
    const told = () => storm.seen.filter(({ sentAtMs }) => sentAtMs > sinceMs);
    await until(() => new Set(told().map(({ patientId }) => patientId)).size === everybody.length);
    return told();
  }

  /** Resolves when something that was sent after the call has been done. */
  async function somebodySucceeds(storm: BookingStorm): Promise<void> {
    const sinceMs = Date.now();
    await until(() =>
      storm.seen.some(({ status, sentAtMs }) => status > 0 && status < 300 && sentAtMs > sinceMs),
    );
  }

  async function expectTruthful(day: number, { ledger }: BookingStorm): Promise<void> {
    expect(ledger.withoutCause()).to.deep.equal([]);
    await expectAsTold(clinic, ledger, everybody, futureAt(day, 0));
  }

  it('keeps every acknowledged booking and cancellation when MySQL is killed in a storm, and recovers by itself', async () => {
    let during: Seen[] = [];
    const wild = await stormDuring(2, async (storm) => {
      mysql.kill('SIGKILL');
      during = await everybodyIsTold(storm);
      await mysql.restart();
      await somebodySucceeds(storm);
    });
    expect(Object.keys(tallyOf(during))).to.deep.equal(['503 mysql_unavailable']);
    expect(troubles(wild).filter((kind) => !foreseen.includes(kind))).to.deep.equal([]);
    await expectTruthful(2, wild);
  });

  it('keeps every acknowledged booking and cancellation when API processes are killed in a storm', async () => {
    const { mysqlUrl, mongoUrl, redisUrl } = clinic.urls;
    const env = {
      NODE_ENV: 'test',
      MEDWEAVE_DEMO: 'no',
      MYSQL_URL: mysqlUrl,
      MONGO_URL: mongoUrl,
      REDIS_URL: redisUrl,
    };
    const start = async () => {
      const program = await startProgram(env);
      return { program, call: caller(await program.url) };
    };
    const running = [await start(), await start()];
    try {
      const killEachOnce = async (storm: BookingStorm) => {
        for (const [index, { program }] of running.entries()) {
          await somebodySucceeds(storm);
          await program.stop('SIGKILL');
          running[index] = await start();
        }
        await somebodySucceeds(storm);
      };
      const wild = await stormDuring(4, killEachOnce, (attempt) => running[attempt % 2]?.call ?? clinic.call);
      expect(troubles(wild)).to.deep.equal(['0 connection_broken']);
      await expectTruthful(4, wild);
    } finally {
      await Promise.all(running.map(({ program }) => program.stop('SIGKILL')));
    }
  });

  it('answers everybody 503 while MySQL is paused, and goes on afterwards', async () => {
    let during: Seen[] = [];
    const wild = await stormDuring(6, async (storm) => {
      mysql.kill('SIGSTOP');
      during = await everybodyIsTold(storm).finally(() => mysql.kill('SIGCONT'));
      await somebodySucceeds(storm);
    });
    expect(Object.keys(tallyOf(during))).to.deep.equal(['503 mysql_unavailable']);
    expect(troubles(wild).filter((kind) => !foreseen.includes(kind))).to.deep.equal([]);
    await expectTruthful(6, wild);
  });

  const truths: Record<LostCommit, { isReplayed: boolean }> = {
    before: { isReplayed: false },
    after: { isReplayed: true },
  };
  for (const [index, when] of (['before', 'after'] as const).entries()) {
    it(`says that the outcome is unknown when a COMMIT is lost ${when} MySQL has heard it, and the truth when asked again`, async () => {
      const proxy = await startMysqlProxy(engines.mysqlUrl);
      const behind = await startClinic({ ...engines, mysqlUrl: proxy.url });
      try {
        const doctor = await doctorAtWork(behind, await ward(behind));
        const [who, rival] = await patients(behind, 2);
        const headers = { 'idempotency-key': newId() };
        const body = { doctorId: doctor.doctor.id, startsAt: futureAt(8 + index, 9) };
        const send = () =>
          behind.call<Appointment & { code?: string }>(who!.user, 'POST', '/appointments', { body, headers });
        proxy.loseCommit(when, 'insert into `appointments`');
        const unknown = await send();
        expect(unknown.body).to.include({ status: 503, code: 'outcome_unknown', outcome: 'unknown' });
        const truth = await send();
        expect(truth.status).to.equal(201);
        expect(truth.headers.get('idempotency-replayed') === 'true').to.equal(truths[when].isReplayed);
        expect((await book(behind, rival!.user, body)).body).to.include({ code: 'slot_taken' });
        expect(await bookingFaults(behind.urls.mysqlUrl)).to.deep.equal(noFaults);
      } finally {
        await behind.close();
        await proxy.stop();
      }
    });
  }

  for (const [what, marker] of Object.entries({ 'is new': 'SET SESSION', 'has begun': 'select 1' })) {
    it(`gives a connection up that ${what} when MySQL falls silent, and with it whatever waits behind`, async () => {
      const proxy = await startMysqlProxy(engines.mysqlUrl);
      const database = new Database(proxy.url, { ...mysqlLimits, queryTimeoutMs: 100 });
      try {
        proxy.fallSilentAt(marker);
        const failure: unknown = await database
          .transaction((tx) => sql`select 1`.execute(tx))
          .catch((error: unknown) => error);
        expect(failure).to.include({ kind: 'unavailable', code: 'mysql_unavailable' });
      } finally {
        await proxy.stop();
        await database.close();
      }
    });
  }

  it('refuses as unavailable, not as broken, when more wait for a connection than may', async () => {
    const narrow = new Database(clinic.urls.mysqlUrl, { ...mysqlLimits, poolSize: 1, queueLimit: 2 });
    try {
      const slow = (tx: Tx) => sql`select sleep(0.1)`.execute(tx);
      const settled = await Promise.allSettled(Array.from({ length: 6 }, () => narrow.transaction(slow)));
      const refused = settled.flatMap((result) =>
        result.status === 'rejected' ? [result.reason as AppError] : [],
      );
      expect(refused.map(({ code }) => code)).to.deep.equal([
        'mysql_unavailable',
        'mysql_unavailable',
        'mysql_unavailable',
      ]);
    } finally {
      await narrow.close();
    }
  });

  it('books at least 999 of 1,000 while Redis is down, whether time is contended or not', async () => {
    await engines.processes.redis?.stop();
    try {
      const wishes = Array.from({ length: 1_000 }, (_, index) => ({
        who: everybody[index % everybody.length] as RegisteredPatient,
        body: {
          doctorId: doctors[index % 3]?.id,
          startsAt: futureAt(20 + Math.floor(index / 24), index % 24),
        },
      }));
      const answers: Answer<Appointment>[] = [];
      await Promise.all(
        everybody.map(async (who) => {
          for (const wish of wishes.filter((one) => one.who === who)) {
            answers.push(await book(clinic, who.user, wish.body));
            const rival = everybody[(everybody.indexOf(who) + 1) % everybody.length] as RegisteredPatient;
            if (Math.random() < 0.2) await book(clinic, rival.user, wish.body); // makes the doctor's day hot
          }
        }),
      );
      expect(answers).to.have.length(1_000);
      expect(
        answers.filter(({ status }) => status === 201).length,
        JSON.stringify(tallyOf(answers)),
      ).to.be.at.least(999);
    } finally {
      await engines.processes.redis?.restart();
    }
  });
});

const foreseen = ['503 mysql_unavailable', '503 outcome_unknown', '503 busy'];

/** Kinds of answers that are no answer, or a server's fault. */
const troubles = (storm: BookingStorm): string[] =>
  Object.keys(storm.tally()).filter((kind) => /^[05]/.test(kind));

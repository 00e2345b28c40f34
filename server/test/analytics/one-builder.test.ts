import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { analyticStates } from '../../../mongo/collections/document-analytics.js';
import { type ComposedApp, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { allOf, live } from '../../src/document-analytics/kept.types.js';
import type { AnalyticsConsumer } from '../../src/events/analytics-consumer.js';
import type { Consumer } from '../../src/events/consumers.js';
import { systemActor } from '../../src/lib/actor.js';
import { eventually } from '../clinical/clinical-cast.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  patient,
  type RegisteredPatient,
  ward,
} from '../support/people.js';
import { beforeItsLock } from './before-lock.js';
import { expectTrueNumbers } from './books.js';
import { soon } from './clinic-year.js';
import { SourceRows } from './source-rows.js';

/** What each of the consumers reads while it builds, and one of the tables it swaps. */
const consumers: Readonly<Record<Consumer, { source: string; table: string | null }>> = {
  summaries: { source: 'medical_records', table: 'appointment_totals' },
  documents: { source: 'observation_refs', table: null },
  schedules: { source: 'working_hours', table: 'offered_totals' },
};
const names = Object.keys(consumers) as Consumer[];

describe('Numbers that several processes could build', () => {
  let clinic: Clinic;
  let other: ComposedApp;
  let rows: SourceRows;
  let mongo: MongoClient;
  let at: DoctorAtWork;
  let who: RegisteredPatient;

  before(async () => {
    clinic = await startClinic();
    for (const worker of clinic.composed.workers) await worker.stop(); // here they take their turns when they are told
    other = processWith({});
    rows = await SourceRows.open(clinic.urls.mysqlUrl);
    mongo = new MongoClient(clinic.urls.mongoUrl);
    at = await doctorAtWork(clinic, await ward(clinic), { visitMinutes: 5 });
    who = await patient(clinic);
    await bookOne();
    for (const consumer of clinic.composed.consumers) await consumer.catchUp();
  });
  after(async () => {
    await mongo.close();
    await rows.close();
    await other.close();
    await clinic.close();
  });

  const processWith = (env: NodeJS.ProcessEnv): ComposedApp =>
    compose(readConfig({ NODE_ENV: 'test', ...env }), clinic.urls, pino({ level: 'silent' }));

  const bookOne = () => must(book(clinic, who.user, { doctorId: at.doctor.id, startsAt: soon() }));

  function consumerOf({ consumers: all }: Pick<ComposedApp, 'consumers'>, name: Consumer): AnalyticsConsumer {
    const found = all.find((each) => each.name === name);
    if (!found) throw new Error(`Nobody keeps ${name}.`);
    return found;
  }

  /** Tells what is live from what was live before: a swap puts other tables, or collections, in its place. */
  async function identityOf(name: Consumer): Promise<string> {
    const { table } = consumers[name];
    if (table === null) {
      const found = await mongo
        .db()
        .listCollections({ name: { $in: allOf(live) } })
        .toArray();
      return found
        .map((each) => `${each.name} ${'info' in each ? each.info?.uuid : ''}`)
        .sort()
        .join();
    }
    const [found] = await rows.all(
      "SELECT table_id AS id FROM information_schema.innodb_tables WHERE name = CONCAT(DATABASE(), '/', ?)",
      [table],
    );
    return String(found?.id);
  }

  /** Ends the connection that holds the lock of a consumer, as a network does. */
  async function loseTheLock(): Promise<void> {
    const [holder] = await rows.all(
      `SELECT trx_mysql_thread_id AS id FROM information_schema.innodb_trx
       JOIN information_schema.processlist ON processlist.id = trx_mysql_thread_id
       WHERE db = DATABASE() AND trx_rows_locked > 0`,
    );
    await rows.run(`KILL ${Number(holder?.id)}`);
  }

  const isWaiting = async (statement: string) =>
    (
      await rows.all(
        `SELECT 1 FROM information_schema.processlist
         WHERE db = DATABASE() AND state LIKE 'Waiting for table metadata lock' AND info LIKE ?`,
        [statement],
      )
    ).length > 0;

  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => 'none',
      (error: { code?: string }) => error.code,
    );

  it('are left alone by a process that is told not to keep them, unless it is asked to count', async () => {
    for (const [keeps, turnsExpected] of [
      ['no', 0],
      ['yes', names.length],
    ] as const) {
      const composed = processWith({ MEDWEAVE_ANALYTICS: keeps });
      expect(await composed.services.analytics.refresh(systemActor('test'))).to.have.property('asOf');
      const turned = new Set<string>();
      for (const consumer of composed.consumers)
        consumer.turn = async () => {
          turned.add(consumer.name);
          return false;
        };
      for (const worker of composed.workers) worker.start();
      for (const worker of composed.workers) await worker.stop();
      await composed.close();
      expect([keeps, turned.size]).to.deep.equal([keeps, turnsExpected]);
    }
  });

  for (const name of names) {
    it(`are built once, where two processes see at once that they must be: ${name}`, async () => {
      await rows.run('UPDATE analytics_consumers SET built_at = NULL WHERE name = ?', [name]);
      const before = await identityOf(name);
      let built = before;
      const otherBuilds = async () => {
        await consumerOf(other, name).catchUp();
        built = await identityOf(name);
      };
      await beforeItsLock(otherBuilds, () => consumerOf(clinic.composed, name).turn());
      expect(built).not.to.equal(before);
      expect(await identityOf(name)).to.equal(built);
    });

    it(`are not swapped in where the lock was lost while they were built: ${name}`, async () => {
      const before = await identityOf(name);
      const blocker = await SourceRows.open(clinic.urls.mysqlUrl);
      try {
        await blocker.run(`LOCK TABLES ${consumers[name].source} WRITE`);
        const failed = failureOf(consumerOf(clinic.composed, name).rebuild());
        await eventually('the rebuild waits for its source', () => isWaiting('%select%'));
        await loseTheLock();
        await blocker.run('UNLOCK TABLES');
        expect(await failed).to.equal('mysql_unavailable');
      } finally {
        await blocker.close();
      }
      expect(await identityOf(name)).to.equal(before);
      await consumerOf(clinic.composed, name).rebuild();
      expect(await identityOf(name)).not.to.equal(before);
    });
  }

  it('are built once, where two processes find that MongoDB has lost what the work was noted in', async () => {
    await mongo.db().collection(analyticStates.name).drop();
    const processes = [processWith({}), processWith({})] as const;
    const [first, second] = processes.map((each) => consumerOf(each, 'documents'));
    let built = '';
    const secondBuilds = async () => {
      await second?.turn();
      built = await identityOf('documents');
    };
    await beforeItsLock(secondBuilds, async () => first?.turn());
    for (const each of processes) await each.close();
    expect(await identityOf('documents')).to.equal(built);
  });

  it('are not swapped in where the lock was lost while the swap waited, and others counted on', async () => {
    const before = await identityOf('summaries');
    const reader = await SourceRows.open(clinic.urls.mysqlUrl);
    try {
      await reader.run('START TRANSACTION WITH CONSISTENT SNAPSHOT');
      await reader.all('SELECT topic FROM note_totals');
      const failed = failureOf(consumerOf(clinic.composed, 'summaries').rebuild());
      await eventually('the swap waits for the reader', () => isWaiting('RENAME%'));
      await loseTheLock();
      await eventually('the swap has stepped back', async () => !(await isWaiting('RENAME%')));
      await bookOne();
      await consumerOf(other, 'summaries').catchUp();
      await reader.run('COMMIT');
      expect(await failed).to.equal('mysql_unavailable');
    } finally {
      await reader.close();
    }
    expect(await identityOf('summaries')).to.equal(before);
    await expectTrueNumbers(rows);
  });
});

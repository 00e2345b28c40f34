import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { uuidText } from '../../src/lib/ids.js';
import { startMysqlProxy } from '../support/mysql-proxy.js';
import { bookkeeper } from './bookkeeper.js';
import { type Books, expectTrueNumbers, openBooks } from './books.js';
import { SourceRows, type Whose } from './source-rows.js';

const worker = fileURLToPath(new URL('summaries-worker.ts', import.meta.url));
const kills = 10;
/** As many as a turn takes at once. */
const batch = 2_000;

describe('An event is counted once', () => {
  let books: Books;
  let people: Whose[];

  before(async () => {
    books = await openBooks();
    const { rows, consumer } = books;
    await consumer.turn(); // nothing is there yet: built
    const departmentId = await rows.department();
    const doctorIds = [await rows.doctor(departmentId), await rows.doctor(departmentId, 'Asia/Tokyo')];
    const patientIds = await rows.patients(20);
    people = doctorIds.flatMap((doctorId) =>
      patientIds.map((patientId) => ({ doctorId, departmentId, patientId })),
    );
    await bookMany(rows, 40);
    await consumer.catchUp();
  });
  after(() => books.close());

  /** Appointments and their events, which wait. */
  async function bookMany(rows: SourceRows, howMany: number): Promise<string[]> {
    const wishes = Array.from({ length: howMany }, (_, index) => ({
      ...(people[index % people.length] as Whose),
      startsAt: new Date(Date.UTC(2025, index % 6, 28, 12 + (index % 100))).toISOString(),
      state: 'booked',
    }));
    const ids = await rows.appointments(wishes);
    await rows.events('appointment.booked', ids);
    return ids;
  }

  const count = async (of: string) =>
    Number((await books.rows.all(`SELECT COUNT(*) AS count FROM ${of}`))[0]?.count);
  const waiting = () => count('events WHERE awaits IS NOT NULL');
  const counted = () => count('fact_appointments');

  it('when it is committed after younger ones were counted', async () => {
    const late = await SourceRows.open(books.mysqlUrl);
    try {
      await late.run('START TRANSACTION');
      await bookMany(late, 7);
      await bookMany(books.rows, 5);
      await books.consumer.catchUp();
      await late.run('COMMIT');
      expect(await waiting()).to.equal(7);
      await books.consumer.catchUp();
    } finally {
      await late.close();
    }
    expect(await waiting()).to.equal(0);
    await expectTrueNumbers(books.rows);
  });

  it('when its batch fails on the last step and comes again', async () => {
    const before = await counted();
    await bookMany(books.rows, 9);
    await books.rows.run(`CREATE TRIGGER refuse BEFORE UPDATE ON events FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'`);
    const failed = await books.consumer.turn().catch((error: Error) => error);
    expect(failed).to.be.instanceOf(Error).with.property('message', 'refused');
    expect(await counted()).to.equal(before);
    await books.rows.run('DROP TRIGGER refuse');
    await books.consumer.turn();
    expect(await waiting()).to.equal(0);
    await expectTrueNumbers(books.rows);
  });

  for (const when of ['before', 'after'] as const)
    it(`when the connection is cut ${when} its COMMIT arrives`, async () => {
      const proxy = await startMysqlProxy(books.mysqlUrl);
      const cut = bookkeeper(proxy.url);
      try {
        await bookMany(books.rows, 9);
        proxy.loseCommit(when, 'CREATE TEMPORARY TABLE delta');
        const failed = await cut.consumer.turn().catch((error: { code?: string }) => error);
        expect(failed).to.have.property('code', 'outcome_unknown');
        await books.consumer.catchUp();
        await cut.consumer.catchUp();
      } finally {
        await cut.db.close();
        await proxy.stop();
      }
      expect(await waiting()).to.equal(0);
      await expectTrueNumbers(books.rows);
    });

  it('when two processes go about it at the same time, one at a time', async () => {
    const other = bookkeeper(books.mysqlUrl);
    try {
      for (let round = 0; round < 3; round++) {
        await bookMany(books.rows, 300);
        await Promise.all([books, other, books, other].map(({ consumer }) => consumer.turn()));
        await Promise.all([books, other].map(({ consumer }) => consumer.catchUp()));
      }
    } finally {
      await other.db.close();
    }
    expect(await waiting()).to.equal(0);
    await expectTrueNumbers(books.rows);
  });

  it(`when its worker is killed in the middle of a batch, ${kills} times`, async () => {
    const states = ['booked', 'cancelled', 'completed'];
    await bookMany(books.rows, batch - (await counted()));
    const all = (await books.rows.all('SELECT id FROM appointments')).map(({ id }) => uuidText(id));
    let inTheMiddle = 0;
    let next = startWorker();
    for (let round = 0; inTheMiddle < kills; round++) {
      await books.rows.run(
        'UPDATE appointments SET state = ?, starts_at = starts_at - INTERVAL 9 DAY, ends_at = starts_at + INTERVAL ? MINUTE',
        [states[round % states.length], 5 + round],
      );
      await books.rows.events('appointment.changed', all);
      const working = next;
      next = startWorker();
      if ((await killedInTurn(working, (round * 53) % 300)) && (await waiting()) > 0) inTheMiddle++;
    }
    next.kill('SIGKILL');
    expect(await waiting()).to.be.greaterThan(0);
    await books.consumer.catchUp();
    expect(await waiting()).to.equal(0);
    await expectTrueNumbers(books.rows);
    expect(await books.consumer.verify()).to.deep.equal([]);
  });

  const startWorker = (): ChildProcess =>
    fork(worker, [books.mysqlUrl], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });

  /** Lets a worker work for so long, and kills it. @returns whether a turn was going on */
  async function killedInTurn(working: ChildProcess, forMs: number): Promise<boolean> {
    let said: unknown;
    working.on('message', (message) => {
      said = message;
    });
    working.send('go');
    await once(working, 'message');
    await pause(forMs);
    working.kill('SIGKILL');
    await once(working, 'exit');
    return said === 'turn';
  }
});

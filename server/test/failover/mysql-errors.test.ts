import { expect } from 'chai';
import { sql } from 'kysely';
import type { AppError } from '../../src/lib/errors.js';
import { Database } from '../../src/lib/mysql.js';
import { problemOf } from '../../src/lib/problem.js';
import { mysqlTrouble } from '../../src/lib/wait-for-mysql.js';
import { eventually } from '../clinical/clinical-cast.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';
import { type MysqlProxy, startMysqlProxy } from '../support/mysql-proxy.js';

/** Of servers, proxies and group plugins, by hand: what each is told as. */
const demoted = [
  1036, 1047, 1053, 1290, 1792, 1836, 1874, 1881, 3032, 3098, 3100, 3168, 3782, 3797, 3989, 9001,
];
const helpless = [
  ...[
    1021, 1026, 1037, 1040, 1041, 1044, 1045, 1049, 1114, 1129, 1130, 1135, 1146, 1152, 1158, 1159, 1160,
    1161,
  ],
  ...[
    1180, 1203, 1206, 1226, 1317, 1598, 1637, 1698, 1812, 1820, 1862, 1878, 1927, 2003, 2006, 2013, 3024,
    3118,
  ],
  ...[3169, 4031, 4081, 4082],
];
const contention = [1205, 1213, 1412, 1689, 3101, 3572];
/** As answers to COMMIT; the last are no answers that MySQL knows there. */
const openAtCommit = [3100, 1180, 1053, 1317, 3032, 1598, 1836, 3797, 9001, 2013, 1026];
const unlisted = [1105, 1062, 65_000];
const answers = [1062, 1054, 1064, 1406, 1451, 1452, 3819, 1105];

describe('An error of MySQL', () => {
  let empty: EmptyDatabase;
  let proxy: MysqlProxy;
  let db: Database;

  before(async () => {
    empty = await emptyDatabase();
    proxy = await startMysqlProxy(empty.urls.mysqlUrl);
    db = new Database(proxy.url);
    await sql`create table deeds (id int primary key)`.execute(db.read);
  });
  after(async () => {
    await db.close();
    await proxy.stop();
    await empty.drop();
  });

  let deeds = 0;
  const doOne = () =>
    db.transaction(async (tx) => {
      await sql`insert into deeds values (${++deeds})`.execute(tx);
      return deeds;
    });
  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    );
  const isDone = async (deed: number): Promise<boolean> =>
    (await sql`select 1 from deeds where id = ${deed}`.execute(db.read)).rows.length > 0;
  const isClosed = (before: { made: number }) =>
    eventually('its connection is closed', async () => {
      await doOne();
      return proxy.connections.made > before.made;
    });

  for (const number of [...demoted, ...helpless])
    it(`${number} before COMMIT says that nothing was changed, and its connection is not used again`, async () => {
      await doOne();
      const before = proxy.connections;
      proxy.refuse({ number }, 'insert into deeds');
      expect(await failureOf(doOne())).to.include({ kind: 'unavailable', code: 'mysql_unavailable' });
      expect(await isDone(deeds)).to.equal(false);
      await isClosed(before);
    });

  for (const number of contention)
    it(`${number} before COMMIT is tried again, and done`, async () => {
      proxy.refuse({ number }, 'insert into deeds');
      expect(await isDone(await doOne())).to.equal(true);
    });

  for (const number of answers)
    it(`${number} is an answer, and its connection is used again`, async () => {
      await doOne();
      const { made } = proxy.connections;
      proxy.refuse({ number }, 'insert into deeds');
      expect(await failureOf(doOne())).to.include({ errno: number });
      await doOne();
      expect(proxy.connections.made).to.equal(made);
    });

  for (const isCarriedOut of [true, false])
    for (const number of [...openAtCommit, ...unlisted])
      it(`${number} at COMMIT leaves open what happened, ${isCarriedOut ? 'which was done' : 'which was not done'}`, async () => {
        const before = proxy.connections;
        proxy.refuseCommit({ number }, isCarriedOut, 'insert into deeds');
        const failure = await failureOf(doOne());
        expect(failure).to.include({ kind: 'unavailable', code: 'outcome_unknown' });
        expect((failure as AppError).extra).to.include({ outcome: 'unknown' });
        const deed = deeds;
        if (openAtCommit.includes(number)) await isClosed(before);
        expect(await isDone(deed)).to.equal(isCarriedOut);
      });

  it('1290 at COMMIT says that nothing was changed: MySQL has rolled back', async () => {
    proxy.refuseCommit({ number: 1290 }, false, 'insert into deeds');
    expect(await failureOf(doOne())).to.include({ code: 'mysql_unavailable' });
    expect(await isDone(deeds)).to.equal(false);
  });

  for (const number of [1213, 1205, 3101])
    it(`${number} at COMMIT is tried again, and done`, async () => {
      proxy.refuseCommit({ number }, false, 'insert into deeds');
      expect(await isDone(await doOne())).to.equal(true);
    });

  it('is told the same outside of a transaction, where nothing was changed either', async () => {
    for (const number of [1290, 3032, 1317, 2013, 4031]) {
      proxy.refuse({ number }, 'select 7');
      const failure = await failureOf(sql`select 7`.execute(db.read));
      expect(problemOf(failure, 'r')).to.include({ status: 503, code: 'mysql_unavailable' });
    }
    proxy.refuse({ number: 1205 }, 'select 7');
    expect(problemOf(await failureOf(sql`select 7`.execute(db.read)), 'r')).to.include({
      status: 503,
      code: 'busy',
    });
  });

  it('is told to the person at the terminal in words', async () => {
    proxy.refuse({ number: 1290 }, 'select 7');
    expect(mysqlTrouble(await failureOf(sql`select 7`.execute(db.read)))).to.equal(
      'MySQL may not be written to any more (ER_OPTION_PREVENTS_STATEMENT). Try again when it is back, or correct MYSQL_URL.',
    );
    proxy.refuse({ number: 3032 }, 'insert into deeds');
    expect(mysqlTrouble(await failureOf(doOne()))).to.match(/^The database .*try again/);
    proxy.refuse({ number: 1054 }, 'select 7');
    expect(mysqlTrouble(await failureOf(sql`select 7`.execute(db.read)))).to.equal(null);
  });
});

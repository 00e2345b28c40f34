import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { sql } from 'kysely';
import { Database, mysqlLimits } from '../../src/lib/mysql.js';
import { isMysqlUnavailable } from '../../src/lib/mysql-errors.js';
import { sharedUrls } from '../support/clinic.js';
import { type MysqlProxy, startMysqlProxy } from '../support/mysql-proxy.js';

describe('A MySQL that falls silent', () => {
  let proxy: MysqlProxy;
  let database: Database;
  const patient = {
    ...mysqlLimits,
    queryTimeoutMs: 60_000,
    acquireTimeoutMs: 60_000,
    suspiciousAfterMs: 100,
    poolSize: 1,
  };

  beforeEach(async () => {
    proxy = await startMysqlProxy(sharedUrls().mysqlUrl);
    database = new Database(proxy.url, patient);
  });
  afterEach(async () => {
    await database.close().catch(() => null); // one of its connections was never made
    await proxy.stop();
  });

  const failureOf = (query: Promise<unknown>): Promise<unknown> =>
    query.then(
      () => null,
      (error: unknown) => error,
    );
  const ask = (): Promise<unknown> => sql`select 1`.execute(database.read);

  it('keeps nobody waiting until the deadline: neither who has asked, nor who waits for a connection, nor who comes later', async () => {
    await ask();
    proxy.fallSilentAt('');
    const failures = await Promise.all([failureOf(ask()), failureOf(ask())]);
    expect(failures.map(isMysqlUnavailable)).to.deep.equal([true, true]);
    expect(await failureOf(ask())).to.include({ code: 'QUERY_TIMEOUT' });
  });

  it('keeps nobody waiting for two seconds who has no connection yet', async () => {
    const usual = new Database(proxy.url);
    proxy.fallSilentAt('');
    const tooLate = pause(2_000, 'nothing');
    const told = failureOf(sql`select 1`.execute(usual.read));
    expect(await Promise.race([tooLate, told])).to.include({ code: 'POOL_ACQUIRE_TIMEOUT' });
    await usual.close().catch(() => null); // its connection was never made
  });

  it('is not mistaken for one that has much to do', async () => {
    const slow = failureOf(sql`select sleep(1.5)`.execute(database.read));
    expect(await slow).to.equal(null);
  });

  it('is asked again as soon as it answers', async () => {
    await ask();
    proxy.fallSilentAt('');
    await failureOf(ask());
    proxy.speakAgain();
    let failure: unknown = null;
    do {
      await pause(20);
      failure = await failureOf(ask());
    } while (isMysqlUnavailable(failure));
    expect(failure).to.equal(null);
  });
});

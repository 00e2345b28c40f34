import { expect } from 'chai';
import { sql } from 'kysely';
import { DocumentStore, isMongoAway } from '../../src/lib/mongo.js';
import { Database, mysqlLimits } from '../../src/lib/mysql.js';
import { sharedUrls } from '../support/clinic.js';
import { startMysqlProxy } from '../support/mysql-proxy.js';
import { startSilentOn } from '../support/silent-on.js';

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('A store that goes on, but does not answer this one question,', function () {
  this.timeout(60_000);

  it('is given up in time: MySQL', async () => {
    const proxy = await startMysqlProxy(sharedUrls().mysqlUrl);
    const database = new Database(proxy.url, { ...mysqlLimits, queryTimeoutMs: 500 });
    try {
      proxy.fallSilentAt('never answered');
      const asked = database.transaction((tx) => sql`select 'never answered'`.execute(tx));
      expect(await failureOf(asked)).to.include({ kind: 'unavailable', code: 'mysql_unavailable' });
      await database.state();
    } finally {
      await proxy.stop();
      await database.close();
    }
  });

  it('is given up in time: a connection of the pool', async () => {
    const narrow = new Database(sharedUrls().mysqlUrl, {
      ...mysqlLimits,
      poolSize: 1,
      acquireTimeoutMs: 200,
    });
    try {
      const slow = narrow.transaction((tx) => sql`select sleep(1)`.execute(tx));
      const late = failureOf(narrow.transaction((tx) => sql`select 1`.execute(tx)));
      expect(await late).to.include({ kind: 'unavailable', code: 'mysql_unavailable' });
      await slow;
    } finally {
      await narrow.close();
    }
  });

  it('is given up in time: MongoDB', async () => {
    const proxy = await startSilentOn(sharedUrls().mongoUrl, 'never answered');
    const store = new DocumentStore(proxy.url);
    try {
      const asked = store.db.collection('anything').findOne({ what: 'never answered' });
      expect(await failureOf(asked)).to.satisfy(isMongoAway);
      await store.ping();
    } finally {
      await store.close();
      await proxy.stop();
    }
  });
});

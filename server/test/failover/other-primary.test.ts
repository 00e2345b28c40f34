import { expect } from 'chai';
import { sql } from 'kysely';
import { type Connection, createConnection } from 'mysql2/promise';
import { pino } from 'pino';
import type { Engines } from '../../src/engines/engines.types.js';
import { Database, type Db } from '../../src/lib/mysql.js';
import { primaryWatch } from '../../src/lib/primary-watch.js';
import { eventually } from '../clinical/clinical-cast.js';
import { sharedUrls } from '../support/clinic.js';
import { ownEngines } from '../support/engines.js';
import { startMysqlProxy } from '../support/mysql-proxy.js';
import { asClinic, createAccount, everybodyMayWrite, run } from './plain-account.js';

const atOnce = 10;
const schema = ['CREATE DATABASE test_place', 'CREATE TABLE test_place.place (name VARCHAR(9) PRIMARY KEY)'];
const placeUrl = (url: string): string => asClinic(url).replace('/medweave', '/test_place');

/** Which of the two servers it is. */
async function placeOf(connection: Db): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from place where name like '%here'`.execute(
    connection,
  );
  return rows[0]?.name;
}

describe('When another MySQL is the one that may be written to', function () {
  this.timeout(240_000);
  const engines: Engines[] = [];
  const roots: Connection[] = [];
  let urls: string[];

  before(async () => {
    const { mongoUrl, redisUrl } = sharedUrls();
    for (const name of ['here', 'there']) {
      const one = await ownEngines(undefined, { mongoUrl, redisUrl });
      engines.push(one);
      const root = await createConnection({ uri: one.mysqlUrl });
      roots.push(root);
      await run(root, [...createAccount, ...schema, `INSERT INTO test_place.place VALUES ('${name}')`]);
    }
    urls = engines.map(({ mysqlUrl }) => placeUrl(mysqlUrl));
  });
  after(async () => {
    for (const root of roots) await root.end();
    for (const each of engines) await each.stop();
  });

  let written = 0;
  const write = (db: Database) =>
    db.transaction((tx) => sql`insert into place values (${`w${++written}`})`.execute(tx));
  const learnBy: Record<string, (db: Database) => Promise<unknown>> = {
    'by a write': (db) => write(db).catch((error: unknown) => error),
    'by the look that every process takes': async (db) => {
      const watch = primaryWatch(db, pino({ level: 'silent' }));
      watch.start();
      const isElsewhere = async () => (await placeOf(db.read)) === 'there';
      await eventually('it has looked', isElsewhere).finally(() => watch.stop());
    },
  };

  for (const [how, learn] of Object.entries(learnBy))
    it(`nobody keeps a connection to the old one once it is learnt of ${how}`, async () => {
      const [root] = roots;
      const [here = '', there = ''] = urls;
      const proxy = await startMysqlProxy(here);
      const db = new Database(proxy.url);
      const placesOfAll = async () => {
        let arrived = 0;
        let everybodyIsThere: () => void = () => {};
        const together = new Promise<void>((resolve) => {
          everybodyIsThere = resolve;
        });
        const ask = async (connection: Db) => {
          if (++arrived === atOnce) everybodyIsThere();
          await together;
          return placeOf(connection);
        };
        return new Set(
          await Promise.all(Array.from({ length: atOnce }, () => db.read.connection().execute(ask))),
        );
      };
      try {
        expect(await placesOfAll()).to.deep.equal(new Set(['here']));
        proxy.switchTo(there);
        await root?.query('SET GLOBAL super_read_only = ON');
        expect(await placesOfAll(), 'nobody has learnt of it').to.deep.equal(new Set(['here']));
        await learn(db);
        expect(await placesOfAll()).to.deep.equal(new Set(['there']));
        await write(db);
        expect(await db.state()).to.equal('up');
      } finally {
        if (root) await run(root, everybodyMayWrite);
        await db.close();
        await proxy.stop();
      }
    });
});

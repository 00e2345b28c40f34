import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { pino } from 'pino';
import { KnownNetworksRepository } from '../../src/auth/known-networks.repository.js';
import { PasswordTriesRepository } from '../../src/auth/password-tries.repository.js';
import { UsersRepository } from '../../src/auth/users.repository.js';
import { forgetAnswers } from '../../src/lib/idempotency.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { Database } from '../../src/lib/mysql.js';
import { type Forget, Sweeper } from '../../src/lib/sweeper.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir } from '../../src/paths.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';

const dayMs = 86_400_000;

describe('What nobody needs any more', () => {
  let empty: EmptyDatabase;
  let db: Database;

  before(async () => {
    empty = await emptyDatabase();
    await migrate(empty.urls.mysqlUrl, migrationsDir, () => {});
    db = new Database(empty.urls.mysqlUrl);
  });
  after(async () => {
    await db.close();
    await empty.drop();
  });

  const sweep = (forget: Forget) => new Sweeper([forget], pino({ level: 'silent' })).sweep();

  it('is forgotten in more than one step, and no sooner: answers to requests after a week', async () => {
    const ages = [...Array.from({ length: 1_500 }, () => 8), 6, 0];
    const rows = ages.map((days, index) => ({
      user_id: randomBytes(16),
      operation: 'POST /api/v1/appointments',
      idem_key: `${days} days, ${index}`,
      body_hash: randomBytes(32),
      answer: '{}',
      created_at: new Date(Date.now() - days * dayMs),
    }));
    await db.read.insertInto('idempotency_keys').values(rows).execute();
    await sweep((atOnce) => forgetAnswers(db, atOnce));
    const kept = await db.read
      .selectFrom('idempotency_keys')
      .select('idem_key')
      .orderBy('idem_key')
      .execute();
    expect(kept.map((row) => row.idem_key)).to.deep.equal(['0 days, 1501', '6 days, 1500']);
  });

  it('is forgotten: counts of passwords whose time is over', async () => {
    const tries = new PasswordTriesRepository(db);
    const ids = { over: randomBytes(32), running: randomBytes(32) };
    for (const id of Object.values(ids)) await tries.count({ id, limit: 3, windowSeconds: 900 });
    const endsAt = new Date(Date.now() - 1_000);
    await db.read
      .updateTable('password_tries')
      .set({ ends_at: endsAt })
      .where('counter', '=', ids.over)
      .execute();
    await sweep((atOnce) => tries.forgetEnded(atOnce));
    const kept = await db.read.selectFrom('password_tries').select('counter').execute();
    expect(kept.map(({ counter }) => counter.toString('hex'))).to.deep.equal([ids.running.toString('hex')]);
  });

  it('is forgotten: networks that somebody has not signed in from for half a year, and the eleventh', async () => {
    const id = newId();
    const now = new Date();
    const user = { email: 'sweeper@test.example', password_hash: '', display_name: 'S', role: 'admin' };
    await db.read
      .insertInto('users')
      .values({ ...user, id: uuidBytes(id), created_at: now, updated_at: now })
      .execute();
    const networks = new KnownNetworksRepository(db);
    const users = new UsersRepository(db);
    const hashes = Array.from({ length: 12 }, () => randomBytes(32));
    for (const hash of hashes) await db.transaction((tx) => networks.remember(tx, id, hash));
    const known = async () => {
      const found = await Promise.all(hashes.map((hash) => users.maybeCredentials(user.email, hash)));
      return found.map((each) => each?.isNotedToday ?? false);
    };
    expect(await known()).to.deep.equal([...Array(2).fill(false), ...Array(10).fill(true)]);
    const halfAYearAgo = new Date(now.getTime() - 181 * dayMs);
    const last = hashes[11] ?? Buffer.alloc(0);
    const change = db.read.updateTable('known_networks').set({ last_used_at: halfAYearAgo });
    await change.where('network_hash', '=', last).execute();
    expect((await known())[11]).to.equal(false);
    await sweep((atOnce) => networks.forgetUnused(atOnce));
    const kept = await db.read.selectFrom('known_networks').select('network_hash').execute();
    expect(kept).to.have.length(9);
  });
});

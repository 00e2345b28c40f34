import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { pino } from 'pino';
import { IdempotencySweeper } from '../../src/lib/idempotency-sweeper.js';
import { Database } from '../../src/lib/mysql.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir } from '../../src/paths.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';

const dayMs = 86_400_000;

describe('Answers kept for repeated requests', () => {
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

  it('are forgotten after a week, in more than one step, and no sooner', async () => {
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
    await new IdempotencySweeper(db, pino({ level: 'silent' })).sweep();
    const kept = await db.read
      .selectFrom('idempotency_keys')
      .select('idem_key')
      .orderBy('idem_key')
      .execute();
    expect(kept.map((row) => row.idem_key)).to.deep.equal(['0 days, 1501', '6 days, 1500']);
  });
});

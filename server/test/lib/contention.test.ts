import { expect } from 'chai';
import { sql } from 'kysely';
import { Database, type Tx } from '../../src/lib/mysql.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';

describe('Two changes that wait for each other', () => {
  let empty: EmptyDatabase;
  let db: Database;
  let contentions = 0;

  before(async () => {
    empty = await emptyDatabase();
    db = new Database(empty.urls.mysqlUrl);
    db.onContention(() => contentions++);
    await sql`create table accounts (id int primary key, changes int not null)`.execute(db.read);
    await sql`insert into accounts values (1, 0), (2, 0)`.execute(db.read);
  });
  after(async () => {
    await db.close();
    await empty.drop();
  });

  it('are both made, the loser of the deadlock once more from its beginning', async () => {
    let begun = 0;
    let bothHaveBegun: () => void = () => {};
    const both = new Promise<void>((resolve) => {
      bothHaveBegun = resolve;
    });
    const change = (tx: Tx, id: number) =>
      sql`update accounts set changes = changes + 1 where id = ${id}`.execute(tx);
    const changeInTurn = (first: number, second: number) =>
      db.transaction(async (tx) => {
        await change(tx, first);
        if (++begun === 2) bothHaveBegun();
        await both;
        await change(tx, second);
      });
    await Promise.all([changeInTurn(1, 2), changeInTurn(2, 1)]);
    const { rows } = await sql<{ changes: number }>`select changes from accounts`.execute(db.read);
    expect(rows.map(({ changes }) => changes)).to.deep.equal([2, 2]);
    expect(contentions).to.equal(1);
    expect(begun).to.equal(3);
  });
});

import { expect } from 'chai';
import type { ResultSetHeader } from 'mysql2/promise';
import { type Books, expectTrueNumbers, openBooks } from './books.js';
import { Groups } from './groups.js';

/** What somebody could do to the tables behind everybody's back, and where verification must see it. */
const planted: Record<string, { statement: string; where: string }> = {
  'a fact removed': { statement: 'DELETE FROM fact_appointments LIMIT 1', where: 'fact_appointments' },
  'a fact changed': {
    statement: 'UPDATE fact_diagnoses SET month = month % 12 + 1 LIMIT 1',
    where: 'fact_diagnoses',
  },
  'another fact’s waiting time changed': {
    statement: 'UPDATE fact_notes SET signing_minutes = signing_minutes + 1 LIMIT 1',
    where: 'fact_notes',
  },
  'a fact of nothing': {
    statement: `INSERT INTO fact_visits SELECT REVERSE(id), topic, year, month, department_id, doctor_id, patient_id
      FROM fact_visits LIMIT 1`,
    where: 'fact_visits',
  },
  'a sum changed': {
    statement: 'UPDATE appointment_totals SET minutes = minutes + 1 LIMIT 1',
    where: 'appointment_totals',
  },
  'a sum of a year changed': {
    statement: 'UPDATE visit_totals SET visits = visits + 1 WHERE month = 0 AND year > 0 LIMIT 1',
    where: 'visit_totals',
  },
  'a sum of all time removed': {
    statement: 'DELETE FROM note_totals WHERE year = 0 LIMIT 1',
    where: 'note_totals',
  },
  'a sum of nothing': {
    statement: `INSERT INTO diagnosis_totals (topic, year, month, department_id, doctor_id, diagnoses)
      SELECT 'icd-10 X', year, month, department_id, doctor_id, 1 FROM diagnosis_totals LIMIT 1`,
    where: 'diagnosis_totals',
  },
  'people counted wrongly': {
    statement: 'UPDATE visit_totals SET people = 11 WHERE people = 10 AND month > 0 LIMIT 1',
    where: 'visit_totals',
  },
  'a published row added': {
    statement: `INSERT INTO visit_totals_published (topic, year, month, department_id, doctor_id, visits)
      SELECT topic, year, month, department_id, doctor_id, visits FROM visit_totals WHERE people = 10 LIMIT 1`,
    where: 'visit_totals_published',
  },
  'a published row removed': {
    statement: 'DELETE FROM note_totals_published LIMIT 1',
    where: 'note_totals_published',
  },
  'a published row changed': {
    statement:
      'UPDATE appointment_totals_published SET lead_minutes = lead_minutes - 1 WHERE month = 0 LIMIT 1',
    where: 'appointment_totals_published',
  },
};

describe('Verification', () => {
  let books: Books;
  let groups: Groups;

  before(async () => {
    books = await openBooks();
    groups = await Groups.open(books.rows);
    groups.visit(1, 0, 12);
    groups.visit(1, 1, 11);
    groups.visit(1, 2, 10);
    groups.visit(3, 3, 30);
    groups.visit(3, 4, 30, 60, { state: 'no_show' });
    await groups.enter();
    await books.consumer.turn();
  });
  after(() => books.close());

  const whereDiffering = async () => (await books.consumer.verify()).map(({ where }) => where);
  const count = async (of: string) =>
    Number((await books.rows.all(`SELECT COUNT(*) AS count FROM ${of}`))[0]?.count);

  it('finds nothing in what was built from bulk-loaded rows at first', async () => {
    expect(await count('fact_visits')).to.equal(63);
    await expectTrueNumbers(books.rows);
    expect(await whereDiffering()).to.deep.equal([]);
  });

  it('finds nothing in what still waits to be counted', async () => {
    const at = groups.doctors[5] ?? expect.fail();
    const patientIds = await books.rows.patients(3);
    const wishes = patientIds.map((patientId) => ({ ...at, patientId, openedAt: '2025-05-05T00:00:00Z' }));
    const records = await books.rows.records(wishes);
    const [first] = records;
    if (!first) expect.fail();
    await books.rows.events(
      'record.opened',
      records.slice(1).map(({ id }) => id),
    );
    await books.consumer.catchUp();
    // An earlier visit of somebody who was counted as new: her other visit is not her first any more.
    const earlier = await books.rows.records(
      wishes.slice(1, 2).map((wish) => ({ ...wish, openedAt: '2025-04-05T00:00:00Z' })),
    );
    await books.rows.events(
      'record.opened',
      earlier.map(({ id }) => id),
      earlier[0]?.patientId,
    );
    await books.rows.events('record.opened', [first.id], first.patientId);
    expect(await count('fact_visits')).to.equal(65);
    expect(await whereDiffering()).to.deep.equal([]);
    await books.consumer.catchUp();
    expect(await count('fact_visits')).to.equal(67);
    await expectTrueNumbers(books.rows);
  });

  for (const [what, { statement, where }] of Object.entries(planted))
    it(`names ${what}`, async () => {
      await books.rows.run(`CREATE TABLE saved AS SELECT * FROM ${where}`);
      const [{ affectedRows }] = await books.rows.connection.query<ResultSetHeader>(statement);
      expect(affectedRows).to.equal(1);
      expect(await whereDiffering()).to.include(where);
      await books.rows.run(`DELETE FROM ${where}`);
      await books.rows.run(`INSERT INTO ${where} SELECT * FROM saved`);
      await books.rows.run('DROP TABLE saved');
      expect(await whereDiffering()).to.deep.equal([]);
    });

  it('finds all of it at once, and nothing after a rebuild', async () => {
    for (const { statement } of Object.values(planted)) await books.rows.run(statement);
    expect(await whereDiffering()).to.include.members(Object.values(planted).map(({ where }) => where));
    await books.consumer.rebuild();
    expect(await whereDiffering()).to.deep.equal([]);
    await expectTrueNumbers(books.rows);
  });
});

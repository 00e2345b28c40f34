import { expect } from 'chai';
import { sql } from 'kysely';
import { uuidBytes } from '../../src/lib/ids.js';
import { beforeItsLock } from '../analytics/before-lock.js';
import { daily } from '../scheduling/schedule-builders.js';
import { addDays, keptDays, keptSpans, keptTotals, minutesOn, summedUp } from './kept-time.js';
import { type Office, openOffice } from './offering.js';

const todayOn = '2026-03-20';
const hour = 60;
/** A verification lets the consumer catch up under its lock, and then takes that lock itself. */
const itsOwnLock = 2;

describe('The sums of offered time', () => {
  let office: Office;
  let departmentId: string;
  let doctorId: string;

  beforeEach(async () => {
    office = await openOffice(todayOn);
    departmentId = await office.department();
    doctorId = await office.doctor({ departmentId, weekly: daily('08:00-16:00') });
    await office.doctor({ departmentId, zone: 'Asia/Tokyo', weekly: daily('09:00-12:00') });
    await office.appointment(doctorId, '2025-11-03T08:00:00Z');
    await office.consumer.catchUp();
  });
  afterEach(() => office.close());

  const kept = async () => ({
    days: await keptDays(office.db),
    spans: await keptSpans(office.db),
    totals: await keptTotals(office.db),
  });
  const whereDiffering = async () => (await office.consumer.verify()).map(({ where }) => where);
  const whatDiffers = async () => (await office.consumer.verify()).map(({ what }) => what).join('\n');

  it('are those of their days', async () => {
    const { days, totals } = await kept();
    expect(totals).to.deep.equal(summedUp(days));
    const april = `2026 4 ${departmentId} ${doctorId} ${30 * 8 * hour}`;
    expect(totals).to.include(april);
  });

  it('move with a doctor who changes department, from today on', async () => {
    const nextId = await office.department();
    await office.changeDoctor(doctorId, { departmentId: nextId });
    await office.consumer.catchUp();
    const { days, totals } = await kept();
    const movedOn = days
      .filter((day) => day.startsWith(doctorId) && day.includes(nextId))
      .map((day) => day.split(' ')[1]);
    expect(movedOn.at(0)).to.equal(todayOn);
    expect(movedOn.length).to.equal(366);
    expect(totals).to.deep.equal(summedUp(days));
    expect(totals).to.include(`2026 3 ${departmentId} ${doctorId} ${19 * 8 * hour}`);
    expect(totals).to.include(`2026 3 ${nextId} ${doctorId} ${12 * 8 * hour}`);
  });

  it('are counted once when a batch fails on its way and comes again', async () => {
    const before = await kept();
    await sql`create trigger refuse before update on events for each row
      signal sqlstate '45000' set message_text = 'refused'`.execute(office.db);
    await office.setHours(doctorId, daily('08:00-10:00'));
    const failures = [await failureOf(office.consumer.turn()), await failureOf(office.otherConsumer.turn())];
    expect(failures).to.deep.equal(['refused', 'refused']);
    expect(await kept()).to.deep.equal(before);
    await sql`drop trigger refuse`.execute(office.db);
    await office.consumer.catchUp();
    const { days, totals } = await kept();
    expect(totals).to.deep.equal(summedUp(days));
    expect(await minutesOn(office.db, doctorId, todayOn)).to.equal(2 * hour);
    expect(await office.consumer.verify()).to.deep.equal([]);
  });

  it('are the same when two processes work at once', async () => {
    for (let end = 9; end < 18; end++) {
      await office.setHours(doctorId, daily(`08:00-${String(end).padStart(2, '0')}:00`));
      await Promise.all([office.consumer.turn(), office.otherConsumer.turn()]);
    }
    await Promise.all([office.consumer.catchUp(), office.otherConsumer.catchUp()]);
    const { days, totals } = await kept();
    expect(totals).to.deep.equal(summedUp(days));
    expect(await office.consumer.verify()).to.deep.equal([]);
  });

  it('are the same when they are built anew, also by two at once', async () => {
    await office.changeDoctor(doctorId, { departmentId: await office.department() });
    await office.setHours(doctorId, daily('08:00-10:00'));
    await office.consumer.catchUp();
    const incremental = await kept();
    const lines: string[] = [];
    await Promise.all([
      office.consumer.rebuild((line) => lines.push(line)),
      office.otherConsumer.rebuild(),
      office.setHours(doctorId, daily('08:00-10:00')),
    ]);
    expect(lines.at(-1)).to.equal('Offered time: 2 of 2 doctors');
    expect(await kept()).to.deep.equal(incremental);
  });

  it('can be built anew after a building that was killed on its way', async () => {
    const before = await kept();
    for (const name of ['offered_days__new', 'offered_spans__new', 'offered_totals__old'])
      await sql`create table ${sql.table(name)} (id int primary key)`.execute(office.db);
    await office.consumer.rebuild();
    expect(await kept()).to.deep.equal(before);
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = database() and table_name like 'offered%'`.execute(office.db);
    expect(rows.map(({ name }) => name).sort()).to.deep.equal([
      'offered_days',
      'offered_spans',
      'offered_totals',
    ]);
  });

  it('are verified: a wrong day, a wrong sum and a day of nobody are named', async () => {
    expect(await office.consumer.verify()).to.deep.equal([]);
    const tomorrow = addDays(todayOn, 1);
    await sql`update offered_days set minutes = minutes + 5
      where doctor_id = ${uuidBytes(doctorId)} and date_on = ${tomorrow}`.execute(office.db);
    expect(await whatDiffers()).to.include(
      `doctor ${doctorId}: 1 days differ, the first ${tomorrow} has 485 minutes and should have 480`,
    );
    await office.consumer.rebuild();
    expect(await office.consumer.verify()).to.deep.equal([]);

    await sql`update offered_totals set minutes = minutes - 7 where year = 2026 and month = 4
      and doctor_id = ${uuidBytes(doctorId)} and department_id = ${uuidBytes(departmentId)}`.execute(
      office.db,
    );
    await sql`delete from offered_totals where year = 0 and doctor_id = ${uuidBytes(doctorId)}`.execute(
      office.db,
    );
    expect(await whereDiffering()).to.deep.equal(['offered_totals', 'offered_totals', 'offered_totals']);
    expect(await whatDiffers()).to.include(
      `year 2026, month 4, department ${departmentId}, doctor ${doctorId}: 14393 minutes, should be 14400`,
    );
    await office.consumer.rebuild();

    await sql`update offered_days set date_on = '2020-01-01'
      where doctor_id = ${uuidBytes(doctorId)} and date_on = '2025-12-24'`.execute(office.db);
    expect(await whatDiffers()).to.include(`doctor ${doctorId}: 2020-01-01 is outside the recorded days`);
  });

  it('are verified again where an event comes in between: what waits is no difference', async () => {
    const shorten = () => office.setHours(doctorId, daily('08:00-10:00'));
    expect(await beforeItsLock(shorten, () => office.consumer.verify(), itsOwnLock)).to.deep.equal([]);
  });

  it('are not verified while another process is at work on them', async () => {
    const atWork = await office.db.startTransaction().execute();
    let isAtWork = true;
    const begin = () =>
      sql`select name from analytics_consumers where name = 'schedules' for update`.execute(atWork);
    const end = async () => {
      await atWork.rollback().execute();
      isAtWork = false;
    };
    const verify = () => office.consumer.verify().then(() => isAtWork);
    const wasAtWork = await beforeItsLock(
      end,
      () => beforeItsLock(begin, verify, itsOwnLock),
      itsOwnLock + 1,
    );
    if (isAtWork) await end();
    expect(wasAtWork).to.equal(false);
  });

  it('are all built anew after a doctor moves to another time zone', async () => {
    await office.db
      .updateTable('analytics_consumers')
      .set({ built_at: new Date() })
      .where('name', '!=', 'schedules')
      .execute();
    await office.changeDoctor(doctorId, { zone: 'Asia/Tokyo' });
    await office.consumer.catchUp();
    const rows = await office.db
      .selectFrom('analytics_consumers')
      .select(['name', 'built_at'])
      .orderBy('name')
      .execute();
    expect(rows.map(({ name, built_at }) => [name, built_at !== null])).to.deep.equal([
      ['documents', false],
      ['schedules', true],
      ['summaries', false],
    ]);
    expect(await office.consumer.verify()).to.deep.equal([]);
  });

  it('go on while another consumer is at work, and the change of zone waits for it', async () => {
    const atWork = await office.db.startTransaction().execute();
    try {
      await sql`select name from analytics_consumers where name = 'summaries' for update`.execute(atWork);
      await office.changeDoctor(doctorId, { zone: 'Asia/Tokyo' });
      await office.setHours(doctorId, daily('08:00-10:00'));
      expect(await office.consumer.turn()).to.equal(false);
      expect(await minutesOn(office.db, doctorId, todayOn)).to.equal(2 * hour);
      const waiting = await office.db
        .selectFrom('events')
        .select('kind')
        .where('awaits', '=', 'schedules')
        .execute();
      expect(waiting.map(({ kind }) => kind)).to.deep.equal(['doctor.updated']);
    } finally {
      await atWork.rollback().execute();
    }
    await office.consumer.catchUp();
    expect(await office.consumer.verify()).to.deep.equal([]);
  });
});

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

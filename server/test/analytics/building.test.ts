import { expect } from 'chai';
import type { Numbers, Refreshed } from '../../src/analytics/analytics.types.js';
import type { Doctor } from '../../src/doctors/doctors.types.js';
import { uuidBytes } from '../../src/lib/ids.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir } from '../../src/paths.js';
import { eventually } from '../clinical/clinical-cast.js';
import { type Answer, type Clinic, must, startClinic } from '../support/clinic.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  patient,
  type RegisteredPatient,
  ward,
} from '../support/people.js';
import { bookkeeper } from './bookkeeper.js';
import { expectTrueNumbers, summariesOf } from './books.js';
import { atMonthEnd, soon } from './clinic-year.js';
import { SourceRows } from './source-rows.js';

type Rows = Answer<Numbers<{ appointments: number }> & { code?: string }>;

describe('Numbers that are built, and counted on demand', () => {
  let clinic: Clinic;
  let rows: SourceRows;
  let at: DoctorAtWork;
  let who: RegisteredPatient;

  before(async () => {
    clinic = await startClinic();
    for (const worker of clinic.composed.workers) await worker.stop(); // here they take their turns when they are told
    rows = await SourceRows.open(clinic.urls.mysqlUrl);
    at = await doctorAtWork(clinic, await ward(clinic), { visitMinutes: 5 });
    who = await patient(clinic);
    await bookOne();
  });
  after(async () => {
    await rows.close();
    await clinic.close();
  });

  const bookOne = (startsAt = soon()) => must(book(clinic, who.user, { doctorId: at.doctor.id, startsAt }));
  const ask = (): Promise<Rows> => clinic.call(at.user, 'GET', '/analytics/doctor-workload');
  const appointments = async () => (await must(ask())).rows[0]?.appointments ?? 0;
  const refresh = () => clinic.call<Refreshed>(clinic.admin, 'POST', '/analytics/refresh');
  const migrateAgain = () => migrate(clinic.urls.mysqlUrl, migrationsDir, () => {});
  const summaries = () => summariesOf(clinic);

  /** Lets the work fail when it comes to this step. */
  async function interrupt(step: string, work: () => Promise<unknown>): Promise<void> {
    await rows.run(`CREATE TRIGGER interrupt BEFORE ${step} FOR EACH ROW
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'interrupted'`);
    const failed = await work().catch((error: Error) => error);
    await rows.run('DROP TRIGGER interrupt');
    expect(failed).to.be.instanceOf(Error).with.property('message', 'interrupted');
  }

  it('are refused, not empty, until they were built for the first time', async () => {
    await rows.run(
      "UPDATE analytics_consumers SET built_at = NULL, has_numbers = 0 WHERE name = 'summaries'",
    );
    const { status, body } = await ask();
    expect([status, body.code]).to.deep.equal([503, 'analytics_building']);
    expect((await clinic.call(clinic.admin, 'GET', '/analytics/notes')).status).to.equal(503);
    await summaries().catchUp();
    expect(await appointments()).to.equal(1);
  });

  it('are built anew where a definition has changed, and refused only until then', async () => {
    await rows.run("UPDATE schema_derived SET checksum = REPEAT('0', 64) WHERE name = 'appointment_totals'");
    await migrateAgain();
    expect((await ask()).body.code).to.equal('analytics_building');
    await summaries().turn();
    expect(await appointments()).to.equal(1);
    await expectTrueNumbers(rows);
    await migrateAgain();
    expect((await ask()).status).to.equal(200);
  });

  for (const step of ['UPDATE ON analytics_consumers', 'INSERT ON schema_derived'])
    it(`are built anew also where the change of a definition was interrupted: ${step}`, async () => {
      await rows.run("UPDATE schema_derived SET checksum = REPEAT('0', 64)");
      await rows.run('UPDATE appointment_totals SET minutes = minutes + 1'); // as another definition had it
      await interrupt(step, migrateAgain);
      await migrateAgain();
      await summaries().catchUp();
      await expectTrueNumbers(rows);
      expect(await appointments()).to.equal(1);
    });

  it('are built again where a rebuild was interrupted on its last step, and answers go on meanwhile', async () => {
    await rows.run("UPDATE analytics_consumers SET built_at = NULL WHERE name = 'summaries'");
    await interrupt('UPDATE ON analytics_consumers', () => summaries().turn());
    expect(await appointments()).to.equal(1);
    await summaries().turn();
    const [built] = await rows.all("SELECT built_at FROM analytics_consumers WHERE name = 'summaries'");
    expect(built?.built_at).to.be.instanceOf(Date);
    await expectTrueNumbers(rows);
  });

  it('follow a doctor into another time zone', async () => {
    await bookOne(atMonthEnd(-15));
    await summaries().catchUp();
    const monthsOf = async () =>
      rows.all('SELECT DISTINCT year, month FROM fact_appointments ORDER BY year, month');
    const before = await monthsOf();
    const { version } = await must(
      clinic.call<Doctor & { version: number }>(clinic.admin, 'GET', `/doctors/${at.doctor.id}/profile`),
    );
    const headers = { 'if-match': `"${version}"` };
    await must(
      clinic.call(clinic.admin, 'PATCH', `/doctors/${at.doctor.id}`, {
        body: { zone: 'Pacific/Kiritimati' },
        headers,
      }),
    );
    await must(refresh());
    expect(await monthsOf()).not.to.deep.equal(before);
    await expectTrueNumbers(rows);
  });

  it('are complete until the instant they name: no later than anything that was not counted', async () => {
    const before = await appointments();
    await bookOne();
    await bookOne();
    const [waits] = await rows.all(
      "SELECT MIN(occurred_at) AS at, COUNT(*) AS count FROM events WHERE awaits = 'summaries'",
    );
    expect(waits?.count).to.equal(2);
    const early = await must(ask());
    expect(early.rows[0]?.appointments).to.equal(before);
    expect(Date.parse(early.asOf)).to.be.at.most(waits?.at.getTime());
    const { asOf } = await must(refresh());
    expect(Date.parse(asOf)).to.be.greaterThan(waits?.at.getTime());
    expect(await appointments()).to.equal(before + 2);
  });

  it('wait, when they are asked to be counted now, for another process that is at it', async () => {
    const before = await appointments();
    const other = await SourceRows.open(clinic.urls.mysqlUrl);
    try {
      await other.run('START TRANSACTION');
      await other.run("SELECT name FROM analytics_consumers WHERE name = 'summaries' FOR UPDATE");
      await bookOne();
      let isDone = false;
      const refreshed = must(refresh()).finally(() => {
        isDone = true;
      });
      const hurried = await summaries()
        .catchUp(100)
        .catch((error: { code?: string }) => error);
      expect(hurried).to.have.property('code', 'analytics_behind');
      expect(isDone).to.equal(false);
      await other.run('COMMIT');
      await refreshed;
    } finally {
      await other.close();
    }
    expect(await appointments()).to.equal(before + 1);
  });

  it('are answered also while a rebuild waits for somebody who has read them for long', async () => {
    const reader = await SourceRows.open(clinic.urls.mysqlUrl);
    try {
      await reader.run('START TRANSACTION WITH CONSISTENT SNAPSHOT');
      await reader.all('SELECT topic FROM appointment_totals');
      const rebuilt = summaries().rebuild();
      await eventually('the rebuild waits', async () => {
        const waiting =
          "SELECT 1 FROM information_schema.processlist WHERE info LIKE 'RENAME%' AND db = DATABASE()";
        return (await rows.all(waiting)).length > 0;
      });
      for (let look = 0; look < 3; look++) expect((await ask()).status).to.equal(200);
      await reader.run('COMMIT');
      await rebuilt;
    } finally {
      await reader.close();
    }
    await expectTrueNumbers(rows);
  });

  it('are verified also while they are swapped', async () => {
    let isRebuilt = false;
    const rebuilding = (async () => {
      for (let round = 0; round < 4; round++) await summaries().rebuild();
      isRebuilt = true;
    })();
    while (!isRebuilt) expect(await summaries().verify()).to.deep.equal([]);
    await rebuilding;
  });

  it('are built once, when every process finds that they were never built', async () => {
    const others = [1, 2, 3].map(() => bookkeeper(clinic.urls.mysqlUrl));
    try {
      await rows.run(
        "UPDATE analytics_consumers SET built_at = NULL, has_numbers = 0 WHERE name = 'summaries'",
      );
      await bookOne();
      await Promise.all(others.map(({ consumer }) => consumer.catchUp()));
    } finally {
      for (const { db } of others) await db.close();
    }
    expect(
      (await rows.all('SELECT id FROM fact_appointments WHERE doctor_id = ?', [uuidBytes(at.doctor.id)]))
        .length,
    ).to.equal(6);
    await expectTrueNumbers(rows);
  });
});

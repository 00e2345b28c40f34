import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { Database } from '../../src/lib/mysql.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { expectTrueNumbers, summariesOf } from './books.js';
import {
  document,
  enterHistory,
  enterPast,
  enterRecord,
  everyWay,
  type Staffed,
  staffedClinic,
} from './clinic-year.js';
import { type Asked, ExpectedAnswers, namesOf } from './expected-answers.js';
import { truthOf } from './oracle.js';
import { SourceRows } from './source-rows.js';

describe('Numbers of a clinic in four time zones', () => {
  let clinic: Clinic;
  let db: Database;
  let rows: SourceRows;
  let on: Staffed;

  before(async () => {
    clinic = await startClinic();
    db = new Database(clinic.urls.mysqlUrl);
    rows = await SourceRows.open(clinic.urls.mysqlUrl);
    on = await staffedClinic(clinic, db, 14);
  });
  after(async () => {
    await rows.close();
    await db.close();
    await clinic.close();
  });

  const catchUp = () => summariesOf(clinic).catchUp();
  const doctorAt = (index: number) => on.doctors[index] ?? expect.fail();
  const patientAt = (index: number) => on.patients[index] ?? expect.fail();

  it('are those of the rows, after visits around every month end of their own calendars', async () => {
    await enterHistory(on);
    await catchUp();
    await expectTrueNumbers(rows);
  });

  it('follow visits through every state, over month ends, and holds that run out', async () => {
    for (const doctor of on.doctors) await document(on, doctor, await everyWay(on, doctor));
    await catchUp();
    await expectTrueNumbers(rows);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const expired = "SELECT COUNT(*) AS count FROM appointments WHERE state = 'expired'";
    for (const worker of clinic.composed.workers)
      if ('sweep' in worker) await (worker as { sweep(): Promise<void> }).sweep();
    expect((await rows.all(expired))[0]?.count).to.equal(4);
    await catchUp();
    await expectTrueNumbers(rows);
  });

  it('tell anew who came for the first time, when an earlier visit is entered later', async () => {
    const newVisits = async () =>
      (
        await rows.all(
          "SELECT LOWER(HEX(id)) AS id FROM fact_visits WHERE topic LIKE 'new%' ORDER BY patient_id",
        )
      ).map(({ id }) => id);
    const before = await newVisits();
    expect(before.length).to.equal(14);
    await enterRecord(on, doctorAt(1), patientAt(0), '2023-12-31T15:00:00Z', 'admission');
    await enterRecord(on, doctorAt(0), patientAt(1), '2023-01-01T00:00:00Z', 'walk_in');
    await catchUp();
    await enterRecord(on, doctorAt(2), patientAt(1), '2022-06-30T23:59:59Z', 'walk_in');
    await enterRecord(on, doctorAt(2), patientAt(2), '2025-06-30T23:59:59Z', 'walk_in');
    for (const twice of [1, 2])
      await enterRecord(on, doctorAt(twice), patientAt(3), '2020-02-29T12:00:00Z', 'walk_in');
    const longAgo = new Date('1990-11-20T04:04:05Z');
    await db.transaction((tx) => enterPast(on, tx, doctorAt(3), patientAt(2), longAgo, 'Z00.0'));
    await catchUp();
    await expectTrueNumbers(rows);
    const after = await newVisits();
    expect(after.length).to.equal(14);
    expect(after.filter((id) => !before.includes(id)).length).to.equal(4);
  });

  describe('are answered as they are', () => {
    const everything: Asked[] = [
      {},
      { year: 2024 },
      { year: 2025 },
      { year: 2024, month: 10 },
      { year: 2024, month: 11 },
      { year: 2025, month: 3 },
      { year: 1936, month: 11 },
    ];
    const get = async (who: SignedIn, path: string, asked: Asked) => {
      const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
      return must(
        clinic.call<{ rows: object[]; smallestGroup: number }>(who, 'GET', `/analytics/${path}?${query}`),
      );
    };

    async function expectAnswers(who: SignedIn, own: Asked, expected: ExpectedAnswers): Promise<void> {
      for (const asked of [
        ...everything,
        ...everything.map((each) => ({ ...each, departmentId: on.departments[0] ?? '' })),
      ]) {
        const [all, name] = [{ ...asked, ...own }, JSON.stringify(asked)];
        const { month, ...years } = asked;
        expect((await get(who, 'top-doctors', asked)).rows, name).to.deep.equal(expected.topDoctors(all));
        expect((await get(who, 'department-load', asked)).rows, name).to.deep.equal(
          expected.departmentLoad(all),
        );
        expect((await get(who, 'doctor-workload', asked)).rows, name).to.deep.equal(
          expected.doctorWorkload(all),
        );
        expect((await get(who, 'diagnoses', asked)).rows, name).to.deep.equal(expected.diagnoses(all));
        expect((await get(who, 'notes', asked)).rows, name).to.deep.equal(expected.notes(all));
        if (month !== undefined) continue;
        const series = { ...years, ...own };
        expect((await get(who, 'monthly-appointments', years)).rows, name).to.deep.equal(
          expected.monthlyAppointments(series),
        );
        expect((await get(who, 'monthly-visits', years)).rows, name).to.deep.equal(
          expected.monthlyVisits(series),
        );
      }
    }

    it('to each doctor about herself, rates and lead times included', async () => {
      const expected = new ExpectedAnswers(await truthOf(rows), await namesOf(rows), false);
      for (const { doctor, user } of on.doctors) await expectAnswers(user, { doctorId: doctor.id }, expected);
      const [workload] = expected.doctorWorkload({ doctorId: doctorAt(0).doctor.id });
      expect(workload?.noShowRate).to.be.greaterThan(0);
      expect(workload?.meanLeadDays).to.be.greaterThan(0);
    });

    it('to an admin, as far as they may be shown', async () => {
      const expected = new ExpectedAnswers(await truthOf(rows), await namesOf(rows), true);
      await expectAnswers(clinic.admin, {}, expected);
      expect(expected.departmentLoad({ year: 2024, month: 10 }).length).to.equal(2);
    });
  });
});

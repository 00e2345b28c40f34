import { expect } from 'chai';
import type {
  DepartmentLoad,
  DoctorWorkload,
  MonthlyAppointments,
  Numbers,
  TopDoctor,
} from '../../src/analytics/analytics.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { patient, staff } from '../support/people.js';
import { summariesOf } from './books.js';
import { type Asked, ExpectedAnswers, namesOf } from './expected-answers.js';
import { Groups } from './groups.js';
import { truthOf } from './oracle.js';
import { SourceRows } from './source-rows.js';

const paths = [
  'top-doctors',
  'department-load',
  'doctor-workload',
  'monthly-appointments',
  'monthly-visits',
  'diagnoses',
  'notes',
];

type Counts = MonthlyAppointments & DepartmentLoad & DoctorWorkload & TopDoctor;

describe('Numbers as each role gets them', () => {
  let clinic: Clinic;
  let rows: SourceRows;
  let groups: Groups;
  let expected: Record<'true' | 'published', ExpectedAnswers>;

  before(async () => {
    clinic = await startClinic();
    rows = await SourceRows.open(clinic.urls.mysqlUrl);
    groups = await Groups.open(rows);
    groups.visit(1, 0, 12);
    groups.visit(1, 1, 11);
    groups.visit(1, 2, 10);
    groups.visit(2, 3, 11);
    groups.visit(3, 5, 10);
    groups.visit(4, 0, 13);
    groups.visit(4, 3, 15);
    groups.visit(4, 5, 5);
    for (let visit = 0; visit < 12; visit++) groups.visit(5, 5, 1);
    groups.visit(6, 0, 12, 0, { createdAt: '2025-06-20T00:00:00Z' });
    groups.visit(6, 0, 10, 0, { createdAt: '2025-06-12T00:00:00Z' });
    groups.visit(7, 0, 12, 0, { createdAt: '2025-07-20T00:00:00Z' });
    groups.visit(7, 0, 11, 0, { createdAt: '2025-07-12T00:00:00Z' });
    groups.visit(7, 0, 11, 0, { state: 'no_show' });
    groups.visit(7, 0, 10, 0, { state: 'cancelled' });
    groups.visitAtRandom(7, [9, 10, 11]);
    await groups.enter();
    await summariesOf(clinic).rebuild();
    const [truth, names] = [await truthOf(rows), await namesOf(rows)];
    expected = {
      true: new ExpectedAnswers(truth, names, false),
      published: new ExpectedAnswers(truth, names, true),
    };
  });
  after(async () => {
    await rows.close();
    await clinic.close();
  });

  const doctorAt = (index: number) => groups.doctors[index] ?? expect.fail();
  const ask = (
    who: SignedIn | null,
    path: string,
    asked: Asked = {},
    headers: Record<string, string> = {},
  ) => {
    const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
    return clinic.call<Numbers<Counts>>(who, 'GET', `/analytics/${path}?${query}`, { headers });
  };
  const rowsOf = async (who: SignedIn, path: string, asked: Asked = {}) =>
    (await must(ask(who, path, asked))).rows;
  const inMonth = (month: number, more: Asked = {}): Asked => ({ year: 2025, month, ...more });

  describe('A doctor', () => {
    const signedIn = (index: number) => staff(clinic, 'doctor', { doctorId: doctorAt(index).doctorId });
    let own: Asked;
    let user: SignedIn;

    before(async () => {
      own = { doctorId: doctorAt(5).doctorId };
      user = await signedIn(5);
    });

    it('gets her own, as they are, however few people they are about', async () => {
      const answer = await must(ask(user, 'doctor-workload', inMonth(3)));
      expect(answer.smallestGroup).to.equal(1);
      expect(answer.rows).to.deep.equal(expected.true.doctorWorkload(inMonth(3, own)));
      expect(answer.rows[0]?.appointments).to.equal(10);
      expect(await rowsOf(user, 'top-doctors')).to.deep.equal(expected.true.topDoctors(own));
      expect(await rowsOf(user, 'monthly-visits')).to.deep.equal(expected.true.monthlyVisits(own));
      expect((await rowsOf(user, 'monthly-appointments', own)).length).to.be.greaterThan(4);
    });

    it('gets nobody else’s, whomever she names', async () => {
      for (const path of paths.slice(2))
        for (const foreign of [
          { doctorId: doctorAt(0).doctorId },
          { ...own, departmentId: groups.departments[0] },
          { departmentId: groups.departments[1] },
        ])
          expect(await rowsOf(user, path, foreign), path).to.deep.equal([]);
      for (const path of paths.slice(0, 2))
        expect(await rowsOf(user, path, { departmentId: groups.departments[0] }), path).to.deep.equal([]);
    });
  });

  describe('A nurse', () => {
    it('gets what is published of her department, and nothing of another', async () => {
      const [here, elsewhere] = groups.departments;
      const nurse = await staff(clinic, 'nurse', { departmentId: here });
      const own = { departmentId: here };
      const { rows: departments, smallestGroup } = await must(ask(nurse, 'department-load'));
      expect(smallestGroup).to.equal(11);
      expect(departments).to.deep.equal(expected.published.departmentLoad(own));
      expect(await rowsOf(nurse, 'doctor-workload')).to.deep.equal(expected.published.doctorWorkload(own));
      expect(await rowsOf(nurse, 'top-doctors', own)).to.deep.equal(expected.published.topDoctors(own));
      for (const path of paths) {
        expect(await rowsOf(nurse, path), path).to.deep.equal(await rowsOf(clinic.admin, path, own));
        expect(await rowsOf(nurse, path, { departmentId: elsewhere }), path).to.deep.equal([]);
      }
      for (const path of paths.slice(2))
        expect(await rowsOf(nurse, path, { doctorId: doctorAt(3).doctorId }), path).to.deep.equal([]);
    });
  });

  describe('An admin', () => {
    const appointments = async (month: number, more: Asked = {}) =>
      (await rowsOf(clinic.admin, 'monthly-appointments', { year: 2025, ...more })).find(
        (row) => row.month === month,
      );
    const doctorsIn = async (month: number) => {
      const found = await rowsOf(clinic.admin, 'doctor-workload', inMonth(month));
      return found.map(({ doctorId, appointments: count }) => [
        groups.doctors.findIndex((each) => each.doctorId === doctorId),
        count,
      ]);
    };

    it('gets groups of eleven people, and none of ten', async () => {
      expect(await doctorsIn(2)).to.deep.equal([[3, 11]]);
      expect(await appointments(2)).to.include({ appointments: 11, completed: 11, cancelled: null });
      expect(await doctorsIn(3)).to.deep.equal([]);
      expect(await appointments(3)).to.equal(undefined);
      expect(await rowsOf(clinic.admin, 'department-load', inMonth(3))).to.deep.equal([]);
    });

    it('gets no group of ten by subtraction: another one is withheld with it', async () => {
      expect(await doctorsIn(1)).to.deep.equal([[0, 12]]);
      const [first] = await rowsOf(clinic.admin, 'department-load', inMonth(1));
      expect(first?.appointments).to.equal(33);
      const departments = await rowsOf(clinic.admin, 'department-load', inMonth(4));
      expect(departments.map(({ appointments: count }) => count)).to.deep.equal([15]);
      expect((await appointments(4))?.appointments).to.equal(33);
    });

    it('gets people counted once, however often they come', async () => {
      expect(await appointments(5)).to.equal(undefined);
      expect(await doctorsIn(5)).to.deep.equal([]);
    });

    it('gets lead times of eleven people, and none of ten', async () => {
      expect(await appointments(6)).to.include({ appointments: 12, meanLeadDays: null });
      expect(await appointments(7)).to.include({ completed: 23, noShows: 11, meanLeadDays: 4 });
    });

    it('gets outcomes only where each is about eleven people', async () => {
      expect(await appointments(7)).to.include({ appointments: 34, cancelled: null, cancellationRate: null });
      expect((await appointments(7))?.noShowRate).to.equal(0.3235);
    });

    it('gets years and all time as the sums of the months that may be shown', async () => {
      for (const asked of [
        {},
        { year: 2025 },
        { departmentId: groups.departments[0] },
        { doctorId: doctorAt(0).doctorId },
      ])
        expect(await rowsOf(clinic.admin, 'doctor-workload', asked)).to.deep.equal(
          expected.published.doctorWorkload(asked),
        );
    });
  });

  it('are refused to everybody else', async () => {
    const registered = await patient(clinic);
    const others = [registered.user];
    for (const role of ['receptionist', 'billing', 'pharmacist'] as const)
      others.push(await staff(clinic, role));
    for (const who of others)
      for (const path of paths)
        expect((await ask(who, path)).status, `${who.user.role} ${path}`).to.equal(403);
    expect((await ask(null, 'notes')).status).to.equal(401);
    const mayNotRefresh = [...others, await staff(clinic, 'nurse', { departmentId: groups.departments[0] })];
    for (const who of mayNotRefresh)
      expect((await clinic.call(who, 'POST', '/analytics/refresh')).status).to.equal(403);
  });
});

import { expect } from 'chai';
import { sql } from 'kysely';
import type { Numbers } from '../../src/analytics/analytics.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Utilization } from '../../src/utilization/utilization.types.js';
import { daily } from '../scheduling/schedule-builders.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  patients,
  staff,
  type Ward,
  ward,
} from '../support/people.js';
import { actor, openOffice } from './offering.js';

const visitMinutes = 15;

/** A month that is wholly to come, and as instants its fifteenth. */
const nextMonth = new Date(new Date().setUTCDate(32));
const year = nextMonth.getUTCFullYear();
const month = nextMonth.getUTCMonth() + 1;
const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
const offeredMinutes = daysInMonth * 8 * 60;
const middle = (hour: number, minute: number): string =>
  new Date(Date.UTC(year, month - 1, 15, hour, minute)).toISOString();

describe('The utilization of offered time', () => {
  let clinic: Clinic;
  let wards: Ward[];
  let doctors: DoctorAtWork[];
  /** Enough to be shown; enough, but the next one could be worked out from it; too few. */
  const visits = [13, 12, 2];

  before(async () => {
    clinic = await startClinic();
    wards = [await ward(clinic), await ward(clinic), await ward(clinic)];
    doctors = [];
    for (const at of wards)
      doctors.push(await doctorAtWork(clinic, at, { weekly: daily('08:00-16:00'), visitMinutes }));
    const people = await patients(clinic, Math.max(...visits));
    const desk = await staff(clinic, 'receptionist');
    for (const [index, { doctor }] of doctors.entries())
      for (const [place, { patientId }] of people.slice(0, visits[index]).entries()) {
        const startsAt = middle(8 + 2 * index + Math.floor(place / 8), (place % 4) * 15);
        const isSecond = place % 8 >= 4;
        const at = isSecond ? new Date(Date.parse(startsAt) + 4 * 3_600_000).toISOString() : startsAt;
        await must(book(clinic, desk, { doctorId: doctor.id, patientId, startsAt: at }));
      }
    await countNow();
  });
  after(() => clinic.close());

  const countNow = async () => {
    for (const consumer of clinic.composed.consumers)
      if (consumer.name !== 'documents') await consumer.catchUp();
  };
  const ask = async (who: SignedIn, query = `year=${year}&month=${month}`) =>
    must(clinic.call<Numbers<Utilization>>(who, 'GET', `/analytics/utilization?${query}`));
  const expectedRow = (index: number, isShown: boolean) => {
    const at = doctors[index]?.doctor;
    const bookedMinutes = (visits[index] ?? 0) * visitMinutes;
    return {
      doctorId: at?.id,
      doctorName: `${at?.givenName} ${at?.familyName}`,
      departmentId: at?.department.id,
      departmentName: at?.department.name,
      year,
      month,
      offeredMinutes,
      bookedMinutes: isShown ? bookedMinutes : null,
      utilization: isShown ? Math.round((bookedMinutes / offeredMinutes) * 1_000) / 1_000 : null,
    };
  };

  it('shows an admin all doctors: offered time always, booked time where enough patients stand behind it', async () => {
    const { asOf, smallestGroup, rows } = await ask(clinic.admin);
    expect(smallestGroup).to.equal(11);
    expect(Date.parse(asOf)).to.be.greaterThan(0);
    expect(rows[0]).to.deep.equal(expectedRow(0, true));
    expect(rows.slice(1)).to.have.deep.members([expectedRow(1, false), expectedRow(2, false)]);
  });

  it('shows a nurse the doctors of her department', async () => {
    for (const index of [0, 1, 2]) {
      const departmentId = wards[index]?.departmentId ?? '';
      const nurse = await staff(clinic, 'nurse', { departmentId });
      expect((await ask(nurse)).rows).to.deep.equal([expectedRow(index, index === 0)]);
      const elsewhere = wards[(index + 1) % 3]?.departmentId;
      expect((await ask(nurse, `departmentId=${elsewhere}`)).rows).to.deep.equal([]);
    }
  });

  it('shows a doctor her own numbers as they are, month by month, and nobody else’s', async () => {
    for (const [index, { user, doctor }] of doctors.entries()) {
      const { smallestGroup, rows } = await ask(user, '');
      expect(smallestGroup).to.equal(1);
      expect(rows.length).to.be.within(12, 14);
      expect(rows.find((row) => row.year === year && row.month === month)).to.deep.equal(
        expectedRow(index, true),
      );
      const other = rows.find((row) => row.month !== month);
      expect(other).to.include({ doctorId: doctor.id, bookedMinutes: 0, utilization: 0 });
      expect((await ask(user)).rows).to.deep.equal([expectedRow(index, true)]);
      const stranger = doctors[(index + 1) % 3]?.doctor.id;
      expect((await ask(user, `doctorId=${stranger}`)).rows).to.deep.equal([]);
    }
  });

  it('can be asked of a department, a doctor, a year or ever', async () => {
    const [first] = doctors;
    const ofDepartment = await ask(clinic.admin, `departmentId=${wards[0]?.departmentId}`);
    expect(ofDepartment.rows.map(({ doctorId }) => doctorId)).to.deep.equal([first?.doctor.id]);
    expect(ofDepartment.rows[0]).to.include({ year: 0, month: 0, offeredMinutes: 366 * 8 * 60 });
    const ofYear = await ask(clinic.admin, `year=${year}&limit=1`);
    expect(ofYear.rows.map((row) => [row.doctorId, row.year, row.month, row.bookedMinutes])).to.deep.equal([
      [first?.doctor.id, year, 0, 13 * visitMinutes],
    ]);
    const months = await ask(clinic.admin, `doctorId=${first?.doctor.id}`);
    expect(months.rows.length).to.be.within(12, 14);
    const keys = months.rows.map((row) => row.year * 100 + row.month);
    expect(keys).to.deep.equal(keys.toSorted());
  });

  it('is unknown where nothing was offered', async () => {
    const idle = await doctorAtWork(clinic, wards[2] as Ward, { weekly: daily('10:00-11:00') });
    const desk = await staff(clinic, 'receptionist');
    const [someone] = await patients(clinic, 1);
    const wish = { doctorId: idle.doctor.id, patientId: someone?.patientId, startsAt: middle(10, 0) };
    await must(book(clinic, desk, wish));
    const path = `/doctors/${idle.doctor.id}/overrides/${middle(0, 0).slice(0, 10)}`;
    const { version } = await must<{ version: number }>(
      clinic.call(clinic.admin, 'GET', `/doctors/${idle.doctor.id}/schedule`),
    );
    await must(
      clinic.call(clinic.admin, 'PUT', path, {
        body: { windows: [] },
        headers: { 'if-match': `"${version}"` },
      }),
    );
    await must(
      clinic.call(clinic.admin, 'PUT', `/doctors/${idle.doctor.id}/working-hours`, {
        body: { weekly: [] },
        headers: { 'if-match': `"${version + 1}"` },
      }),
    );
    await countNow();
    const { rows } = await ask(idle.user);
    expect(rows.map((row) => [row.offeredMinutes, row.bookedMinutes, row.utilization])).to.deep.equal([
      [0, visitMinutes, null],
    ]);
  });

  it('is refused to those whose work it is not, and without a year to a month', async () => {
    const [someone] = await patients(clinic, 1);
    const others = [
      await staff(clinic, 'receptionist'),
      await staff(clinic, 'billing'),
      someone?.user ?? null,
    ];
    for (const who of others)
      expect((await clinic.call(who, 'GET', '/analytics/utilization')).status).to.equal(403);
    expect((await clinic.call(null, 'GET', '/analytics/utilization')).status).to.equal(401);
    expect((await clinic.call(clinic.admin, 'GET', '/analytics/utilization?month=2')).status).to.equal(422);
  });
});

describe('An answer about utilization', () => {
  it('is as old as the older of its two sides, and none comes before both were built', async () => {
    const office = await openOffice('2026-03-20');
    try {
      const list = () => office.services.utilization.list(actor, {});
      const building = await list().then(
        () => 'answered',
        (error: { code?: string }) => error.code,
      );
      expect(building).to.equal('analytics_building');
      await office.consumer.catchUp();
      await sql`update analytics_consumers set has_numbers = true`.execute(office.db);
      const departmentId = await office.department();
      await office.doctor({ departmentId });
      await sql`update events set occurred_at = '2026-03-01 08:00:00' where awaits = 'schedules'`.execute(
        office.db,
      );
      expect((await list()).asOf).to.equal('2026-03-01T08:00:00.000Z');
      await office.consumer.catchUp();
      expect(Date.parse((await list()).asOf)).to.be.greaterThan(Date.parse('2026-03-02'));
      await sql`update events set awaits = 'summaries', occurred_at = '2026-03-02 08:00:00'`.execute(
        office.db,
      );
      expect((await list()).asOf).to.equal('2026-03-02T08:00:00.000Z');
    } finally {
      await office.close();
    }
  });
});

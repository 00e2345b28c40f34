import { expect } from 'chai';
import { createConnection } from 'mysql2/promise';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { addDays } from '../../src/lib/time.js';
import type { ScheduleChange } from '../../src/scheduling/hours.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { untilTheyWait } from '../support/held-row.js';
import { book, doctorAtWork, patients, setBookingLimits, staff, type Ward, ward } from '../support/people.js';
import { comingDate, deskOf, instantOn, startsOn, weekdays } from './administration-builders.js';

const monday = comingDate(1);
const starts = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
const rounds = 6;

describe('A booking that races with a change of the schedule', () => {
  let clinic: Clinic;
  let where: Ward;
  let desk: ReturnType<typeof deskOf>;

  before(async () => {
    clinic = await startClinic();
    await setBookingLimits(clinic);
    desk = deskOf(clinic, await staff(clinic, 'receptionist'));
  });
  after(() => clinic.close());

  /** Every visit that was acknowledged is reported by the change; every other one was refused. */
  async function race(
    change: (doctorId: string, ifMatch: string) => Promise<{ displaced: { appointmentId: string }[] }>,
  ): Promise<void> {
    for (let round = 1; round <= rounds; round++) {
      where = await ward(clinic);
      const { doctor } = await doctorAtWork(clinic, where, { weekly: [], visitMinutes: 30 });
      const { version } = await desk.setHours(doctor.id, weekdays('09:00-12:00'));
      expect(await startsOn(clinic, doctor.id, monday)).to.deep.equal(starts);
      const bookings = (await patients(clinic, starts.length * 2)).map(({ user }, index) => () => {
        const startsAt = instantOn(monday, starts[index % starts.length] ?? '09:00');
        return book(clinic, user, { doctorId: doctor.id, startsAt });
      });
      const early = bookings.splice(0, round).map((send) => send());
      const changing = change(doctor.id, `"${version}"`);
      const late = bookings.map((send) => send());
      const [reported, ...answers] = await Promise.all([changing, ...early, ...late]);
      for (const { status } of answers) expect([201, 409]).to.include(status);
      const acknowledged = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
      const displaced = reported.displaced.map(({ appointmentId }) => appointmentId);
      expect(displaced.toSorted()).to.deep.equal(acknowledged.toSorted());
      expect(await startsOn(clinic, doctor.id, monday)).to.be.empty;
    }
  }

  it('is reported by the time off, or meets it', () =>
    race((doctorId) => {
      const away = { startsAt: instantOn(monday, '09:00'), endsAt: instantOn(monday, '12:00') };
      return must(desk.addTimeOff(doctorId, away));
    }));

  it('is reported by the new hours, or meets them', () =>
    race((doctorId, ifMatch) => must(desk.putHours(doctorId, [], ifMatch))));

  it('is reported by the holiday, or meets it', () =>
    race(() => {
      const holiday = { dateOn: monday, name: 'Sudden', departmentId: where.departmentId };
      return must(deskOf(clinic, clinic.admin).addHoliday(holiday));
    }));

  it('sees the holiday of a department that the doctor joins while it is being added', async () => {
    const [from, to] = [await ward(clinic), await ward(clinic)];
    const { doctor } = await doctorAtWork(clinic, from, { weekly: [], visitMinutes: 30 });
    await desk.setHours(doctor.id, weekdays('09:00-12:00'));
    // A row of the same date and department, not committed, keeps the holiday waiting in the middle of its work.
    const blocker = await createConnection({ uri: clinic.urls.mysqlUrl });
    await blocker.beginTransaction();
    await blocker.query('INSERT INTO holidays (id, date_on, name, department_id) VALUES (?, ?, ?, ?)', [
      uuidBytes(newId()),
      monday,
      'In the way',
      uuidBytes(to.departmentId),
    ]);
    const holiday = { dateOn: monday, name: 'Sudden', departmentId: to.departmentId };
    const adding = must(deskOf(clinic, clinic.admin).addHoliday(holiday));
    await untilTheyWait(clinic);
    const move = { body: { departmentId: to.departmentId }, headers: { 'if-match': '"1"' } };
    const moving = must(clinic.call(clinic.admin, 'PATCH', `/doctors/${doctor.id}`, move));
    await untilTheyWait(clinic, 2);
    await startsOn(clinic, doctor.id, monday);
    await blocker.rollback();
    await blocker.end();
    await Promise.all([adding, moving]);
    expect(await startsOn(clinic, doctor.id, monday)).to.be.empty;
  });

  it('is refused or reported, one against one, whoever comes first', async () => {
    const { doctor } = await doctorAtWork(clinic, await ward(clinic));
    const [someone] = await patients(clinic, 1);
    for (let round = 0; round < 40; round++) {
      const dateOn = addDays(monday, round);
      const away = { startsAt: instantOn(dateOn, '09:00'), endsAt: instantOn(dateOn, '10:00') };
      const asks = () => book(clinic, someone!.user, { doctorId: doctor.id, startsAt: away.startsAt });
      const closes = async () =>
        must<ScheduleChange>(
          round % 4 < 2 ? desk.addTimeOff(doctor.id, away) : desk.putOverride(doctor.id, dateOn),
        );
      const isBookingFirst = round % 2 === 0;
      const first = isBookingFirst ? asks() : null;
      const closing = closes();
      const [booked, closed] = await Promise.all([first ?? asks(), closing]);
      if (booked.status === 201) expect(closed.displaced[0]?.appointmentId).to.equal(booked.body.id);
      else expect(booked.body).to.include({ code: 'slot_not_offered' });
      expect(closed.displacedCount).to.equal(booked.status === 201 ? 1 : 0);
    }
  });
});

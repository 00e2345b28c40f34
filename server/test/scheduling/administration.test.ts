import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import { addDays } from '../../src/lib/time.js';
import { auditOf, onDatabase, withoutRequestId } from '../directory/directory-builders.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  patient,
  patients,
  staff,
  type Ward,
  ward,
} from '../support/people.js';
import { comingDate, deskOf, instantOn, startsOn, weekdays } from './administration-builders.js';

const monday = comingDate(1);
const saturday = comingDate(6);

describe("The clinic sets a doctor's hours", () => {
  let clinic: Clinic;
  let where: Ward;
  let reception: SignedIn;
  let desk: ReturnType<typeof deskOf>;
  let ada: DoctorAtWork;
  let adaId: string;

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    reception = await staff(clinic, 'receptionist');
    desk = deskOf(clinic, reception);
  });
  beforeEach(async () => {
    ada = await doctorAtWork(clinic, where, { weekly: [], visitMinutes: 60 });
    adaId = ada.doctor.id;
  });
  after(() => clinic.close());

  const refusedFields = async (answer: ReturnType<typeof desk.putHours>): Promise<string[]> => {
    const { status, body } = await answer;
    expect(status).to.equal(422);
    return (body.errors ?? []).map(({ field }) => field);
  };

  it('offers what was set, and nothing else', async () => {
    expect(await startsOn(clinic, adaId, monday)).to.be.empty;
    const { version } = await desk.schedule(adaId);
    const change = await desk.setHours(adaId, weekdays('09:00-11:00', '13:00-14:00'));
    expect(change).to.deep.equal({ version: version + 1, displaced: [], displacedCount: 0 });
    expect(await startsOn(clinic, adaId, monday)).to.deep.equal(['09:00', '10:00', '13:00']);
    expect(await startsOn(clinic, adaId, saturday)).to.be.empty;
    await desk.setHours(adaId, weekdays('15:00-16:00'));
    expect(await startsOn(clinic, adaId, monday)).to.deep.equal(['15:00']);
  });

  it('shows the schedule as it was set, with its version as ETag', async () => {
    const weekly = [
      ...weekdays('09:00-11:00'),
      { weekday: 6 as const, startMinute: 600, endMinute: 720, validFromOn: monday },
    ];
    await desk.setHours(adaId, weekly.toReversed());
    await must(desk.putOverride(adaId, saturday, '10:00-12:00'));
    const { body, headers } = await clinic.call(reception, 'GET', `/doctors/${adaId}/schedule`);
    expect(headers.get('etag')).to.equal(`"${body.version}"`);
    expect(body).to.deep.include({ doctorId: adaId, zone: 'UTC', visitMinutes: 60, weekly, timeOff: [] });
    expect(body.overrides).to.deep.equal([
      { dateOn: saturday, windows: [{ startMinute: 600, endMinute: 720 }] },
    ]);
    expect((await auditOf(clinic, adaId)).map(({ action }) => action)).to.include.members([
      'schedule.hours_changed',
      'schedule.override_set',
    ]);
  });

  it('does not let one desk overwrite what another has just set', async () => {
    const { version } = await desk.schedule(adaId);
    const missing = await desk.putHours(adaId, []);
    expect(missing).to.deep.include({ status: 428 });
    const both = await Promise.all(
      ['08:00-09:00', '10:00-11:00'].map((text) => desk.putHours(adaId, weekdays(text), `"${version}"`)),
    );
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
    expect((await desk.schedule(adaId)).weekly).to.have.length(5);
  });

  it('reports visits outside the new hours, earliest first, and leaves them as they are', async () => {
    await desk.setHours(adaId, weekdays('09:00-12:00'));
    const [one, other, third] = await patients(clinic, 3);
    const at = (time: string) => ({ doctorId: adaId, startsAt: instantOn(monday, time) });
    const stays = await must(book(clinic, one!.user, at('09:00')));
    const later = await must(book(clinic, other!.user, at('11:00')));
    const held = await must<{ id: string }>(
      clinic.call(third!.user, 'POST', '/appointments/holds', { body: at('10:00') }),
    );
    const change = await desk.setHours(adaId, weekdays('09:00-10:00', '10:30-12:30'));
    expect(change.displaced).to.deep.equal([
      {
        appointmentId: held.id,
        doctorId: adaId,
        startsAt: instantOn(monday, '10:00'),
        endsAt: instantOn(monday, '11:00'),
      },
    ]);
    const again = await desk.setHours(adaId, weekdays('09:00-10:00'));
    expect(again.displaced.map(({ appointmentId }) => appointmentId)).to.deep.equal([held.id, later.id]);
    expect(again.displacedCount).to.equal(2);
    for (const { id } of [stays, later]) {
      expect((await clinic.call(reception, 'GET', `/appointments/${id}`)).body).to.include({
        state: 'booked',
      });
    }
  });

  it('does not report again what was outside the hours all along, nor what was cancelled', async () => {
    await desk.setHours(adaId, weekdays('09:00-12:00'));
    const someone = await patient(clinic);
    const overbooked = { patientId: someone.patientId, overbookReason: 'Comes from far away' };
    await must(
      book(clinic, reception, { doctorId: adaId, startsAt: instantOn(monday, '18:00'), ...overbooked }),
    );
    const { id } = await must(
      book(clinic, someone.user, { doctorId: adaId, startsAt: instantOn(monday, '11:00') }),
    );
    await must(
      clinic.call(someone.user, 'POST', `/appointments/${id}/cancel`, { body: { reason: 'Better' } }),
    );
    const change = await desk.setHours(adaId, weekdays('09:00-10:00'));
    expect(change).to.deep.include({ displaced: [], displacedCount: 0 });
  });

  it('opens, shortens and closes single dates, and goes back to the weekly hours', async () => {
    await desk.setHours(adaId, weekdays('09:00-11:00'));
    const { id } = await must(
      book(clinic, (await patient(clinic)).user, { doctorId: adaId, startsAt: instantOn(monday, '10:00') }),
    );
    await must(desk.putOverride(adaId, saturday, '10:00-12:00'));
    expect(await startsOn(clinic, adaId, saturday)).to.deep.equal(['10:00', '11:00']);
    const shortened = await must(desk.putOverride(adaId, monday, '09:00-10:00'));
    expect(shortened.displaced.map(({ appointmentId }) => appointmentId)).to.deep.equal([id]);
    expect((await must(desk.putOverride(adaId, monday))).displacedCount).to.equal(1);
    expect(await startsOn(clinic, adaId, monday)).to.be.empty;
    expect((await must(desk.removeOverride(adaId, monday))).displaced).to.be.empty;
    expect(await startsOn(clinic, adaId, monday)).to.deep.equal(['09:00']);
    expect((await desk.removeOverride(adaId, monday)).body).to.include({ code: 'override_not_found' });
  });

  it('reports who came because of an override that is removed', async () => {
    await must(desk.putOverride(adaId, saturday, '10:00-12:00'));
    const someone = await patient(clinic);
    const { id } = await must(
      book(clinic, someone.user, { doctorId: adaId, startsAt: instantOn(saturday, '10:00') }),
    );
    const change = await must(desk.removeOverride(adaId, saturday));
    expect(change.displaced.map(({ appointmentId }) => appointmentId)).to.deep.equal([id]);
  });

  it('heeds If-Match on an override when it is sent', async () => {
    const { version } = await desk.schedule(adaId);
    const put = (ifMatch: string) =>
      clinic.call(reception, 'PUT', `/doctors/${adaId}/overrides/${monday}`, {
        body: { windows: [] },
        headers: { 'if-match': ifMatch },
      });
    expect((await put(`"${version + 1}"`)).status).to.equal(412);
    expect((await put(`"${version}"`)).status).to.equal(200);
  });

  it('lets a doctor change her own calendar; another one is like a missing one', async () => {
    const other = await doctorAtWork(clinic, where, { weekly: [] });
    const own = deskOf(clinic, ada.user);
    await own.setHours(adaId, weekdays('09:00-11:00'));
    const away = { startsAt: instantOn(monday, '09:00'), endsAt: instantOn(monday, '10:00') };
    const attempts = (doctorId: string) => [
      clinic.call(ada.user, 'GET', `/doctors/${doctorId}/schedule`),
      own.putHours(doctorId, [], '"1"'),
      own.putOverride(doctorId, monday),
      own.removeOverride(doctorId, monday),
      own.addTimeOff(doctorId, away),
      own.removeTimeOff(doctorId, newId()),
    ];
    const foreign = await Promise.all(attempts(other.doctor.id));
    const missing = await Promise.all(attempts(newId()));
    for (const [index, { status, body }] of foreign.entries()) {
      expect({ status, body: withoutRequestId(body as Record<string, unknown>) }).to.deep.equal({
        status: 404,
        body: withoutRequestId(missing[index]?.body as Record<string, unknown>),
      });
      expect(body).to.include({ code: 'doctor_not_found' });
    }
    expect((await own.addHoliday({ dateOn: monday, name: 'Mine' })).status).to.equal(403);
  });

  it('keeps schedules from patients, nurses and strangers', async () => {
    const nurse = await staff(clinic, 'nurse', { departmentId: where.departmentId });
    const { user } = await patient(clinic);
    for (const [who, status] of [
      [nurse, 403],
      [user, 403],
      [null, 401],
    ] as const) {
      expect((await clinic.call(who, 'GET', `/doctors/${adaId}/schedule`)).status).to.equal(status);
      expect(
        (await clinic.call(who, 'PUT', `/doctors/${adaId}/working-hours`, { body: { weekly: [] } })).status,
      ).to.equal(status);
    }
  });

  it('refuses hours that cannot be, names the field, and changes nothing', async () => {
    const { version } = await desk.schedule(adaId);
    const put = (...weekly: unknown[]) => refusedFields(desk.putHours(adaId, weekly, `"${version}"`));
    const good = { weekday: 1, startMinute: 540, endMinute: 600 };
    expect(await put(good, good)).to.deep.equal(['body.weekly.1']);
    expect(await put({ ...good, startMinute: 541 })).to.deep.equal(['body.weekly.0.startMinute']);
    expect(await put({ ...good, validFromOn: '2027-02-30' })).to.deep.equal(['body.weekly.0.validFromOn']);
    for (const wrong of [
      { weekday: 8 },
      { weekday: '1' },
      { startMinute: '540' },
      { startMinute: -5 },
      { endMinute: 1445 },
      { doctorId: adaId },
      { validToOn: 'never' },
    ]) {
      expect(await put({ ...good, ...wrong })).not.to.be.empty;
    }
    expect(await put(...Array.from({ length: 201 }, () => good))).not.to.be.empty;
    const override = (dateOn: string, ...windows: string[]) =>
      refusedFields(desk.putOverride(adaId, dateOn, ...windows));
    expect(await override('2027-02-30')).to.deep.equal(['dateOn']);
    expect(await override(monday, '09:00-10:00', '09:30-11:00')).to.deep.equal(['body.windows.1']);
    expect((await desk.schedule(adaId)).version).to.equal(version);
  });

  it('has room for a thousand overrides', async () => {
    await onDatabase(
      clinic,
      `INSERT INTO schedule_overrides (doctor_id, date_on, windows)
       WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
       SELECT UUID_TO_BIN(?), ? + INTERVAL i DAY, '[]' FROM n`,
      [adaId, monday],
    );
    const next = await desk.putOverride(adaId, addDays(monday, 1000));
    expect(next.status).to.equal(409);
    expect(next.body).to.include({ code: 'schedule_full' });
    expect((await desk.putOverride(adaId, monday, '09:00-10:00')).status).to.equal(200);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import { addDays } from '../../src/lib/time.js';
import { BusyTicks } from '../../src/scheduling/busy-ticks.js';
import { freeSlots } from '../../src/scheduling/slot-maths.js';
import type { Slot } from '../../src/scheduling/slots.types.js';
import { auditOf, withoutRequestId } from '../directory/directory-builders.js';
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
import { apart, comingDate, deskOf, instantOn, startsOn, weekdays } from './administration-builders.js';
import { anySchedule, tickAt } from './schedule-builders.js';

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

  it('lists as free exactly what the schedule it shows says, whatever was set', async () => {
    const sunday = comingDate(7);
    const [from, to] = [addDays(sunday, -5), addDays(sunday, 5)];
    const { doctor } = await doctorAtWork(clinic, where, {
      weekly: [],
      zone: 'Europe/Berlin',
      visitMinutes: 60,
    });
    await fc.assert(
      fc.asyncProperty(anySchedule('Europe/Berlin', sunday), async ({ weekly, overrides }) => {
        const undated = weekly.map(({ weekday, startMinute, endMinute }) => ({
          weekday,
          startMinute,
          endMinute,
        }));
        await desk.setHours(
          doctor.id,
          [...Map.groupBy(undated, ({ weekday }) => weekday).values()].flatMap(apart),
        );
        for (const { dateOn, windows: hours } of overrides) {
          await must(
            clinic.call(reception, 'PUT', `/doctors/${doctor.id}/overrides/${dateOn}`, {
              body: { windows: apart(hours) },
            }),
          );
        }
        const shown = await desk.schedule(doctor.id);
        const path = `/doctors/${doctor.id}/slots?from=${instantOn(from, '00:00')}&to=${instantOn(to, '00:00')}`;
        const listed = await must(clinic.call<Slot[]>(null, 'GET', path));
        const expected = freeSlots({ ...shown, holidays: [], timeOff: [] }, BusyTicks.none, {
          fromTick: tickAt(instantOn(from, '00:00')),
          toTick: tickAt(instantOn(to, '00:00')),
          durationTicks: 12,
          stepTicks: 12,
          notBeforeTick: 0,
        });
        expect(listed.map(({ startsAt }) => tickAt(startsAt))).to.deep.equal(expected);
      }),
      { numRuns: 15 },
    );
  });
});

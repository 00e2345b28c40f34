import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import { addDays } from '../../src/lib/time.js';
import type { Holiday } from '../../src/scheduling/holidays.types.js';
import { auditOf, onDatabase } from '../directory/directory-builders.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { book, doctorAtWork, patient, patients, staff, type Ward, ward } from '../support/people.js';
import { comingDate, deskOf, instantOn, startsOn, weekdays } from './administration-builders.js';

const monday = comingDate(1);
const tuesday = addDays(monday, 1);
const idsOf = (visits: { appointmentId: string }[]): string[] =>
  visits.map(({ appointmentId }) => appointmentId);

describe('Nobody is booked with a doctor who is away', () => {
  let clinic: Clinic;
  let where: Ward;
  let desk: ReturnType<typeof deskOf>;
  let office: ReturnType<typeof deskOf>;
  let reception: SignedIn;
  let adaId: string;

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    reception = await staff(clinic, 'receptionist');
    desk = deskOf(clinic, reception);
    office = deskOf(clinic, clinic.admin);
  });
  beforeEach(async () => {
    adaId = await doctorFrom9To12(where);
  });
  after(() => clinic.close());

  async function doctorFrom9To12(at: Ward, zone = 'UTC'): Promise<string> {
    const { doctor } = await doctorAtWork(clinic, at, { weekly: [], visitMinutes: 60, zone });
    await desk.setHours(doctor.id, weekdays('09:00-12:00'));
    return doctor.id;
  }
  const away = (from: string, to: string, reason?: string) => ({
    startsAt: instantOn(monday, from),
    endsAt: instantOn(monday, to),
    ...(reason && { reason }),
  });
  const stateOf = async (id: string): Promise<unknown> =>
    (await clinic.call(reception, 'GET', `/appointments/${id}`)).body.state;

  describe('during time off', () => {
    it('is gone from the list, and comes back when the time off is removed', async () => {
      expect(await startsOn(clinic, adaId, monday)).to.have.length(3);
      const added = await must(desk.addTimeOff(adaId, away('10:00', '11:00', 'Conference')));
      expect(await startsOn(clinic, adaId, monday)).to.deep.equal(['09:00', '11:00']);
      const [entry] = (await desk.schedule(adaId)).timeOff;
      expect(entry).to.deep.equal({ id: added.id, ...away('10:00', '11:00', 'Conference') });
      expect((await desk.removeTimeOff(adaId, added.id)).status).to.equal(204);
      expect(await startsOn(clinic, adaId, monday)).to.deep.equal(['09:00', '10:00', '11:00']);
      expect((await desk.removeTimeOff(adaId, added.id)).body).to.include({ code: 'time_off_not_found' });
      expect((await auditOf(clinic, adaId)).map(({ action }) => action)).to.include.members([
        'schedule.time_off_added',
        'schedule.time_off_removed',
      ]);
    });

    it('reports every visit it touches, overbooked ones too; the visits stand', async () => {
      const [one, other] = await patients(clinic, 2);
      const { id } = await must(
        book(clinic, one!.user, { doctorId: adaId, startsAt: instantOn(monday, '10:00') }),
      );
      const late = { startsAt: instantOn(monday, '19:00'), overbookReason: 'Comes from far away' };
      const { id: lateId } = await must(
        book(clinic, reception, { doctorId: adaId, patientId: other!.patientId, ...late }),
      );
      const added = await must(desk.addTimeOff(adaId, away('10:55', '20:00')));
      expect(idsOf(added.displaced)).to.deep.equal([id, lateId]);
      expect([await stateOf(id), await stateOf(lateId)]).to.deep.equal(['booked', 'booked']);
    });

    it('names two hundred of them and counts the rest', async () => {
      await must(desk.putOverride(adaId, monday, '00:00-24:00'));
      const { patientId } = await patient(clinic);
      await onDatabase(
        clinic,
        `INSERT INTO appointments (id, doctor_id, patient_id, department_id, starts_at, ends_at, state, is_acknowledged, booked_by, created_at, updated_at)
         WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 249)
         SELECT UUID_TO_BIN(UUID()), UUID_TO_BIN(?), UUID_TO_BIN(?), UUID_TO_BIN(?), ? + INTERVAL 5 * i MINUTE,
           ? + INTERVAL 5 * i + 5 MINUTE, 'booked', TRUE, UUID_TO_BIN(?), NOW(), NOW() FROM n`,
        [adaId, patientId, where.departmentId, `${monday} 00:00:00`, `${monday} 00:00:00`, patientId],
      );
      const added = await must(
        desk.addTimeOff(adaId, { startsAt: instantOn(monday, '00:00'), endsAt: instantOn(tuesday, '00:00') }),
      );
      expect(added.displaced).to.have.length(200);
      expect(added.displacedCount).to.equal(250);
      expect(added.displaced[199]?.startsAt).to.equal(instantOn(monday, '16:35'));
    });

    it('has one effect per Idempotency-Key', async () => {
      const headers = { 'idempotency-key': 'time-off-key-0001' };
      const answers = await Promise.all(
        [0, 1, 2].map(() => desk.addTimeOff(adaId, away('10:00', '11:00'), headers)),
      );
      const again = await desk.addTimeOff(adaId, away('10:00', '11:00'), headers);
      expect(again.headers.get('idempotency-replayed')).to.equal('true');
      for (const answer of answers) expect([201, 409]).to.include(answer.status);
      const entries = (await desk.schedule(adaId)).timeOff;
      expect(entries.map(({ id }) => id)).to.deep.equal([again.body.id]);
    });

    it('lies on 5-minute marks, ends after it starts, and lasts a year at most', async () => {
      const day = (from: string, to: string) => ({
        startsAt: `${monday}T${from}Z`,
        endsAt: `${monday}T${to}Z`,
      });
      const wrong = [
        [day('10:01:00', '11:00:00'), 'body.startsAt'],
        [day('10:00:00', '11:00:30'), 'body.endsAt'],
        [day('11:00:00', '11:00:00'), 'body.endsAt'],
        [{ ...day('10:00:00', '11:00:00'), startsAt: '2027-02-30T10:00:00Z' }, 'body.startsAt'],
        [{ ...day('10:00:00', '10:00:00'), endsAt: instantOn(addDays(monday, 367), '00:00') }, 'body.endsAt'],
        [{ ...day('10:00:00', '11:00:00'), reason: ' ' }, 'body.reason'],
        [{ ...day('10:00:00', '11:00:00'), createdBy: newId() }, 'body'],
      ] as const;
      for (const [body, field] of wrong) {
        const refused = await desk.addTimeOff(adaId, body);
        expect(refused.status).to.equal(422);
        expect(refused.body.errors?.[0]?.field).to.equal(field);
      }
      expect((await desk.schedule(adaId)).timeOff).to.be.empty;
    });

    it('is not shown any more once it has ended, nor is an override of a date gone by', async () => {
      const [yesterdayOn, tomorrowOn] = [-1, 1].map((days) =>
        addDays(new Date().toISOString().slice(0, 10), days),
      );
      for (const dateOn of [yesterdayOn ?? '', tomorrowOn ?? '']) {
        const day = { startsAt: instantOn(dateOn, '01:00'), endsAt: instantOn(dateOn, '02:00') };
        await must(desk.addTimeOff(adaId, day));
        await must(desk.putOverride(adaId, dateOn));
      }
      const { timeOff, overrides } = await desk.schedule(adaId);
      expect(timeOff.map(({ startsAt }) => startsAt)).to.deep.equal([instantOn(tomorrowOn ?? '', '01:00')]);
      expect(overrides).to.deep.equal([{ dateOn: tomorrowOn, windows: [] }]);
    });

    it('stays out of reach under another doctor', async () => {
      const added = await must(desk.addTimeOff(adaId, away('10:00', '11:00')));
      const otherId = await doctorFrom9To12(where);
      expect((await desk.removeTimeOff(otherId, added.id)).body).to.include({ code: 'time_off_not_found' });
      expect((await desk.schedule(adaId)).timeOff).to.have.length(1);
    });
  });

  describe('on a holiday', () => {
    const made: string[] = [];
    const add = async (fields: Record<string, unknown> = {}) => {
      const added = await must(office.addHoliday({ dateOn: monday, name: 'Founders’ day', ...fields }));
      made.push(added.id);
      return added;
    };
    afterEach(async () => {
      for (const id of made.splice(0)) await office.removeHoliday(id);
    });

    it('is gone for everyone, except where an override opens the date', async () => {
      const otherId = await doctorFrom9To12(await ward(clinic));
      await must(desk.putOverride(otherId, monday, '10:00-11:00'));
      expect(await startsOn(clinic, adaId, monday)).to.have.length(3);
      const { id } = await add();
      expect(await startsOn(clinic, adaId, monday)).to.be.empty;
      expect(await startsOn(clinic, adaId, tuesday)).to.deep.equal(['09:00', '10:00', '11:00']);
      expect(await startsOn(clinic, otherId, monday)).to.deep.equal(['10:00']);
      expect((await office.removeHoliday(id)).status).to.equal(204);
      expect(await startsOn(clinic, adaId, monday)).to.deep.equal(['09:00', '10:00', '11:00']);
      expect((await office.removeHoliday(id)).body).to.include({ code: 'holiday_not_found' });
      expect((await auditOf(clinic, id)).map(({ action }) => action)).to.deep.equal([
        'holiday.created',
        'holiday.removed',
      ]);
    });

    it('of one department closes that department, also for doctors who move there later', async () => {
      const elsewhere = await ward(clinic);
      const otherId = await doctorFrom9To12(elsewhere);
      await add({ departmentId: where.departmentId });
      expect(await startsOn(clinic, adaId, monday)).to.be.empty;
      expect(await startsOn(clinic, otherId, monday)).to.have.length(3);
      await must(
        clinic.call(clinic.admin, 'PATCH', `/doctors/${otherId}`, {
          body: { departmentId: where.departmentId },
          headers: { 'if-match': '"1"' },
        }),
      );
      expect(await startsOn(clinic, otherId, monday)).to.be.empty;
    });

    it('reports the visits on that local date, of all doctors; the visits stand', async () => {
      const dateOn = addDays(monday, 7);
      const aucklandId = await doctorFrom9To12(where, 'Pacific/Auckland');
      const openId = await doctorFrom9To12(where);
      await must(desk.putOverride(openId, dateOn, '09:00-12:00'));
      const [one, two, three, four] = await patients(clinic, 4);
      const at = (doctorId: string, on: string, time: string) => ({
        doctorId,
        startsAt: instantOn(on, time),
      });
      // 21:00 UTC on Sunday is Monday morning in Auckland, and the same a day later is Tuesday.
      const early = await must(book(clinic, one!.user, at(aucklandId, addDays(dateOn, -1), '21:00')));
      await must(book(clinic, two!.user, at(aucklandId, dateOn, '21:00')));
      await must(book(clinic, three!.user, at(openId, dateOn, '09:00')));
      const late = await must(book(clinic, four!.user, at(adaId, dateOn, '11:00')));
      const added = await add({ dateOn });
      expect(added).to.include({ displacedCount: 2, departmentId: null });
      expect(idsOf(added.displaced)).to.deep.equal([early.id, late.id]);
      expect(await stateOf(late.id)).to.equal('booked');
    });

    it('stands once per date and department', async () => {
      await add();
      await add({ departmentId: where.departmentId });
      for (const fields of [{}, { departmentId: where.departmentId }]) {
        const refused = await office.addHoliday({ dateOn: monday, name: 'Again', ...fields });
        expect(refused).to.deep.include({ status: 409 });
        expect(refused.body).to.include({ code: 'holiday_exists' });
      }
    });

    it('is listed for everyone, page by page, by date and department', async () => {
      const elsewhere = await ward(clinic);
      for (const [days, fields] of [
        [2, {}],
        [0, {}],
        [1, { departmentId: where.departmentId }],
        [1, { departmentId: elsewhere.departmentId }],
      ] as const) {
        await add({ dateOn: addDays(monday, days), ...fields });
      }
      const list = async (query: string) =>
        (await clinic.call<Page<Holiday>>(null, 'GET', `/holidays?${query}`)).body;
      const range = `from=${monday}&to=${addDays(monday, 2)}`;
      const all = await list(range);
      expect(all.items.map(({ dateOn }) => dateOn)).to.deep.equal([
        monday,
        tuesday,
        tuesday,
        addDays(monday, 2),
      ]);
      const paged: Holiday[] = [];
      for (let cursor = ''; ; ) {
        const page = await list(`${range}&limit=1${cursor}`);
        paged.push(...page.items);
        if (page.nextCursor === null) break;
        cursor = `&cursor=${page.nextCursor}`;
      }
      expect(paged).to.deep.equal(all.items);
      const ours = await list(`${range}&departmentId=${where.departmentId}`);
      expect(ours.items.map(({ departmentId }) => departmentId)).to.deep.equal([
        null,
        where.departmentId,
        null,
      ]);
      expect((await list(`from=${tuesday}&to=${tuesday}`)).items).to.have.length(2);
    });

    it('is an admin’s to make, on a date and for a department that exist', async () => {
      expect((await desk.addHoliday({ dateOn: monday, name: 'Ours' })).status).to.equal(403);
      const wrong = [
        [{ dateOn: '2027-02-30', name: 'Never' }, 'body.dateOn'],
        [{ dateOn: monday, name: ' ' }, 'body.name'],
        [{ dateOn: monday, name: 'Nowhere', departmentId: newId() }, 'body.departmentId'],
      ] as const;
      for (const [body, field] of wrong) {
        const refused = await office.addHoliday(body);
        expect(refused.status).to.equal(422);
        expect(refused.body.errors?.[0]?.field).to.equal(field);
      }
      const { status } = await clinic.call(null, 'GET', `/holidays?from=${tuesday}&to=${monday}`);
      expect(status).to.equal(422);
    });
  });
});

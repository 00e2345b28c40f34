import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import { addDays } from '../../src/lib/time.js';
import type { Holiday } from '../../src/scheduling/holidays.types.js';
import { auditOf } from '../directory/directory-builders.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { book, doctorAtWork, patients, staff, type Ward, ward } from '../support/people.js';
import { comingDate, deskOf, instantOn, startsOn, weekdays } from './administration-builders.js';

const monday = comingDate(1);
const tuesday = addDays(monday, 1);
const idsOf = (visits: { appointmentId: string }[]): string[] =>
  visits.map(({ appointmentId }) => appointmentId);

describe('Nobody is booked on a holiday', () => {
  let clinic: Clinic;
  let where: Ward;
  let reception: SignedIn;
  let desk: ReturnType<typeof deskOf>;
  let office: ReturnType<typeof deskOf>;
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
  const stateOf = async (id: string): Promise<unknown> =>
    (await clinic.call(reception, 'GET', `/appointments/${id}`)).body.state;

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

import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { uuidBytes } from '../../src/lib/ids.js';
import { type Cast, cast, openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { book, patient } from '../support/people.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const tickMs = 300_000;

interface Visit {
  /** When, from now. */
  inMs: number;
  state?: string;
  bookedBy?: 'reception' | 'doctor';
}

describe('Who treats a patient', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;
  let people = 0;
  let visits = 0;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    stores = await openStores(clinic);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  interface Stranger {
    patientId: string;
    familyName: string;
    user: SignedIn;
  }

  async function newcomer(): Promise<Stranger> {
    const familyName = `Zzyzx${String.fromCharCode(97 + (people % 26), 97 + Math.floor(people++ / 26))}`;
    const { patientId, user } = await patient(clinic, { familyName });
    return { patientId, familyName, user };
  }

  /** A visit with the doctor, booked ahead and then moved to where a test wants it, which no operation could. */
  async function visited(
    { patientId }: Stranger,
    { inMs, state, bookedBy = 'reception' }: Visit,
  ): Promise<string> {
    const startsAt = new Date((Math.floor(Date.now() / tickMs) + 2 * ++visits) * tickMs + 2 * dayMs);
    const who = bookedBy === 'doctor' ? on.doctor.user : on.reception;
    const wish = { doctorId: on.doctor.doctor.id, patientId, startsAt, durationMinutes: 5 };
    const { id } = await must(book(clinic, who, wish));
    const at = new Date(Date.now() + inMs);
    await stores.rows('UPDATE appointments SET starts_at = ?, ends_at = ?, state = ? WHERE id = ?', [
      at,
      new Date(at.getTime() + tickMs),
      state ?? 'booked',
      uuidBytes(id),
    ]);
    return id;
  }

  async function attended({ patientId }: Stranger, openedMsAgo: number, status = 'open'): Promise<void> {
    const { id, department } = on.doctor.doctor;
    await stores.rows(
      `INSERT INTO medical_records (id, patient_id, doctor_id, department_id, kind, status, opened_at, created_at, updated_at)
       VALUES (UUID_TO_BIN(UUID()), ?, ?, ?, 'walk_in', ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
      [patientId, id, department.id]
        .map(uuidBytes)
        .concat([status, new Date(Date.now() - openedMsAgo)] as never[]),
    );
  }

  /** Every door says the same: the patient herself, the list, the tolerant search. */
  async function sees(who: SignedIn, { patientId, familyName }: Stranger): Promise<boolean> {
    const { status } = await clinic.call(who, 'GET', `/patients/${patientId}`);
    const found = async (path: string) =>
      (await must<{ items: { id: string }[] }>(clinic.call(who, 'GET', path))).items.some(
        ({ id }) => id === patientId,
      );
    const isListed = await found(`/patients?familyName=${familyName}&limit=200`);
    const isFound = await found(`/patients/search?q=${familyName}`);
    expect([isListed, isFound], 'list and search agree with the look').to.deep.equal([
      status === 200,
      status === 200,
    ]);
    return status === 200;
  }

  const treating: [string, Visit, boolean][] = [
    ['tomorrow', { inMs: dayMs }, true],
    ['in 89 days', { inMs: 89 * dayMs }, true],
    ['in 91 days', { inMs: 91 * dayMs }, false],
    ['11 months ago', { inMs: -334 * dayMs, state: 'completed' }, true],
    ['13 months ago', { inMs: -400 * dayMs, state: 'completed' }, false],
    ['missed', { inMs: -dayMs, state: 'no_show' }, true],
    ['cancelled', { inMs: dayMs, state: 'cancelled' }, false],
    ['only held', { inMs: dayMs, state: 'held' }, false],
    ['held once', { inMs: dayMs, state: 'expired' }, false],
    ['booked by the doctor alone', { inMs: dayMs, bookedBy: 'doctor' }, false],
  ];
  for (const [when, visit, isTreating] of treating)
    it(`a doctor with a visit ${when}: ${isTreating ? 'yes' : 'no'}`, async () => {
      const someone = await newcomer();
      await visited(someone, visit);
      expect(await sees(on.doctor.user, someone)).to.equal(isTreating);
      expect(await sees(on.stranger.user, someone), 'a colleague').to.equal(false);
    });

  it('a doctor who booked herself: once the patient confirms', async () => {
    const someone = await newcomer();
    const id = await visited(someone, { inMs: dayMs, bookedBy: 'doctor' });
    expect(await sees(on.doctor.user, someone)).to.equal(false);
    await must(clinic.call(someone.user, 'POST', `/appointments/${id}/confirm`));
    expect(await sees(on.doctor.user, someone)).to.equal(true);
  });

  it('a doctor who booked herself: once the front desk checks the patient in', async () => {
    const someone = await newcomer();
    const id = await visited(someone, { inMs: hourMs, bookedBy: 'doctor' });
    expect((await clinic.call(on.doctor.user, 'POST', `/appointments/${id}/start`)).status).to.equal(409);
    await must(clinic.call(on.reception, 'POST', `/appointments/${id}/check-in`));
    expect(await sees(on.doctor.user, someone)).to.equal(true);
  });

  it('a doctor until the visit is cancelled', async () => {
    const someone = await newcomer();
    const id = await visited(someone, { inMs: dayMs });
    expect(await sees(on.doctor.user, someone)).to.equal(true);
    await must(
      clinic.call(on.reception, 'POST', `/appointments/${id}/cancel`, { body: { reason: 'Called off' } }),
    );
    expect(await sees(on.doctor.user, someone)).to.equal(false);
  });

  it('a doctor who attended within twelve months, and not longer ago', async () => {
    const [lately, longAgo] = [await newcomer(), await newcomer()];
    await attended(lately, 330 * dayMs, 'closed');
    await attended(longAgo, 400 * dayMs);
    expect(await sees(on.doctor.user, lately)).to.equal(true);
    expect(await sees(on.doctor.user, longAgo)).to.equal(false);
  });

  const onWard: [string, Visit, boolean][] = [
    ['in 11 hours', { inMs: 11 * hourMs }, true],
    ['in 13 hours', { inMs: 13 * hourMs }, false],
    ['11 hours ago', { inMs: -11 * hourMs, state: 'completed' }, true],
    ['13 hours ago', { inMs: -13 * hourMs, state: 'completed' }, false],
    ['cancelled', { inMs: hourMs, state: 'cancelled' }, false],
    ['only held', { inMs: hourMs, state: 'held' }, false],
    ['held once', { inMs: hourMs, state: 'expired' }, false],
    ['booked by a doctor alone', { inMs: hourMs, bookedBy: 'doctor' }, false],
  ];
  for (const [when, visit, isOnWard] of onWard)
    it(`a nurse of the department with a visit ${when}: ${isOnWard ? 'yes' : 'no'}`, async () => {
      const someone = await newcomer();
      await visited(someone, visit);
      expect(await sees(on.nurse, someone)).to.equal(isOnWard);
      expect(await sees(on.otherNurse, someone), 'of another department').to.equal(false);
    });

  const admitted: [string, number, string, boolean][] = [
    ['open for six days', 6 * dayMs, 'open', true],
    ['open for eight days', 8 * dayMs, 'open', false],
    ['closed', dayMs, 'closed', false],
  ];
  for (const [what, openedMsAgo, status, isOnWard] of admitted)
    it(`a nurse of the department with a record ${what}: ${isOnWard ? 'yes' : 'no'}`, async () => {
      const someone = await newcomer();
      await attended(someone, openedMsAgo, status);
      expect(await sees(on.nurse, someone)).to.equal(isOnWard);
      expect(await sees(on.otherNurse, someone), 'of another department').to.equal(false);
    });
});

import { expect } from 'chai';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { DoctorChanged, DoctorProfile } from '../../src/doctors/doctors.types.js';
import { uuidBytes } from '../../src/lib/ids.js';
import { openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { book, doctorAtWork, futureAt, patient, staff, type Ward, ward } from '../support/people.js';

/** Nine to five on every day of the week. */
const nineToFive = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1_020 }));

describe('A doctor whose hours change with the zone or the department', () => {
  let clinic: Clinic;
  let where: Ward;
  let desk: SignedIn;
  let stores: Stores;

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    desk = await staff(clinic, 'receptionist');
    stores = await openStores(clinic);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  const change = (doctor: DoctorProfile, body: object) =>
    must(
      clinic.call<DoctorChanged>(clinic.admin, 'PATCH', `/doctors/${doctor.id}`, {
        body,
        headers: { 'if-match': `"${doctor.version}"` },
      }),
    );

  async function booked(doctorId: string, startsAt: string, more: object = {}): Promise<Appointment> {
    const { patientId } = await patient(clinic);
    return must(book(clinic, desk, { doctorId, patientId, startsAt, ...more }));
  }
  const idsOf = ({ displaced }: DoctorChanged) => displaced.map(({ appointmentId }) => appointmentId);

  it('is told which visits the other zone leaves outside them, earliest first', async () => {
    const { doctor } = await doctorAtWork(clinic, where, { weekly: nineToFive });
    const second = await booked(doctor.id, futureAt(11, 9));
    const first = await booked(doctor.id, futureAt(10, 9));
    await booked(doctor.id, futureAt(10, 16));
    await booked(doctor.id, futureAt(10, 3), { overbookReason: 'Comes before work' });
    const cancelled = await booked(doctor.id, futureAt(12, 9));
    const reason = { body: { reason: 'Called off' } };
    await must(clinic.call(desk, 'POST', `/appointments/${cancelled.id}/cancel`, reason));
    const changed = await change(doctor, { zone: 'America/Sao_Paulo' });
    expect(idsOf(changed)).to.deep.equal([first.id, second.id]);
    expect(changed).to.include({ displacedCount: 2, zone: 'America/Sao_Paulo' });
    expect(changed.displaced[0]).to.deep.equal({
      appointmentId: first.id,
      doctorId: doctor.id,
      startsAt: first.startsAt,
      endsAt: first.endsAt,
    });
    const [event] = await stores.rows(
      "SELECT payload FROM events WHERE kind = 'doctor.updated' AND subject_id = ?",
      [uuidBytes(doctor.id)],
    );
    expect(event?.payload).to.deep.include({ displaced: [first.id, second.id], displacedCount: 2 });
  });

  it('is told which visits fall on a holiday of the other department', async () => {
    const { doctor } = await doctorAtWork(clinic, where);
    const other = await ward(clinic);
    const dateOn = futureAt(15, 0).slice(0, 10);
    const holiday = { dateOn, name: 'Founding day', departmentId: other.departmentId };
    await must(clinic.call(clinic.admin, 'POST', '/holidays', { body: holiday }));
    const hit = await booked(doctor.id, futureAt(15, 9));
    await booked(doctor.id, futureAt(16, 9));
    const changed = await change(doctor, { departmentId: other.departmentId });
    expect(idsOf(changed)).to.deep.equal([hit.id]);
  });

  it('is told of none where the hours stay', async () => {
    const { doctor } = await doctorAtWork(clinic, where, { weekly: nineToFive });
    await booked(doctor.id, futureAt(10, 9));
    const changed = await change(doctor, { phone: '+49 30 5550123', visitMinutes: 30 });
    expect(changed).to.deep.include({ displaced: [], displacedCount: 0, visitMinutes: 30 });
    const moved = await change(changed, { zone: 'Etc/UTC' });
    expect(moved).to.deep.include({ displaced: [], displacedCount: 0 });
  });

  it('knows of every visit that was booked meanwhile', async () => {
    const { doctor } = await doctorAtWork(clinic, where, { weekly: nineToFive });
    const { patientId } = await patient(clinic);
    const wish = { doctorId: doctor.id, patientId, startsAt: futureAt(10, 9) };
    const [answer, changed] = await Promise.all([
      book(clinic, desk, wish),
      change(doctor, { zone: 'America/Sao_Paulo' }),
    ]);
    expect(changed.displacedCount, `booking was answered ${answer.status}`).to.equal(
      answer.status === 201 ? 1 : 0,
    );
  });
});

describe('The schedule of a doctor', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  for (const year of ['2040', '2200', '9998'])
    it(`does not reach as far as ${year}`, async () => {
      const { doctor } = await doctorAtWork(clinic, await ward(clinic));
      const dateOn = `${year}-05-05`;
      const away = { startsAt: `${dateOn}T08:00:00Z`, endsAt: `${dateOn}T09:00:00Z` };
      const path = `/doctors/${doctor.id}`;
      for (const [method, at, body] of [
        ['POST', `${path}/time-off`, away],
        ['PUT', `${path}/overrides/${dateOn}`, { windows: [] }],
        ['POST', '/holidays', { dateOn, name: 'A slip of the hand' }],
      ] as const)
        expect((await clinic.call(clinic.admin, method, at, { body })).body).to.include({
          status: 422,
          code: 'validation_failed',
        });
    });

  it('is not asked for visits that end before they begin', async () => {
    const query = 'from=2026-05-05T00:00:00Z&to=2026-05-04T00:00:00Z';
    const desk = await staff(clinic, 'receptionist');
    expect((await clinic.call(desk, 'GET', `/appointments?${query}`)).status).to.equal(422);
  });
});

import { expect } from 'chai';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { DoctorProfile } from '../../src/doctors/doctors.types.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import type { PatientDeactivation } from '../../src/patients/patients.types.js';
import type { VisitsToSettlePage, VisitToSettle } from '../../src/scheduling/visits-to-settle.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { book, type DoctorAtWork, doctorAtWork, futureAt, patient, staff, ward } from '../support/people.js';
import { onDatabase } from './directory-builders.js';

const reason = { body: { reason: 'Left the clinic for good.' } };

describe('What stands of somebody who was deactivated', () => {
  let clinic: Clinic;
  let desk: SignedIn;
  let second: SignedIn;
  let at: DoctorAtWork;

  before(async () => {
    clinic = await startClinic();
    desk = await staff(clinic, 'receptionist');
    second = await staff(clinic, 'admin');
  });
  beforeEach(async () => {
    at = await doctorAtWork(clinic, await ward(clinic));
  });
  after(() => clinic.close());

  const visitOn = (days: number, patientId: string) =>
    must<Appointment>(book(clinic, desk, { doctorId: at.doctor.id, patientId, startsAt: futureAt(days, 9) }));
  const moveOn = (id: string, state: string, startsAt = new Date()) =>
    onDatabase(
      clinic,
      'UPDATE appointments SET state = ?, starts_at = ?, ends_at = ? + INTERVAL 15 MINUTE WHERE id = ?',
      [state, startsAt, startsAt, uuidBytes(id)],
    );
  const told = (visits: readonly VisitToSettle[] | null | undefined) =>
    (visits ?? []).map(({ appointmentId, suggestedAction }) => [appointmentId, suggestedAction]);
  const pageOf = (who: SignedIn, path: string) => must<VisitsToSettlePage>(clinic.call(who, 'GET', path));

  /** A visit in every state that stands, by start, and some that do not. */
  async function everyState(patientId: string) {
    const visits = [];
    for (let day = 2; day <= 9; day++) visits.push((await visitOn(day, patientId)).id);
    const [booked, confirmed, checkedIn, begun, over, missed, cancelled, done] = visits as string[];
    const startsAt = futureAt(20, 9);
    const body = { doctorId: at.doctor.id, patientId, startsAt };
    const hold = await must<Appointment>(clinic.call(desk, 'POST', '/appointments/holds', { body }));
    await must(clinic.call(desk, 'POST', `/appointments/${confirmed}/confirm`));
    const hourMs = 3_600_000;
    const begins = (hours: number) => new Date(Math.floor(Date.now() / hourMs) * hourMs + hours * hourMs);
    await moveOn(checkedIn ?? '', 'checked_in', begins(2));
    await moveOn(begun ?? '', 'in_progress', begins(-30));
    await moveOn(over ?? '', 'booked', begins(-5));
    await moveOn(missed ?? '', 'no_show', begins(3));
    await moveOn(done ?? '', 'completed', begins(4));
    await must(clinic.call(desk, 'POST', `/appointments/${cancelled}/cancel`, reason));
    return { begun, checkedIn, booked, confirmed, held: hold.id };
  }

  it('is told to the admin who deactivates a doctor, with what to do', async () => {
    const { patientId } = await patient(clinic);
    const visits = await everyState(patientId);
    const path = `/doctors/${at.doctor.id}`;
    expect((await pageOf(desk, `${path}/visits-to-settle`)).items, 'of an active doctor').to.deep.equal([]);
    const gone = await must<DoctorProfile>(clinic.call(clinic.admin, 'POST', `${path}/deactivate`));
    expect(gone.isActive).to.equal(false);
    const expected = [
      [visits.begun, 'complete'],
      [visits.checkedIn, 'reassign'],
      [visits.booked, 'reassign'],
      [visits.confirmed, 'reassign'],
      [visits.held, 'none'],
    ];
    expect(told(gone.visitsToSettle)).to.deep.equal(expected);
    expect(gone.visitsToSettleCount).to.equal(5);
    expect(gone.visitsToSettle?.every(({ doctorId }) => doctorId === at.doctor.id)).to.equal(true);
    expect(JSON.stringify(gone.visitsToSettle)).not.to.contain(patientId);
    for (const who of [clinic.admin, desk])
      expect(await pageOf(who, `${path}/visits-to-settle`)).to.deep.equal({
        items: gone.visitsToSettle,
        nextCursor: null,
      });
    const again = await must<DoctorProfile>(clinic.call(clinic.admin, 'POST', `${path}/deactivate`));
    expect([again.version, again.visitsToSettle]).to.deep.equal([gone.version, gone.visitsToSettle]);
    await must(clinic.call(desk, 'POST', `/appointments/${visits.booked}/cancel`, reason));
    expect((await pageOf(desk, `${path}/visits-to-settle`)).items).to.have.length(4);
    const back = await must<DoctorProfile>(clinic.call(clinic.admin, 'POST', `${path}/activate`));
    expect(back).not.to.have.any.keys('visitsToSettle', 'visitsToSettleCount');
    expect((await pageOf(desk, `${path}/visits-to-settle`)).items).to.deep.equal([]);
  });

  it('is told of a patient when the second admin agrees: to admins when, to the desk with whom', async () => {
    const { patientId } = await patient(clinic);
    const visits = await everyState(patientId);
    const path = `/patients/${patientId}`;
    const ask = (who: SignedIn) =>
      must<PatientDeactivation>(clinic.call(who, 'POST', `${path}/deactivate`, reason));
    expect(await ask(clinic.admin)).to.include({ visitsToSettle: null, visitsToSettleCount: null });
    expect((await pageOf(clinic.admin, `${path}/visits-to-settle`)).items).to.deep.equal([]);
    const gone = await ask(second);
    expect(told(gone.visitsToSettle)).to.deep.equal([
      [visits.begun, 'complete'],
      [visits.checkedIn, 'cancel'],
      [visits.booked, 'cancel'],
      [visits.confirmed, 'cancel'],
      [visits.held, 'none'],
    ]);
    expect(gone.visitsToSettleCount).to.equal(5);
    expect(JSON.stringify(gone)).not.to.contain(at.doctor.id);
    expect((await pageOf(clinic.admin, `${path}/visits-to-settle`)).items).to.deep.equal(gone.visitsToSettle);
    const forDesk = await pageOf(desk, `${path}/visits-to-settle`);
    expect(told(forDesk.items)).to.deep.equal(told(gone.visitsToSettle));
    expect(forDesk.items.map(({ doctorId }) => doctorId)).to.deep.equal(Array(5).fill(at.doctor.id));
  });

  it('is read page by page by admins and the desk, and by nobody else', async () => {
    const { patientId, user } = await patient(clinic);
    const ids = [];
    for (let day = 2; day <= 6; day++) ids.push((await visitOn(day, patientId)).id);
    const path = `/doctors/${at.doctor.id}/visits-to-settle`;
    await must(clinic.call(clinic.admin, 'POST', `/doctors/${at.doctor.id}/deactivate`));
    const first = await pageOf(desk, `${path}?limit=2`);
    const next = await pageOf(desk, `${path}?limit=2&cursor=${first.nextCursor}`);
    const last = await pageOf(desk, `${path}?limit=2&cursor=${next.nextCursor}`);
    expect(last.nextCursor).to.equal(null);
    const all = [first, next, last].flatMap(({ items }) => items.map(({ appointmentId }) => appointmentId));
    expect(all).to.deep.equal(ids);
    const { user: colleague } = await doctorAtWork(clinic, await ward(clinic));
    for (const who of [user, colleague, await staff(clinic, 'billing'), await staff(clinic, 'pharmacist')])
      for (const asked of [path, `/patients/${patientId}/visits-to-settle`])
        expect((await clinic.call(who, 'GET', asked)).status).to.equal(403);
    for (const kind of ['doctors', 'patients'])
      expect((await clinic.call(desk, 'GET', `/${kind}/${newId()}/visits-to-settle`)).status).to.equal(404);
    const foreign = await clinic.call(
      desk,
      'GET',
      `/patients/${patientId}/visits-to-settle?cursor=${first.nextCursor}`,
    );
    expect(foreign.status).to.equal(422);
  });
});

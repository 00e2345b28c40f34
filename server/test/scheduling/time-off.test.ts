import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId } from '../../src/lib/ids.js';
import { addDays } from '../../src/lib/time.js';
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
  let reception: SignedIn;
  let desk: ReturnType<typeof deskOf>;
  let adaId: string;

  before(async () => {
    clinic = await startClinic();
    where = await ward(clinic);
    reception = await staff(clinic, 'receptionist');
    desk = deskOf(clinic, reception);
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
  const away = (from: string, to: string, reason?: string) => ({
    startsAt: instantOn(monday, from),
    endsAt: instantOn(monday, to),
    ...(reason && { reason }),
  });

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
      [{ ...day('10:00:00', '11:00:00'), createdBy: newId() }, 'body.createdBy'],
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

  it('has room for a thousand entries', async () => {
    await onDatabase(
      clinic,
      `INSERT INTO time_off (id, doctor_id, starts_at, ends_at, created_by, created_at)
       WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
       SELECT UUID_TO_BIN(UUID()), UUID_TO_BIN(?), ? + INTERVAL 5 * i MINUTE, ? + INTERVAL 5 * i + 5 MINUTE,
         UUID_TO_BIN(UUID()), NOW() FROM n`,
      [adaId, `${monday} 00:00:00`, `${monday} 00:00:00`],
    );
    const refused = await desk.addTimeOff(adaId, away('10:00', '11:00'));
    expect(refused.status).to.equal(409);
    expect(refused.body).to.include({ code: 'schedule_full' });
  });
});

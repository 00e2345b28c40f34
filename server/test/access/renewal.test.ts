import { expect } from 'chai';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { uuidBytes } from '../../src/lib/ids.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Cast, cast, openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { book, doctorAtWork, futureAt, patient, type RegisteredPatient } from '../support/people.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const tickMs = 300_000;
const reason = { reason: 'Not needed' };

/** What somebody does about a patient's visit, by way of the API alone. */
type Act = (whose: RegisteredPatient, visitId: string) => Promise<unknown>;

describe('A treating relationship', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;
  let starts = 0;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    stores = await openStores(clinic);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  /** Nobody is checked in more than twelve hours ahead: another doctor has the next ticks again. */
  beforeEach(async () => {
    if (starts < 100) return;
    starts = 0;
    const { department, specializations } = on.doctor.doctor;
    const where = { departmentId: department.id, specializationId: specializations[0]?.id ?? '' };
    on.doctor = await doctorAtWork(clinic, where);
  });

  const doctor = () => on.doctor.user;
  const post = (who: SignedIn, path: string, body?: object) =>
    clinic.call<{ id: string }>(who, 'POST', path, { body });
  const step = (who: SignedIn, id: string, verb: string, body?: object) =>
    post(who, `/appointments/${id}/${verb}`, body);

  /** Marks of the grid that nobody has yet, from now on or from so many hours ahead. */
  const nextStart = (inHours = 0): string =>
    new Date((Math.floor((Date.now() + inHours * hourMs) / tickMs) + 1 + ++starts) * tickMs).toISOString();

  const wishOf = ({ patientId }: RegisteredPatient, startsAt = nextStart()) => ({
    doctorId: on.doctor.doctor.id,
    patientId,
    startsAt,
    durationMinutes: 5,
  });

  const bookedBy = async (who: SignedIn, whose: RegisteredPatient, startsAt?: string): Promise<string> =>
    (await must<Appointment>(book(clinic, who, wishOf(whose, startsAt)))).id;

  /** The visit was at another time, which no operation could bring about. */
  async function dated(id: string, inMs: number): Promise<void> {
    const at = new Date(Math.floor((Date.now() + inMs) / tickMs) * tickMs);
    const ends = new Date(at.getTime() + tickMs);
    await stores.rows('UPDATE appointments SET starts_at = ?, ends_at = ? WHERE id = ?', [
      at,
      ends,
      uuidBytes(id),
    ]);
  }

  const reads = async (who: SignedIn, { patientId }: RegisteredPatient): Promise<boolean> =>
    (await clinic.call(who, 'GET', `/patients/${patientId}`)).status === 200;

  const soon = () => ({ startsAt: nextStart(72) });
  const walkIn = ({ patientId }: RegisteredPatient) =>
    post(doctor(), '/medical-records', { patientId, kind: 'walk_in' });

  /** Whatever a doctor can do that moves one of the dates of a visit or a record. */
  const doctorsActs: Readonly<Record<string, Act>> = {
    books: (whose) => bookedBy(doctor(), whose),
    holds: (whose) => post(doctor(), '/appointments/holds', wishOf(whose)),
    overbooks: (whose) =>
      post(doctor(), '/appointments', { ...wishOf(whose), overbookReason: 'Acute pain, she said' }),
    'notes a visit of an hour ago': (whose) =>
      post(doctor(), '/appointments', {
        ...wishOf(whose, nextStart(-2)),
        overbookReason: 'Was here, noted later',
      }),
    'moves the visit': (_whose, id) => step(doctor(), id, 'reschedule', soon()),
    'moves it twice': async (_whose, id) => {
      await step(doctor(), id, 'reschedule', soon());
      await step(doctor(), id, 'reschedule', soon());
    },
    'books and moves': async (whose) => step(doctor(), await bookedBy(doctor(), whose), 'reschedule', soon()),
    'books and cancels': async (whose) => step(doctor(), await bookedBy(doctor(), whose), 'cancel', reason),
    'confirms, which is not theirs to do': (_whose, id) => step(doctor(), id, 'confirm'),
    'checks in, which is not theirs to do': (_whose, id) => step(doctor(), id, 'check-in'),
    'starts it': (_whose, id) => step(doctor(), id, 'start'),
    'completes it': (_whose, id) => step(doctor(), id, 'complete'),
    'calls it missed': (_whose, id) => step(doctor(), id, 'no-show'),
    'cancels it': (_whose, id) => step(doctor(), id, 'cancel', reason),
    'opens its record': (_whose, id) => post(doctor(), '/medical-records', { appointmentId: id }),
    'opens a walk-in record': (whose) => walkIn(whose),
  };

  /** Pasts that give the doctor nothing, of which one visit remains. */
  const pasts: Readonly<Record<string, (whose: RegisteredPatient) => Promise<string>>> = {
    'was booked by the doctor alone': (whose) => bookedBy(doctor(), whose),
    'was booked by the patient and is 14 months old': async (whose) => {
      const id = await bookedBy(on.reception, whose);
      await dated(id, -425 * dayMs);
      return id;
    },
    'is 14 months old and was checked in then': async (whose) => {
      const id = await bookedBy(on.reception, whose);
      await must(step(on.reception, id, 'check-in'));
      await dated(id, -425 * dayMs);
      return id;
    },
    'was cancelled by the patient': async (whose) => {
      const id = await bookedBy(on.reception, whose, nextStart(30));
      await must(step(whose.user, id, 'cancel', reason));
      return id;
    },
    'is 200 days ahead': async (whose) => {
      const id = await bookedBy(on.reception, whose);
      await dated(id, 200 * dayMs);
      return id;
    },
  };
  for (const [past, bring] of Object.entries(pasts))
    for (const [act, carryOut] of Object.entries(doctorsActs))
      it(`is not begun where the visit ${past}, and the doctor ${act}`, async () => {
        const someone = await patient(clinic);
        const id = await bring(someone);
        expect(await reads(doctor(), someone), 'before').to.equal(false);
        await carryOut(someone, id);
        expect(await reads(doctor(), someone), 'after').to.equal(false);
      });

  const whoEnds: Readonly<Record<string, () => SignedIn>> = {
    'the desk': () => on.reception,
    'the doctor': doctor,
  };
  for (const [name, who] of Object.entries(whoEnds))
    it(`ends with the visit that ${name} cancels, and with the record that was opened for it`, async () => {
      const someone = await patient(clinic);
      const id = await bookedBy(on.reception, someone);
      await must(step(on.reception, id, 'check-in'));
      await must(post(doctor(), '/medical-records', { appointmentId: id }));
      expect(await reads(doctor(), someone)).to.equal(true);
      await must(step(who(), id, 'cancel', reason));
      expect(await reads(doctor(), someone), 'the doctor').to.equal(false);
      expect(await reads(on.nurse, someone), 'a nurse').to.equal(false);
    });

  it('of somebody who only booked and then cancelled ends a day after the walk-in record that the doctor opened', async () => {
    const someone = await patient(clinic);
    const id = await bookedBy(on.reception, someone, nextStart(30));
    const record = await must<MedicalRecord>(walkIn(someone) as never);
    expect(record).to.include({ isOpenedAlone: true });
    await must(step(someone.user, id, 'cancel', reason));
    expect(await reads(doctor(), someone), 'within a day').to.equal(true);
    expect((await walkIn(someone)).status, 'one walk-in leads to the next').to.equal(404);
    await aged(record.id, 25 * hourMs);
    expect(await reads(doctor(), someone), 'the doctor, a day later').to.equal(false);
    expect(await reads(on.nurse, someone), 'a nurse, a day later').to.equal(false);
  });

  const aged = (recordId: string, ms: number) =>
    stores.rows('UPDATE medical_records SET opened_at = ? WHERE id = ?', [
      new Date(Date.now() - ms),
      uuidBytes(recordId),
    ]);

  for (const [name, who] of [
    ['the desk', () => on.reception],
    ['a nurse', () => on.nurse],
  ] as const)
    it(`goes on for a walk-in whom ${name} checked in`, async () => {
      const someone = await patient(clinic);
      const id = await bookedBy(on.reception, someone, nextStart(30));
      const record = await must<MedicalRecord>(walkIn(someone) as never);
      await must(step(on.reception, id, 'cancel', reason));
      const checkIn = () => post(who(), `/medical-records/${record.id}/check-in`);
      expect((await checkIn()).status).to.equal(204);
      expect((await checkIn()).body).to.include({ status: 409, code: 'invalid_transition' });
      await aged(record.id, 300 * dayMs);
      expect(await reads(doctor(), someone)).to.equal(true);
      await aged(record.id, 370 * dayMs);
      expect(await reads(doctor(), someone)).to.equal(false);
    });

  it('by a walk-in is told to the patient at once, without what the record says', async () => {
    const someone = await patient(clinic);
    await bookedBy(on.reception, someone, nextStart(30));
    const body = { patientId: someone.patientId, kind: 'walk_in', chiefComplaint: 'Cough' };
    const { id } = await must(post(doctor(), '/medical-records', body));
    await must(
      post(doctor(), `/medical-records/${id}/diagnoses`, {
        codeSystem: 'icd-10',
        code: 'R05',
        text: 'Cough',
      }),
    );
    const told = await must<MedicalRecord>(clinic.call(someone.user, 'GET', `/medical-records/${id}`));
    expect(told).to.include({ isOpenedAlone: true, status: 'open', chiefComplaint: null });
    expect(told.diagnoses).to.deep.equal([]);
    const { items } = await must<{ items: MedicalRecord[] }>(
      clinic.call(someone.user, 'GET', '/medical-records'),
    );
    expect(items).to.deep.equal([told]);
    const events = await stores.rows(
      "SELECT payload FROM events WHERE kind = 'record.opened' AND subject_id = ?",
      [uuidBytes(id)],
    );
    expect(events[0]?.payload).to.include({ isOpenedAlone: true });
    await must(post(doctor(), `/medical-records/${id}/close`));
    const closed = await must<MedicalRecord>(clinic.call(someone.user, 'GET', `/medical-records/${id}`));
    expect(closed.chiefComplaint).to.equal('Cough');
    expect(closed.diagnoses).to.have.length(1);
  });

  it('is not taken away from a doctor who moves a visit, and comes again with who moves it for the patient', async () => {
    const someone = await patient(clinic);
    const id = await bookedBy(on.reception, someone, nextStart(30));
    await must(step(doctor(), id, 'reschedule', soon()));
    expect(await reads(doctor(), someone)).to.equal(true);
    const old = await patient(clinic);
    const open = await bookedBy(on.reception, old);
    await dated(open, -425 * dayMs);
    await must(step(doctor(), open, 'reschedule', soon()));
    expect(await reads(doctor(), old), 'moved by the doctor').to.equal(false);
    await must(step(old.user, open, 'reschedule', { startsAt: futureAt(9, 5 + (starts % 9)) }));
    expect(await reads(doctor(), old), 'moved by the patient').to.equal(true);
  });

  const byOthers: Readonly<Record<string, (whose: RegisteredPatient, id: string) => Promise<unknown>>> = {
    'the patient confirms': (whose, id) => must(step(whose.user, id, 'confirm')),
    'the desk confirms': (_whose, id) => must(step(on.reception, id, 'confirm')),
    'the desk checks the patient in': (_whose, id) => must(step(on.reception, id, 'check-in')),
    'the desk moves it': (_whose, id) => must(step(on.reception, id, 'reschedule', soon())),
  };
  for (const [name, act] of Object.entries(byOthers))
    it(`by a visit that the doctor booked begins when ${name}`, async () => {
      const someone = await patient(clinic);
      const id = await bookedBy(doctor(), someone);
      expect(await reads(doctor(), someone)).to.equal(false);
      await act(someone, id);
      expect(await reads(doctor(), someone)).to.equal(true);
    });

  /** A patient of the ward, for another eleven minutes. */
  async function leavingWard(): Promise<RegisteredPatient> {
    const someone = await patient(clinic);
    const id = await bookedBy(on.reception, someone);
    await dated(id, -12 * hourMs + 11 * 60_000);
    return someone;
  }
  const leave = ({ patientId }: RegisteredPatient) =>
    stores.rows(
      `UPDATE appointments SET starts_at = starts_at - INTERVAL 1 HOUR, ends_at = ends_at - INTERVAL 1 HOUR,
         acknowledged_start_at = acknowledged_start_at - INTERVAL 1 HOUR
       WHERE patient_id = ? AND starts_at < NOW(3)`,
      [uuidBytes(patientId)],
    );

  const nursesActs: Readonly<Record<string, (whose: RegisteredPatient) => Promise<unknown>>> = {
    'books the next visit': (whose) => bookedBy(on.nurse, whose),
    'books and confirms it': async (whose) =>
      must(step(on.nurse, await bookedBy(on.nurse, whose), 'confirm')),
    'books it and checks it in': async (whose) =>
      must(step(on.nurse, await bookedBy(on.nurse, whose), 'check-in')),
    'confirms what the doctor booked': async (whose) =>
      must(step(on.nurse, await bookedBy(doctor(), whose), 'confirm')),
    'overbooks one': (whose) =>
      must(post(on.nurse, '/appointments', { ...wishOf(whose), overbookReason: 'Needs to be seen again' })),
  };
  for (const [name, act] of Object.entries(nursesActs))
    it(`of a ward is not renewed by a nurse who ${name}`, async () => {
      const someone = await leavingWard();
      expect(await reads(on.nurse, someone), 'while the patient is there').to.equal(true);
      await act(someone);
      await leave(someone);
      expect(await reads(on.nurse, someone), 'afterwards').to.equal(false);
    });

  it('of a ward is not renewed by a nurse who moves the visit', async () => {
    const someone = await patient(clinic);
    const id = await bookedBy(on.reception, someone);
    await dated(id, -12 * hourMs + 11 * 60_000);
    await must(step(on.nurse, id, 'reschedule', { startsAt: nextStart() }));
    await stores.rows(
      'UPDATE appointments SET acknowledged_start_at = acknowledged_start_at - INTERVAL 1 HOUR WHERE id = ?',
      [uuidBytes(id)],
    );
    expect(await reads(on.nurse, someone)).to.equal(false);
  });

  it('begins with a visit that a nurse booked and checked in once the doctor sees the patient', async () => {
    for (const begins of ['start', 'record'] as const) {
      const someone = await leavingWard();
      const id = await bookedBy(on.nurse, someone);
      await must(step(on.nurse, id, 'check-in'));
      await leave(someone);
      expect(await reads(on.nurse, someone)).to.equal(false);
      await must(
        begins === 'start'
          ? step(doctor(), id, 'start')
          : post(doctor(), '/medical-records', { appointmentId: id }),
      );
      expect(await reads(on.nurse, someone)).to.equal(true);
    }
  });
});

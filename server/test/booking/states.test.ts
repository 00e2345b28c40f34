import { expect } from 'chai';
import {
  type AppointmentState,
  appointmentStates,
  transitions,
  type Verb,
} from '../../src/appointments/appointment-states.js';
import type { Appointment } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { type Answer, type Clinic, must, startClinic } from '../support/clinic.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  futureAt,
  patient,
  type RegisteredPatient,
  staff,
  ward,
} from '../support/people.js';
import { pause } from './booking-storm.js';

type Person =
  | 'the patient'
  | 'another patient'
  | 'the doctor'
  | 'another doctor'
  | 'a nurse of the ward'
  | 'a nurse of another ward'
  | 'the front desk'
  | 'a pharmacist'
  | 'a billing clerk'
  | 'an admin';

type Answered = Answer<Appointment & { code?: string }>;

const here: Person[] = ['the patient', 'the doctor', 'a nurse of the ward', 'the front desk'];
const elsewhere: Person[] = ['another patient', 'another doctor', 'a nurse of another ward'];
const mayNothing: Person[] = ['a pharmacist', 'a billing clerk', 'an admin'];

/** Written from DESIGN §3 and ACCESS.md, not from the code: from which states, to which, and who has the function. */
const rules: Record<Verb, { from: AppointmentState[]; to: AppointmentState | 'same'; isFor: string }> = {
  confirm: { from: ['held', 'booked'], to: 'confirmed', isFor: 'patient nurse desk' },
  cancel: {
    from: ['held', 'booked', 'confirmed', 'checked_in'],
    to: 'cancelled',
    isFor: 'patient doctor nurse desk',
  },
  reschedule: { from: ['booked', 'confirmed'], to: 'same', isFor: 'patient doctor nurse desk' },
  checkIn: { from: ['booked', 'confirmed'], to: 'checked_in', isFor: 'nurse desk' },
  start: { from: ['checked_in'], to: 'in_progress', isFor: 'doctor' },
  complete: { from: ['in_progress'], to: 'completed', isFor: 'doctor' },
  noShow: { from: ['booked', 'confirmed'], to: 'no_show', isFor: 'doctor desk' },
};

/** No visit is coming up or going on: nothing that a ward would be busy with. */
const notCurrent: AppointmentState[] = ['held', 'cancelled', 'expired'];
const visitMinutes = 5;

function expectedOf(verb: Verb, state: AppointmentState, person: Person): string {
  const { from, isFor } = rules[verb];
  const kind = isFor.split(' ').find((word) => person.includes(word));
  if (kind === undefined) return '403 forbidden';
  if (!here.includes(person)) return '404 appointment_not_found';
  if (kind === 'nurse' && notCurrent.includes(state)) return '404 appointment_not_found';
  if (!from.includes(state)) return '409 invalid_transition';
  if (kind === 'patient' && state === 'checked_in') return '409 invalid_transition'; // she is here: the desk cancels
  return verb === 'noShow' ? '409 too_early' : '200'; // all these visits are still to come
}

describe('The states of a visit', () => {
  let clinic: Clinic;
  let at: DoctorAtWork;
  let desk: SignedIn;
  let other: RegisteredPatient;
  let staffed: Record<Exclude<Person, 'the patient'>, SignedIn>;
  let starts = 0;
  let moves = 0;

  before(async () => {
    clinic = await startClinic();
    const [where, away] = [await ward(clinic), await ward(clinic)];
    at = await doctorAtWork(clinic, where, { visitMinutes });
    other = await patient(clinic);
    desk = await staff(clinic, 'receptionist');
    staffed = {
      'another patient': other.user,
      'the doctor': at.user,
      'another doctor': (await doctorAtWork(clinic, away)).user,
      'a nurse of the ward': await staff(clinic, 'nurse', { departmentId: where.departmentId }),
      'a nurse of another ward': await staff(clinic, 'nurse', { departmentId: away.departmentId }),
      'the front desk': desk,
      'a pharmacist': await staff(clinic, 'pharmacist'),
      'a billing clerk': await staff(clinic, 'billing'),
      'an admin': clinic.admin,
    };
  });
  after(() => clinic?.close());

  /** A mark of the grid so many hours from now. */
  const inHours = (hours: number): string =>
    new Date(Math.ceil((Date.now() + hours * 3_600_000) / 300_000) * 300_000).toISOString();

  /** Later than the patients' cut-off, and near enough to check in. */
  const nextStart = (): string =>
    new Date(Date.parse(inHours(3)) + visitMinutes * 60_000 * starts++).toISOString();

  const bodyOf = (verb: Verb): object | undefined => {
    if (verb === 'cancel') return { reason: 'Not needed' };
    if (verb === 'reschedule')
      return { startsAt: new Date(Date.parse(inHours(100)) + visitMinutes * 60_000 * moves++).toISOString() };
    return undefined;
  };

  const carryOut = (verb: Verb, who: SignedIn, id: string): Promise<Answered> => {
    const path = verb === 'checkIn' ? 'check-in' : verb === 'noShow' ? 'no-show' : verb;
    return clinic.call(who, 'POST', `/appointments/${id}/${path}`, { body: bodyOf(verb) });
  };

  const wayTo: Record<AppointmentState, readonly Verb[]> = {
    held: [],
    booked: [],
    confirmed: ['confirm'],
    checked_in: ['checkIn'],
    in_progress: ['checkIn', 'start'],
    completed: ['checkIn', 'start', 'complete'],
    cancelled: ['cancel'],
    no_show: ['noShow'],
    expired: [],
  };

  /** A visit of a new patient, brought into the state as the clinic would. */
  async function visitIn(state: AppointmentState): Promise<{ who: RegisteredPatient; visit: Appointment }> {
    const who = await patient(clinic);
    const wish = { doctorId: at.doctor.id, startsAt: nextStart() };
    if (state === 'held' || state === 'expired') {
      const body = { ...wish, holdSeconds: state === 'held' ? 900 : 1 };
      const visit = await must<Appointment>(clinic.call(who.user, 'POST', '/appointments/holds', { body }));
      if (state === 'held') return { who, visit };
      await pause(1_050);
      await must(book(clinic, desk, { ...wish, patientId: other.patientId }));
      return { who, visit };
    }
    const past = { startsAt: inHours(-1), patientId: who.patientId, overbookReason: 'Was here, noted later' };
    let visit = await must<Appointment>(
      state === 'no_show' ? book(clinic, desk, { ...wish, ...past }) : book(clinic, who.user, wish),
    );
    for (const verb of wayTo[state])
      visit = await must(carryOut(verb, rules[verb].isFor === 'doctor' ? at.user : desk, visit.id));
    return { who, visit };
  }

  const stateOf = async (id: string): Promise<AppointmentState> =>
    (await must<Appointment>(clinic.call(desk, 'GET', `/appointments/${id}`))).state;

  it('are moved by the verbs of the table, all of which are expected here', () => {
    expect(Object.keys(rules).sort()).to.deep.equal(Object.keys(transitions).sort());
    for (const [verb, { from, to }] of Object.entries(transitions))
      expect({ from: [...from].sort(), to }).to.deep.equal({
        from: rules[verb as Verb].from.toSorted(),
        to: rules[verb as Verb].to,
      });
  });

  for (const state of appointmentStates) {
    it(`lets everybody do from "${state}" what is theirs, and nothing else`, async () => {
      const { who, visit } = await visitIn(state);
      expect(await stateOf(visit.id)).to.equal(state);
      const { version } = await must<Appointment>(clinic.call(desk, 'GET', `/appointments/${visit.id}`));
      const done: string[] = [];
      const wanted: string[] = [];
      for (const verb of Object.keys(rules) as Verb[]) {
        for (const person of [...here, ...elsewhere, ...mayNothing]) {
          const expected = expectedOf(verb, state, person);
          const fresh = expected === '200' ? await visitIn(state) : { who, visit };
          const caller = person === 'the patient' ? fresh.who.user : staffed[person];
          const { status, body } = await carryOut(verb, caller, fresh.visit.id);
          const { to } = rules[verb];
          if (status === 200) expect(body.state).to.equal(to === 'same' ? state : to);
          done.push(`${person}: ${verb} → ${status} ${body.code ?? ''}`.trimEnd());
          wanted.push(`${person}: ${verb} → ${expected}`);
        }
      }
      expect(done).to.deep.equal(wanted);
      const untouched = await must<Appointment>(clinic.call(desk, 'GET', `/appointments/${visit.id}`));
      expect(untouched).to.include({ state, version });
    });
  }

  it('close for patients two hours before the visit, but not for the front desk, and not for a hold', async () => {
    const who = await patient(clinic);
    const wish = { doctorId: at.doctor.id, startsAt: inHours(1) };
    const visit = await must(book(clinic, who.user, wish));
    for (const verb of ['cancel', 'reschedule'] as const)
      expect((await carryOut(verb, who.user, visit.id)).body).to.include({ status: 409, code: 'too_late' });
    expect((await carryOut('reschedule', desk, visit.id)).status).to.equal(200);
    const held = await must<Appointment>(
      clinic.call(who.user, 'POST', '/appointments/holds', { body: wish }),
    );
    expect((await carryOut('cancel', who.user, held.id)).body).to.include({ state: 'cancelled' });
  });

  it('open for check-in twelve hours before the visit', async () => {
    const who = await patient(clinic);
    const wish = { doctorId: at.doctor.id, startsAt: inHours(12.1) };
    const { id } = await must(book(clinic, who.user, wish));
    expect((await carryOut('checkIn', desk, id)).body).to.include({ status: 409, code: 'too_early' });
    const near = await visitIn('booked');
    expect((await carryOut('checkIn', desk, near.visit.id)).body).to.include({ state: 'checked_in' });
  });

  it('allow a no-show once the visit should have begun, and its time stays taken', async () => {
    for (const person of ['the doctor', 'the front desk'] as const) {
      const who = await patient(clinic);
      const past = {
        doctorId: at.doctor.id,
        startsAt: inHours(-2),
        patientId: who.patientId,
        overbookReason: 'Was due',
      };
      const { id } = await must(book(clinic, desk, past));
      expect((await carryOut('noShow', staffed[person], id)).body).to.include({ state: 'no_show' });
    }
    expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
  });

  it('give a doctor who books a stranger nothing to read, until the patient or the desk stands behind it', async () => {
    const sees = async ({ patientId }: RegisteredPatient) =>
      (await clinic.call(at.user, 'GET', `/patients/${patientId}`)).status;
    for (const consent of ['confirm', 'checkIn'] as const) {
      const stranger = await patient(clinic);
      expect(await sees(stranger)).to.equal(404);
      const wish = { doctorId: at.doctor.id, patientId: stranger.patientId, startsAt: nextStart() };
      const { id } = await must(book(clinic, at.user, wish));
      expect(await sees(stranger)).to.equal(404);
      expect((await carryOut('confirm', at.user, id)).status).to.equal(403);
      await must(carryOut(consent, consent === 'confirm' ? stranger.user : desk, id));
      expect(await sees(stranger)).to.equal(200);
      if (consent === 'checkIn') continue;
      expect((await carryOut('reschedule', at.user, id)).status).to.equal(200);
      expect(await sees(stranger)).to.equal(200);
      await must(carryOut('cancel', stranger.user, id));
      expect(await sees(stranger)).to.equal(404);
    }
  });

  it('begin only in the own name or calendar', async () => {
    const [one, two] = [await patient(clinic), await patient(clinic)];
    const wish = { doctorId: at.doctor.id, startsAt: futureAt(3, 9) };
    const codes = [
      await book(clinic, one.user, { ...wish, patientId: two.patientId }),
      await book(clinic, staffed['another doctor'], { ...wish, patientId: two.patientId }),
      await book(clinic, staffed['a nurse of the ward'], { ...wish, patientId: two.patientId }),
      await book(clinic, desk, wish),
      await book(clinic, clinic.admin, { ...wish, patientId: two.patientId }),
    ].map(({ status, body }) => `${status} ${body.code}`);
    expect(codes).to.deep.equal([
      '404 patient_not_found',
      '404 doctor_not_found',
      '404 patient_not_found',
      '422 validation_failed',
      '403 forbidden',
    ]);
  });
});

import { ForbiddenError, Medweave, ValidationFailed } from '@medweave/sdk';
import { expect } from 'chai';
import { type Clinic, freshEmail, password, startClinic } from '../support/clinic.js';
import { type DoctorAtWork, doctorAtWork, staff, ward } from '../support/people.js';

type Analytics = Medweave['analytics'];
type Question = Exclude<keyof Analytics, 'refresh'>;
interface Answer {
  asOf: string;
  smallestGroup: number;
  rows: readonly object[];
}

/** Every question there is, by its method: a new one does not compile until it is asked here. */
const asked: Readonly<
  Record<Question, (of: Analytics, place?: { departmentId: string }) => Promise<Answer>>
> = {
  topDoctors: (of, place) => of.topDoctors(place),
  departmentLoad: (of, place) => of.departmentLoad(place),
  doctorWorkload: (of, place) => of.doctorWorkload(place),
  monthlyAppointments: (of, place) => of.monthlyAppointments(place),
  monthlyVisits: (of, place) => of.monthlyVisits(place),
  diagnoses: (of, place) => of.diagnoses(place),
  notes: (of, place) => of.notes(place),
  symptomFrequency: (of, place) => of.symptomFrequency(place),
  symptomsBySpecialization: (of, place) => of.symptomsBySpecialization(place),
  vitalTrends: (of, place) => of.vitalTrends({ ...place, vital: heartRate.code }),
  utilization: (of, place) => of.utilization(place),
};
const questions = Object.keys(asked) as Question[];

const patientsOfOneDay = 12;
const visitMinutes = 5;
const heartRate = { code: '8867-4', name: 'Heart rate', unit: '/min' };

describe('The numbers of a clinic, asked through the SDK', () => {
  let clinic: Clinic;
  let at: DoctorAtWork;
  let admin: Medweave;
  let desk: Medweave;
  let doctor: Medweave;
  let patient: Medweave;

  before(async () => {
    clinic = await startClinic();
    at = await doctorAtWork(clinic, await ward(clinic), { visitMinutes });
    admin = await signedIn('admin@test.example');
    doctor = await signedIn(at.doctor.email);
    const email = freshEmail('desk');
    await staff(clinic, 'receptionist', { email });
    desk = await signedIn(email);
    for (const [index, startsAt] of timesOfOneDay(patientsOfOneDay).entries())
      await (index < patientsOfOneDay - 1
        ? visit(startsAt, 'I10', 'cough')
        : visit(startsAt, 'H81.1', 'vertigo'));
  });
  after(() => clinic.close());

  async function signedIn(email: string): Promise<Medweave> {
    const client = new Medweave({ baseUrl: clinic.baseUrl });
    await client.auth.login({ email, password });
    return client;
  }

  /** Somebody registers, comes, and goes home with a diagnosis and a signed note. */
  async function visit(startsAt: string, code: string, symptom: string): Promise<void> {
    patient = new Medweave({ baseUrl: clinic.baseUrl });
    const person = { givenName: 'Mina', familyName: 'Harker', birthOn: '1988-05-12' };
    await patient.auth.register({ ...person, email: freshEmail('patient'), password });
    const { id: appointmentId, patientId } = await patient.appointments.book({
      doctorId: at.doctor.id,
      startsAt,
    });
    await desk.appointments.checkIn(appointmentId);
    await doctor.appointments.start(appointmentId);
    const { id: recordUuid } = await doctor.medicalRecords.open({ appointmentId });
    await doctor.medicalRecords.addDiagnosis(recordUuid, { codeSystem: 'icd-10', code, text: 'Found' });
    const here = { recordUuid, patientId };
    const observedAt = new Date().toISOString();
    await doctor.observations.post({ ...here, kind: 'symptoms', observedAt, symptoms: [{ name: symptom }] });
    const vitals = [{ ...heartRate, value: 72 }];
    await doctor.observations.post({ ...here, kind: 'vitals', observedAt, vitals });
    const note = await doctor.clinicalNotes.post({ ...here, kind: 'progress', text: 'Review in ten days.' });
    await doctor.clinicalNotes.sign(note, {});
    await doctor.appointments.complete(appointmentId);
  }

  const failureOf = (call: Promise<unknown>): Promise<unknown> => call.catch((error: unknown) => error);

  it('are complete when they were counted, until the instant that each answer names', async () => {
    const { asOf } = await admin.analytics.refresh();
    for (const question of questions) {
      const answer = await asked[question](admin.analytics);
      expect(Date.parse(answer.asOf), question).to.be.at.least(Date.parse(asOf));
      expect(answer.smallestGroup, question).to.equal(11);
      expect(answer.rows, question).to.have.lengthOf(1);
    }
  });

  it('tell an admin what is about eleven patients or more, and nothing about one', async () => {
    const { analytics } = admin;
    const counts = {
      appointments: patientsOfOneDay,
      completed: patientsOfOneDay,
      bookedMinutes: 60,
      cancelled: null,
    };
    const here = { doctorId: at.doctor.id, departmentName: at.doctor.department.name };
    const [top] = (await analytics.topDoctors()).rows;
    expect(top).to.include({ rank: 1, ...here, completed: patientsOfOneDay, completedMinutes: 60 });
    expect((await analytics.departmentLoad()).rows[0]).to.include({
      ...counts,
      departmentId: at.doctor.department.id,
    });
    expect((await analytics.doctorWorkload()).rows[0]).to.include({ ...counts, ...here });
    expect((await analytics.monthlyAppointments()).rows[0]).to.include(counts);
    expect((await analytics.monthlyVisits()).rows[0]).to.include({
      visits: patientsOfOneDay,
      returningPatients: 0,
    });
    expect((await analytics.diagnoses()).rows).to.deep.equal([
      { codeSystem: 'icd-10', code: 'I10', diagnoses: 11 },
    ]);
    expect((await analytics.notes()).rows[0]).to.include({
      kind: 'progress',
      notes: patientsOfOneDay,
      drafts: null,
    });
    const symptoms = await analytics.symptomFrequency();
    expect(symptoms.rows).to.deep.equal([{ symptom: 'cough', observations: 11 }]);
    expect(symptoms.isPartial).to.equal(true);
    const { rows: ofSpecializations } = await analytics.symptomsBySpecialization();
    expect(ofSpecializations.map(({ symptom, count }) => [symptom, count])).to.deep.equal([['cough', 11]]);
    const [trend] = (await analytics.vitalTrends({ vital: heartRate.code })).rows;
    expect(trend).to.include({ unit: '/min', count: patientsOfOneDay, mean: 72 });
    expect((await analytics.utilization()).rows[0]).to.include({ doctorId: at.doctor.id, bookedMinutes: 60 });
  });

  it('tell a doctor about each of her own patients', async () => {
    const { analytics } = doctor;
    for (const question of questions)
      expect((await asked[question](analytics)).smallestGroup, question).to.equal(1);
    const counts = {
      appointments: patientsOfOneDay,
      completed: patientsOfOneDay,
      cancelled: 0,
      noShowRate: 0,
    };
    expect((await analytics.topDoctors()).rows[0]).to.include({ completed: patientsOfOneDay });
    expect((await analytics.departmentLoad()).rows[0]).to.include(counts);
    expect((await analytics.doctorWorkload()).rows[0]).to.include(counts);
    expect((await analytics.monthlyAppointments()).rows[0]).to.include(counts);
    expect((await analytics.monthlyVisits()).rows[0]).to.include({ newPatients: patientsOfOneDay });
    expect((await analytics.diagnoses()).rows).to.deep.equal([
      { codeSystem: 'icd-10', code: 'I10', diagnoses: 11 },
      { codeSystem: 'icd-10', code: 'H81.1', diagnoses: 1 },
    ]);
    expect((await analytics.notes()).rows[0]).to.include({ signed: patientsOfOneDay, drafts: 0 });
    expect((await analytics.symptomFrequency()).rows).to.deep.equal([
      { symptom: 'cough', observations: 11, people: 11 },
      { symptom: 'vertigo', observations: 1, people: 1 },
    ]);
    const { rows: ofSpecializations } = await analytics.symptomsBySpecialization({ top: 2 });
    expect(ofSpecializations.map(({ symptom, count }) => [symptom, count])).to.deep.equal([
      ['cough', 11],
      ['vertigo', 1],
    ]);
    const [trend] = (await analytics.vitalTrends({ vital: heartRate.code })).rows;
    expect(trend).to.include({ count: patientsOfOneDay, mean: 72 });
    const offered = (await analytics.utilization()).rows;
    expect(offered.reduce((sum, { bookedMinutes }) => sum + (bookedMinutes ?? 0), 0)).to.equal(60);
  });

  it('are refused to a patient, who may not count them either', async () => {
    for (const question of questions)
      expect(await failureOf(asked[question](patient.analytics)), question).to.be.instanceOf(ForbiddenError);
    const outcome = await patient.analytics.refresh().safe();
    expect(outcome).to.include({ ok: false }).with.nested.property('error.code', 'forbidden');
    expect(await failureOf(doctor.analytics.refresh())).to.be.instanceOf(ForbiddenError);
  });

  it('are refused where the question makes no sense, and the answer names the field', async () => {
    const { analytics } = admin;
    for (const question of questions) {
      const failure = await failureOf(asked[question](analytics, { departmentId: 'surgery' }));
      if (!(failure instanceof ValidationFailed))
        throw new Error(`${question} answers a place that is none.`);
      expect(
        failure.errors.map(({ field }) => field),
        question,
      ).to.deep.equal(['query.departmentId']);
    }
    const failures = await Promise.all(
      [
        analytics.topDoctors({ limit: 0 }),
        analytics.diagnoses({ month: 3 }),
        analytics.utilization({ year: 2026, month: 13 }),
        analytics.symptomFrequency({ month: 3 }),
        analytics.vitalTrends({ vital: 'x', fromOn: '2026-02-30' }),
      ].map(failureOf),
    );
    for (const failure of failures) expect(failure).to.be.instanceOf(ValidationFailed);
  });
});

/** Marks of the grid, from the next one on, that lie on one date and are near enough for a check-in. */
function timesOfOneDay(howMany: number): string[] {
  const tickMs = visitMinutes * 60_000;
  const next = Math.ceil(Date.now() / tickMs + 1) * tickMs;
  const midnight = new Date(next).setUTCHours(24, 0, 0, 0);
  const first = next + howMany * tickMs > midnight ? midnight : next;
  return Array.from({ length: howMany }, (_none, index) => new Date(first + index * tickMs).toISOString());
}

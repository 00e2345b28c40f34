import { expect } from 'chai';
import { verifyAll } from '../../src/analytics/trust.js';
import type { Appointment, AppointmentPage } from '../../src/appointments/appointments.types.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Doctor } from '../../src/doctors/doctors.types.js';
import { isComplete, reportLines } from '../../src/import/import-report.js';
import { emailOf, unknownBirthOn } from '../../src/import/synthea/providers.js';
import type { ClinicalNote } from '../../src/notes/notes.types.js';
import type { Patient } from '../../src/patients/patients.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { bookingFaults } from '../support/overlap-checker.js';
import { staff } from '../support/people.js';
import { countsOf, endStateOf, figuresOf, importInto, rowsOf, wronglyClaimed } from './importing.js';
import {
  condition,
  daysAgo,
  encounter,
  organization,
  person,
  plusMinutes,
  provider,
  type SyntheaFolder,
  sourceId,
  writeSynthea,
} from './synthea-folder.js';

const lincoln = organization();
const omaha = organization({ CITY: 'OMAHA' });
const klein = provider(lincoln.Id ?? '');
const calderon = provider(omaha.Id ?? '', {
  NAME: 'José Luis472 Calderón210',
  GENDER: 'M',
  ADDRESS: '',
  CITY: '',
  STATE: '',
  ZIP: '',
});
const alice = person();
const oKon = person({
  FIRST: 'María Eugenia578',
  LAST: "O'Kon634",
  GENDER: 'F',
  BIRTHDATE: '1931-02-03',
  DEATHDATE: daysAgo(1).slice(0, 10),
  ZIP: '00000',
});
const start = daysAgo(20);
const resolvedOn = daysAgo(2).slice(0, 10);
const visit = encounter(alice, klein, start, 15);
const sameDoctor = encounter(oKon, klein, plusMinutes(start, 5), 30);
const samePatient = encounter(alice, calderon, plusMinutes(start, 10), 15);
const longAgo = encounter(oKon, calderon, '1936-11-20T04:04:05Z', 60, { REASONDESCRIPTION: '' });
const stay = encounter(alice, calderon, daysAgo(12), 3 * 1_440, { ENCOUNTERCLASS: 'inpatient' });

const rows = {
  organizations: [lincoln, omaha, organization({ NAME: '' })],
  providers: [klein, calderon, provider(lincoln.Id ?? '', { NAME: 'Cher' }), provider(sourceId())],
  patients: [alice, oKon, alice, person({ BIRTHDATE: '1980-02-30' }), person({ BIRTHDATE: '2190-01-01' })],
  encounters: [
    sameDoctor,
    visit,
    samePatient,
    longAgo,
    stay,
    encounter({ Id: sourceId() }, klein, start, 15),
    encounter(alice, klein, start, 0),
    encounter(alice, klein, start, 15, { START: 'yesterday' }),
    encounter(alice, klein, daysAgo(-3), 15),
  ],
  conditions: [
    condition(visit),
    condition(visit, {
      STOP: resolvedOn,
      CODE: '59621000',
      DESCRIPTION: 'Essential hypertension (disorder)',
    }),
    condition(visit),
    condition(visit, { PATIENT: oKon.Id ?? '', CODE: '1' }),
    condition({ ...visit, Id: sourceId() }),
    condition(stay, { START: '2024-13-01' }),
  ],
};

describe('Importing a clinic from Synthea', () => {
  let clinic: Clinic;
  let folder: SyntheaFolder;

  const idOf = async (kind: string, externalId: string | undefined): Promise<string> => {
    const [row] = await rowsOf<{ id: string }>(
      clinic.urls.mysqlUrl,
      'SELECT BIN_TO_UUID(internal_id) AS id FROM imported_rows WHERE kind = ? AND external_id = ?',
      [kind, externalId],
    );
    return row?.id ?? 'not imported';
  };

  before(async () => {
    clinic = await startClinic();
    folder = await writeSynthea(rows);
  });
  after(async () => {
    await folder.remove();
    await clinic.close();
  });

  it('accounts for every row of every file', async () => {
    const report = await importInto(clinic, folder);
    expect(figuresOf(report)).to.deep.equal({
      'organizations.csv': [3, 2, 0, 1],
      'providers.csv': [4, 3, 0, 1],
      'patients.csv': [5, 2, 0, 3],
      'encounters.csv': [9, 5, 0, 4],
      'conditions.csv': [6, 2, 0, 4],
      'notes, one per encounter': [6, 5, 0, 1],
    });
    expect(isComplete(report)).to.equal(true);
    expect(countsOf(report, 'skipped')).to.deep.equal({
      'has no NAME': 1,
      'belongs to an organization that was not imported': 1,
      'has an Id that came before': 1,
      'has no usable BIRTHDATE': 1,
      'has a BIRTHDATE in the future': 1,
      'is of a patient who was not imported': 1,
      'does not end after its START': 1,
      'has no usable START': 2,
      'has not ended yet': 1,
      'repeats a row that came before': 1,
      'names another patient than its encounter': 1,
      'is of an encounter that was not imported': 2,
    });
    const lines = reportLines(report).join('\n');
    expect(lines).to.include('2 visits overlap another one of their doctor or patient: overbooked');
    expect(lines)
      .to.include('1 encounters last longer than 12 hours')
      .and.to.include('The counts agree with the files.');
  });

  it('adds nothing the second time', async () => {
    const before = await endStateOf(clinic.urls.mysqlUrl);
    const report = await importInto(clinic, folder);
    expect(report.files.map(({ imported }) => imported)).to.deep.equal([0, 0, 0, 0, 0, 0]);
    expect(isComplete(report)).to.equal(true);
    expect(await endStateOf(clinic.urls.mysqlUrl)).to.deep.equal(before);
  });

  it('lets no two visits overlap, but those that the source has so, with a reason', async () => {
    const { mysqlUrl } = clinic.urls;
    const faults = await bookingFaults(mysqlUrl);
    expect(faults).to.include({ overlapsOfDoctors: 0, overlapsOfPatients: 0, orphanClaims: 0 });
    expect(await wronglyClaimed(mysqlUrl)).to.equal(0);
    const overbooked = await rowsOf(
      mysqlUrl,
      `SELECT external_id, doctor_seat, patient_seat, overbook_reason FROM appointments
        JOIN imported_rows ON internal_id = id WHERE overbook_reason IS NOT NULL ORDER BY starts_at`,
    );
    const overbookReason = { overbook_reason: 'imported: overlaps in the source' };
    expect(overbooked).to.deep.equal([
      { external_id: sameDoctor.Id, doctor_seat: 1, patient_seat: 0, ...overbookReason },
      { external_id: samePatient.Id, doctor_seat: 0, patient_seat: 1, ...overbookReason },
    ]);
  });

  it('makes departments of distinct names, and doctors as the file and the conventions have them', async () => {
    const doctor = await must(
      clinic.call<Doctor>(clinic.admin, 'GET', `/doctors/${await idOf('provider', calderon.Id)}/profile`),
    );
    expect(doctor).to.deep.include({
      givenName: 'José Luis',
      familyName: 'Calderón',
      gender: 'male',
      birthOn: unknownBirthOn,
      phone: '+1 402 555 0100',
      officeAddress: 'not known',
      zone: 'America/Chicago',
      yearsOfExperience: 60,
    });
    expect(doctor.department.name).to.equal('ST. MARY HOSPITAL, OMAHA');
    expect(doctor.specializations.map(({ name }) => name)).to.deep.equal(['General practice']);
  });

  it('takes patients over without the numbers in their names', async () => {
    const desk = await staff(clinic, 'receptionist');
    const patient = await must(
      clinic.call<Patient>(desk, 'GET', `/patients/${await idOf('patient', oKon.Id)}`),
    );
    expect(patient).to.deep.include({
      givenName: 'María Eugenia',
      familyName: "O'Kon",
      birthOn: '1931-02-03',
    });
    expect(patient.mrn).to.match(/^MW\d{9}$/);
    expect(patient.address).to.deep.equal({
      line: '406 Kohler Camp',
      city: 'Lincoln',
      region: 'Nebraska',
      country: 'US',
    });
    const old = await must(
      clinic.call<Appointment>(desk, 'GET', `/appointments/${await idOf('appointment', longAgo.Id)}`),
    );
    expect(old).to.include({ startsAt: '1936-11-20T04:04:05.000Z', state: 'completed' });
  });

  describe('read by the doctor, once an admin has created her sign-in', () => {
    let doctor: SignedIn;

    before(async () => {
      const refused = await clinic.call(null, 'POST', '/auth/login', {
        body: {
          email: emailOf({ givenName: 'Johna', familyName: 'Klein', externalId: klein.Id ?? '' }),
          password: '.'.repeat(53),
        },
      });
      expect(refused.status).to.equal(401);
      expect(refused.status).to.equal(401);
      doctor = await staff(clinic, 'doctor', { doctorId: await idOf('provider', klein.Id) });
    });

    it('shows the visit, its record and its diagnoses', async () => {
      const patientId = await idOf('patient', alice.Id);
      const { items } = await must(
        clinic.call<AppointmentPage>(doctor, 'GET', `/appointments?patientId=${patientId}`),
      );
      expect(items).to.have.length(1);
      expect(items[0]).to.include({
        id: await idOf('appointment', visit.Id),
        startsAt: new Date(start).toISOString(),
        completedAt: new Date(plusMinutes(start, 15)).toISOString(),
        state: 'completed',
        reason: 'Chronic kidney disease stage 4 (disorder)',
        isOverbooked: false,
      });
      const record = await must(
        clinic.call<MedicalRecord>(doctor, 'GET', `/medical-records/${await idOf('encounter', visit.Id)}`),
      );
      expect(record).to.include({ appointmentId: items[0]?.id, patientId, kind: 'visit', status: 'closed' });
      expect(record.openedAt).to.equal(new Date(start).toISOString());
      const shown = record.diagnoses.map(({ codeSystem, code, status, resolvedOn }) => [
        codeSystem,
        code,
        status,
        resolvedOn,
      ]);
      expect(shown).to.have.deep.members([
        ['snomed-ct', '431857002', 'active', null],
        ['snomed-ct', '59621000', 'resolved', resolvedOn],
      ]);
    });

    it('has the note as hers, signed, with a text that fits', async () => {
      const note = await must(
        clinic.call<ClinicalNote>(doctor, 'GET', `/clinical-notes/${await idOf('note', visit.Id)}`),
      );
      expect(note).to.include({
        authorId: doctor.user.id,
        recordUuid: await idOf('encounter', visit.Id),
        state: 'signed',
        kind: 'progress',
        signedAt: new Date(plusMinutes(start, 15)).toISOString(),
      });
      expect(note.text).to.match(/^SUBJECTIVE:, Kidney text [1-5]\.$/);
    });

    it('has one sign-in, and no second one', async () => {
      const again = staff(clinic, 'doctor', { doctorId: doctor.user.doctorId ?? '' });
      expect(await again.catch((error: Error) => error.message)).to.include('doctor_has_sign_in');
    });

    it('keeps the stay as an admission without an appointment', async () => {
      const stayId = await idOf('encounter', stay.Id);
      const record = await must(clinic.call<MedicalRecord>(doctor, 'GET', `/medical-records/${stayId}`));
      expect(record).to.include({ kind: 'admission', appointmentId: null, status: 'closed' });
    });
  });

  it('writes events and audit rows like any other change, by the clinic itself', async () => {
    const { mysqlUrl } = clinic.urls;
    const audited = await rowsOf<{ action: string; count: number }>(
      mysqlUrl,
      `SELECT action, COUNT(*) AS count FROM audit_log WHERE request_id = 'import' AND role = 'system' GROUP BY action ORDER BY action`,
    );
    expect(audited.map(({ action, count }) => [action, count])).to.deep.equal([
      ['appointment.completed', 4],
      ['department.created', 2],
      ['diagnosis.recorded', 2],
      ['doctor.created', 3],
      ['note.posted', 5],
      ['patient.created', 2],
      ['record.opened', 5],
      ['specialization.created', 1],
      ['user.created', 3],
    ]);
  });

  it('is counted by analytics, which finds no difference', async () => {
    expect(await verifyAll(clinic.composed.consumers, () => {})).to.deep.equal([]);
    const counted = 'SELECT COUNT(*) AS count FROM fact_visits';
    expect(await rowsOf(clinic.urls.mysqlUrl, counted)).to.deep.equal([{ count: 5 }]);
  });
});

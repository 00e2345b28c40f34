import { expect } from 'chai';
import type { Department } from '../../src/departments/departments.types.js';
import type { Specialization } from '../../src/specializations/specializations.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { bookingFaults } from '../support/overlap-checker.js';
import { figuresOf, importInto, rowsOf } from './importing.js';
import {
  daysAgo,
  encounter,
  organization,
  person,
  plusMinutes,
  provider,
  writeSynthea,
} from './synthea-folder.js';

const hospital = organization({ NAME: 'ST. ANNE HOSPITAL' });
const doctor = provider(hospital.Id ?? '');
const patient = person();
const visit = encounter(patient, doctor, daysAgo(30), 30);
const people = { organizations: [hospital], providers: [doctor], patients: [patient], conditions: [] };

describe('Importing into a clinic that has some of it already', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  async function imported(rows: Parameters<typeof writeSynthea>[0], withNotes = false) {
    const folder = await writeSynthea(rows);
    try {
      return await importInto(clinic, folder, withNotes);
    } finally {
      await folder.remove();
    }
  }

  it('takes its specializations by name, and gives a department of a taken name another one', async () => {
    const { admin, call } = clinic;
    const own = await must(
      call<Specialization>(admin, 'POST', '/specializations', { body: { name: 'General Practice' } }),
    );
    const body = { name: 'St. Anne Hospital', location: 'Here' };
    await must(call<Department>(admin, 'POST', '/departments', { body }));
    const report = await imported({ ...people, encounters: [visit] });
    expect(figuresOf(report)['providers.csv']).to.deep.equal([1, 1, 0, 0]);
    const doctors = await must(
      call<{ items: unknown[] }>(null, 'GET', `/doctors?specializationId=${own.id}`),
    );
    expect(doctors.items).to.have.length(1);
    const departments = await must(call<{ items: Department[] }>(null, 'GET', '/departments'));
    expect(departments.items.map(({ name }) => name)).to.deep.equal([
      'St. Anne Hospital',
      'ST. ANNE HOSPITAL (5eed0000)',
    ]);
  });

  it('gives notes to encounters that were imported without', async () => {
    const report = await imported({ ...people, encounters: [visit] }, true);
    expect(figuresOf(report)).to.deep.include({
      'encounters.csv': [1, 0, 1, 0],
      'notes, one per encounter': [1, 1, 0, 0],
    });
  });

  it('cannot write round the guard: a visit that meets a taken time is overbooked', async () => {
    const later = encounter(person(), doctor, plusMinutes(visit.START ?? '', 10), 30, {
      PATIENT: patient.Id ?? '',
    });
    const report = await imported({ ...people, encounters: [later] });
    expect(report.explanations.join()).to.include(
      '1 visits met a time that the clinic had given away already',
    );
    const [row] = await rowsOf(
      clinic.urls.mysqlUrl,
      `SELECT doctor_seat, patient_seat, overbook_reason FROM appointments JOIN imported_rows ON internal_id = id
        WHERE external_id = ?`,
      [later.Id],
    );
    const overbookReason = 'imported: overlaps in the source';
    expect(row).to.deep.equal({ doctor_seat: 1, patient_seat: 1, overbook_reason: overbookReason });
    const faults = await bookingFaults(clinic.urls.mysqlUrl);
    expect(faults).to.include({ overlapsOfDoctors: 0, overlapsOfPatients: 0, orphanClaims: 0 });
  });
});

import { expect } from 'chai';
import type { Department } from '../../src/departments/departments.types.js';
import type { Doctor } from '../../src/doctors/doctors.types.js';
import { isComplete } from '../../src/import/import-report.js';
import type { Page } from '../../src/lib/paging.js';
import type { Patient } from '../../src/patients/patients.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { staff } from '../support/people.js';
import { countsOf, importInto, rowsOf } from './importing.js';
import {
  condition,
  daysAgo,
  encounter,
  organization,
  person,
  provider,
  type SyntheaFolder,
  writeSynthea,
} from './synthea-folder.js';

const long = (length: number): string =>
  'Abcdefghi '
    .repeat(length)
    .slice(0, length - 1)
    .concat('x');

const place = organization({ NAME: long(130), ADDRESS: long(250), PHONE: '5'.repeat(60) });
const second = organization({ NAME: '山田病院', CITY: '東京' });
const third = organization({ NAME: '鈴木病院', CITY: '東京' });
const doctor = provider(place.Id ?? '', { SPECIALITY: `${'CARDIOLOGY '.repeat(20)};NEUROLOGY` });
const born = person({ BIRTHDATE: '2006-05-01', DEATHDATE: '2020-06-01' });
const visit = encounter(born, doctor, '2019-01-01T10:00:00Z', 15, {
  REASONDESCRIPTION: long(700),
});
const at = (START: string, row = {}, minutes = 15) => encounter(born, doctor, START, minutes, row);

const rows = {
  organizations: [place, second, third],
  providers: [
    doctor,
    provider(second.Id ?? '', { NAME: 'Cher', SPECIALITY: '' }),
    provider(third.Id ?? '', { NAME: `${long(80)} ${'B'.repeat(80)}` }),
    provider(third.Id ?? '', { NAME: `Ann ${'B'.repeat(81)}` }),
    provider(third.Id ?? '', { NAME: '' }),
  ],
  patients: [
    born,
    person({ FIRST: 'Suharto', LAST: '' }),
    person({ FIRST: '', LAST: 'Sukarno' }),
    person({ FIRST: '', LAST: '' }),
    person({ FIRST: 'A'.repeat(81) }),
    person({ LAST: 'B'.repeat(81) }),
    person({ FIRST: 'A'.repeat(80), LAST: 'B'.repeat(80) }),
    person({ BIRTHDATE: '1899-12-31' }),
    person({ BIRTHDATE: '1900-01-01' }),
    person({ BIRTHDATE: '2200-01-01' }),
    person({ BIRTHDATE: '1980-02-30' }),
    person({ BIRTHDATE: '17.05.1980' }),
    person({
      BIRTHDATE: '1980-05-17',
      DEATHDATE: '1970-01-01',
      FIRST: 'Line\nBreak',
      LAST: 'Tab\tBell\u0007',
    }),
    person({ ADDRESS: long(300), CITY: long(150), STATE: long(150), ZIP: '1'.repeat(40) }),
    person({ FIRST: '山田', LAST: '太郎', GENDER: 'X' }),
    person({ FIRST: 'Lost\uFFFD' }),
  ],
  encounters: [
    visit,
    at('1943-01-01T10:00:00Z'),
    at('2006-04-30T23:30:00Z', { DESCRIPTION: 'born in another zone' }),
    at('2021-01-01T10:00:00Z'),
    at('2020-06-10T10:00:00Z', { CODE: '308646001', DESCRIPTION: 'Death Certification' }),
    at('2019-02-01T10:00:00Z', {}, -30),
    at(daysAgo(-400)),
    at('2019-03-01T10:00:00', { STOP: '' }),
    at('2019-04-01 10:00:00', { STOP: '1554113700' }),
    at('2019-05-05T10:00:00Z', { START: 'yesterday' }),
  ],
  conditions: [
    condition(visit, { DESCRIPTION: long(400) }),
    condition(visit, { CODE: '1', START: '1943-01-01' }),
    condition(visit, { CODE: '2', START: '1899-01-01' }),
    condition(visit, { CODE: '3', START: '2019-01-01', STOP: '2018-01-01' }),
    condition(visit, { CODE: '4', START: '2025-01-01' }),
    condition(visit, { CODE: 'a b' }),
    condition(visit, { CODE: 'x'.repeat(33) }),
    condition(visit, { CODE: '5', STOP: '2201-01-01' }),
  ],
};

describe('Rows that no clinic could enter', () => {
  let clinic: Clinic;
  let folder: SyntheaFolder;
  before(async () => {
    clinic = await startClinic();
    folder = await writeSynthea(rows, {
      headers: {
        encounters:
          'Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER,ENCOUNTERCLASS,CODE,DESCRIPTION,REASONDESCRIPTION',
      },
    });
  });
  after(async () => {
    await folder.remove();
    await clinic.close();
  });

  it('are skipped or mended, each for a reason in words', async () => {
    const report = await importInto(clinic, folder);
    expect(isComplete(report)).to.equal(true);
    expect(countsOf(report, 'skipped')).to.deep.equal({
      'has a NAME of more than 80 characters': 1,
      'has no NAME': 1,
      'has neither FIRST nor LAST': 1,
      'has a FIRST of more than 80 characters': 1,
      'has a LAST of more than 80 characters': 1,
      'has a BIRTHDATE outside of the years 1900 to 2199': 2,
      'has no usable BIRTHDATE': 2,
      'is of a time before its patient was born': 2,
      'is of a time after its patient died': 2,
      'is of an encounter that was not imported': 2, // notes of two that could not be
      'does not end after its START': 1,
      'has not ended yet': 1,
      'has no usable START': 1,
      'has a START outside of the years 1900 to 2199': 1,
      'ends before it begins': 1,
      'has no usable CODE': 2,
      'has a STOP outside of the years 1900 to 2199': 1,
    });
    expect(countsOf(report, 'guessed')).to.deep.equal({
      'NAME is cut to 120 characters': 1,
      'ADDRESS is cut to 200 characters': 2,
      'PHONE is cut to 40 characters': 1,
      'CITY is cut to 100 characters': 1,
      'STATE is cut to 100 characters': 1,
      'ZIP is cut to 20 characters': 1,
      'SPECIALITY is cut to 120 characters': 1,
      'has no SPECIALITY: "Not known"': 1,
      'has only one name: it is the family name, and there is no given name': 2,
      'has no usable DEATHDATE: taken as if there were none': 1,
      'has an address whose country nothing tells: kept without one': 1,
      'holds �, which stands for a letter that was lost before: kept as it is': 1,
      'certifies a death some days after it: imported as it stands': 1,
      'has no STOP: it took 15 minutes': 1,
      'START has no time zone: read as UTC': 2,
      'STOP is a number: read as seconds since 1970': 1,
      'REASONDESCRIPTION is cut to 500 characters': 1,
      'DESCRIPTION is cut to 300 characters': 1,
    });
    expect(JSON.stringify(report)).not.to.match(/ER_[A-Z_]+/);
  });

  it('leave nothing behind that the API could not tell', async () => {
    const desk = await staff(clinic, 'receptionist');
    const patients = await must(clinic.call<Page<Patient>>(desk, 'GET', '/patients?limit=200'));
    expect(patients.items).to.have.length(9);
    expect(
      patients.items.map(({ givenName, familyName }) => `${givenName}|${familyName}`),
    ).to.include.members(['|Suharto', '|Sukarno', 'Line Break|Tab Bell']);
    const { items: doctors } = await must(clinic.call<Page<Doctor>>(null, 'GET', '/doctors?limit=200'));
    expect(doctors).to.have.length(3);
    for (const { id } of doctors)
      await must(clinic.call<Doctor>(clinic.admin, 'GET', `/doctors/${id}/profile`));
    const departments = await must(clinic.call<Page<Department>>(null, 'GET', '/departments'));
    expect(departments.items).to.have.length(3);
    const users = await must(
      clinic.call<Page<{ displayName: string }>>(clinic.admin, 'GET', '/users?role=doctor'),
    );
    expect(users.items.map(({ displayName }) => displayName)).to.include('Dr. Cher');
    const [row] = await rowsOf<{ id: string }>(
      clinic.urls.mysqlUrl,
      "SELECT BIN_TO_UUID(internal_id) AS id FROM imported_rows WHERE kind = 'provider' AND external_id = ?",
      [doctor.Id],
    );
    const attending = await staff(clinic, 'doctor', { doctorId: row?.id ?? '' });
    const records = await must(
      clinic.call<Page<MedicalRecord>>(attending, 'GET', `/medical-records?doctorId=${row?.id}&limit=200`),
    );
    expect(records.items.every(({ openedAt }) => openedAt >= '2006')).to.equal(true);
    await must(clinic.call(attending, 'GET', `/appointments?doctorId=${row?.id}&limit=200`));
  });
});

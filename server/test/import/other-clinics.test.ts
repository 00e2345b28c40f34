import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Doctor } from '../../src/doctors/doctors.types.js';
import { isComplete, reportLines } from '../../src/import/import-report.js';
import type { Page } from '../../src/lib/paging.js';
import type { Patient } from '../../src/patients/patients.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { staff } from '../support/people.js';
import { countsOf, endStateOf, figuresOf, importInto, rowsOf } from './importing.js';
import {
  condition,
  daysAgo,
  encounter,
  organization,
  person,
  provider,
  type SyntheaFolder,
  type SyntheaKind,
  type SyntheaRows,
  writeSynthea,
} from './synthea-folder.js';

const allDoctors = (clinic: Clinic): Promise<Page<Doctor>> =>
  must(clinic.call<Page<Doctor>>(null, 'GET', '/doctors?limit=200'));

const patientOf = async (clinic: Clinic, familyName: string): Promise<Patient> => {
  const desk = await staff(clinic, 'receptionist');
  const path = `/patients?familyName=${encodeURIComponent(familyName)}`;
  const { items } = await must(clinic.call<Page<Patient>>(desk, 'GET', path));
  return items[0] as Patient;
};

/** A clinic of its own with these files in it. */
function clinicOf(rows: SyntheaRows, kind?: SyntheaKind) {
  const made = {} as { clinic: Clinic; folder: SyntheaFolder };
  before(async () => {
    made.clinic = await startClinic();
    made.folder = await writeSynthea(rows, kind);
  });
  after(async () => {
    await made.folder.remove();
    await made.clinic.close();
  });
  return made;
}

const addressColumns = 'ADDRESS,CITY,STATE,ZIP,LAT,LON';
const boston = { CITY: 'BOSTON', STATE: 'MA', ZIP: '2115', LAT: '42.33', LON: '-71.02' };

describe('Importing a clinic of before 2020, whose encounters name an organization as PROVIDER', () => {
  const [single, oneBusy, twoBusy] = ['ONE DOCTOR', 'ONE BUSY DOCTOR', 'TWO BUSY DOCTORS'].map((NAME) =>
    organization({ NAME, ...boston }),
  ) as [Record<string, string>, Record<string, string>, Record<string, string>];
  const doctorAt = (place: Record<string, string>, NAME: string, UTILIZATION: string, row = {}) =>
    provider(place.Id ?? '', { NAME, UTILIZATION, ...boston, ...row });
  const alone = doctorAt(single, 'Ernesto186 Tamez493', '706');
  const busy = doctorAt(oneBusy, 'Brett333 Graham902', '67');
  const idle = doctorAt(oneBusy, 'Cheryl605 Schmitt836', '0', { Id: busy.Id, SPECIALITY: 'NEUROLOGY' });
  const first = doctorAt(twoBusy, 'Delinda651 Funk324', '13');
  const second = doctorAt(twoBusy, 'Santiago500 Menéndez746', '17');
  const secondAgain = { ...second, SPECIALITY: 'INTERNAL MEDICINE' };
  const baby = person({ BIRTHDATE: '2020-03-29', STATE: 'Massachusetts', ...{ LAT: '42', LON: '-71.5' } });
  const at = (place: Record<string, string>, days: number, row = {}) =>
    encounter(baby, { Id: place.Id ?? '' }, daysAgo(days), 15, row);
  const visits = [at(single, 30), at(oneBusy, 20), at(twoBusy, 10), at(twoBusy, 5)];
  const made = clinicOf(
    {
      organizations: [single, oneBusy, twoBusy],
      providers: [alone, idle, busy, first, second, secondAgain],
      patients: [baby],
      encounters: [...visits, at(single, 0, { START: '2017-02-12T19:05:42Z', STOP: '2017-02-12T20:05:42Z' })],
      conditions: visits.map((visit) => condition(visit)),
    },
    {
      headers: {
        organizations: `Id,NAME,${addressColumns},PHONE,REVENUE,UTILIZATION`,
        providers: `Id,ORGANIZATION,NAME,GENDER,SPECIALITY,${addressColumns},UTILIZATION`,
        encounters: 'Id,START,STOP,PATIENT,PROVIDER,PAYER,ENCOUNTERCLASS,CODE,DESCRIPTION,REASONDESCRIPTION',
      },
    },
  );

  it('imports it whole, and tells every guess and every skip with a line', async () => {
    const report = await importInto(made.clinic, made.folder);
    expect(figuresOf(report)).to.deep.include({
      'organizations.csv': [3, 3, 0, 0],
      'providers.csv': [6, 6, 0, 0],
      'patients.csv': [1, 1, 0, 0],
      'encounters.csv': [5, 4, 0, 1],
      'conditions.csv': [4, 4, 0, 0],
    });
    expect(isComplete(report)).to.equal(true);
    expect(countsOf(report, 'skipped')).to.deep.equal({
      'is of a time before its patient was born': 1,
      'is of an encounter that was not imported': 1, // its note
    });
    expect(countsOf(report, 'guessed')).to.deep.equal({
      'has the Id of a row before and another NAME: a doctor of their own; encounters that name the Id are the first one’s': 1,
      'has the Id and the NAME of a row before: the same doctor, with this speciality too': 1,
      'names an organization as PROVIDER: given to its only doctor': 2,
      'names an organization as PROVIDER: given to the only one of its doctors who had any': 1,
      'names an organization as PROVIDER, and nothing tells which of its doctors: given to a stand-in': 2,
    });
    const lines = reportLines(report).join('\n');
    expect(lines)
      .to.include('encounters.csv does not have: ORGANIZATION.')
      .and.include('America/New_York, of the state MA: 6 doctors')
      .and.include('encounters.csv: 1 × is of a time before its patient was born (line 6)')
      .and.include('given to a stand-in (line 4 is the first)');
    for (const value of ['Tamez', 'Gleason', 'Menéndez', baby.Id ?? ''])
      expect(lines, 'no value of a row').not.to.include(value);
  });

  it('gives each encounter to whom the files leave, and else to a stand-in', async () => {
    const rows = await rowsOf<{ who: string }>(
      made.clinic.urls.mysqlUrl,
      `SELECT doctors.family_name AS who FROM appointments JOIN doctors ON doctors.id = doctor_id ORDER BY starts_at`,
    );
    const standIn = 'Not named (TWO BUSY DOCTORS)';
    expect(rows.map(({ who }) => who)).to.deep.equal(['Tamez', 'Graham', standIn, standIn]);
  });

  it('keeps all specialities of a doctor, and both people of one Id', async () => {
    const { items } = await allDoctors(made.clinic);
    const named = Object.fromEntries(
      items.map(({ familyName, specializations }) => [familyName, specializations.map(({ name }) => name)]),
    );
    expect(named).to.deep.include({
      Menéndez: ['General practice', 'Internal medicine'],
      Schmitt: ['Neurology'],
      Graham: ['General practice'],
    });
  });

  it('adds nothing the second time', async () => {
    const before = await endStateOf(made.clinic.urls.mysqlUrl);
    const report = await importInto(made.clinic, made.folder);
    expect(report.files.reduce((sum, { imported }) => sum + imported, 0)).to.equal(
      report.files.at(-1)?.imported,
    );
    expect(isComplete(report)).to.equal(true);
    expect((await endStateOf(made.clinic.urls.mysqlUrl)) as object).to.deep.equal(before);
  });
});

describe('Importing a clinic of before 2019, whose encounters name nobody', () => {
  const someone = person({ ADDRESS: '748 Hagenes Viaduct Lawrence MA 01841 US', CITY: '', STATE: '' });
  const visit = encounter(someone, {}, '2016-05-04', 0);
  const sameDay = encounter(someone, {}, '2016-05-04', 0);
  const made = clinicOf(
    {
      organizations: [],
      providers: [],
      patients: [someone],
      encounters: [visit, sameDay].map((row) => ({ ...row, ID: row.Id ?? '', DATE: '2016-05-04' })),
      conditions: [condition(visit)],
    },
    {
      headers: {
        patients: 'Id,BIRTHDATE,DEATHDATE,FIRST,LAST,GENDER,ADDRESS',
        encounters: 'ID,DATE,PATIENT,CODE,DESCRIPTION,REASONCODE,REASONDESCRIPTION',
      },
    },
  );
  before(() =>
    Promise.all(['organizations', 'providers'].map((name) => rm(join(made.folder.directory, `${name}.csv`)))),
  );

  it('gives all of them to one who stands for the doctors, and says so', async () => {
    const report = await importInto(made.clinic, made.folder, false);
    expect(figuresOf(report)).to.deep.equal({
      'organizations.csv': [0, 0, 0, 0],
      'providers.csv': [0, 0, 0, 0],
      'patients.csv': [1, 1, 0, 0],
      'encounters.csv': [2, 2, 0, 0],
      'conditions.csv': [1, 1, 0, 0],
    });
    expect(countsOf(report, 'guessed')).to.deep.equal({
      'has not both ADDRESS and CITY: kept without an address': 1,
      'START has no time of day: read as noon UTC': 2,
      'has no STOP: it took 15 minutes': 2,
      'names neither PROVIDER nor ORGANIZATION: given to a stand-in': 2,
    });
    expect(reportLines(report).join('\n')).to.include(
      'Not there, as in Synthea of before 2019: organizations.csv, providers.csv.',
    );
    const { items } = await allDoctors(made.clinic);
    expect(items.map(({ familyName, department }) => [familyName, department.name])).to.deep.equal([
      ['Not named (no organization)', 'Not known'],
    ]);
    const again = await importInto(made.clinic, made.folder, false);
    expect(again.files.reduce((sum, { imported }) => sum + imported, 0)).to.equal(0);
  });
});

describe('Importing clinics of several places', () => {
  const place = (NAME: string, row: Record<string, string>) =>
    organization({ NAME, ADDRESS: '1 Road', ...row });
  const places = [
    place('CA', { STATE: 'CA', CITY: 'LOS ANGELES', ZIP: '90028' }),
    place('Leeds', { STATE: 'West Yorkshire', CITY: 'Leeds', ZIP: 'LS1 4AP', PHONE: '0113 2432799' }),
    place('Nameless', { STATE: '', CITY: 'Leeds', ZIP: 'LS1 4AP' }),
    place('PR', { STATE: 'PR', CITY: 'San Juan', ZIP: '00901' }),
    place('DC', { STATE: 'District of Columbia', CITY: 'Washington', ZIP: '20001' }),
    place('Ontario', { STATE: 'Ontario', CITY: 'Toronto', ZIP: 'M5V 2T6' }),
    place('El Paso', { STATE: 'TX', CITY: 'El Paso', ZIP: '79901', LAT: '31.76', LON: '-106.49' }),
    place('Dallas', { STATE: 'Texas', CITY: 'Dallas', ZIP: '75201', LAT: '32.78', LON: '-96.8' }),
    place('Texas', { STATE: 'TX', CITY: 'Anywhere', ZIP: '75201' }),
    place('Perth', { STATE: 'WA', CITY: 'Perth', ZIP: '6000', LAT: '-31.95', LON: '115.86' }),
    place('Nowhere', { STATE: 'Utopia', CITY: 'Amaurot', ZIP: '12345' }),
  ];
  const doctors = places.map((each) =>
    provider(each.Id ?? '', { NAME: `Doctor ${each.NAME}`, ADDRESS: '', CITY: '', STATE: '', ZIP: '' }),
  );
  const leeds = person({ LAST: 'Leedsman', CITY: 'Leeds', STATE: 'West Yorkshire', ZIP: 'LS1 4AP' });
  const utopian = person({ LAST: 'Utopian', CITY: 'Amaurot', STATE: 'Utopia', ZIP: '12345' });
  const angeleno = person({ LAST: 'Angeleno', CITY: 'Los Angeles', STATE: 'California', ZIP: '90804' });
  const made = clinicOf(
    {
      organizations: places,
      providers: doctors,
      patients: [leeds, utopian, angeleno],
      encounters: [],
      conditions: [],
    },
    { headers: { organizations: `Id,NAME,${addressColumns},PHONE` } },
  );

  it('gives each doctor the zone of their place, and says why', async () => {
    const report = await importInto(made.clinic, made.folder, false);
    expect(report.zones).to.have.members([
      'America/Los_Angeles, of the state CA: 1 doctor',
      'Europe/London, of West Yorkshire: 1 doctor',
      'Europe/London, of the country GB: 1 doctor',
      'America/Puerto_Rico, of the state PR: 1 doctor',
      'America/New_York, of the state DC: 1 doctor',
      'America/Toronto, of Ontario: 1 doctor',
      'America/Denver, of a part of the state TX, by coordinates: 1 doctor',
      'America/Chicago, of the state TX, by coordinates: 1 doctor',
      'America/Chicago, of most people of the state TX, which has two: 1 doctor',
      'Australia/Perth, of WA: 1 doctor',
      'UTC, for nothing tells where they are: --zone says it: 1 doctor',
    ]);
    expect(countsOf(report, 'guessed')).to.deep.include({
      'has an address whose country nothing tells: kept without one': 1,
    });
    expect(reportLines(report).join('\n')).to.include('Time zones of the doctors imported now:');
    const { items } = await allDoctors(made.clinic);
    const zones = Object.fromEntries(items.map(({ familyName, zone }) => [familyName, zone]));
    expect(zones).to.include({ CA: 'America/Los_Angeles', Leeds: 'Europe/London', Paso: 'America/Denver' });
  });

  it('gives addresses the country of their place, or none', async () => {
    const countryOf = async (familyName: string) =>
      (await patientOf(made.clinic, familyName)).address?.country;
    expect(await countryOf('Leedsman')).to.equal('GB');
    expect(await countryOf('Angeleno')).to.equal('US');
    expect(await countryOf('Utopian')).to.equal(undefined);
    const { items } = await allDoctors(made.clinic);
    expect(items.find(({ familyName }) => familyName === 'Leeds')?.phone).to.equal('0113 2432799');
  });

  it('refuses another --zone in a later run, in words, and takes none', async () => {
    const before = await endStateOf(made.clinic.urls.mysqlUrl);
    const refusal = await importInto(made.clinic, made.folder, false, 'Asia/Tokyo').catch(
      (error: Error) => error.message,
    );
    expect(refusal)
      .to.include('--zone Asia/Tokyo contradicts an earlier import')
      .and.include('Europe/London (2)');
    expect(await endStateOf(made.clinic.urls.mysqlUrl)).to.deep.equal(before);
    const again = await importInto(made.clinic, made.folder, false);
    expect([again.zones, isComplete(again)]).to.deep.equal([[], true]);
  });
});

describe('Importing a clinic with a --zone', () => {
  const place = organization();
  const made = clinicOf({
    organizations: [place],
    providers: [provider(place.Id ?? '')],
    patients: [],
    encounters: [],
    conditions: [],
  });

  it('gives it to all doctors, says so, and takes the same one again', async () => {
    const report = await importInto(made.clinic, made.folder, false, 'Asia/Tokyo');
    expect(report.zones).to.deep.equal(['Asia/Tokyo, as --zone says: 1 doctor']);
    expect((await allDoctors(made.clinic)).items[0]?.zone).to.equal('Asia/Tokyo');
    expect(isComplete(await importInto(made.clinic, made.folder, false, 'Asia/Tokyo'))).to.equal(true);
  });
});

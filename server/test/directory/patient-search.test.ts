import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { DoctorProfile } from '../../src/doctors/doctors.types.js';
import type { Patient, PatientMatches } from '../../src/patients/patients.types.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { attend, createDoctor, createPatient, registeredPatient, staffMember } from './directory-builders.js';

describe('A patient is found by what one heard or typed', () => {
  let clinic: Clinic;
  let desk: SignedIn;
  let doctorRow: DoctorProfile;
  let doctor: SignedIn;
  const known = new Map<string, Patient>();

  const people = [
    ['Jürgen', 'Müller', '1950-01-02'],
    ['Anna', 'Meier', '1961-02-03'],
    ['Anne', 'Mayer', '1962-03-04'],
    ['Søren', 'Ångström', '1973-04-05'],
    ['Zoë', "O'Brien-Weiß", '1984-05-06'],
    ['Władysław', 'Łukasiewicz', '1995-06-07'],
    ['Νίκος', 'Παπαδόπουλος', '1966-07-08'],
    ['Fatima', 'Schmidt', '1977-08-09'],
    ['Xu', 'Li', '1988-09-10'],
  ] as const;

  before(async () => {
    clinic = await startClinic();
    desk = await staffMember(clinic, 'receptionist');
    doctorRow = await createDoctor(clinic);
    doctor = await staffMember(clinic, 'doctor', { doctorId: doctorRow.id });
    for (const [givenName, familyName, birthOn] of people)
      known.set(familyName, await createPatient(clinic, desk, { givenName, familyName, birthOn }));
  });
  after(() => clinic.close());

  const search = (who: SignedIn, query: Record<string, string>) =>
    clinic.call<PatientMatches & { code?: string }>(
      who,
      'GET',
      `/patients/search?${new URLSearchParams(query)}`,
    );
  const namesFor = async (q: string, who = desk): Promise<string[]> =>
    (await search(who, { q })).body.items.map(({ familyName }) => familyName);
  const patient = (familyName: string): Patient => known.get(familyName) as Patient;

  const spellings: [string, string][] = [
    ['mueller', 'Müller'],
    ['Muller', 'Müller'],
    ['MÜLLER', 'Müller'],
    ['mu\u0308ller', 'Müller'],
    ['juergen mueller', 'Müller'],
    ['müller, jürgen', 'Müller'],
    ['mulelr', 'Müller'],
    ['mueler', 'Müller'],
    ['müll', 'Müller'],
    ['angstrom', 'Ångström'],
    ['aangstroem', 'Ångström'],
    ['obrien', "O'Brien-Weiß"],
    ["o'brian", "O'Brien-Weiß"],
    ['weiss', "O'Brien-Weiß"],
    ['lukasiewitz', 'Łukasiewicz'],
    ['wladyslaw', 'Łukasiewicz'],
    ['παπαδοπουλος', 'Παπαδόπουλος'],
    ['schmitt', 'Schmidt'],
    ['shmidt', 'Schmidt'],
    ['xu li', 'Li'],
  ];
  for (const [typed, found] of spellings)
    it(`finds ${found} for ${typed}`, async () => {
      expect((await namesFor(typed))[0]).to.equal(found);
    });

  it('finds Meier and Mayer for either, the one that was typed first', async () => {
    expect(await namesFor('meier')).to.deep.equal(['Meier', 'Mayer']);
    expect(await namesFor('mayer')).to.deep.equal(['Mayer', 'Meier']);
    expect(await namesFor('meyer')).to.have.members(['Meier', 'Mayer']);
  });

  it('finds nobody for a name that nobody has', async () => {
    expect(await namesFor('Quetzalcoatl')).to.deep.equal([]);
    expect(await namesFor("'; drop table patients; --")).to.deep.equal([]);
  });

  it('finds by birth date, alone or beside a name, and by medical record number', async () => {
    expect(await namesFor('1950-01-02')).to.deep.equal(['Müller']);
    expect(await namesFor('mueler 1950-01-02')).to.deep.equal(['Müller']);
    expect(await namesFor('mueler 1950-01-03')).to.deep.equal([]);
    expect(await namesFor(patient('Schmidt').mrn.toLowerCase())).to.deep.equal(['Schmidt']);
    expect((await search(desk, { mrn: patient('Meier').mrn })).body.items).to.deep.equal([patient('Meier')]);
    expect((await search(desk, { q: 'meier', birthOn: '1961-02-03' })).body.items).to.have.length(1);
  });

  it('follows a change of name', async () => {
    const { id } = await createPatient(clinic, desk, { familyName: 'Vorher' });
    await clinic.call(desk, 'PATCH', `/patients/${id}`, {
      body: { familyName: 'Nachdem' },
      headers: { 'if-match': '"1"' },
    });
    expect(await namesFor('vorher')).to.deep.equal([]);
    expect(await namesFor('nachdehm')).to.deep.equal(['Nachdem']);
  });

  it('wants exactly one way of asking', async () => {
    const wrong = [
      {},
      { q: ' ' },
      { q: 'meier', mrn: patient('Meier').mrn },
      { familyName: 'Meier' },
      { familyName: 'Meier', birthOn: '1961-02-03' },
      { givenName: 'Anna', familyName: 'Meier', birthOn: '1961-02-31' },
      { q: '1961-02-31' },
      { birthOn: '1961-02-03' },
      { q: 'meier', limit: '21' },
      { q: 'meier', offset: '1' },
    ];
    for (const query of wrong) {
      const answer = await search(desk, query as Record<string, string>);
      expect([answer.status, answer.body.code], JSON.stringify(query)).to.deep.equal([
        422,
        'validation_failed',
      ]);
    }
  });

  it('gives the front desk twenty at most', async () => {
    for (let n = 0; n < 22; n++) await createPatient(clinic, desk, { familyName: 'Vielfach' });
    expect(await namesFor('vielfach')).to.have.length(20);
  });

  it('searches tolerantly among the patients whom a doctor treats, and only there', async () => {
    expect(await namesFor('meier', doctor)).to.deep.equal([]);
    await attend(clinic, doctorRow, patient('Mayer').id);
    expect(await namesFor('meier', doctor)).to.deep.equal(['Mayer']);
    expect(await namesFor('1962-03-04', doctor)).to.deep.equal(['Mayer']);
    expect(await namesFor('1961-02-03', doctor)).to.deep.equal([]);
    const nurse = await staffMember(clinic, 'nurse', { departmentId: doctorRow.department.id });
    expect(await namesFor('meier', nurse)).to.deep.equal(['Mayer']);
  });

  it('shows a doctor of a stranger, exactly asked for, no more than name, birth year and number', async () => {
    const { id, mrn, givenName, familyName } = patient('Łukasiewicz');
    const shown = { id, mrn, givenName, familyName, birthYear: 1995, isActive: true, version: 1 };
    const exact = { givenName, familyName, birthOn: '1995-06-07' };
    expect((await search(doctor, { mrn })).body.items).to.deep.equal([shown]);
    expect((await search(doctor, { q: mrn })).body.items).to.deep.equal([shown]);
    expect((await search(doctor, exact)).body.items).to.deep.equal([shown]);
    expect((await search(doctor, { ...exact, birthOn: '1995-06-08' })).body.items).to.deep.equal([]);
    await attend(clinic, doctorRow, id);
    expect((await search(doctor, { mrn })).body.items).to.deep.equal([patient('Łukasiewicz')]);
  });

  it('shows a pharmacist exact matches only, and a nurse none beyond her ward', async () => {
    const pharmacist = await staffMember(clinic, 'pharmacist');
    const nurse = await staffMember(clinic, 'nurse', { departmentId: doctorRow.department.id });
    const { mrn } = patient('Schmidt');
    expect((await search(pharmacist, { q: 'schmidt' })).body.code).to.equal('exact_match_only');
    expect(Object.keys((await search(pharmacist, { mrn })).body.items[0] ?? {})).to.have.members([
      'id',
      'mrn',
      'givenName',
      'familyName',
      'birthYear',
      'isActive',
      'version',
    ]);
    expect((await search(nurse, { mrn })).body.items).to.deep.equal([]);
  });

  it('shows billing no phone, e-mail address or emergency contact', async () => {
    const billing = await staffMember(clinic, 'billing');
    const [found] = (await search(billing, { q: 'mueller' })).body.items;
    expect(found).to.have.property('insurance');
    expect(found).not.to.have.any.keys('phone', 'email', 'emergencyContact');
  });

  it('is closed to patients and admins', async () => {
    expect((await search(await registeredPatient(clinic), { q: 'meier' })).status).to.equal(403);
    expect((await search(clinic.admin, { q: 'meier' })).status).to.equal(403);
  });
});

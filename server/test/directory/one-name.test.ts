import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Doctor, DoctorProfile } from '../../src/doctors/doctors.types.js';
import type { Page } from '../../src/lib/paging.js';
import type { Patient, PatientMatches } from '../../src/patients/patients.types.js';
import { type Clinic, freshEmail, must, password, startClinic } from '../support/clinic.js';
import { createPatient, newDoctor, newPatient, staffMember } from './directory-builders.js';

describe('People of one name', () => {
  let clinic: Clinic;
  let desk: SignedIn;

  before(async () => {
    clinic = await startClinic();
    desk = await staffMember(clinic, 'receptionist');
  });
  after(() => clinic.close());

  const search = async (query: Record<string, string>): Promise<string[]> => {
    const path = `/patients/search?${new URLSearchParams(query)}`;
    return (await must(clinic.call<PatientMatches>(desk, 'GET', path))).items.map(
      ({ givenName, familyName }) => `${givenName}|${familyName}`,
    );
  };
  const without = ({ givenName: _givenName, ...fields }: Record<string, unknown>) => fields;

  const absent: [string, Record<string, unknown>][] = [
    ['left out', {}],
    ['empty', { givenName: '' }],
    ['blank', { givenName: ' \u3000 ' }],
  ];
  for (const [name, given] of absent)
    it(`are patients whose given name is ${name}`, async () => {
      const familyName = `Sukarno${name.length}`;
      const body = { ...without(newPatient({ familyName })), ...given };
      const patient = await must(clinic.call<Patient>(desk, 'POST', '/patients', { body }));
      expect(patient).to.include({ givenName: '', familyName });
      expect(await must(clinic.call<Patient>(desk, 'GET', `/patients/${patient.id}`))).to.deep.equal(patient);
    });

  it('are found by that name, tolerantly and exactly', async () => {
    await createPatient(clinic, desk, { givenName: '', familyName: 'Suharto', birthOn: '1921-06-08' });
    await createPatient(clinic, desk, { givenName: '', familyName: '王', birthOn: '1922-06-08' });
    expect(await search({ q: 'suhartto' })).to.deep.equal(['|Suharto']);
    expect(await search({ q: '王' })).to.deep.equal(['|王']);
    const exact = { givenName: '', familyName: 'SUHARTO', birthOn: '1921-06-08' };
    expect(await search(exact)).to.deep.equal(['|Suharto']);
    const list = await must(clinic.call<Page<Patient>>(desk, 'GET', '/patients?familyName=suh'));
    expect(list.items.map(({ familyName }) => familyName)).to.deep.equal(['Suharto']);
  });

  it('are so from a change on, and no longer after another one', async () => {
    const { id } = await createPatient(clinic, desk, { givenName: 'Ingrid', familyName: 'Madonna' });
    const change = (body: object, version: number) =>
      must(
        clinic.call<Patient>(desk, 'PATCH', `/patients/${id}`, {
          body,
          headers: { 'if-match': `"${version}"` },
        }),
      );
    expect(await change({ givenName: null }, 1)).to.include({ givenName: '', familyName: 'Madonna' });
    expect(await search({ q: 'ingrid' })).to.deep.equal([]);
    expect(await change({ givenName: 'Louise' }, 2)).to.include({ givenName: 'Louise' });
    expect(await search({ q: 'louise' })).to.deep.equal(['Louise|Madonna']);
    expect(await change({ givenName: '' }, 3)).to.include({ givenName: '' });
  });

  it('register, and are shown without a stray blank', async () => {
    const body = { familyName: 'Aung', birthOn: '1990-01-01', email: freshEmail('patient'), password };
    const { user } = await must(clinic.call<SignedIn>(null, 'POST', '/auth/register', { body }));
    expect(user.displayName).to.equal('Aung');
  });

  it('are doctors, too', async () => {
    const body = without(await newDoctor(clinic, { familyName: 'Teller' }));
    const { id } = await must(clinic.call<DoctorProfile>(clinic.admin, 'POST', '/doctors', { body }));
    const doctor = await must(clinic.call<Doctor>(null, 'GET', `/doctors/${id}`));
    expect(doctor).to.include({ givenName: '', familyName: 'Teller' });
    const headers = { 'if-match': '"1"' };
    const changed = await must(
      clinic.call<DoctorProfile>(clinic.admin, 'PATCH', `/doctors/${id}`, {
        body: { givenName: 'Ed' },
        headers,
      }),
    );
    expect(changed.givenName).to.equal('Ed');
  });

  it('still have a name: nobody has none', async () => {
    for (const familyName of [undefined, '', '  ', null]) {
      const body = { ...newPatient(), familyName };
      expect((await clinic.call(desk, 'POST', '/patients', { body })).status).to.equal(422);
    }
  });
});

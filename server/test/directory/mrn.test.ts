import { expect } from 'chai';
import { systemActor } from '../../src/lib/actor.js';
import { AppError } from '../../src/lib/errors.js';
import { Database } from '../../src/lib/mysql.js';
import { isMrn, newMrn } from '../../src/patients/mrn.js';
import type { NewPatient } from '../../src/patients/patients.types.js';
import { typingDistance } from '../../src/patients/typing-distance.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { onDatabase } from './directory-builders.js';

describe('A medical record number', () => {
  it('carries a check digit that notices every single wrong digit', () => {
    for (let round = 0; round < 100; round++) {
      const mrn = newMrn();
      expect(isMrn(mrn)).to.equal(true);
      for (let place = 2; place < mrn.length; place++) {
        const wrong = (Number(mrn[place]) + 1 + (round % 9)) % 10;
        expect(isMrn(mrn.slice(0, place) + wrong + mrn.slice(place + 1))).to.equal(false);
      }
    }
  });

  describe('given by another system', () => {
    let clinic: Clinic;
    let db: Database;
    before(async () => {
      clinic = await startClinic();
      db = new Database(clinic.urls.mysqlUrl);
    });
    after(async () => {
      await db.close();
      await clinic.close();
    });

    const person: NewPatient = { givenName: 'Ida', familyName: 'Import', birthOn: '1950-01-01' };
    const insert = (patient: NewPatient) =>
      db.transaction((tx) => clinic.composed.services.patients.insert(tx, systemActor('test'), patient));

    it('is kept, and belongs to one patient', async () => {
      const mrn = newMrn();
      expect((await insert({ ...person, mrn })).mrn).to.equal(mrn);
      const refusal = await insert({ ...person, mrn }).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(AppError).and.to.include({ code: 'mrn_taken' });
      const [count] = await onDatabase<{ n: number }>(clinic, 'SELECT COUNT(*) AS n FROM patients');
      expect(count?.n).to.equal(1);
    });
  });
});

describe('Two words are as far apart as the errors between them', () => {
  const cases: [string, string, number][] = [
    ['meier', 'meier', 0],
    ['meier', 'meyer', 1],
    ['meier', 'miere', 2],
    ['mueller', 'muelelr', 1],
    ['mueller', 'mueler', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
  ];
  for (const [a, b, distance] of cases)
    it(`"${a}" and "${b}": ${distance}`, () => {
      expect(typingDistance(a, b)).to.equal(distance);
      expect(typingDistance(b, a)).to.equal(distance);
    });
});

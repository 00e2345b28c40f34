import { expect } from 'chai';
import { systemActor } from '../../src/lib/actor.js';
import type { AppError } from '../../src/lib/errors.js';
import { Database } from '../../src/lib/mysql.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { type DoctorAtWork, doctorAtWork, patient, type RegisteredPatient, ward } from '../support/people.js';

describe('A visit of the past', () => {
  let clinic: Clinic;
  let db: Database;
  let at: DoctorAtWork;
  let someone: RegisteredPatient;

  before(async () => {
    clinic = await startClinic();
    db = new Database(clinic.urls.mysqlUrl);
    at = await doctorAtWork(clinic, await ward(clinic));
    someone = await patient(clinic);
  });
  after(async () => {
    await db.close();
    await clinic.close();
  });

  const entered = async (startsAt: string, endsAt: string): Promise<string> => {
    const { patientId } = someone;
    const { id: doctorId, department } = at.doctor;
    const visit = { doctorId, patientId, departmentId: department.id, reason: null };
    const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    const { history } = clinic.composed.services;
    return db
      .transaction((tx) => history.insertCompleted(tx, systemActor('test'), { ...visit, ...times }))
      .then(
        ({ state }) => state,
        (error: AppError) => error.code,
      );
  };

  // Born on 1990-02-03.
  const impossible = {
    'in 1943': ['1943-05-05T09:00:00Z', '1943-05-05T10:00:00Z'],
    'two days before the patient was born': ['1990-02-01T09:00:00Z', '1990-02-01T10:00:00Z'],
    'that ends before it begins': ['2020-05-05T10:00:00Z', '2020-05-05T09:00:00Z'],
    'that lasts no time': ['2020-05-05T10:00:00Z', '2020-05-05T10:00:00Z'],
    'still to come': ['2090-05-05T09:00:00Z', '2090-05-05T10:00:00Z'],
  } as const;
  for (const [when, [startsAt, endsAt]] of Object.entries(impossible))
    it(`is refused ${when}`, async () => {
      expect(await entered(startsAt, endsAt)).to.equal('validation_failed');
    });

  it('is entered on the day of birth, wherever that was', async () => {
    expect(await entered('1990-02-02T22:00:00Z', '1990-02-02T23:00:00Z')).to.equal('completed');
  });
});

import { expect } from 'chai';
import pino from 'pino';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { uuidBytes } from '../../src/lib/ids.js';
import { Database } from '../../src/lib/mysql.js';
import { searchKeyVersion } from '../../src/patients/name-keys.js';
import type { Patient, PatientMatches } from '../../src/patients/patients.types.js';
import { SearchKeyRenewal } from '../../src/patients/search-key-renewal.js';
import { SearchKeysRepository } from '../../src/patients/search-keys.repository.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { createPatient, onDatabase, staffMember } from './directory-builders.js';

describe('Search keys that an older release made', () => {
  let clinic: Clinic;
  let desk: SignedIn;
  let db: Database;
  let patients: Patient[];

  before(async () => {
    clinic = await startClinic();
    desk = await staffMember(clinic, 'receptionist');
    db = new Database(clinic.urls.mysqlUrl);
    patients = [
      await createPatient(clinic, desk, { givenName: '太郎', familyName: '山田' }),
      await createPatient(clinic, desk, { givenName: 'Jürgen', familyName: 'Müller' }),
      await createPatient(clinic, desk, { givenName: '花子', familyName: '鈴木' }),
    ];
  });
  after(async () => {
    await db.close();
    await clinic.close();
  });

  const renewal = () => new SearchKeyRenewal(db, new SearchKeysRepository(db), pino({ level: 'silent' }));
  const foundFor = async (q: string): Promise<string[]> => {
    const path = `/patients/search?${new URLSearchParams({ q })}`;
    const { body } = await clinic.call<PatientMatches>(desk, 'GET', path);
    return body.items.map(({ id }) => id);
  };
  const idOf = (index: number): string => patients[index]?.id ?? '';
  const keysOf = (index: number) =>
    onDatabase<{ trigram: string }>(
      clinic,
      'SELECT trigram FROM patient_trigrams WHERE patient_id = ? ORDER BY 1',
      [uuidBytes(idOf(index))],
    );

  /** The keys that patients of a dense script had: runs of three signs, as of any other word. */
  async function makeOld(renewedTo: string | null): Promise<void> {
    for (const [index, trigrams] of [
      [0, ['_太郎', '太郎_', '_山田', '山田_']],
      [2, ['_花子', '花子_', '_鈴木', '鈴木_']],
    ] as const) {
      const id = uuidBytes(idOf(index));
      await onDatabase(clinic, 'DELETE FROM patient_trigrams WHERE patient_id = ?', [id]);
      const rows = trigrams.map((trigram) => [trigram, id]);
      await onDatabase(clinic, 'INSERT INTO patient_trigrams (trigram, patient_id) VALUES ?', [rows]);
    }
    await onDatabase(clinic, 'DELETE FROM patient_key_renewals');
    if (renewedTo !== null)
      await onDatabase(clinic, 'INSERT INTO patient_key_renewals (key_version, renewed_to) VALUES (?, ?)', [
        searchKeyVersion,
        uuidBytes(renewedTo),
      ]);
  }

  async function runToEnd(worker: SearchKeyRenewal): Promise<void> {
    while (await worker.turn());
  }

  it('are made anew, and only those that have changed', async () => {
    await makeOld(null);
    const untouched = await keysOf(1);
    expect(await foundFor('山')).to.deep.equal([]);
    await runToEnd(renewal());
    expect(await foundFor('山')).to.deep.equal([idOf(0)]);
    expect(await foundFor('鈴木花子')).to.deep.equal([idOf(2)]);
    expect(await keysOf(1)).to.deep.equal(untouched);
    expect((await keysOf(0)).map(({ trigram }) => trigram)).to.have.members([
      ...['太', '郎', '山', '田', '太郎', '山田', '郎山', '田太'],
    ]);
  });

  it('are made anew from where an earlier renewal was stopped', async () => {
    await makeOld(idOf(0));
    await runToEnd(renewal());
    expect(await foundFor('山')).to.deep.equal([]);
    expect(await foundFor('鈴')).to.deep.equal([idOf(2)]);
  });

  it('are made anew by one process at a time, each patient once', async () => {
    await makeOld(null);
    await Promise.all([renewal(), renewal(), renewal()].map(runToEnd));
    await runToEnd(renewal());
    expect(await foundFor('山')).to.deep.equal([idOf(0)]);
    const [row] = await onDatabase<{ isDone: number }>(
      clinic,
      'SELECT completed_at IS NOT NULL AS isDone FROM patient_key_renewals',
    );
    expect(row?.isDone).to.equal(1);
  });

  it('are left alone once all are of this release', async () => {
    await makeOld(null);
    await onDatabase(
      clinic,
      'INSERT INTO patient_key_renewals (key_version, renewed_to, completed_at) VALUES (?, ?, NOW(3))',
      [searchKeyVersion, uuidBytes(idOf(2))],
    );
    expect(await renewal().turn()).to.equal(false);
    expect(await foundFor('山')).to.deep.equal([]);
  });
});

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { isComplete } from '../../src/import/import-report.js';
import { rootDir } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { bookingFaults } from '../support/overlap-checker.js';
import { figuresOf, importInto, rowsOf, wronglyClaimed } from './importing.js';

const dataDir = process.env.MEDWEAVE_TEST_DATA ?? resolve(rootDir, '..', 'shared', 'data');
const folder = {
  directory: join(dataDir, 'synthea'),
  notesFile: join(dataDir, 'mtsamples.csv'),
  remove: async () => {},
};

describe('Importing the 111 patients of Synthea’s Nebraska', () => {
  let clinic: Clinic;

  before(async function () {
    if (!existsSync(folder.directory) || !existsSync(folder.notesFile)) {
      console.log(`    skipped: there is no ${dataDir}; MEDWEAVE_TEST_DATA may name another folder`);
      return this.skip();
    }
    clinic = await startClinic();
  });
  after(() => clinic?.close());

  it('ends with counts equal to the files’, without an unexplained overlap', async function () {
    this.timeout(240_000);
    const report = await importInto(clinic, folder);
    expect(figuresOf(report)).to.deep.equal({
      'organizations.csv': [215, 215, 0, 0],
      'providers.csv': [215, 215, 0, 0],
      'patients.csv': [111, 111, 0, 0],
      'encounters.csv': [7_584, 7_584, 0, 0],
      'conditions.csv': [4_428, 4_428, 0, 0],
      'notes, one per encounter': [7_584, 7_584, 0, 0],
    });
    expect(isComplete(report)).to.equal(true);
    const { mysqlUrl } = clinic.urls;
    expect(await bookingFaults(mysqlUrl)).to.include({
      overlapsOfDoctors: 0,
      overlapsOfPatients: 0,
      orphanClaims: 0,
    });
    expect(await wronglyClaimed(mysqlUrl)).to.equal(0);
    const [counts] = await rowsOf(
      mysqlUrl,
      `SELECT COUNT(*) AS visits, SUM(starts_at < '1970-01-01') AS before_1970, SUM(overbook_reason IS NOT NULL) AS overbooked,
        (SELECT COUNT(*) FROM medical_records WHERE kind = 'admission') AS admissions,
        (SELECT COUNT(*) FROM diagnoses WHERE status = 'active') AS active FROM appointments`,
    );
    expect(counts).to.deep.equal({
      visits: 7_497,
      before_1970: '246',
      overbooked: '193',
      admissions: 87,
      active: 803,
    });
  });
});

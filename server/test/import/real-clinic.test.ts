import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { isComplete } from '../../src/import/import-report.js';
import { rootDir } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { bookingFaults } from '../support/overlap-checker.js';
import { countsOf, figuresOf, importInto, rowsOf, wronglyClaimed } from './importing.js';

const dataDir = process.env.MEDWEAVE_TEST_DATA ?? resolve(rootDir, '..', 'shared', 'data');
const folder = {
  directory: join(dataDir, 'synthea'),
  notesFile: join(dataDir, 'mtsamples.csv'),
  remove: async () => {},
};

const cuts: [name: string, zone: RegExp, figures: Record<string, number[]>, guessed: string[]][] = [
  [
    'synthea-before-2020',
    /^America\/New_York, of the state MA: \d+ doctors$/,
    {
      'organizations.csv': [17, 17, 0, 0],
      'providers.csv': [24, 24, 0, 0],
      'patients.csv': [6, 6, 0, 0],
      'encounters.csv': [165, 163, 0, 2],
      'conditions.csv': [29, 28, 0, 1],
    },
    [
      'has the Id of a row before and another NAME: a doctor of their own; encounters that name the Id are the first one’s',
      'names an organization as PROVIDER: given to its only doctor',
      'names an organization as PROVIDER: given to the only one of its doctors who had any',
      'names an organization as PROVIDER, and nothing tells which of its doctors: given to a stand-in',
    ],
  ],
  [
    'synthea-california-2021',
    /^America\/Los_Angeles, of the state CA: 17 doctors$/,
    {
      'organizations.csv': [17, 17, 0, 0],
      'providers.csv': [17, 17, 0, 0],
      'patients.csv': [6, 6, 0, 0],
      'encounters.csv': [129, 129, 0, 0],
      'conditions.csv': [66, 66, 0, 0],
    },
    [],
  ],
];

for (const [name, zone, figures, guessed] of cuts)
  describe(`Importing ${name}`, () => {
    let clinic: Clinic;
    const cut = { ...folder, directory: join(dataDir, name) };

    before(async function () {
      if (!existsSync(cut.directory)) {
        console.log(`    skipped: there is no ${cut.directory}; MEDWEAVE_TEST_DATA may name another folder`);
        return this.skip();
      }
      clinic = await startClinic();
    });
    after(() => clinic?.close());

    it('ends with every row imported or skipped for a reason, and every guess told', async function () {
      this.timeout(600_000);
      const report = await importInto(clinic, cut, false);
      expect(figuresOf(report)).to.deep.equal(figures);
      expect(isComplete(report)).to.equal(true);
      for (const line of report.zones) expect(line).to.match(zone);
      expect(report.zones).to.have.length(1);
      expect(Object.keys(countsOf(report, 'guessed'))).to.have.members(guessed);
    });
  });

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
    this.timeout(600_000);
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

import { expect } from 'chai';
import { prepareServer } from '../../src/generate/bulk-settings.js';
import { beginGeneration } from '../../src/generate/clinic-state.js';
import { mrnsOf } from '../../src/generate/rows/patient-rows.js';
import { specialities } from '../../src/generate/vocabulary/specialities.js';
import { ConfigError } from '../../src/lib/errors.js';
import { rowsOf } from '../import/importing.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { patient } from '../support/people.js';
import { generateInto, smallClinic } from './generating.js';

describe('Generating data into a clinic that is at work', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
    for (const worker of clinic.composed.workers) await worker.stop(); // numbers are built when the test asks for it
    for (const consumer of clinic.composed.consumers) await consumer.catchUp();
  });
  after(() => clinic.close());

  const rows = <T>(statement: string) => rowsOf<T>(clinic.urls.mysqlUrl, statement);
  const count = async (from: string) =>
    Number((await rows<{ found: number }>(`SELECT COUNT(*) AS found FROM ${from}`))[0]?.found);

  it('is refused where a department has a name that it would bring, and nothing is written', async () => {
    const [taken] = specialities;
    const body = { name: taken?.department ?? '', location: 'First floor' };
    await must(clinic.call(clinic.admin, 'POST', '/departments', { body }));
    const failure = await generateInto(clinic, smallClinic).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(ConfigError);
    expect(String(failure)).to.include(body.name).and.include('Rename it');
    expect([await count('imported_rows'), await count('departments')]).to.deep.equal([0, 1]);
    await rows("UPDATE departments SET name = 'The old wing'");
  });

  it('gives nobody the number of a patient who was there before', async () => {
    const { patientId } = await patient(clinic);
    const wouldCome = mrnsOf(smallClinic.seed, new Set()).next().value;
    await rows(`UPDATE patients SET mrn = '${wouldCome}'`);
    await generateInto(clinic, smallClinic);
    expect(await count('patients')).to.equal(smallClinic.patients + 1);
    const [holder] = await rows<{ id: Buffer }>(`SELECT id FROM patients WHERE mrn = '${wouldCome}'`);
    expect(holder?.id.toString('hex')).to.equal(patientId.replaceAll('-', ''));
  });

  it('permits its way of loading for as long as it loads', async () => {
    await rows('SET GLOBAL local_infile = 0');
    const isPermitted = async () =>
      (await rows<{ is: number }>('SELECT @@GLOBAL.local_infile AS `is`'))[0]?.is;
    const server = await prepareServer(clinic.urls.mysqlUrl, smallClinic.appointments);
    expect([server.way, await isPermitted()]).to.deep.equal(['load', 1]);
    await server.restore();
    expect(await isPermitted()).to.equal(0);
  });

  it('has all numbers built anew, though no event waits', async () => {
    for (const consumer of clinic.composed.consumers) {
      await consumer.catchUp();
      expect(await consumer.verify(), consumer.name).to.deep.equal([]);
    }
    expect(await count('fact_appointments')).to.equal(smallClinic.appointments);
  });

  it('leaves to whoever writes to the audit log meanwhile the numbers behind its own', async () => {
    const other = await startClinic();
    try {
      const { mysqlUrl } = other.urls;
      const { firstAuditId } = await beginGeneration(mysqlUrl, 1_000, smallClinic.untilDay);
      await patient(other);
      const [written] = await rowsOf<{ id: number }>(mysqlUrl, 'SELECT MAX(id) AS id FROM audit_log');
      expect(written?.id).to.be.at.least(firstAuditId + 1_000);
    } finally {
      await other.close();
    }
  });
});

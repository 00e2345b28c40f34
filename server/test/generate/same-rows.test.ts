import { expect } from 'chai';
import { ConfigError } from '../../src/lib/errors.js';
import { rowsOf } from '../import/importing.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { generateInto, smallClinic } from './generating.js';

const tables = [
  'departments',
  'specializations',
  'doctors',
  'doctor_specializations',
  'working_hours',
  'time_off',
  'holidays',
  'patients',
  'patient_trigrams',
  'appointments',
  'slot_claims',
  'medical_records',
  'diagnoses',
  'note_refs',
  'note_versions',
  'observation_refs',
  'document_outbox',
  'imported_rows',
];

/** All rows of a clinic, without what its server wrote of its own. */
async function fingerprintOf({ urls }: Clinic): Promise<unknown> {
  const sums = await rowsOf<{ Table: string; Checksum: number }>(
    urls.mysqlUrl,
    `CHECKSUM TABLE ${tables.join(', ')}`,
  );
  const generated = (columns: string, from: string) =>
    rowsOf(urls.mysqlUrl, `SELECT ${columns} FROM ${from} ORDER BY 1`);
  return {
    sums: sums.map(({ Table, Checksum }) => [Table.split('.')[1], Checksum]),
    users: await generated(
      'id, email, display_name, role, patient_id, doctor_id, is_active, created_at',
      "users WHERE email LIKE '%@generated.example'",
    ),
    audit: await generated(
      'id - (SELECT MIN(id) FROM audit_log WHERE request_id = "generate"), at, action, subject_id, patient_id, detail',
      "audit_log WHERE request_id = 'generate'",
    ),
    events: await generated(
      'id, kind, subject_id, patient_id, payload, occurred_at, awaits',
      "events WHERE subject_id IN (SELECT subject_id FROM audit_log WHERE request_id = 'generate')",
    ),
  };
}

describe('Generating data', () => {
  const open: Clinic[] = [];
  const clinic = async (): Promise<Clinic> => {
    const started = await startClinic();
    open.push(started);
    return started;
  };
  after(async () => {
    for (const each of open) await each.close();
  });

  let first: unknown;
  it('gives equal rows for equal arguments, ids included', async () => {
    const [one, two] = [await clinic(), await clinic()];
    await generateInto(one, smallClinic);
    await generateInto(two, smallClinic);
    first = await fingerprintOf(one);
    expect(await fingerprintOf(two)).to.deep.equal(first);
  });

  it('gives other rows for another seed', async () => {
    const other = await clinic();
    await generateInto(other, { ...smallClinic, seed: 8 });
    expect(await fingerprintOf(other)).not.to.deep.equal(first);
  });

  it('gives the same rows through INSERT, where LOAD DATA is not permitted', async () => {
    const plain = await clinic();
    const account = await ordinaryAccount(plain.urls.mysqlUrl);
    try {
      await generateInto(plain, smallClinic, { mysqlUrl: account.url });
    } finally {
      await account.drop();
    }
    expect(await fingerprintOf(plain)).to.deep.equal(first);
  });

  it('refuses a clinic that has generated data, and says what to do', async () => {
    const full = open[0] as Clinic;
    const failure = await generateInto(full, smallClinic).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(ConfigError);
    expect(String(failure)).to.include('generated data already').and.include('MEDWEAVE_DATA');
  });

  it('stops when told to, and the next run knows that the clinic is not whole', async () => {
    const halfway = await clinic();
    const stopping = new AbortController();
    stopping.abort(new Error('told to stop'));
    const stopped = await generateInto(halfway, smallClinic, { signal: stopping.signal }).catch(String);
    expect(stopped).to.include('told to stop');
    const failure = await generateInto(halfway, smallClinic).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(ConfigError);
    expect(String(failure)).to.include('not whole').and.include('data folder');
  });
});

/** An account that may do what the migrations do, and nothing to the server. */
async function ordinaryAccount(mysqlUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const url = new URL(mysqlUrl);
  const name = url.pathname.slice(1);
  await rowsOf(mysqlUrl, `CREATE USER ${name}@'%'`);
  await rowsOf(mysqlUrl, `GRANT ALL ON ${name}.* TO ${name}@'%'`);
  url.username = name;
  url.password = '';
  const drop = async () => {
    await rowsOf(mysqlUrl, `DROP USER ${name}@'%'`);
  };
  return { url: url.href, drop };
}

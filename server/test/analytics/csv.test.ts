import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { type Clinic, startClinic } from '../support/clinic.js';
import { summariesOf } from './books.js';
import { ExpectedAnswers, namesOf } from './expected-answers.js';
import { Groups } from './groups.js';
import { truthOf } from './oracle.js';
import { SourceRows } from './source-rows.js';

const formulas = ['=1+1', '+Ada', '-Ada', '@Ada'];

describe('Numbers as a table', () => {
  let clinic: Clinic;
  let rows: SourceRows;

  before(async () => {
    clinic = await startClinic();
    rows = await SourceRows.open(clinic.urls.mysqlUrl);
    const groups = await Groups.open(rows, formulas);
    for (const doctor of groups.doctors.keys()) groups.visit(1 + (doctor % 2), doctor, 11 + doctor);
    await groups.enter();
    await summariesOf(clinic).rebuild();
  });
  after(async () => {
    await rows.close();
    await clinic.close();
  });

  /** The answer as it came, with the headers. */
  const download = (path: string, accept: string) =>
    fetch(`${clinic.baseUrl}/api/v1/analytics/${path}`, {
      headers: { authorization: `Bearer ${clinic.admin.accessToken}`, accept },
    });

  it('have a line of names and a line per row, and say until when they are complete', async () => {
    const answer = await download('doctor-workload?year=2025', 'text/csv');
    expect(answer.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    expect(Date.parse(answer.headers.get('medweave-as-of') ?? '')).to.be.closeTo(Date.now(), 60_000);
    const lines = parse(await answer.text(), { columns: true }) as Record<string, string>[];
    const expected = new ExpectedAnswers(await truthOf(rows), await namesOf(rows), true);
    const json = expected.doctorWorkload({ year: 2025 });
    expect(
      lines.map(({ doctorId, appointments, bookedMinutes }) => [doctorId, appointments, bookedMinutes]),
    ).to.deep.equal(
      json.map(({ doctorId, appointments, bookedMinutes }) => [
        doctorId,
        String(appointments),
        String(bookedMinutes),
      ]),
    );
    expect(Object.keys(lines[0] ?? {})).to.deep.equal(Object.keys(json[0] ?? {}));
  });

  it('hold no formula', async () => {
    const table = await (await download('doctor-workload', 'text/csv')).text();
    const names = (parse(table, { columns: true }) as Record<string, string>[]).map(
      (line) => line.doctorName,
    );
    for (const given of formulas)
      expect(names.filter((name) => name?.startsWith(`'${given}`)).length, given).to.equal(1);
    expect(names.filter((name) => /^[=+\-@]/.test(name ?? ''))).to.deep.equal([]);
  });

  it('begin with a byte order mark for spreadsheets, which ask for it', async () => {
    const bytes = async (accept: string) => {
      const answer = await download('doctor-workload', accept);
      expect(answer.headers.get('content-type'), accept).to.equal('text/csv; charset=utf-8');
      return Buffer.from(await answer.arrayBuffer());
    };
    const plain = await bytes('text/csv');
    for (const accept of [
      'text/csv;bom=true',
      'text/csv; bom=true',
      'text/csv;bom=true, application/json;q=0.1',
    ])
      expect((await bytes(accept)).equals(Buffer.concat([Buffer.from('\ufeff'), plain])), accept).to.equal(
        true,
      );
    expect(plain.subarray(0, 3).equals(Buffer.from('\ufeff'))).to.equal(false);
  });

  it('are given only to those who would rather have one', async () => {
    for (const accept of ['*/*', 'application/json', 'text/csv;q=0.1, application/json', 'text/html'])
      expect((await download('notes', accept)).headers.get('content-type'), accept).to.match(
        /^application\/json/,
      );
    const preferred = await download('notes', 'text/csv, application/json;q=0.5');
    expect(preferred.headers.get('content-type')).to.match(/^text\/csv/);
  });
});

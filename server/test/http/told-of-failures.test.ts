import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { createConnection } from 'mysql2/promise';
import { pino } from 'pino';
import { type Clinic, sharedUrls, startClinic } from '../support/clinic.js';

describe('A failure that nobody foresaw', () => {
  let clinic: Clinic;
  let answer: string;
  let log: string;

  before(async () => {
    const lines: string[] = [];
    const sink = new PassThrough();
    sink.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
    clinic = await startClinic(sharedUrls(), pino({ level: 'debug' }, sink));
    const mysql = await createConnection({ uri: clinic.urls.mysqlUrl });
    await mysql.query('ALTER TABLE specializations RENAME COLUMN name TO other_name');
    await mysql.end();
    const path = '/specializations/0198c0de-0000-7000-8000-00000c0ffee0';
    const { status, body } = await clinic.call(clinic.admin, 'GET', path);
    expect(status).to.equal(500);
    answer = JSON.stringify(body);
    await new Promise(setImmediate); // a line may still be on its way
    log = lines.join('');
  });
  after(() => clinic.close());

  it('is answered with a code and a number to ask about, and nothing of itself', () => {
    const { requestId, ...told } = JSON.parse(answer);
    expect(requestId).to.match(/^[0-9a-f-]{36}$/);
    expect(told).to.deep.equal({
      type: 'urn:medweave:problem:internal_error',
      title: 'Something went wrong on our side.',
      status: 500,
      code: 'internal_error',
    });
  });

  it('is in the log with its kind and its place in the code', () => {
    expect(log)
      .to.include('ER_BAD_FIELD_ERROR')
      .and.to.match(/"place":\["\s*at /);
  });

  it('is in the log without its message, which may quote a patient', () => {
    expect(log).not.to.include('Unknown column').and.not.to.include('specializations.name');
  });

  it('is in the log without the token that came with the request', () => {
    expect(log).not.to.include(clinic.admin.accessToken);
  });

  it('is in the log under the route, not under the address that was asked for', () => {
    expect(log).to.include('"route":"/api/v1/specializations/:id"').and.not.include('c0ffee0');
  });
});

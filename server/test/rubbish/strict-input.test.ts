import { connect } from 'node:net';
import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Problem } from '../../src/lib/problem.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { doctorAtWork, staff, ward } from '../support/people.js';

describe('Input that is nearly right', () => {
  let clinic: Clinic;
  let colleague: SignedIn;
  let doctorId: string;

  before(async () => {
    clinic = await startClinic();
    colleague = await staff(clinic, 'receptionist');
    doctorId = (await doctorAtWork(clinic, await ward(clinic))).doctor.id;
  });
  after(() => clinic.close());

  const update = (body: unknown, headers: Record<string, string> = {}) =>
    clinic.call<Problem>(clinic.admin, 'PATCH', `/users/${colleague.user.id}`, {
      body,
      headers: { 'if-match': '"1"', ...headers },
    });

  it('is no role when it is a list of one, an object that has a text, or one that has none', async () => {
    const objects: object[] = [{ toString: 'billing' }, { toString: 'billing', valueOf: null }];
    for (const role of [...objects, ['billing'], ['billing', 'admin'], 'Billing', ' billing']) {
      const { status, body } = await update({ role });
      expect(status, JSON.stringify(role)).to.equal(422);
      expect(body.errors?.[0]?.field).to.equal('body.role');
      expect(body.errors?.[0]?.message).to.match(/^must be one of doctor, nurse/);
    }
  });

  it('is not read when it is nested too deep to be walked, be it an object, a list or both', async () => {
    const nested = (begin: string, end: string, levels: number) =>
      `${begin.repeat(levels)}1${end.repeat(levels)}`;
    for (const [begin, end] of [
      ['{"a":', '}'],
      ['[', ']'],
      ['[{"a":', '}]'],
    ] as const)
      for (const levels of [101, 20_000]) {
        const { body } = await update(`{"role":${nested(begin, end, levels)}}`, {
          'idempotency-key': 'deep-one',
        });
        expect(body, `${levels} × ${begin}`).to.include({ status: 400, code: 'malformed_request' });
      }
    expect((await update(`{"role":${nested('{"a":', '}', 99)}}`)).status).to.equal(422);
    const brackets = 'Not [[[[ deep \\" {{{{ at all. '.repeat(40);
    expect((await update(`{"role":"${brackets}"}`)).status).to.equal(422);
  });

  it('does not clear a field when it is the word null', async () => {
    const { body } = await update({ departmentId: 'null' });
    expect(body).to.include({ status: 422, code: 'validation_failed' });
  });

  it('is one finding, when a list is far too long, whatever is in it', async () => {
    const weekly = Array.from({ length: 20_000 }, () => 1);
    const { body } = await clinic.call<Problem>(clinic.admin, 'PUT', `/doctors/${doctorId}/working-hours`, {
      body: { weekly },
      headers: { 'if-match': '"2"' },
    });
    expect(body.errors).to.deep.equal([{ field: 'body.weekly', message: 'must have at most 200 items' }]);
  });

  it('is no change when a body is announced and nothing comes', async () => {
    const { body } = await update('');
    expect(body).to.include({ status: 422, code: 'validation_failed' });
    expect(body.errors?.[0]?.field).to.equal('body');
  });

  it('finds no time beyond the last that can be written', async () => {
    const [from, to] = ['9999-12-31T20:00:00Z', '9999-12-31T23:59:59.999Z'];
    for (const path of [`/slots?from=${to}`, `/doctors/${doctorId}/slots?from=${from}&to=${to}`]) {
      const { body } = await clinic.call<Problem>(null, 'GET', path);
      expect(body, path).to.include({ status: 422, code: 'validation_failed' });
    }
  });

  it('is not read in another encoding than UTF-8', async () => {
    const type = (charset: string) => ({ 'content-type': `application/json; charset=${charset}` });
    for (const charset of ['utf-7', 'utf-16', '"UTF-7"', 'latin1']) {
      const { body } = await update('{"displayName":"A"}', type(charset));
      expect(body, charset).to.include({ status: 415, code: 'unsupported_media_type' });
    }
    const { version } = await must<{ version: number }>(
      clinic.call(clinic.admin, 'GET', `/users/${colleague.user.id}`),
    );
    await must(update('{"displayName":"A"}', { ...type('"UTF-8"'), 'if-match': `"${version}"` }));
  });
});

describe('A message that Node’s parser refuses', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  /** The whole answer, head and body, as text. */
  const exchange = (message: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port: Number(new URL(clinic.baseUrl).port), host: '127.0.0.1' });
      let answer = '';
      socket.setEncoding('utf8').on('data', (text) => {
        answer += text;
      });
      socket.on('end', () => resolve(answer)).on('error', reject);
      socket.write(message);
    });

  const messages: Record<string, string> = {
    'has a header that is too long': `X-Long: ${'a'.repeat(20_000)}\r\n`,
    'has a control character in a header': 'X-Odd: \u0001\r\n',
    'has two lengths': 'Content-Length: 2\r\nContent-Length: 3\r\n',
    'has a length that is none': 'Content-Length: many\r\n',
  };
  for (const [what, header] of Object.entries(messages))
    it(`gets a problem document like any other when it ${what}`, async () => {
      const answer = await exchange(`POST /api/v1/departments HTTP/1.1\r\nHost: a\r\n${header}\r\n{}`);
      expect(answer).to.match(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).to.include('Content-Type: application/problem+json');
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).to.include({
        status: 400,
        code: 'malformed_request',
      });
    });

  it('is answered in the same way when its target has a fragment', async () => {
    const answer = await exchange(
      'GET /api/v1/departments#a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    );
    expect(answer)
      .to.match(/^HTTP\/1\.1 400 /)
      .and.to.include('"malformed_request"');
  });

  it('is answered all the same when it expects something that nobody knows', async () => {
    const head =
      'GET /api/v1/departments HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n';
    expect(await exchange(head)).to.match(/^HTTP\/1\.1 200 OK/);
  });
});

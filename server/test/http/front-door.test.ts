import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createConnection } from 'mysql2/promise';
import { pino } from 'pino';
import { compose } from '../../src/compose.js';
import { type Serving, serve } from '../../src/serve.js';
import { type Answer, type Clinic, startClinic } from '../support/clinic.js';

interface Refusal {
  code: string;
  errors?: { field: string; message: string }[];
}

describe('Every request, whichever feature it is for,', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    clinic.call<Refusal>(clinic.admin, method, path, { body, headers });
  const kindOf = ({ status, body }: Answer<Refusal>) => `${status} ${body.code}`;
  const department = { name: 'Cardiology', location: 'First floor' };

  it('is refused with a query parameter that is not known, in a list and elsewhere', async () => {
    for (const [path, field, message] of [
      ['/departments?colour=Canary', 'query.colour', 'is not known here'],
      ['/departments?isactive=Canary', 'query.isactive', 'is not known here; did you mean isActive?'],
      ['/auth/me?role=Canary', 'query.role', 'is not known here'],
      ['/auth/me?Mrs%20Canary=1', 'query', 'has one name that is not known here'],
      ['/users?isAdmin=Canary', 'query.isAdmin', 'is not known here'],
    ] as const) {
      const refused = await send('GET', path);
      expect(kindOf(refused), path).to.equal('422 validation_failed');
      expect(refused.body.errors, path).to.deep.equal([{ field, message }]);
      expect(JSON.stringify(refused.body), path).not.to.include('Canary');
    }
  });

  it('is refused on arrival while as many sign-ins are being worked on as may be', async () => {
    const signIn = (_: unknown, index: number) =>
      clinic.call<Refusal>(null, 'POST', '/auth/login', {
        body: { email: `nobody.${index}@test.example`, password: 'not her password' },
      });
    const mysql = await createConnection({ uri: clinic.urls.mysqlUrl });
    await mysql.query('LOCK TABLES users WRITE'); // whom nobody reads meanwhile
    const signingIn = Array.from({ length: 150 }, signIn);
    const first = await Promise.race(signingIn);
    await mysql.end();
    expect(kindOf(first)).to.equal('503 busy');
    expect(first.headers.get('retry-after')).to.equal('1');
    await Promise.all(signingIn);
    const metrics = await (await fetch(`${clinic.baseUrl}/metrics`)).text();
    expect(metrics).to.match(/^medweave_refused_total\{lane="signIns"\} [1-9]/m);
  });

  it('is refused without the body that it needs', async () => {
    const { status, body } = await send('POST', '/departments');
    expect({ status, errors: body.errors }).to.deep.equal({
      status: 422,
      errors: [{ field: 'body', message: 'a JSON body with Content-Type application/json is required' }],
    });
  });

  it('is refused with a body of more than 640 KiB, whatever is in it', async () => {
    const refused = await send('POST', '/departments', { ...department, name: 'x'.repeat(700_000) });
    expect(kindOf(refused)).to.equal('413 body_too_large');
  });

  it('is refused with a body that is compressed, or no JSON', async () => {
    const path = `${clinic.baseUrl}/api/v1/departments`;
    const authorization = `Bearer ${clinic.admin.accessToken}`;
    const text = JSON.stringify(department);
    const sent: [Record<string, string>, BodyInit][] = [
      [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }, new Uint8Array(gzipSync(text))],
      [{ 'content-type': 'text/plain' }, text],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 'name=Cardiology&location=Here'],
    ];
    for (const [headers, body] of sent) {
      const response = await fetch(path, { method: 'POST', headers: { authorization, ...headers }, body });
      const { code } = (await response.json()) as Refusal;
      expect(`${response.status} ${code}`).to.equal('415 unsupported_media_type');
    }
  });

  it('is refused with a field that is not known, which is named where that reads like a name', async () => {
    const { body } = await send('POST', '/departments', { ...department, floor: 'Canary' });
    expect(body.errors).to.deep.equal([{ field: 'body.floor', message: 'is not known here' }]);
    const refused = await send('POST', '/departments', { ...department, 'Mrs Canary': true });
    expect(kindOf(refused)).to.equal('422 validation_failed');
    expect(JSON.stringify(refused.body)).not.to.include('Canary');
  });
});

describe('Pages of other origins', () => {
  let clinic: Clinic;
  let serving: Serving;

  before(async () => {
    clinic = await startClinic();
    const config = {
      ...clinic.composed.config,
      corsOrigins: ['https://app.example', 'https://desk.example'],
    };
    serving = await serve(compose(config, clinic.urls, pino({ level: 'silent' })));
  });
  after(async () => {
    await serving.stop();
    await clinic.close();
  });

  const allowedTo = async (origin: string, method: 'GET' | 'OPTIONS') => {
    const headers = { origin, 'access-control-request-method': 'POST' };
    const response = await fetch(`${serving.url}/api/v1/departments`, { method, headers });
    return response.headers.get('access-control-allow-origin');
  };

  it('may use the API when they are on the list, and only then', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      for (const origin of ['https://app.example', 'https://desk.example'])
        expect(await allowedTo(origin, method), `${method} ${origin}`).to.equal(origin);
      for (const origin of [
        'https://elsewhere.example',
        'http://app.example',
        'https://app.example.evil',
        'null',
      ])
        expect(await allowedTo(origin, method), `${method} ${origin}`).to.equal(null);
    }
  });
});

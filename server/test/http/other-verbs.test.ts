import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { expect } from 'chai';
import { newId } from '../../src/lib/ids.js';
import { openApiFile } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';

interface Refused {
  readonly status: number | undefined;
  readonly allow: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'QUERY'];
const { paths } = JSON.parse(readFileSync(openApiFile, 'utf8')) as {
  paths: Record<string, Record<string, unknown>>;
};

/** A path of each operation, and the verbs of all operations that it could be. */
const places = Object.keys(paths).map((template) => {
  const path = template.replaceAll(/\{\w+\}/g, newId());
  const fitting = Object.entries(paths).filter(([other]) =>
    new RegExp(`^${other.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return { path, known: fitting.flatMap(([, described]) => Object.keys(described)) };
});

const allowed = (known: readonly string[]): string =>
  [
    ...new Set([
      ...known.map((verb) => verb.toUpperCase()),
      ...(known.includes('get') ? ['HEAD'] : []),
      'OPTIONS',
    ]),
  ]
    .sort()
    .join(', ');

describe('A path that exists', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  /** Not by `fetch`, which has a list of verbs of its own. */
  const ask = (method: string, path: string): Promise<Refused> =>
    new Promise((resolve, reject) => {
      const asked = request(`${clinic.baseUrl}${path}`, { method }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () => {
          const { allow, 'content-type': type } = answer.headers;
          resolve({ status: answer.statusCode, allow, type, body: Buffer.concat(chunks).toString() });
        });
      });
      asked.once('error', reject);
      asked.end();
    });

  it('answers a method that it has not with 405, and names those that it has', async () => {
    let asked = 0;
    for (const { path, known } of places)
      for (const method of verbs.filter((verb) => !allowed(known).split(', ').includes(verb))) {
        const { status, allow, type, body } = await ask(method, `/api/v1${path}`);
        expect({ status, allow }, `${method} ${path}`).to.deep.equal({ status: 405, allow: allowed(known) });
        expect(type).to.include('application/problem+json');
        if (method !== 'HEAD')
          expect(JSON.parse(body)).to.include({ code: 'method_not_allowed', status: 405 });
        asked++;
      }
    expect(asked).to.be.above(places.length);
  });

  it('does so beside the API, in any case and with a slash at its end', async () => {
    for (const path of [
      '/health/live',
      '/health/ready',
      '/metrics',
      '/.well-known/jwks.json',
      '/openapi.json',
    ])
      expect(await ask('DELETE', path), path).to.include({ status: 405, allow: 'GET, HEAD, OPTIONS' });
    for (const path of ['/docs', '/docs/redoc.js', '/API/v1/departments/', '/api/v1/Auth/Me'])
      expect((await ask('PATCH', path)).status, path).to.equal(405);
  });

  it('is none when no method leads there', async () => {
    for (const path of [
      '/api/v1/department',
      '/api/v1',
      '/api/v2/departments',
      '/',
      '/api/v1/departments/a/b',
    ])
      for (const method of ['GET', 'DELETE']) {
        const { status, allow, body } = await ask(method, path);
        expect({ status, allow }, `${method} ${path}`).to.deep.equal({ status: 404, allow: undefined });
        expect(JSON.parse(body)).to.include({ code: 'route_not_found' });
      }
  });

  it('is asked for with a scheme in any case, and numbers for a type or text of any kind as a table', async () => {
    const get = (path: string, headers: Record<string, string>) =>
      fetch(`${clinic.baseUrl}/api/v1${path}`, { headers });
    const { accessToken } = clinic.admin;
    for (const authorization of [`bearer ${accessToken}`, `BEARER ${accessToken}`, `Bearer   ${accessToken}`])
      expect((await get('/auth/me', { authorization })).status, authorization.slice(0, 8)).to.equal(200);
    for (const authorization of [accessToken, `Bearer${accessToken}`, 'Bearer ', `Basic ${accessToken}`])
      expect((await get('/auth/me', { authorization })).status, authorization.slice(0, 8)).to.equal(401);
    const numbers = '/analytics/monthly-visits';
    for (const [accept, type] of [
      ['Text/CSV', 'text/csv'],
      ['text/*', 'text/csv'],
      ['text/csv;q=0.5, application/json;q=0.1', 'text/csv'],
      ['text/csv;q=0, */*', 'application/json'],
      ['application/json, text/csv', 'application/json'],
      ['*/*', 'application/json'],
    ] as const) {
      const answer = await get(numbers, { accept, authorization: `Bearer ${accessToken}` });
      expect(answer.headers.get('content-type'), `${accept}: ${await answer.text()}`).to.include(type);
    }
  });
});

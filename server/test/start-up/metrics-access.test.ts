import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createApp } from '../../src/app.js';
import type { Config } from '../../src/config.js';
import { isLoopback } from '../../src/lib/loopback.js';
import { type Clinic, startClinic } from '../support/clinic.js';

const token = 'Vq3fLx0cTz8mYw2rKd7n';

describe('The metrics', () => {
  let clinic: Clinic;
  const servers: Server[] = [];

  before(async () => {
    clinic = await startClinic();
  });
  after(async () => {
    for (const server of servers) server.close();
    await clinic.close();
  });

  /** The same clinic, as it would be configured otherwise. */
  async function configured(
    changes: Partial<Config>,
  ): Promise<(headers?: Record<string, string>, path?: string) => Promise<Response>> {
    const { composed } = clinic;
    const server = createApp({ ...composed, config: { ...composed.config, ...changes } });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return (headers = {}, path = '/metrics') => fetch(`http://127.0.0.1:${port}${path}`, { headers });
  }
  const statusOf = async (asked: Promise<Response>): Promise<number> => {
    const response = await asked;
    await response.text();
    return response.status;
  };

  it('are shown at a desk, to who asks on this machine itself', async () => {
    const ask = await configured({});
    const response = await ask();
    expect(response.headers.get('content-type')).to.match(/^text\/plain/);
    expect(await response.text()).to.include('medweave_request_seconds');
    for (const header of ['x-forwarded-for', 'forwarded'])
      expect(await statusOf(ask({ [header]: '192.0.2.1' })), header).to.equal(404);
  });

  const closed: Record<string, Partial<Config>> = {
    'in production': { isProduction: true },
    'where others can reach it': { host: '0.0.0.0' },
    'on an address of the network': { host: '192.0.2.7' },
    'in production where others can reach it': { host: '::', isProduction: true },
  };
  for (const [where, changes] of Object.entries(closed))
    it(`are like a route that there is not, without a token: ${where}`, async () => {
      const ask = await configured(changes);
      const answers = await Promise.all(['/metrics', '/nothing'].map((path) => ask({}, path)));
      const [metrics, nothing] = await Promise.all(
        answers.map(async (answer) => (await answer.json()) as object),
      );
      expect({ ...metrics, requestId: '' }).to.deep.equal({ ...nothing, requestId: '' });
      expect(metrics).to.include({ status: 404 });
      expect(await statusOf(ask({ authorization: `Bearer ${token}` }))).to.equal(404);
      expect(await statusOf(ask({ authorization: 'Bearer null' }))).to.equal(404);
    });

  for (const [where, changes] of Object.entries({ 'at a desk': {}, ...closed }))
    it(`are shown to who has the token, and to nobody else: ${where}`, async () => {
      const ask = await configured({ ...changes, metricsToken: token });
      for (const authorization of [
        '',
        token,
        `Basic ${token}`,
        'Bearer',
        'Bearer ',
        `Bearer ${token}x`,
        `Bearer ${token.slice(1)}`,
        `Bearer ${token.toLowerCase()}`,
        `Bearer x ${token}`,
      ])
        expect(await statusOf(ask({ authorization })), authorization).to.equal(401);
      expect(await statusOf(ask({}, `/metrics?token=${token}`))).to.equal(401);
      expect(await statusOf(ask({ authorization: `Bearer ${clinic.admin.accessToken}` }))).to.equal(401);
      for (const path of ['/metrics', '/metrics/', '/METRICS'])
        expect(await statusOf(ask({}, path)), path).to.equal(401);
      expect(await statusOf(ask({ authorization: `bearer ${token}` }))).to.equal(200);
    });

  it('are the only thing outside the API that is not for everybody', async () => {
    const ask = await configured({ isProduction: true, host: '0.0.0.0' });
    for (const path of ['/health/live', '/health/ready', '/.well-known/jwks.json', '/docs', '/openapi.json'])
      expect(await statusOf(ask({}, path)), path).to.equal(200);
    const response = await ask({}, '/health/ready');
    expect(Object.keys((await response.json()) as object)).to.deep.equal(['status', 'isStopping', 'stores']);
    for (const name of ['server', 'x-powered-by']) expect(response.headers.has(name)).to.equal(false);
  });

  it('know what listens where nobody else can reach it', () => {
    for (const host of [
      '127.0.0.1',
      '127.8.9.10',
      'localhost',
      'LOCALHOST',
      '::1',
      '[::1]',
      '0:0:0:0:0:0:0:1',
      '::ffff:127.0.0.1',
    ])
      expect(isLoopback(host), host).to.equal(true);
    for (const host of [
      '0.0.0.0',
      '::',
      '10.0.0.1',
      '128.0.0.1',
      '1.127.0.0',
      'localhost.example',
      '127.0.0.1.example',
      '::2',
      'fe80::1',
      '::ffff:10.0.0.1',
      '',
    ])
      expect(isLoopback(host), host).to.equal(false);
  });
});

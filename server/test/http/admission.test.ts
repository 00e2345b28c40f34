import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { Connections } from '../../src/http/connections.js';
import { frontDoor } from '../../src/http/front-door.js';
import { Lifecycle } from '../../src/lib/lifecycle.js';
import { Metrics } from '../../src/lib/metrics.js';
import { until } from '../support/until.js';

const page = 'https://clinic.example';

describe('Admission', () => {
  let server: Server;
  let baseUrl: string;
  let metrics: Metrics;
  let answerAll: () => void;
  let begun: number;
  let lifecycle: Lifecycle;
  let network: string;
  /** Requests that the server has heard, and those whose end it has heard, be it an answer or a client who left. */
  let [heard, over] = [0, 0];

  beforeEach(async () => {
    metrics = new Metrics();
    [begun, heard, over] = [0, 0, 0];
    network = '192.0.2.1';
    const answered = new Promise<void>((resolve) => {
      answerAll = resolve;
    });
    const app = express();
    app.use('/api/v1/appointments', (_request, response) => void response.json({}));
    app.use('/api', async (_request, response) => {
      begun++;
      await answered;
      response.json({});
    });
    lifecycle = new Lifecycle();
    const listener = frontDoor(
      {
        corsOrigins: [page],
        clientNetworkOf: () => network,
        connections: new Connections({ ofNetwork: 5_000, inAll: 5_000 }, () => false, metrics),
        ownerOf: (token) => (token.startsWith('of ') ? token : null),
        lifecycle,
        metrics,
      },
      app,
    );
    await new Promise<void>((resolve) => {
      server = createServer(listener).listen(0, '127.0.0.1', resolve);
    });
    server.on('request', (_request, response) => {
      heard++;
      response.once('close', () => over++);
    });
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  });

  afterEach(() => {
    answerAll();
    server.closeAllConnections();
    server.close();
  });

  const send = (path: string, signal?: AbortSignal) => fetch(`${baseUrl}${path}`, { signal: signal ?? null });
  const refused = async (): Promise<number> =>
    (await metrics.refused.get()).values.reduce((sum, { value }) => sum + value, 0);

  it('refuses with 503 busy and Retry-After whom it has no room for, and serves all who wait', async () => {
    const answers = Array.from({ length: 1_110 }, () => send('/slots'));
    await until(async () => (await refused()) >= 10);
    expect(begun).to.equal(100);
    answerAll();
    const settled = await Promise.all(answers);
    const refusals = settled.filter(({ status }) => status === 503);
    const served = settled.filter(({ status }) => status === 200);
    expect(served.length + refusals.length).to.equal(1_110);
    expect(refusals).to.have.length(await refused());
    expect(served.length).to.be.greaterThan(100);
    for (const refusal of refusals) {
      expect(refusal.headers.get('retry-after')).to.equal('1');
      expect(await refusal.json()).to.include({ code: 'busy', status: 503 });
    }
  });

  it('lets a browser read a refusal, and ask before it sends in a flood too', async () => {
    const signIns = Array.from({ length: 66 }, () => send('/auth/login'));
    await until(() => begun === 66);
    const from = (origin: string) => ({ headers: { origin } });
    const refusal = await fetch(`${baseUrl}/auth/login`, from(page));
    expect(refusal.status).to.equal(503);
    expect(refusal.headers.get('access-control-allow-origin')).to.equal(page);
    expect(refusal.headers.get('access-control-expose-headers')).to.include('Retry-After');
    expect(refusal.headers.get('vary')).to.equal('Origin');
    const elsewhere = await fetch(`${baseUrl}/auth/login`, from('https://elsewhere.example'));
    expect(elsewhere.headers.get('access-control-allow-origin')).to.equal(null);
    expect(elsewhere.headers.get('vary')).to.equal('Origin');
    const question = await fetch(`${baseUrl}/auth/login`, { method: 'OPTIONS', ...from(page) });
    expect(question.status).to.equal(204);
    expect(question.headers.get('access-control-allow-origin')).to.equal(page);
    answerAll();
    await Promise.all(signIns);
  });

  it('sends whom it refuses to another process while this one ends', async () => {
    const signIns = Array.from({ length: 66 }, () => send('/auth/login'));
    await until(() => begun === 66);
    lifecycle.stop();
    const refusal = await send('/auth/login');
    expect(refusal.status).to.equal(503);
    expect(refusal.headers.get('connection')).to.equal('close');
    expect(refusal.headers.get('x-request-id')).to.be.a('string');
    answerAll();
    await Promise.all(signIns);
  });

  it('keeps sign-ins from taking the place of others', async () => {
    const spellings = ['/auth/login', '/auth/LOGIN', '/auth/login/', '/auth/login?again'];
    const signIns = Array.from({ length: 150 }, (_, index) => send(spellings[index % 4] ?? ''));
    await until(async () => (await refused()) >= 84);
    expect((await send('/appointments')).status).to.equal(200);
    answerAll();
    await Promise.all(signIns);
  });

  it('does nothing for a client who did not wait', async () => {
    const busy = Array.from({ length: 100 }, () => send('/slots'));
    await until(() => begun === 100);
    const leaving = new AbortController();
    const left = send('/slots', leaving.signal).catch(() => null);
    await until(() => heard === 101);
    leaving.abort();
    await left;
    await until(() => over === 1);
    const next = send('/appointments');
    answerAll();
    expect((await next).status).to.equal(200);
    await Promise.all(busy);
    expect(begun).to.equal(100);
  });

  it('works on no more at a time although clients leave before they are answered', async () => {
    const leaving = new AbortController();
    const left = Array.from({ length: 100 }, () => send('/slots', leaving.signal).catch(() => null));
    await until(() => begun === 100);
    leaving.abort();
    await Promise.all(left);
    await until(() => [...lifecycle.underWay].length === 0);
    const next = send('/slots');
    await until(() => [...lifecycle.underWay].length === 1);
    expect(begun).to.equal(100);
    answerAll();
    expect((await next).status).to.equal(200);
    expect(begun).to.equal(101);
  });

  it('does not let one network take all the places of another', async () => {
    const many = Array.from({ length: 150 }, () => send('/auth/login'));
    await until(async () => (await refused()) === 84);
    network = '192.0.2.2';
    const others = Array.from({ length: 12 }, () => send('/auth/login'));
    await until(() => [...lifecycle.underWay].length === 66 + 12);
    answerAll();
    expect((await Promise.all(others)).map(({ status }) => status)).to.deep.equal(Array(12).fill(200));
    await Promise.all(many);
  });

  const signInFrom = (deviceToken: string) =>
    fetch(`${baseUrl}/auth/login`, { method: 'POST', body: JSON.stringify({ deviceToken }) });

  it('lets in who shows a known device, however many others of its network sign in', async () => {
    const many = Array.from({ length: 100 }, () => send('/auth/login'));
    await until(async () => (await refused()) === 34);
    expect((await signInFrom('made up')).status).to.equal(503);
    const known = Array.from({ length: 6 }, (_, number) => signInFrom(`of device ${number}`));
    await until(() => begun === 66 + 6);
    answerAll();
    expect((await Promise.all(known)).map(({ status }) => status)).to.deep.equal(Array(6).fill(200));
    await Promise.all(many);
  });

  it('does not let one owner of devices take all the places of others', async () => {
    const many = Array.from({ length: 150 }, () => signInFrom('of one owner'));
    await until(async () => (await refused()) === 150 - 2 * 66); // and those of the network
    const another = signInFrom('of another');
    await until(() => [...lifecycle.underWay].length === 2 * 66 + 1);
    answerAll();
    expect((await another).status).to.equal(200);
    await Promise.all(many);
  });

  it('leaves known devices the share of their network where those of others are too many', async () => {
    const many = Array.from({ length: 200 }, (_, number) => signInFrom(`of owner ${number}`));
    await until(async () => (await refused()) === 200 - 2 * 66);
    network = '192.0.2.2';
    const another = signInFrom('of somebody elsewhere');
    await until(() => [...lifecycle.underWay].length === 2 * 66 + 1);
    answerAll();
    expect((await another).status).to.equal(200);
    await Promise.all(many);
  });
});

import { expect } from 'chai';
import type { Response } from 'express';
import { type GuardedServer, startGuarded } from '../support/guarded-server.js';
import { RawClient } from '../support/raw-client.js';
import { until } from '../support/until.js';

const host = 'Host: clinic.example';
const ask = ['GET /api/v1/free HTTP/1.1', host];
const askLong = ['GET /api/v1/long HTTP/1.1', host];

describe('Connections', () => {
  let server: GuardedServer;
  let clients: RawClient[];
  let working: Response[];

  const start = async (options: Parameters<typeof startGuarded>[1]) => {
    clients = [];
    working = [];
    server = await startGuarded((app) => {
      app.use('/api/v1/free', (_request, response) => void response.json({}));
      app.use((_request, response) => void working.push(response));
    }, options);
  };
  const open = async (from?: string) => {
    const client = await RawClient.open(server.port, from);
    clients.push(client);
    return client;
  };
  const statusOf = async (client: RawClient) => {
    await until(() => client.statuses.length > 0);
    return client.statuses[0];
  };

  afterEach(async () => {
    for (const client of clients) client.end();
    await server.stop();
  });

  it('are so many of a network, and the next one is told that there is no room', async () => {
    await start({ connections: { ofNetwork: 3, inAll: 100 } });
    for (let count = 1; count <= 3; count++) {
      (await open()).send(askLong);
      await until(() => working.length === count);
    }
    const tooMany = (await open()).send(ask);
    expect(await statusOf(tooMany)).to.equal(503);
    await tooMany.closed;
    expect(tooMany.received)
      .to.match(/^Retry-After: 1\r$/m)
      .and.to.match(/^Connection: close\r$/m);
    expect(await statusOf((await open('127.0.0.2')).send(ask))).to.equal(200);
    expect(await server.cuts('connections')).to.equal(1);
    for (const response of working) response.json({});
    await Promise.all(clients.slice(0, 3).map(statusOf));
  });

  it('that are idle make room for new ones, those with a request under way do not', async () => {
    await start({ connections: { ofNetwork: 3, inAll: 100 } });
    const busy = (await open()).send(askLong);
    await until(() => working.length === 1);
    const silent = await open();
    const halfHead = await open();
    halfHead.socket.write('GET / HTTP/1.1\r\nX-Slow: ');
    let served: RawClient | undefined;
    await until(async () => {
      const next = (await open()).send(ask);
      if ((await statusOf(next)) === 200) served = next;
      return served !== undefined;
    });
    await silent.closed;
    working[0]?.json({});
    expect(await statusOf(busy)).to.equal(200);
    expect(await server.cuts('idle')).to.equal(1);
  });

  it('of a trusted proxy are as many as it opens', async () => {
    await start({
      connections: { ofNetwork: 3, inAll: 100 },
      isTrustedProxy: (address) => address === '127.0.0.1',
    });
    for (let count = 0; count < 20; count++) expect(await statusOf((await open()).send(ask))).to.equal(200);
  });

  it('are so many in all, and the network that has most of them makes room', async () => {
    await start({ connections: { ofNetwork: 50, inAll: 5 } });
    for (let count = 0; count < 4; count++) await open();
    const other = await open('127.0.0.2');
    let isServed = false;
    await until(async () => {
      const next = (await open('127.0.0.3')).send(ask);
      isServed = (await statusOf(next)) === 200;
      return isServed;
    });
    await until(() => clients.slice(0, 4).some(({ socket }) => socket.destroyed));
    expect(other.socket.destroyed).to.equal(false);
  });

  it('are not kept by who never ends the head of a request, or never begins it', async () => {
    await start({ headersTimeoutMs: 800 });
    const silent = await open();
    const half = await open();
    half.socket.write('GET / HTTP/1.1\r\nX-Slow: ');
    const dripping = await open();
    dripping.socket.write('GET / HTTP/1.1\r\nX-Slow: ');
    const drip = setInterval(() => dripping.socket.write('a'), 20);
    await Promise.all([silent, half, dripping].map(({ closed }) => closed));
    clearInterval(drip);
    for (const { statuses, received } of [silent, half, dripping]) {
      expect(statuses).to.deep.equal([408]);
      expect(received).to.include('"code":"request_timeout"');
    }
  });

  it('carry one request at a time to its work, however many are sent on them', async () => {
    await start({});
    const client = await open();
    for (let count = 0; count < 8; count++) client.send(askLong);
    client.send(ask);
    for (let done = 1; done <= 8; done++) {
      await until(() => working.length === done);
      expect(client.statuses.length).to.equal(done - 1);
      working[done - 1]?.json({ done });
    }
    await until(() => client.statuses.length === 9);
    expect([...client.received.matchAll(/"done":(\d)/g)].map(([, done]) => Number(done))).to.deep.equal([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('are ended when far too many requests are sent on them before the first is answered', async () => {
    await start({});
    const client = await open();
    for (let count = 0; count < 40; count++) client.send(askLong);
    await client.closed;
    expect(working).to.have.length(1);
    expect(await server.cuts('pipeline')).to.be.greaterThan(0);
    await until(() => [...server.lifecycle.underWay].length === 0);
  });

  it('are ended by who asks for a tunnel, and nothing else is', async () => {
    await start({});
    const tunnel = (await open()).send(['CONNECT mysql:3306 HTTP/1.1', host]);
    await tunnel.closed;
    expect(await statusOf((await open()).send(ask))).to.equal(200);
  });
});

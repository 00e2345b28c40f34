import { expect } from 'chai';
import { type GuardedServer, startGuarded } from '../support/guarded-server.js';
import { RawClient } from '../support/raw-client.js';
import { until } from '../support/until.js';

const post = 'POST /api/v1/auth/refresh HTTP/1.1';
const host = 'Host: clinic.example';

const tenBytes = 'Content-Length: 10';
const pieces = 'Transfer-Encoding: chunked';

/** Requests that are begun and not ended, each in a way of its own. */
const unfinished: readonly (readonly [name: string, head: readonly string[], rest?: string])[] = [
  ['announces ten bytes', [post, host, tenBytes]],
  ['announces ten bytes to read something', ['GET /api/v1/doctors HTTP/1.1', host, tenBytes]],
  ['announces ten bytes and sends two', [post, host, tenBytes], '{}'],
  ['announces pieces', [post, host, pieces]],
  ['sends a piece, and no last one', [post, host, pieces], '2\r\n{}\r\n'],
  ['asks whether it may send', [post, host, tenBytes, 'Expect: 100-continue']],
  ['announces ten bytes to sign in', ['POST /api/v1/auth/login HTTP/1.1', host, tenBytes]],
  ['announces ten bytes to the health check', ['GET /health/live HTTP/1.1', host, tenBytes]],
  ['announces ten bytes to nowhere', ['PUT /nowhere HTTP/1.1', host, tenBytes]],
  ['wants another protocol', [post, host, tenBytes, 'Connection: Upgrade', 'Upgrade: h2c']],
];

describe('A request whose end does not come', () => {
  let server: GuardedServer;
  let begun: number;
  let clients: RawClient[];

  const start = async (slow: Parameters<typeof startGuarded>[1] = {}) => {
    begun = 0;
    clients = [];
    server = await startGuarded((app) => {
      app.use('/api/v1/free', (_request, response) => void response.json({}));
      app.use((_request, response) => {
        begun++;
        response.json({});
      });
    }, slow);
  };
  const open = async (from?: string) => {
    const client = await RawClient.open(server.port, from);
    clients.push(client);
    return client;
  };
  const isServed = async () => (await fetch(`${server.baseUrl}/api/v1/free`)).status === 200;

  afterEach(async () => {
    for (const client of clients) client.end();
    await server.stop();
  });

  for (const [name, head, rest] of unfinished)
    it(`takes no place from others, and is answered 408, when it ${name}`, async () => {
      await start({ slow: { sendingForMs: 1_500 } });
      for (let count = 0; count < 150; count++) (await open()).send(head, rest);
      expect(await isServed()).to.equal(true);
      await Promise.all(clients.map(({ closed }) => closed));
      for (const { statuses, received } of clients) {
        expect(statuses.at(-1)).to.equal(408);
        expect(received)
          .to.include('"code":"request_timeout"')
          .and.to.match(/^Connection: close\r$/m);
      }
      expect(begun).to.equal(0);
      expect(await server.cuts('sending')).to.equal(150);
    });

  it('is not kept by a byte now and then', async () => {
    await start({ slow: { sendingForMs: 1_000 } });
    const client = (await open()).send([post, host, 'Content-Length: 100000']);
    const drip = setInterval(() => client.socket.write(' '), 20);
    await client.closed;
    clearInterval(drip);
    expect(client.statuses).to.deep.equal([408]);
  });

  it('makes room where too many of a network are on their way, the oldest first', async () => {
    await start({ slow: { graceMs: 300, maxSending: { ofNetwork: 5, inAll: 1_000 } } });
    const elsewhere = (await open('127.0.0.2')).send([post, host, tenBytes]);
    const oldest = (await open()).send([post, host, tenBytes]);
    await until(() => [...server.lifecycle.underWay].length === 2);
    for (let count = 0; count < 5; count++) (await open()).send([post, host, tenBytes]);
    await oldest.closed;
    expect(oldest.statuses).to.deep.equal([408]);
    for (const other of [elsewhere, ...clients.slice(2)]) other.socket.write('{"a":1234}');
    await until(() => clients.every(({ statuses }) => statuses.length === 1));
    expect(clients.map(({ statuses }) => statuses[0])).to.deep.equal([200, 408, 200, 200, 200, 200, 200]);
  });

  it('makes room where too many of all are on their way', async () => {
    await start({ slow: { graceMs: 300, maxSending: { ofNetwork: 1_000, inAll: 3 } } });
    for (let count = 1; count <= 6; count++) (await open(`127.0.0.${count}`)).send([post, host, tenBytes]);
    await until(async () => (await server.cuts('sending')) === 3);
    for (const { socket } of clients) socket.write('{"a":1234}');
    await until(() => clients.every(({ statuses }) => statuses.length === 1));
    const served = clients.filter(({ statuses }) => statuses[0] === 200);
    expect(served).to.have.length(3);
  });

  it('is refused at once when it says that it is too large, and what was announced is not waited for', async () => {
    await start();
    const head = [post, host, 'Content-Length: 700000'];
    const asking = (await open()).send([...head, 'Expect: 100-continue']);
    const sending = (await open()).send(head);
    const drip = setInterval(() => sending.socket.write(' '), 20);
    await Promise.all(clients.map(({ closed }) => closed));
    clearInterval(drip);
    for (const { statuses } of [asking, sending]) expect(statuses).to.deep.equal([413]);
  });

  it('is refused when it turns out to be too large, however small its pieces are', async () => {
    await start();
    const client = (await open()).send([post, host, pieces], '1\r\n \r\n'.repeat(5_000));
    await until(() => client.statuses.length === 1);
    client.socket.write('this is no piece\r\n');
    await client.closed;
    expect(client.statuses).to.deep.equal([413]);
    expect(begun).to.equal(0);
  });
});

describe('A request in pieces', () => {
  it('is read to its end, whatever its pieces are', async () => {
    const bodies: string[] = [];
    const server = await startGuarded((app) => {
      app.use((request, response) => {
        bodies.push((request as unknown as { bodyBytes: Buffer }).bodyBytes.toString());
        response.json({});
      });
    });
    const client = await RawClient.open(server.port);
    const text = JSON.stringify({ text: 'ä€😀'.repeat(5_000) });
    const bytes = Buffer.from(text);
    client.send([post, host, `Content-Length: ${bytes.length}`, 'Expect: 100-continue']);
    await until(() => client.statuses.length === 1);
    for (let at = 0; at < bytes.length; at += 777) client.socket.write(bytes.subarray(at, at + 777));
    await until(() => client.statuses.length === 2);
    expect(client.statuses).to.deep.equal([100, 200]);
    expect(bodies).to.deep.equal([text]);
    client.end();
    await server.stop();
  });
});

import { Readable } from 'node:stream';
import { expect } from 'chai';
import type { Express, Response } from 'express';
import { sendText } from '../../src/http/send-text.js';
import type { SlowClientLimits } from '../../src/http/slow-clients.js';
import { type GuardedServer, startGuarded } from '../support/guarded-server.js';
import { RawClient } from '../support/raw-client.js';
import { until } from '../support/until.js';

const host = 'Host: clinic.example';
const get = (path: string) => [`GET ${path} HTTP/1.1`, host];
const quarter = '/api/v1/doctors/x/slots?from=2027-01-01T00:00:00Z&to=2027-04-01T00:00:00Z';
const mebibyte = 1_024 * 1_024;
/** Linux takes 4 MiB for a neighbour who does not read. */
const large = 'x'.repeat(6 * mebibyte);
const largeBytes = Buffer.from(large);
const unlimited = { ofNetwork: Number.MAX_VALUE, inAll: Number.MAX_VALUE };

/** Ways to answer with more than the system takes for a client that does not read. */
const answers: Readonly<Record<string, (response: Response) => void>> = {
  'a text': (response) => sendText(response, large),
  'a text in one write': (response) => void response.end(largeBytes),
  'a stream': (response) => void Readable.from([largeBytes]).pipe(response),
};

describe('An answer that is not read', () => {
  let server: GuardedServer;
  let clients: RawClient[];
  let begun: number;

  const start = async (
    options: Parameters<typeof startGuarded>[1],
    also: (app: Express) => void = () => {},
  ) => {
    clients = [];
    begun = 0;
    server = await startGuarded((app) => {
      app.use('/api/v1/free', (_request, response) => void response.json({}));
      also(app);
      app.use((_request, response) => {
        begun++;
        sendText(response, large);
      });
    }, options);
  };
  const open = async (from?: string) => {
    const client = await RawClient.open(server.port, from);
    clients.push(client);
    return client;
  };
  const isServed = async (path = '/api/v1/free') => (await fetch(`${server.baseUrl}${path}`)).status === 200;

  afterEach(async () => {
    for (const client of clients) client.end();
    await server.stop();
  });

  const startWith = (answer: (response: Response) => void, slow: Partial<SlowClientLimits>) =>
    start({ slow }, (app) =>
      app.use('/api/v1/large', (_request, response) => {
        begun++;
        answer(response);
      }),
    );
  const ask = async (count: number) => {
    for (let asked = 0; asked < count; asked++) (await open()).send(get('/api/v1/large')).stopReading();
    await until(() => begun === count);
  };

  for (const [name, answer] of Object.entries(answers)) {
    it(`takes no place from others when it is ${name}`, async () => {
      await startWith(answer, { readingForMs: 600_000, maxUnread: unlimited });
      await ask(104);
      expect(await isServed()).to.equal(true);
      expect(await server.cuts('reading')).to.equal(0);
    });

    it(`is cut when it is ${name}`, async () => {
      await startWith(answer, { readingForMs: 500, graceMs: 100 });
      await ask(3);
      await until(async () => (await server.cuts('reading')) === 3);
      await until(() => [...server.lifecycle.underWay].length === 0);
    });
  }

  it('is not cut while it is read, however long that takes', async () => {
    const longer = Buffer.alloc(2 * large.length, 'x').toString();
    await startWith((response) => sendText(response, longer), { readingForMs: 2_500, leastRead: 16_384 });
    const client = (await open()).send(get('/api/v1/large'));
    let length = 0;
    client.socket.on('data', (chunk: Buffer) => {
      length += chunk.length;
      client.stopReading();
      setTimeout(() => client.socket.resume(), 30);
    });
    await until(() => length > longer.length);
    expect(await server.cuts('reading')).to.equal(0);
  });

  it('makes room where too much of a network is unread, the oldest first', async () => {
    const maxUnread = { ofNetwork: 13 * mebibyte, inAll: 1_000 * mebibyte };
    await start({ slow: { graceMs: 300, maxUnread } });
    (await open('127.0.0.2')).send(get('/api/v1/large')).stopReading();
    for (let count = 0; count < 5; count++) (await open()).send(get('/api/v1/large')).stopReading();
    await until(async () => (await server.cuts('reading')) === 3);
    const left = () => [...server.lifecycle.underWay].length;
    await until(() => left() === 3);
    for (const client of clients) client.socket.resume();
    const isWhole = ({ received }: RawClient): boolean => received.length > large.length;
    await until(() => clients.filter(isWhole).length === 3);
    expect(clients.map(isWhole)).to.deep.equal([true, false, false, false, true, true]);
  });

  it('gives its place to who waits for one, where answers are large', async () => {
    await start({ slow: { graceMs: 100, placeGraceMs: 300, readingForMs: 600_000, maxUnread: unlimited } });
    for (let count = 0; count < 8; count++) (await open()).send(get(quarter)).stopReading();
    await until(() => begun === 8);
    expect(await isServed()).to.equal(true);
    const [here, elsewhere] = [await open(), await open('127.0.0.2')];
    for (const client of [here, elsewhere]) client.send(get(quarter));
    await until(() => [here, elsewhere].every(({ received }) => received.length > large.length));
  });

  it('is not begun in more places than there are for large ones', async () => {
    await start({ slow: { placeGraceMs: 600_000, readingForMs: 600_000 } });
    for (let count = 0; count < 40; count++) (await open()).send(get(quarter)).stopReading();
    await until(() => [...server.lifecycle.underWay].length === 40);
    expect(begun).to.equal(8);
    expect(
      await isServed('/api/v1/doctors/x/slots?from=2027-01-01T00:00:00Z&to=2027-01-15T00:00:00Z'),
    ).to.equal(true);
  });
});

describe('A long text', () => {
  it('arrives as it is, wherever its pieces end', async () => {
    const texts = [0, 1, 2, 3].map((before) => `${'x'.repeat(before)}${'😀é'.repeat(100_000)}`);
    const server = await startGuarded((app) => {
      app.use('/:which', (request, response) =>
        sendText(response, texts[Number(request.params.which)] ?? ''),
      );
    });
    for (const [which, text] of texts.entries())
      expect((await (await fetch(`${server.baseUrl}/${which}`)).text()) === text).to.equal(true);
    await server.stop();
  });
});

import { expect } from 'chai';
import { Medweave, MedweaveError } from '../src/index.js';
import { type FakeServer, fakeServer, ids, type Reply, type Seen, visit } from './support/fake-server.js';

const good: Reply = { status: 200, body: visit };

/** The URL that a client with this `baseUrl` asks for. */
async function asked(baseUrl: string): Promise<string> {
  let url = '';
  const fetch = async (to: string) => {
    url = to;
    return { status: 200, headers: { get: () => null }, text: async () => '{}' };
  };
  await new Medweave({ baseUrl, fetch }).departments.get('a/b?c#d');
  return url;
}

describe('The address of the server', () => {
  const api = '/api/v1/departments/a%2Fb%3Fc%23d';
  const taken: [string, string][] = [
    ['https://clinic.example', `https://clinic.example${api}`],
    ['https://clinic.example/', `https://clinic.example${api}`],
    ['https://clinic.example//', `https://clinic.example${api}`],
    [' https://clinic.example ', `https://clinic.example${api}`],
    ['HTTPS://Clinic.Example:443', `https://clinic.example${api}`],
    ['http://127.0.0.1:3000', `http://127.0.0.1:3000${api}`],
    ['http://[::1]:3000', `http://[::1]:3000${api}`],
    ['https://example.org/clinic', `https://example.org/clinic${api}`],
    ['https://example.org/clinic/../ward/', `https://example.org/ward${api}`],
    ['https://clinic.example/api/v1', `https://clinic.example${api}`],
    ['https://clinic.example/api/v1/', `https://clinic.example${api}`],
    ['https://klinik.example/ärzte', `https://klinik.example/%C3%A4rzte${api}`],
    ['', api],
    ['/', api],
    ['/clinic/', `/clinic${api}`],
  ];
  for (const [baseUrl, url] of taken)
    it(`leads there: ${JSON.stringify(baseUrl)}`, async () => expect(await asked(baseUrl)).to.equal(url));

  const refused: [unknown, RegExp][] = [
    ['https://clinic.example?tenant=1', /without \? or #/],
    ['https://clinic.example/?', /without \? or #/],
    ['https://clinic.example/#', /without \? or #/],
    ['https://clinic.example/#/app', /without \? or #/],
    ['/?a', /without \? or #/],
    ['https://user:secret@clinic.example', /must not hold a user or a password/],
    ['https://user@clinic.example', /must not hold a user or a password/],
    ['clinic.example', /http\(s\) address/],
    ['localhost:3000', /http\(s\) address/],
    ['ftp://clinic.example', /http\(s\) address/],
    ['file:///etc', /http\(s\) address/],
    ['https://', /http\(s\) address/],
    ['https://clinic example', /http\(s\) address/],
    ['http://clinic.example:99999', /http\(s\) address/],
    [undefined, /http\(s\) address/],
    [null, /http\(s\) address/],
  ];
  for (const [baseUrl, words] of refused)
    it(`is refused in words, without the secret in it: ${JSON.stringify(baseUrl)}`, () => {
      const make = () => new Medweave({ baseUrl: baseUrl as string });
      expect(make)
        .to.throw(TypeError, words)
        .and.not.match(/secret/);
    });
});

describe('The limits of a call', () => {
  let server: FakeServer;

  before(async () => {
    server = await fakeServer((_seen: Seen, index: number) => (index % 2 === 0 ? 'drop' : good));
  });
  after(() => server.close());

  const longer = [
    Number.POSITIVE_INFINITY,
    2 ** 31,
    2 ** 31 - 1,
    2 ** 32 + 1,
    1e300,
    Number.MAX_SAFE_INTEGER,
  ];
  for (const timeoutMs of longer)
    it(`may be as long as one likes: ${timeoutMs} ms, of the client or of the call`, async () => {
      const { baseUrl } = server;
      expect(await new Medweave({ baseUrl, timeoutMs }).appointments.get(ids.appointment)).to.deep.equal(
        visit,
      );
      const ofCall = new Medweave({ baseUrl }).appointments.get(ids.appointment, { timeoutMs });
      expect(await ofCall).to.deep.equal(visit);
    });

  const meaningless = [0, -1, Number.NaN, Number.NEGATIVE_INFINITY, '5000', null, {}, true];
  for (const value of meaningless)
    it(`mean nothing when timeoutMs is ${JSON.stringify(value)}: refused before anything is sent`, async () => {
      const timeoutMs = value as number;
      expect(() => new Medweave({ baseUrl: server.baseUrl, timeoutMs })).to.throw(
        TypeError,
        /timeoutMs must be/,
      );
      const before = server.seen.length;
      const call = new Medweave({ baseUrl: server.baseUrl }).appointments.get(ids.appointment, { timeoutMs });
      expect(await call.catch((error: unknown) => error)).to.be.instanceOf(TypeError);
      expect(server.seen).to.have.length(before);
    });

  for (const value of [-1, 0.5, Number.NaN, '3', null])
    it(`mean nothing when maxRetries is ${JSON.stringify(value)}`, () => {
      const config = { baseUrl: server.baseUrl, maxRetries: value as number };
      expect(() => new Medweave(config)).to.throw(TypeError, /maxRetries must be/);
    });

  it('go with no header that none can be: refused in words, and not repeated like a broken connection', async () => {
    const medweave = new Medweave({ baseUrl: server.baseUrl });
    const before = server.seen.length;
    const options = [
      ...['line\r\nX-Role: admin', 'müller-1', 'two words', ''].map((idempotencyKey) => ({ idempotencyKey })),
      ...['"3"', Number.NaN, 0.5, '3\r\nX-Role: admin'].map((ifMatch) => ({ ifMatch: ifMatch as number })),
    ];
    for (const option of options) {
      const call = medweave.appointments.cancel(ids.appointment, { reason: 'Ill' }, option);
      const error = await call.catch((thrown: unknown) => thrown);
      expect(error, JSON.stringify(option)).to.be.instanceOf(TypeError).and.not.instanceOf(MedweaveError);
    }
    expect(server.seen).to.have.length(before);
  });
});

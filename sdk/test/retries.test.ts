import { expect } from 'chai';
import {
  Conflict,
  ConnectionError,
  Medweave,
  memoryTokens,
  ServiceUnavailable,
  TimeoutError,
} from '../src/index.js';
import { pauseBeforeRetry } from '../src/retry.js';
import {
  type FakeServer,
  fakeServer,
  ids,
  problem,
  type Reply,
  type Seen,
  until,
  visit,
} from './support/fake-server.js';

const booked: Reply = { status: 201, body: { id: ids.appointment, status: 'booked' } };

/** Books like the real server: one effect for each key, whatever becomes of the answer. */
function bookingServer(fate: (index: number) => Reply | 'good') {
  const effects = new Map<string, Reply>();
  const reply = ({ headers }: Seen, index: number): Reply => {
    const decided = fate(index);
    if (decided !== 'good' && decided !== 'drop') return decided;
    effects.set(String(headers['idempotency-key']), booked);
    return decided === 'drop' ? 'drop' : booked;
  };
  return { effects, reply };
}

const renewed: Reply = {
  status: 200,
  body: { accessToken: 'access-2', refreshToken: 'refresh-2', expiresInSeconds: 600 },
};

/** A sign-in whose access token the server takes no more. */
function expired() {
  const tokens = memoryTokens();
  tokens.save({ accessToken: 'access-1', refreshToken: 'refresh-1', renewAtMs: Number.POSITIVE_INFINITY });
  return tokens;
}

describe('A call in trouble', () => {
  let server: FakeServer;
  afterEach(() => server.close());

  async function client(reply: (seen: Seen, index: number) => Reply, limits = {}) {
    server = await fakeServer(reply);
    return new Medweave({ baseUrl: server.baseUrl, ...limits });
  }

  const keys = () => new Set(server.seen.map(({ headers }) => headers['idempotency-key']));

  it('has one effect when the answer is lost after the commit', async () => {
    const { effects, reply } = bookingServer((index) => (index === 0 ? 'drop' : 'good'));
    const medweave = await client(reply);
    expect(await medweave.appointments.book(visit)).to.include({ id: ids.appointment });
    expect(server.seen).to.have.length(2);
    expect(effects.size).to.equal(1);
  });

  it('keeps its key over a 503 given twice, one of them with an unknown outcome', async () => {
    const trouble = [
      problem(503, 'mysql_unavailable'),
      problem(503, 'outcome_unknown', { outcome: 'unknown' }),
    ];
    const { effects, reply } = bookingServer((index) => trouble[index] ?? 'good');
    const medweave = await client(reply);
    await medweave.appointments.book(visit);
    expect(server.seen).to.have.length(3);
    expect(keys().size).to.equal(1);
    expect(effects.size).to.equal(1);
  });

  it('reads again when an answer was cut off in the middle', async () => {
    const medweave = await client((_, index) => (index === 0 ? 'cut' : booked));
    expect(await medweave.appointments.get(ids.appointment)).to.include({ id: ids.appointment });
  });

  it('takes a success without its end for a lost answer: not every connection announces a length', async () => {
    const ends = [{ status: 201, body: '{"id":"' }, { status: 201 }];
    const medweave = await client((_, index) => ends[index] ?? booked);
    expect(await medweave.appointments.book(visit)).to.include({ id: ids.appointment });
    expect(server.seen).to.have.length(3);
    expect(keys().size).to.equal(1);
  });

  it('has one effect when it replaces or removes, too', async () => {
    const medweave = await client(
      (_, index) => (['drop', problem(502, 'http_502')] as const)[index] ?? booked,
    );
    await medweave.clinicalNotes.revise({ id: ids.appointment, version: 3 }, { text: 'Better.' });
    expect(server.seen.map(({ method }) => method)).to.deep.equal(['PUT', 'PUT', 'PUT']);
    expect(new Set(server.seen.map(({ headers }) => headers['if-match']))).to.deep.equal(new Set(['"3"']));
    expect([...keys()])
      .to.have.length(1)
      .and.not.include(undefined);
    await medweave.holidays.remove(ids.appointment);
    expect(server.seen[3]).to.include({ method: 'DELETE' });
    expect(keys().size).to.equal(2);
  });

  it('makes a new key for each call, and takes the caller’s', async () => {
    const medweave = await client(() => booked);
    await medweave.appointments.book(visit);
    await medweave.appointments.book(visit);
    await medweave.appointments.book(visit, { idempotencyKey: 'mine-from-before' });
    expect(keys().size).to.equal(3);
    expect(server.seen[2]?.headers['idempotency-key']).to.equal('mine-from-before');
  });

  it('gives up after three retries with what the server said last', async () => {
    const medweave = await client(() => problem(503, 'outcome_unknown', { outcome: 'unknown' }));
    const error = await medweave.appointments.book(visit).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ServiceUnavailable).with.property('outcome', 'unknown');
    expect(server.seen).to.have.length(4);
  });

  it('never repeats a 409 or a 422', async () => {
    const medweave = await client((_, index) => problem(index === 0 ? 409 : 422, 'refused_for_good'));
    await medweave.appointments.book(visit).catch(() => undefined);
    await medweave.appointments.book(visit).catch(() => undefined);
    expect(server.seen).to.have.length(2);
  });

  it('waits for its own lost attempt, and for nobody else’s', async () => {
    const inFlight = problem(409, 'request_in_flight');
    const gaveUp = problem(504, 'http_504');
    const medweave = await client(
      (_, index) =>
        (['drop', inFlight, booked, gaveUp, inFlight, booked, inFlight] as const)[index] ?? booked,
    );
    await medweave.appointments.book(visit);
    expect(server.seen).to.have.length(3);
    await medweave.appointments.book(visit);
    expect(server.seen).to.have.length(6);
    const error = await medweave.appointments.book(visit).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Conflict);
    expect(server.seen).to.have.length(7);
  });

  it('waits for an attempt of its own that was lost before the token was renewed', async () => {
    const replies = [
      'drop',
      problem(401, 'token_expired'),
      renewed,
      problem(409, 'request_in_flight'),
    ] as const;
    const medweave = await client((_, index) => replies[index] ?? booked, { tokens: expired() });
    await medweave.appointments.book(visit);
    expect(server.seen.map(({ path }) => path)).to.deep.equal([
      ...['/appointments', '/appointments', '/auth/refresh'],
      ...['/appointments', '/appointments'],
    ]);
  });

  it('ends with a TimeoutError when no answer comes', async () => {
    const medweave = await client(() => 'hang', { timeoutMs: 50, maxRetries: 1 });
    const error = await medweave.appointments.book(visit).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(TimeoutError).with.property('timeoutMs', 50);
    expect(server.seen).to.have.length(2);
    expect(keys().size).to.equal(1);
  });

  it('holds the deadline over a fetch that ignores its signal', async () => {
    const medweave = await client(() => booked, { fetch: () => new Promise(() => {}), maxRetries: 0 });
    const error = await medweave.auth.me({ timeoutMs: 20 }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(TimeoutError);
  });

  it('is a ConnectionError when nobody listens', async () => {
    const medweave = await client(() => booked, { maxRetries: 0 });
    await server.close();
    const error = await medweave.auth.me().catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ConnectionError);
  });

  it('rejects with the caller’s reason when the caller gives up on a hanging call', async () => {
    const medweave = await client(() => 'hang');
    const controller = new AbortController();
    const call = medweave.appointments
      .book(visit, { signal: controller.signal })
      .catch((thrown: unknown) => thrown);
    await until(() => server.seen.length > 0);
    controller.abort(new Error('The page was left.'));
    expect(await call)
      .to.be.instanceOf(Error)
      .with.property('message', 'The page was left.');
    expect(server.seen).to.have.length(1);
  });

  it('rejects with the caller’s reason during the pause before a retry', async () => {
    const medweave = await client(() => ({ ...problemReply(503), headers: { 'retry-after': '19' } }));
    const controller = new AbortController();
    const call = medweave.appointments
      .book(visit, { signal: controller.signal })
      .catch((thrown: unknown) => thrown);
    await until(() => server.seen.length > 0);
    setTimeout(() => controller.abort(new Error('The page was left.')), 20);
    expect(await call)
      .to.be.instanceOf(Error)
      .with.property('message', 'The page was left.');
    expect(server.seen).to.have.length(1);
  });

  it('has one effect and the right answer each time, whatever happens on the way', async () => {
    const fates = ['drop', 'hang', problem(503, 'mysql_unavailable'), 'cut', 'good'] as const;
    const effects = new Map<string, unknown>();
    const tries = new Map<string, number>();
    let calls = 0;
    const medweave = await client(
      ({ headers, body }) => {
        const key = String(headers['idempotency-key']);
        const attempt = tries.get(key) ?? calls++;
        tries.set(key, attempt + 3);
        const fate = fates[attempt % fates.length] ?? 'good';
        if (typeof fate === 'object' || fate === 'hang') return fate;
        if (!effects.has(key)) effects.set(key, body);
        return fate === 'good' ? { status: 201, body: effects.get(key) } : fate;
      },
      { timeoutMs: 1_000, maxRetries: 5 },
    );
    const wanted = Array.from({ length: 50 }, (_, index) => new Date(Date.UTC(2027, 0, index)).toISOString());
    const got = await Promise.all(
      wanted.map((startsAt) => medweave.appointments.book({ ...visit, startsAt })),
    );
    expect(got.map(({ startsAt }) => startsAt)).to.deep.equal(wanted);
    expect(effects.size).to.equal(50);
  }).timeout(240_000);

  it('sends nothing when the caller had given up before', async () => {
    const medweave = await client(() => booked);
    const error = await medweave.auth.me({ signal: AbortSignal.abort() }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Error).with.property('name', 'AbortError');
    expect(server.seen).to.have.length(0);
  });
});

function problemReply(status: number) {
  return { status, body: { code: 'mysql_unavailable', title: 'Away.' } };
}

describe('The pause before a retry', () => {
  const answer = (status: number, retryAfter?: string) => {
    return { status, retryAfter, body: undefined, isReadable: true, requestId: undefined };
  };
  const isRetried = (status: number) => pauseBeforeRetry(answer(status), 0) !== undefined;

  it('is given to the statuses that pass', () => {
    const statuses = [200, 400, 401, 404, 408, 409, 412, 422, 429, 500, 502, 503, 504];
    expect(statuses.filter(isRetried)).to.deep.equal([408, 429, 502, 503, 504]);
  });

  it('grows, but stays under its limit', () => {
    const pauses = Array.from(
      { length: 2_000 },
      (_, index) => pauseBeforeRetry(answer(503), index % 20) ?? -1,
    );
    expect(Math.min(...pauses)).to.be.at.least(0);
    expect(Math.max(...pauses)).to.be.within(1_000, 5_000);
  });

  it('is at least what the server asked for, in seconds or as a date', () => {
    expect(pauseBeforeRetry(answer(429, '2'), 0)).to.be.within(2_000, 2_200);
    const date = new Date(Date.now() + 5_000).toUTCString();
    expect(pauseBeforeRetry(answer(503, date), 0)).to.be.within(3_000, 5_200);
    expect(pauseBeforeRetry(answer(503, 'soon'), 0)).to.be.within(0, 200);
  });

  it('is not taken when the server asks for longer than a caller would wait', () => {
    expect(pauseBeforeRetry(answer(429, '900'), 0)).to.equal(undefined);
  });
});

import { inspect } from 'node:util';
import { expect } from 'chai';
import {
  ApiError,
  Conflict,
  Medweave,
  MedweaveError,
  memoryTokens,
  NotFound,
  ServerError,
  SlotTaken,
  UnprocessableContent,
} from '../src/index.js';
import { type FakeServer, fakeServer, ids, problem, type Reply, visit } from './support/fake-server.js';

describe('An error of the SDK', () => {
  let server: FakeServer;
  afterEach(() => server.close());

  async function thrownBy(reply: Reply): Promise<unknown> {
    server = await fakeServer(() => reply);
    const medweave = new Medweave({ baseUrl: server.baseUrl, maxRetries: 0 });
    return medweave.appointments.book(visit).catch((thrown: unknown) => thrown);
  }

  it('is of its code’s class, with the code’s own fields typed', async () => {
    const nextFree = [{ startsAt: '2026-12-01T10:00:00.000Z', endsAt: '2026-12-01T10:30:00.000Z' }];
    const error = await thrownBy(problem(409, 'slot_taken', { nextFree, blockers: [] }));
    if (!(error instanceof SlotTaken)) throw error;
    expect(error.nextFree?.[0]?.startsAt).to.equal('2026-12-01T10:00:00.000Z');
    expect(error).to.be.instanceOf(Conflict).and.instanceOf(ApiError).and.instanceOf(MedweaveError);
    expect(error).to.include({ status: 409, code: 'slot_taken', requestId: 'request-1', name: 'SlotTaken' });
  });

  it('is of its status’s class when the code is not known', async () => {
    const error = await thrownBy(problem(404, 'a_code_of_tomorrow', { hint: 'Update.' }));
    expect(error).to.be.instanceOf(NotFound);
    expect(error).to.include({ code: 'a_code_of_tomorrow', hint: 'Update.' });
  });

  it('says in its message what is special, where the server tells', async () => {
    const detail = 'Check-in opens twelve hours before the visit.';
    const error = await thrownBy(problem(409, 'too_early', { detail }));
    expect(error).to.include({ detail });
    expect(`${error}`).to.contain(`too_early: It was refused. ${detail} (status 409,`);
    await server.close();
    const plain = await thrownBy(problem(409, 'too_early'));
    expect(plain).to.have.property('detail', undefined);
    expect(`${plain}`).to.contain('too_early: It was refused. (status 409,');
  });

  it('names the fields that were refused', async () => {
    const errors = [{ field: 'body.startsAt', message: 'must be an instant' }];
    const error = await thrownBy(problem(422, 'a_code_of_tomorrow', { errors }));
    if (!(error instanceof UnprocessableContent)) throw error;
    expect(error.errors).to.deep.equal(errors);
  });

  it('lets no field of the answer replace its own', async () => {
    const hostile = JSON.parse(
      '{"stack":"x","message":"x","name":"x","toString":"x","__proto__":{"isEvil":true}}',
    );
    const error = await thrownBy(problem(409, 'slot_taken', hostile));
    if (!(error instanceof SlotTaken)) throw error;
    expect(error.message).to.contain('It was refused.');
    expect(error.name).to.equal('SlotTaken');
    expect(`${error}`).to.contain('slot_taken');
    expect(error).to.not.have.property('isEvil');
  });

  it('comes of a proxy’s page as well', async () => {
    const error = await thrownBy({
      status: 502,
      body: '<html>Bad gateway</html>',
      headers: { 'x-request-id': 'edge-7' },
    });
    expect(error).to.be.instanceOf(ServerError);
    expect(error).to.include({ status: 502, code: 'http_502', requestId: 'edge-7' });
  });

  it('comes of a success that cannot be read', async () => {
    const error = await thrownBy({ status: 201, body: '<html>Sign in to this network</html>' });
    expect(error).to.be.instanceOf(ApiError).with.property('code', 'unreadable_answer');
  });

  it('never shows a token, however it is printed', async () => {
    server = await fakeServer(() => problem(401, 'unauthenticated'));
    const tokens = memoryTokens();
    const medweave = new Medweave({ baseUrl: server.baseUrl, tokens, maxRetries: 0 });
    const printed: string[] = [];
    for (const accessToken of ['secret-token', 'secret-token\n', 'secret\ntoken', 'secret-tökén☃']) {
      tokens.save({ accessToken, refreshToken: 'secret-refresh', renewAtMs: Number.POSITIVE_INFINITY });
      const error = await medweave.auth.me().catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(MedweaveError);
      printed.push(inspect(error, { depth: 10, showHidden: true }), JSON.stringify(error), String(error));
    }
    await server.close();
    tokens.save({ accessToken: 'secret-token', refreshToken: 'secret-refresh', renewAtMs: 0 });
    const error = await medweave.auth.me().catch((thrown: unknown) => thrown);
    printed.push(inspect(error, { depth: 10, showHidden: true }));
    expect(printed.join()).to.not.contain('secret');
  });

  it('tells a wrong base address and an empty id at once', async () => {
    server = await fakeServer(() => ({ status: 200, body: { id: ids.appointment } }));
    const medweave = new Medweave({ baseUrl: `${server.baseUrl}/api/v1/` });
    expect(() => new Medweave({ baseUrl: 'clinic.example' })).to.throw(TypeError, 'baseUrl');
    for (const id of ['', '.', '..']) {
      expect(() => medweave.appointments.get(id)).to.throw(TypeError, 'non-empty id');
    }
    await medweave.appointments.get('a/../b?c');
    expect(server.seen.map(({ path }) => path)).to.deep.equal(['/appointments/a%2F..%2Fb%3Fc']);
  });
});

import { expect } from 'chai';
import {
  ConnectionError,
  Medweave,
  MedweaveError,
  memoryTokens,
  type TokenStore,
  Unauthorized,
} from '../src/index.js';
import {
  type FakeServer,
  fakeServer,
  ids,
  problem,
  type Reply,
  type Seen,
  until,
} from './support/fake-server.js';

const credentials = { email: 'ada@example.org', password: 'a long enough password' };

interface ServerState {
  generation: number;
  refreshes: number;
  isExpired: boolean;
  refreshReply?: Reply | undefined;
  /** A renewal answers no sooner than this. */
  gate?: Promise<void>;
}

/** Knows which tokens are good; each renewal kills the pair before it, as the real server does. */
function tokenServer(lifetimeSeconds = 600) {
  const state: ServerState = { generation: 0, refreshes: 0, isExpired: false };
  const pair = (): Reply => {
    const tokens = {
      accessToken: `access-${++state.generation}`,
      refreshToken: `refresh-${state.generation}`,
    };
    return { status: 200, body: { ...tokens, expiresInSeconds: lifetimeSeconds, user: { id: ids.doctor } } };
  };
  const refresh = ({ body }: Seen): Reply => {
    state.refreshes++;
    if (state.refreshReply) return state.refreshReply;
    const isCurrent =
      JSON.stringify(body) === JSON.stringify({ refreshToken: `refresh-${state.generation}` });
    if (!isCurrent) return problem(401, 'refresh_token_reused');
    state.isExpired = false;
    return pair();
  };
  const reply = async (seen: Seen): Promise<Reply> => {
    if (seen.path === '/auth/login')
      return seen.headers.authorization ? problem(400, 'malformed_request') : pair();
    if (seen.path === '/auth/refresh') {
      const answer = refresh(seen);
      await state.gate;
      return answer;
    }
    if (seen.path === '/auth/logout') return { status: 204 };
    const isGood = seen.headers.authorization === `Bearer access-${state.generation}` && !state.isExpired;
    return isGood ? { status: 200, body: { id: ids.appointment } } : problem(401, 'unauthenticated');
  };
  return { state, reply };
}

describe('Signing in through the SDK', () => {
  let server: FakeServer;
  afterEach(() => server.close());

  async function signedIn(clinic = tokenServer()) {
    server = await fakeServer(clinic.reply);
    const tokens = memoryTokens();
    const medweave = new Medweave({ baseUrl: server.baseUrl, tokens, maxRetries: 0 });
    await medweave.auth.login(credentials);
    return { medweave, tokens, state: clinic.state };
  }

  it('keeps the tokens of a sign-in and sends the access token from then on', async () => {
    const { medweave } = await signedIn();
    await medweave.auth.me();
    expect(server.seen.map(({ headers }) => headers.authorization)).to.deep.equal([
      undefined,
      'Bearer access-1',
    ]);
  });

  it('renews once when ten calls at one time are told that the token has expired', async () => {
    const { medweave, state } = await signedIn();
    state.isExpired = true;
    const visits = await Promise.all(
      Array.from({ length: 10 }, () => medweave.appointments.get(ids.appointment)),
    );
    expect(visits.map(({ id }) => id)).to.deep.equal(Array(10).fill(ids.appointment));
    expect(state.refreshes).to.equal(1);
  });

  it('does not renew again for an answer that was on its way during the renewal', async () => {
    const { medweave, state } = await signedIn();
    state.isExpired = true;
    await medweave.auth.me();
    state.isExpired = false;
    await medweave.auth.me();
    expect(state.refreshes).to.equal(1);
  });

  it('renews before the call when the token is about to expire', async () => {
    const { medweave, state } = await signedIn(tokenServer(0));
    await medweave.auth.me();
    expect(state.refreshes).to.equal(1);
    expect(server.seen.filter(({ path }) => path === '/auth/me')).to.have.length(1);
  });

  it('keeps the body and the Idempotency-Key of a POST over the renewal', async () => {
    const { medweave, state } = await signedIn();
    state.isExpired = true;
    await medweave.appointments.cancel(ids.appointment, { reason: 'Feeling better' });
    const [refused, repeated] = server.seen.filter(({ path }) => path.endsWith('/cancel'));
    expect(repeated?.headers['idempotency-key']).to.be.a('string');
    expect(repeated?.headers['idempotency-key']).to.equal(refused?.headers['idempotency-key']);
    expect(repeated?.body).to.deep.equal(refused?.body);
  });

  it('is signed out when the refresh token is no longer taken, and says so', async () => {
    const { medweave, tokens, state } = await signedIn();
    state.isExpired = true;
    state.refreshReply = problem(401, 'refresh_token_reused');
    const error = await medweave.auth.me().catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Unauthorized).with.property('code', 'refresh_token_reused');
    expect(await tokens.load()).to.equal(null);
  });

  it('stays signed in when the renewal could not reach the server', async () => {
    const { medweave, tokens, state } = await signedIn();
    state.isExpired = true;
    state.refreshReply = 'drop';
    const error = await medweave.auth.me().catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ConnectionError);
    expect(await tokens.load()).to.include({ refreshToken: 'refresh-1' });
  });

  it('repeats a renewal whose answer was lost under the same key, so that it is no second use', async () => {
    const { medweave, state } = await signedIn();
    state.isExpired = true;
    state.refreshReply = 'drop';
    await medweave.auth.me().catch(() => undefined);
    state.refreshReply = undefined;
    await medweave.auth.me();
    await medweave.auth.refresh();
    const keys = server.seen
      .filter(({ path }) => path === '/auth/refresh')
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.have.length(3);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).to.not.equal(keys[1]);
  });

  it('does not renew for a wrong password', async () => {
    server = await fakeServer(() => problem(401, 'a_code_of_tomorrow'));
    const tokens = memoryTokens();
    await tokens.save({ accessToken: 'kept', refreshToken: 'kept', renewAtMs: Number.POSITIVE_INFINITY });
    const medweave = new Medweave({ baseUrl: server.baseUrl, tokens });
    const error = await medweave.auth.login(credentials).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Unauthorized);
    expect(server.seen.map(({ path }) => path)).to.deep.equal(['/auth/login']);
  });

  it('renews on demand, once for two who ask together', async () => {
    const { medweave, state, tokens } = await signedIn();
    const [one, other] = await Promise.all([medweave.auth.refresh(), medweave.auth.refresh()]);
    expect([one.accessToken, other.accessToken]).to.deep.equal(['access-2', 'access-2']);
    expect(state.refreshes).to.equal(1);
    expect(await tokens.load()).to.include({ accessToken: 'access-2' });
  });

  it('forgets the tokens on logout, also when the server cannot be reached', async () => {
    const { medweave, tokens } = await signedIn();
    await server.close();
    const error = await medweave.auth.logout().catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ConnectionError);
    expect(await tokens.load()).to.equal(null);
  });

  it('counts a session that the server no longer knows as closed', async () => {
    const { medweave, tokens, state } = await signedIn();
    state.refreshReply = problem(401, 'refresh_token_reused');
    await tokens.save({ accessToken: 'stale', refreshToken: 'stale', renewAtMs: 0 });
    await medweave.auth.logout();
    expect(await tokens.load()).to.equal(null);
  });

  it('does not bring a sign-in back that was closed during its renewal', async () => {
    const { medweave, tokens, state } = await signedIn();
    state.isExpired = true;
    let open = () => {};
    state.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const call = medweave.auth.me().catch((thrown: unknown) => thrown);
    await until(() => state.refreshes > 0);
    await tokens.clear();
    open();
    expect(await call).to.be.instanceOf(MedweaveError);
    expect(await tokens.load()).to.equal(null);
  });

  /** Hands out a device's token with each sign-in, and with nothing else. */
  function deviceServer() {
    const clinic = tokenServer();
    let given = 0;
    const reply = async (seen: Seen): Promise<Reply> => {
      const answer = await clinic.reply(seen);
      const isSignIn = seen.path === '/auth/login' && typeof answer === 'object';
      if (!isSignIn) return answer;
      return { ...answer, body: { ...(answer.body as object), deviceToken: `device-${++given}` } };
    };
    return { ...clinic, reply };
  }
  const shown = () =>
    server.seen
      .filter(({ path }) => path === '/auth/login')
      .map(({ body }) => (body as { deviceToken?: string }).deviceToken);

  const stores: Record<string, () => TokenStore> = {
    'in memory': memoryTokens,
    'in a store that keeps no devices': () => {
      const { load, save, clear } = memoryTokens();
      return { load, save, clear };
    },
  };
  for (const [where, store] of Object.entries(stores))
    it(`shows the device it was given the last time, also after signing out, kept ${where}`, async () => {
      server = await fakeServer(deviceServer().reply);
      const medweave = new Medweave({ baseUrl: server.baseUrl, tokens: store(), maxRetries: 0 });
      await medweave.auth.login(credentials);
      await medweave.auth.refresh();
      await medweave.auth.logout();
      await medweave.auth.login(credentials);
      await medweave.auth.login({ ...credentials, deviceToken: 'of my own' });
      expect(shown()).to.deep.equal([undefined, 'device-1', 'of my own']);
    });

  it('shows the device of a store to which a page comes back', async () => {
    server = await fakeServer(deviceServer().reply);
    const tokens = memoryTokens();
    for (let page = 0; page < 2; page++) {
      const medweave = new Medweave({ baseUrl: server.baseUrl, tokens, maxRetries: 0 });
      await medweave.auth.login(credentials);
      await medweave.auth.logout();
    }
    expect(shown()).to.deep.equal([undefined, 'device-1']);
  });
});

import { expect } from 'chai';
import { localStorageTokens, Medweave, memoryTokens } from '../src/index.js';
import { type FakeServer, fakeServer, ids, problem } from './support/fake-server.js';

const pair = { accessToken: 'access-1', refreshToken: 'refresh-1', renewAtMs: Number.MAX_SAFE_INTEGER };

/** What `localStorage` needs to be, for a page that is not one. */
function fakeStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('A token store', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');

  beforeEach(() => {
    Object.defineProperty(globalThis, 'localStorage', { value: fakeStorage(), configurable: true });
  });

  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  });

  for (const [name, make] of Object.entries({ memory: memoryTokens, localStorage: localStorageTokens })) {
    it(`keeps and forgets, in ${name}`, async () => {
      const store = make();
      expect(await store.load()).to.equal(null);
      await store.save(pair);
      expect(await store.load()).to.deep.equal(pair);
      await store.clear();
      expect(await store.load()).to.equal(null);
    });
  }

  it('takes what it has not written for being signed out', async () => {
    for (const text of ['', '{', '[]', '7', '{"accessToken":"a"}']) {
      localStorage.setItem('medweave.tokens', text);
      expect(await localStorageTokens().load()).to.equal(null);
    }
  });

  describe('shared by two tabs', () => {
    let server: FakeServer;
    afterEach(() => server.close());

    it('is renewed by the second as the first one did whose answer was lost', async () => {
      server = await fakeServer(({ path }, index) => {
        if (path === '/auth/me') return problem(401, 'a_code_of_tomorrow');
        const body = { accessToken: 'access-2', refreshToken: 'refresh-2', expiresInSeconds: 0 };
        return index === 1 ? 'drop' : { status: 200, body };
      });
      const tab = () =>
        new Medweave({ baseUrl: server.baseUrl, tokens: localStorageTokens(), maxRetries: 0 });
      await tab().auth.login({ email: 'ada@example.org', password: 'a long enough password' });
      await tab()
        .auth.refresh()
        .catch(() => undefined);
      await tab().auth.refresh();
      await tab().auth.refresh();
      const [lost, repeated, next] = server.seen
        .filter(({ path }) => path === '/auth/refresh')
        .map(({ headers }) => headers['idempotency-key']);
      expect(lost).to.be.a('string');
      expect(repeated).to.equal(lost);
      expect(next).to.not.equal(lost);
    });

    it('is renewed by one of them, and the other takes the new pair', async () => {
      let refreshes = 0;
      server = await fakeServer(({ path, headers }) => {
        if (path === '/auth/refresh') {
          refreshes++;
          const body = { accessToken: 'access-2', refreshToken: 'refresh-2', expiresInSeconds: 600 };
          return { status: 200, body };
        }
        const isGood = headers.authorization === 'Bearer access-2';
        return isGood ? { status: 200, body: { id: ids.appointment } } : problem(401, 'a_code_of_tomorrow');
      });
      localStorageTokens().save(pair);
      const tab = () => new Medweave({ baseUrl: server.baseUrl, tokens: localStorageTokens() });
      await Promise.all([tab().auth.me(), tab().auth.me(), tab().auth.me()]);
      expect(refreshes).to.equal(1);
    });
  });
});

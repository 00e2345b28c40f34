import { expect } from 'chai';
import { pino } from 'pino';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { compose } from '../../src/compose.js';
import { newId } from '../../src/lib/ids.js';
import { type Serving, serve } from '../../src/serve.js';
import { openStores, type Stores } from '../clinical/clinical-cast.js';
import { callerFrom } from '../support/addresses.js';
import {
  type Answer,
  type Call,
  type Clinic,
  freshEmail,
  must,
  password,
  startClinic,
} from '../support/clinic.js';

type Session = SignedIn & { code?: string };

/** Of a test's own: what one test counts by network is none of another's business. */
let addresses = 1;
const freshAddress = () => `127.0.1.${++addresses}`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Two processes over the same stores, the second one without a Redis: wrong passwords are counted in MySQL. */
describe('Wrong passwords', () => {
  let clinic: Clinic;
  let stores: Stores;
  let other: Serving;

  before(async () => {
    clinic = await startClinic();
    stores = await openStores(clinic);
    const urls = { ...clinic.urls, redisUrl: 'redis://127.0.0.1:1' };
    other = await serve(compose(clinic.composed.config, urls, pino({ level: 'silent' })));
  });
  after(async () => {
    await other?.stop();
    await stores?.close();
    await clinic?.close();
  });

  const from = (address: string, baseUrl = clinic.baseUrl): Call => callerFrom(baseUrl, address);
  /** The same address at both processes, by turns. */
  const byTurns = (address: string): ((turn: number) => Call) => {
    const calls = [from(address), from(address, other.url)] as const;
    return (turn) => calls[turn % 2 === 0 ? 0 : 1];
  };
  const login = (call: Call, email: string, withPassword = password, deviceToken?: string) =>
    call<Session>(null, 'POST', '/auth/login', {
      body: { email, password: withPassword, ...(deviceToken && { deviceToken }) },
    });
  const kindOf = ({ status, body }: Answer<Session>) => (status === 200 ? '200' : `${status} ${body.code}`);
  const tried = async (...login: Promise<Answer<Session>>[]) => (await Promise.all(login)).map(kindOf);
  const wrong = async (call: Call, email: string, times: number, deviceToken?: string) => {
    const kinds: string[] = [];
    for (const time of numbers(times))
      kinds.push(...(await tried(login(call, email, `guess ${time}`, deviceToken))));
    return kinds;
  };
  const register = (call: Call, email = freshEmail('owner')) =>
    must(
      call<Session>(null, 'POST', '/auth/register', {
        body: { email, password, givenName: 'Erika', familyName: 'Muster', birthOn: '1990-02-03' },
      }),
    );
  const wrongs = (count: number) => Array(count).fill('401 credentials_wrong');
  const throttled = '429 too_many_failures';

  it('of strangers lock the owner out nowhere that they have signed in before', async () => {
    const [home, work] = [from(freshAddress()), from(freshAddress())];
    const { user } = await register(home);
    expect(await tried(login(work, user.email))).to.deep.equal(['200']);
    expect(await wrong(from(freshAddress()), user.email, 11)).to.deep.equal([...wrongs(10), throttled]);
    const elsewhere = await login(from(freshAddress()), user.email);
    expect(kindOf(elsewhere)).to.equal(throttled);
    expect(Number(elsewhere.headers.get('retry-after'))).to.be.within(1, 900);
    expect(await tried(login(home, user.email), login(work, user.email))).to.deep.equal(['200', '200']);
  });

  it('of somebody in the same network do not lock out who shows their device', async () => {
    const network = from(freshAddress());
    const { user, deviceToken } = await register(network);
    expect(await wrong(network, user.email, 11)).to.deep.equal([...wrongs(10), throttled]);
    expect(await tried(login(network, user.email))).to.deep.equal([throttled]);
    const elsewhere = from(freshAddress());
    expect(
      await tried(
        login(network, user.email, password, deviceToken),
        login(elsewhere, user.email, password, deviceToken),
      ),
    ).to.deep.equal(['200', '200']);
  });

  it('count for an account over all processes and networks, also where nobody has it', async () => {
    const { user } = await register(from(freshAddress()));
    for (const email of [user.email, freshEmail('nobody')]) {
      const kinds: string[] = [];
      for (const turn of numbers(12)) {
        const call = byTurns(freshAddress())(turn);
        kinds.push(...(await tried(login(call, email, `guess ${turn}`))));
      }
      expect(kinds).to.deep.equal([...wrongs(10), throttled, throttled]);
    }
  });

  it('are ten of forty that come at once from four networks to two processes', async () => {
    const { user } = await register(from(freshAddress()));
    const networks = numbers(4).map(() => byTurns(freshAddress()));
    const answers = await tried(
      ...numbers(40).map((turn) =>
        login(networks[turn % 4]!(Math.floor(turn / 4)), user.email, `guess ${turn}`),
      ),
    );
    expect(answers.filter((kind) => kind !== throttled)).to.deep.equal(wrongs(10));
  });

  it('are not so many that the right one among forty at once gets in behind them', async () => {
    const { user } = await register(from(freshAddress()));
    const call = from(freshAddress());
    const guesses = [...numbers(39).map((number) => `guess ${number}`), password];
    const answers = await tried(...guesses.map((guess) => login(call, user.email, guess)));
    expect(answers.at(-1)).to.equal(throttled);
    expect(answers.filter((kind) => kind !== throttled)).to.deep.equal(wrongs(10));
  });

  it('count for a network, whatever accounts it tries and whichever process it asks', async () => {
    const [attacker, home] = [byTurns(freshAddress()), from(freshAddress())];
    const { user, deviceToken } = await register(home);
    const kinds: string[] = [];
    for (const turn of numbers(101))
      kinds.push(...(await tried(login(attacker(turn), freshEmail(`tried-${turn}`), 'a password of 2019'))));
    expect(kinds).to.deep.equal([...wrongs(50), ...Array(51).fill(throttled)]);
    expect(await tried(login(attacker(0), user.email))).to.deep.equal([throttled]);
    expect(await tried(login(attacker(1), user.email, password, deviceToken))).to.deep.equal(['200']);
    expect(await tried(login(home, user.email))).to.deep.equal(['200']);
  });

  it('count for a network also where all its accounts have signed in from there', async () => {
    const call = from(freshAddress());
    const emails: string[] = [];
    for (const _ of numbers(52)) emails.push((await register(call)).user.email);
    const kinds = [];
    for (const email of emails) kinds.push(...(await tried(login(call, email, 'a password of 2019'))));
    expect(kinds).to.deep.equal([...wrongs(50), throttled, throttled]);
  });

  it('of strangers in a network do not lock out who has signed in from there', async () => {
    const call = from(freshAddress());
    const { user } = await register(call);
    for (const turn of numbers(52)) await login(call, freshEmail(`tried-${turn}`), 'a password of 2019');
    expect(await tried(login(call, freshEmail('new-here')))).to.deep.equal([throttled]);
    expect(await tried(login(call, user.email, 'not the password'))).to.deep.equal([throttled]);
    expect(await tried(login(call, user.email))).to.deep.equal(['200']);
  });

  it('of strangers who used up an account’s are told its owner’s too, who is let in with the right one', async () => {
    const home = from(freshAddress());
    const { user } = await register(home);
    await wrong(from(freshAddress()), user.email, 10);
    expect(await tried(login(home, user.email, 'not the password'))).to.deep.equal([throttled]);
    expect(await tried(login(home, user.email))).to.deep.equal(['200']);
  });

  it('of a network that is throttled count for no account: it cannot lock anybody else out', async () => {
    const [attacker, stranger] = [from(freshAddress()), from(freshAddress())];
    const { user } = await register(from(freshAddress()));
    for (const turn of numbers(50)) await login(attacker, freshEmail(`tried-${turn}`), 'a password of 2019');
    expect(await wrong(attacker, user.email, 12)).to.deep.equal(Array(12).fill(throttled));
    expect(await tried(login(stranger, user.email))).to.deep.equal(['200']);
  });

  it('are not forgotten when somebody signs in to an account of their own in between', async () => {
    const attacker = from(freshAddress());
    const own: string[] = [];
    for (const _ of numbers(7)) own.push((await register(from(freshAddress()))).user.email);
    const kinds: string[] = [];
    for (const turn of numbers(55)) {
      kinds.push(...(await tried(login(attacker, freshEmail(`tried-${turn}`), 'a password of 2019'))));
      const mine = turn % 8 === 0 && turn < 50 ? own.pop() : undefined;
      if (mine) expect(await tried(login(attacker, mine))).to.deep.equal(['200']);
    }
    expect(kinds).to.deep.equal([...wrongs(50), ...Array(5).fill(throttled)]);
  });

  it('with a stolen device count too, and for that device alone', async () => {
    const [home, thief] = [from(freshAddress()), from(freshAddress())];
    const { user, deviceToken } = await register(home);
    expect(await wrong(thief, user.email, 11, deviceToken)).to.deep.equal([...wrongs(10), throttled]);
    expect(await tried(login(thief, user.email, password, deviceToken))).to.deep.equal([throttled]);
    expect(await tried(login(home, user.email))).to.deep.equal(['200']);
  });

  it('count as a stranger’s with a device that is made up, altered, or another’s', async () => {
    const owner = await register(from(freshAddress()));
    const another = await register(from(freshAddress()));
    const bytes = Buffer.from(owner.deviceToken ?? '', 'base64url');
    bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
    const { email } = owner.user;
    expect(await wrong(from(freshAddress()), email, 10)).to.deep.equal(wrongs(10));
    const call = from(freshAddress());
    for (const token of ['A'.repeat(43), 'no token', '', bytes.toString('base64url'), another.deviceToken])
      expect(await tried(login(call, email, password, token)), token).to.deep.equal([throttled]);
    expect(await tried(login(call, email, password, owner.deviceToken))).to.deep.equal(['200']);
  });

  it('lock nobody out of a device that several people share', async () => {
    const desk = from(freshAddress());
    let deviceToken: string | undefined;
    const people: Session[] = [];
    for (const _ of numbers(3)) {
      const { user } = await register(from(freshAddress()));
      const session = await must(login(desk, user.email, password, deviceToken));
      people.push(session);
      deviceToken = session.deviceToken;
    }
    for (const { user } of people) await wrong(from(freshAddress()), user.email, 10);
    const elsewhere = from(freshAddress());
    for (const { user } of people)
      expect(await tried(login(elsewhere, user.email, password, deviceToken))).to.deep.equal(['200']);
  });

  it('count for a known device again once the password was changed, and not where that was done', async () => {
    const [home, phone] = [from(freshAddress()), from(freshAddress())];
    const session = await register(home);
    const { email } = session.user;
    const onPhone = await must(login(phone, email));
    const newPassword = `${password}, and another`;
    const body = { currentPassword: password, newPassword };
    await must(phone(onPhone, 'POST', '/auth/change-password', { body }));
    await wrong(from(freshAddress()), email, 10);
    const elsewhere = from(freshAddress());
    for (const { deviceToken } of [session, onPhone])
      expect(await tried(login(elsewhere, email, newPassword, deviceToken))).to.deep.equal([throttled]);
    expect(await tried(login(home, email, newPassword))).to.deep.equal([throttled]);
    expect(await tried(login(phone, email, newPassword))).to.deep.equal(['200']);
  });

  it('count from the start when their quarter of an hour is over', async () => {
    const email = freshEmail('stranger');
    const call = from(freshAddress());
    expect(await wrong(call, email, 11)).to.deep.equal([...wrongs(10), throttled]);
    await stores.rows('UPDATE password_tries SET ends_at = NOW(3)');
    const later = from(freshAddress(), other.url);
    expect(await wrong(later, email, 11)).to.deep.equal([...wrongs(10), throttled]);
  });

  it('are answered alike for an account that there is and for one that there is not, all the way', async () => {
    const { user } = await register(from(freshAddress()));
    const stories = [];
    for (const email of [user.email, freshEmail('nobody')]) {
      const call = from(freshAddress());
      const said = [];
      for (const time of numbers(12)) {
        const { status, headers, body } = await login(call, email, `guess ${time}`);
        const {
          requestId: _requestId,
          retryAfterSeconds,
          ...rest
        } = body as unknown as Record<string, unknown>;
        const names = [...headers.keys()].sort();
        said.push({ status, rest, names, isRetryTold: retryAfterSeconds !== undefined });
      }
      stories.push(said);
    }
    expect(stories[0]).to.deep.equal(stories[1]);
  });

  it('count for a session that asks for another password, wherever it asks from', async () => {
    const session = await register(from(freshAddress()));
    const change = (call: Call, currentPassword: string) =>
      call<{ code?: string }>(session, 'POST', '/auth/change-password', {
        body: { currentPassword, newPassword: `${password}, and another` },
      });
    const codes: (string | undefined)[] = [];
    for (const time of numbers(11)) {
      const { body } = await change(byTurns(freshAddress())(time), `guess ${time}`);
      codes.push(body.code);
    }
    expect(codes).to.deep.equal([...Array(10).fill('current_password_wrong'), 'too_many_failures']);
    expect((await change(from(freshAddress()), password)).body.code).to.equal('too_many_failures');
  });

  it('do not keep whoever is signed in from changing theirs, where they are others’', async () => {
    const home = from(freshAddress());
    const session = await register(home);
    await wrong(from(freshAddress()), session.user.email, 11);
    const body = { currentPassword: password, newPassword: `${password}, and another` };
    expect((await home(session, 'POST', '/auth/change-password', { body })).status).to.equal(204);
  });

  it('leave nothing in the database that names an account or a network', async () => {
    const email = freshEmail('secretive');
    const address = freshAddress();
    await wrong(from(address), email, 2);
    await register(from(address));
    const kept = JSON.stringify([
      await stores.rows('SELECT HEX(counter), tries FROM password_tries'),
      await stores.rows('SELECT HEX(network_hash) FROM known_networks'),
      await stores.rows('SELECT HEX(subject_id), action, detail FROM audit_log'),
    ]).toLowerCase();
    expect(kept).not.to.contain(email).and.not.contain(Buffer.from(email).toString('hex'));
  });
});

describe('Registrations', () => {
  let clinic: Clinic;
  let other: Serving;

  before(async () => {
    clinic = await startClinic();
    other = await serve(compose(clinic.composed.config, clinic.urls, pino({ level: 'silent' })));
  });
  after(async () => {
    await other?.stop();
    await clinic?.close();
  });

  const person = { password, givenName: 'Erika', familyName: 'Muster', birthOn: '1990-02-03' };
  const register = (call: Call, email: string, key = newId()) =>
    call<Session & { retryAfterSeconds?: number }>(null, 'POST', '/auth/register', {
      body: { ...person, email },
      headers: { 'idempotency-key': key },
    });

  it('tell a network of thirty addresses an hour that they are taken, over all processes', async () => {
    const [address, key] = [freshAddress(), newId()];
    const calls = [callerFrom(clinic.baseUrl, address), callerFrom(other.url, address)] as const;
    const taken = freshEmail('taken');
    await must(register(calls[0], taken, key));
    const statuses = [];
    for (const turn of numbers(33))
      statuses.push((await register(calls[turn % 2 === 0 ? 0 : 1], taken)).status);
    expect(statuses).to.deep.equal([...Array(30).fill(409), ...Array(3).fill(429)]);
    const free = await register(calls[0], freshEmail('free'));
    expect(free.body).to.include({ status: 429, code: 'too_many_registrations' });
    expect(Number(free.headers.get('retry-after'))).to.be.within(1, 3_600);
    expect((await register(calls[1], taken, key)).status, 'a repetition').to.equal(201);
    const elsewhere = callerFrom(clinic.baseUrl, freshAddress());
    expect((await register(elsewhere, taken)).status).to.equal(409);
    expect((await register(elsewhere, freshEmail('free'))).status).to.equal(201);
  });

  it('tell no more when they come at once', async () => {
    const [one, two] = [clinic.baseUrl, other.url].map((url) => callerFrom(url, '127.0.2.1'));
    const taken = freshEmail('taken');
    await must(register(one!, taken));
    const answers = await Promise.all(
      numbers(60).map((turn) => register(turn % 2 === 0 ? one! : two!, taken)),
    );
    expect(answers.filter(({ status }) => status === 409)).to.have.length.at.most(30);
    expect(answers.every(({ status }) => [409, 429, 503].includes(status))).to.equal(true);
  });
});

import { expect } from 'chai';
import { pino } from 'pino';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { compose } from '../../src/compose.js';
import { type Serving, serve } from '../../src/serve.js';
import { callerFrom } from '../support/addresses.js';
import { type Call, type Clinic, freshEmail, must, password, startClinic } from '../support/clinic.js';

const connections = 80;
const people = 12;

/** bcrypt takes its time here, as it does in a clinic. */
describe('While one address sends wrong passwords on eighty connections', () => {
  let clinic: Clinic;
  let slow: Serving;
  const stopped = { isSo: false };

  before(async () => {
    clinic = await startClinic();
    const config = { ...clinic.composed.config, bcryptCost: 10 };
    slow = await serve(compose(config, clinic.urls, pino({ level: 'silent' })));
  });
  after(async () => {
    await slow?.stop();
    await clinic?.close();
  });

  const register = (call: Call) => {
    const person = { givenName: 'Erika', familyName: 'Muster', birthOn: '1990-02-03' };
    const body = { ...person, email: freshEmail('owner'), password };
    return must(call<SignedIn>(null, 'POST', '/auth/register', { body }));
  };
  const login = (call: Call, email: string, withPassword: string, deviceToken?: string) =>
    call<{ code?: string }>(null, 'POST', '/auth/login', {
      body: { email, password: withPassword, ...(deviceToken && { deviceToken }) },
    });

  async function flood(address: string, work: () => Promise<void>): Promise<Record<string, number>> {
    const tally: Record<string, number> = {};
    const call = callerFrom(slow.url, address);
    stopped.isSo = false;
    let begun = 0;
    const guessers = Array.from({ length: connections }, async (_, number) => {
      for (let time = 0; !stopped.isSo; time++) {
        begun++;
        const { body } = await login(call, freshEmail(`guessed-${number}`), `guess ${time}`);
        tally[body.code ?? ''] = (tally[body.code ?? ''] ?? 0) + 1;
      }
    });
    while (begun < connections) await new Promise((resolve) => setImmediate(resolve));
    try {
      await work();
    } finally {
      stopped.isSo = true;
      await Promise.all(guessers);
    }
    return tally;
  }

  it('twelve of twelve others sign in who have done so before', async () => {
    const homes = Array.from({ length: people }, (_, number) =>
      callerFrom(slow.url, `127.0.5.${number + 2}`),
    );
    const owners: { home: Call; email: string }[] = [];
    for (const home of homes) owners.push({ home, email: (await register(home)).user.email });
    const tally = await flood('127.0.6.1', async () => {
      const answers = await Promise.all(owners.map(({ home, email }) => login(home, email, password)));
      expect(answers.map(({ status, body }) => body.code ?? status)).to.deep.equal(Array(people).fill(200));
    });
    expect(tally.credentials_wrong ?? 0).to.be.at.most(50);
  });

  it('and so do those in its own network who show their device', async () => {
    const call = callerFrom(slow.url, '127.0.6.2');
    const owners: SignedIn[] = [];
    for (let number = 0; number < 4; number++) owners.push(await register(call));
    await flood('127.0.6.2', async () => {
      const answers = await Promise.all(
        owners.map(({ user, deviceToken }) => login(call, user.email, password, deviceToken)),
      );
      expect(answers.map(({ status, body }) => body.code ?? status)).to.deep.equal(Array(4).fill(200));
    });
  });
});

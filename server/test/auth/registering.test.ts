import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Answer, type Clinic, freshEmail, must, password, startClinic } from '../support/clinic.js';

type Session = SignedIn & { code?: string };

describe('Registering', () => {
  let clinic: Clinic;
  let stores: Stores;

  before(async () => {
    clinic = await startClinic();
    stores = await openStores(clinic);
  });
  after(async () => {
    await stores?.close();
    await clinic?.close();
  });

  const mother = () => ({
    email: freshEmail('family'),
    password,
    givenName: 'Erika',
    familyName: 'Muster',
    birthOn: '1984-02-03',
    phone: '+49 30 1234',
  });
  const register = (body: unknown, key?: string): Promise<Answer<Session>> =>
    clinic.call(null, 'POST', '/auth/register', { body, headers: key ? { 'idempotency-key': key } : {} });
  const patientsNamed = (familyName: string) =>
    stores.rows('SELECT id FROM patients WHERE family_name = ?', [familyName]);

  const others: Record<string, object> = {
    'a child’s name': { givenName: 'Kim', birthOn: '2019-05-06' },
    'another birth date': { birthOn: '1984-02-04' },
    'another telephone number': { phone: '+49 30 1235' },
    'one field less': { phone: undefined },
    'one field more': { gender: 'female' },
    'another password': { password: 'incorrect horse' },
    'the address in capitals': { givenName: 'Kim', email: 'upper' },
    'nothing else': {},
  };
  for (const [what, change] of Object.entries(others))
    it(`with an address that is taken is refused under another key, whatever it says: ${what}`, async () => {
      const person = { ...mother(), familyName: `Muster ${newId()}` };
      await must(register(person, newId()));
      const email = 'email' in change ? person.email.toUpperCase() : person.email;
      const other = { ...person, ...change, email };
      for (const key of [newId(), undefined]) {
        const { status, body } = await register(other, key);
        expect({ status, code: body.code }).to.deep.equal({ status: 409, code: 'email_taken' });
        expect(body).not.to.have.any.keys('accessToken', 'user');
      }
      expect(await patientsNamed(person.familyName)).to.have.length(1);
    });

  it('is refused when its key came with another request, and creates nothing', async () => {
    const [person, key] = [mother(), newId()];
    await must(register(person, key));
    const child = { ...person, givenName: 'Kim', familyName: `Muster ${newId()}`, birthOn: '2019-05-06' };
    for (const body of [
      child,
      { ...child, email: freshEmail('child') },
      { ...person, password: `${password}!` },
    ])
      expect((await register(body, key)).body.code).to.equal('idempotency_key_reused');
    expect(await patientsNamed(child.familyName)).to.have.length(0);
  });

  it('signs the same patient in for the same request and key, also when five ask at once', async () => {
    const [person, key] = [{ ...mother(), familyName: `Muster ${newId()}` }, newId()];
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => register(person, key)));
    const turned = Object.fromEntries(Object.entries(person).reverse());
    for (const { status, body } of [...answers, await register(turned, key)]) {
      expect(status).to.equal(201);
      expect(body.user).to.deep.equal(answers[0]?.body.user);
      expect((await clinic.call(body, 'GET', '/auth/me')).status).to.equal(200);
    }
    expect(await patientsNamed(person.familyName)).to.have.length(1);
    const kept = JSON.stringify(await stores.rows('SELECT answer FROM idempotency_keys'));
    for (const { body } of answers) {
      expect(kept).not.to.contain(body.refreshToken);
      expect(kept).not.to.contain(body.accessToken);
    }
  });

  it('opens no session for a repetition whose password is the old one, or whose sign-in was withdrawn', async () => {
    const [changed, withdrawn] = [mother(), mother()];
    const keys = [newId(), newId()] as const;
    const session = await must(register(changed, keys[0]));
    const gone = await must(register(withdrawn, keys[1]));
    const newPassword = `${password}, and another`;
    await must(
      clinic.call(session, 'POST', '/auth/change-password', {
        body: { currentPassword: password, newPassword },
      }),
    );
    await stores.rows('UPDATE users SET is_active = 0 WHERE id = ?', [uuidBytes(gone.user.id)]);
    expect((await register(changed, keys[0])).body.code).to.equal('email_taken');
    expect((await register(withdrawn, keys[1])).body.code).to.equal('email_taken');
  });

  it('says what a key must look like', async () => {
    expect((await register(mother(), 'short')).body.code).to.equal('idempotency_key_malformed');
  });
});

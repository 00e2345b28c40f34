import { expect } from 'chai';
import { pino } from 'pino';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { UsersRepository } from '../../src/auth/users.repository.js';
import { compose } from '../../src/compose.js';
import { uuidBytes } from '../../src/lib/ids.js';
import { Database } from '../../src/lib/mysql.js';
import { type Serving, serve } from '../../src/serve.js';
import { openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Call, type Clinic, caller, must, password, startClinic } from '../support/clinic.js';
import { patient } from '../support/people.js';

describe('The cost of a password', () => {
  let clinic: Clinic;
  let stores: Stores;
  let raised: Serving;
  let there: Call;

  before(async () => {
    clinic = await startClinic();
    stores = await openStores(clinic);
    const config = { ...clinic.composed.config, bcryptCost: 6 };
    raised = await serve(compose(config, clinic.urls, pino({ level: 'silent' })));
    there = caller(raised.url);
  });
  after(async () => {
    await raised?.stop();
    await stores?.close();
    await clinic?.close();
  });

  const login = (call: Call, email: string, withPassword = password) =>
    call<SignedIn>(null, 'POST', '/auth/login', { body: { email, password: withPassword } });
  const hashOf = async (userId: string) => {
    const [row] = await stores.rows('SELECT password_hash, version FROM users WHERE id = ?', [
      uuidBytes(userId),
    ]);
    return row;
  };

  it('becomes the configured one at the next sign-in, up or down, and nothing else changes', async () => {
    const { user } = (await patient(clinic)).user;
    const before = await hashOf(user.id);
    expect(before?.password_hash).to.match(/^\$2b\$04\$/);
    expect((await must(login(there, user.email))).user).to.deep.equal(user);
    const after = await hashOf(user.id);
    expect(after?.password_hash).to.match(/^\$2b\$06\$/);
    expect(after?.version).to.equal(before?.version);
    await must(login(there, user.email));
    expect(await hashOf(user.id)).to.deep.equal(after);
    await must(login(clinic.call, user.email));
    expect((await hashOf(user.id))?.password_hash).to.match(/^\$2b\$04\$/);
    expect((await login(clinic.call, user.email, 'not the password')).status).to.equal(401);
  });

  it('stays as it is after a wrong password', async () => {
    const { user } = (await patient(clinic)).user;
    const before = await hashOf(user.id);
    expect((await login(there, user.email, 'not the password')).status).to.equal(401);
    expect(await hashOf(user.id)).to.deep.equal(before);
  });

  it('is renewed once, and all are let in, where six sign in at once', async () => {
    const { user } = (await patient(clinic)).user;
    const answers = await Promise.all(Array.from({ length: 6 }, () => login(there, user.email)));
    expect(answers.map(({ status }) => status)).to.deep.equal(Array(6).fill(200));
    expect((await hashOf(user.id))?.password_hash).to.match(/^\$2b\$06\$/);
  });

  it('is known of the costliest that may sign in, by an index', async () => {
    const db = new Database(clinic.urls.mysqlUrl);
    const users = new UsersRepository(db);
    const { user } = (await patient(clinic)).user;
    const set = (hash: string, isActive: number) =>
      stores.rows('UPDATE users SET password_hash = ?, is_active = ? WHERE id = ?', [
        hash,
        isActive,
        uuidBytes(user.id),
      ]);
    await set(`$2b$09$${'.'.repeat(53)}`, 1);
    expect(await users.highestPasswordCost()).to.equal(9);
    await set(`$2b$09$${'.'.repeat(53)}`, 0);
    expect(await users.highestPasswordCost()).to.be.within(4, 6);
    await db.close();
    const [plan] = await stores.rows(
      'EXPLAIN FORMAT=TRADITIONAL SELECT password_cost FROM users WHERE is_active = 1 ORDER BY password_cost DESC LIMIT 1',
    );
    expect(plan?.key).to.equal('users_password_cost');
    expect(String(plan?.Extra)).not.to.contain('filesort');
  });
});

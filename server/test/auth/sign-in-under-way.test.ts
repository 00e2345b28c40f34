import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { type Clinic, must, password, startClinic } from '../support/clinic.js';
import { holdRow, untilTheyWait } from '../support/held-row.js';
import { staff } from '../support/people.js';

/** Its password was compared before, and its session would be opened after. */
describe('A sign-in that is under way', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  const withdrawals: Record<string, (desk: SignedIn) => Promise<unknown>> = {
    'the password is changed': (desk) => {
      const body = { currentPassword: password, newPassword: `${password}, and another` };
      return must(clinic.call(desk, 'POST', '/auth/change-password', { body }));
    },
    'the user is withdrawn': ({ user }) =>
      must(clinic.call(clinic.admin, 'POST', `/users/${user.id}/deactivate`)),
  };
  for (const [event, withdraw] of Object.entries(withdrawals))
    it(`opens no session when ${event} meanwhile`, async () => {
      const desk = await staff(clinic, 'receptionist');
      const { email, id } = desk.user;
      const release = await holdRow(clinic, 'users', id);
      const withdrawn = withdraw(desk);
      await untilTheyWait(clinic);
      const late = clinic.call<{ code: string }>(null, 'POST', '/auth/login', { body: { email, password } });
      await untilTheyWait(clinic, 2);
      await release();
      await withdrawn;
      expect((await late).body.code).to.equal('credentials_wrong');
    });
});

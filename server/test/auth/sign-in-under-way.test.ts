import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { type Clinic, must, password, startClinic } from '../support/clinic.js';
import { holdRow, untilTheyWait } from '../support/held-row.js';
import { doctorAtWork, patient, staff, ward } from '../support/people.js';

interface Withdrawal {
  who: () => Promise<SignedIn>;
  withdraw: (session: SignedIn) => Promise<unknown>;
}

/** Its password was compared before, and its session would be opened after. */
describe('A sign-in that is under way', () => {
  let clinic: Clinic;
  let second: SignedIn;

  before(async () => {
    clinic = await startClinic();
    second = await staff(clinic, 'admin');
  });
  after(() => clinic.close());

  const desk = () => staff(clinic, 'receptionist');
  const deactivatePatient = (admin: SignedIn, { user }: SignedIn) => {
    const body = { reason: 'Registered twice by mistake.' };
    return must(clinic.call(admin, 'POST', `/patients/${user.patientId}/deactivate`, { body }));
  };

  const withdrawals: Record<string, Withdrawal> = {
    'the password is changed': {
      who: desk,
      withdraw: (session) => {
        const body = { currentPassword: password, newPassword: `${password}, and another` };
        return must(clinic.call(session, 'POST', '/auth/change-password', { body }));
      },
    },
    'the user is withdrawn': {
      who: desk,
      withdraw: ({ user }) => must(clinic.call(clinic.admin, 'POST', `/users/${user.id}/deactivate`)),
    },
    'the doctor is deactivated': {
      who: async () => (await doctorAtWork(clinic, await ward(clinic))).user,
      withdraw: ({ user }) => must(clinic.call(clinic.admin, 'POST', `/doctors/${user.doctorId}/deactivate`)),
    },
    'the patient is deactivated': {
      who: async () => {
        const { user } = await patient(clinic);
        await deactivatePatient(clinic.admin, user);
        return user;
      },
      withdraw: (session) => deactivatePatient(second, session),
    },
  };
  for (const [event, { who, withdraw }] of Object.entries(withdrawals))
    it(`opens no session when ${event} meanwhile`, async () => {
      const session = await who();
      const { email, id } = session.user;
      const release = await holdRow(clinic, 'users', id);
      const withdrawn = withdraw(session);
      await untilTheyWait(clinic);
      const late = clinic.call<{ code: string }>(null, 'POST', '/auth/login', { body: { email, password } });
      await untilTheyWait(clinic, 2);
      await release();
      await withdrawn;
      expect((await late).body.code).to.equal('credentials_wrong');
    });

  it('ends with the person who signs in, when its session is opened a moment before', async () => {
    const { user: session } = await doctorAtWork(clinic, await ward(clinic));
    const { email, id, doctorId } = session.user;
    const release = await holdRow(clinic, 'users', id);
    const signedIn = clinic.call<SignedIn>(null, 'POST', '/auth/login', { body: { email, password } });
    await untilTheyWait(clinic);
    const withdrawn = must(clinic.call(clinic.admin, 'POST', `/doctors/${doctorId}/deactivate`));
    await untilTheyWait(clinic, 2);
    await release();
    await withdrawn;
    const { status, body } = await signedIn;
    if (status === 200) {
      const refresh = { body: { refreshToken: body.refreshToken } };
      expect((await clinic.call(null, 'POST', '/auth/refresh', refresh)).status).to.equal(401);
      expect((await clinic.call(body, 'GET', '/auth/me')).status).to.equal(401);
    } else expect(status).to.equal(401);
  });
});

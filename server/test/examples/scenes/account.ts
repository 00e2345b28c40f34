import type { Medweave } from '@medweave/sdk';
import { password } from '../../support/clinic.js';
import { refused, type Stage } from '../stage.js';
import type { House } from './directory.js';

export interface SignedInPatient {
  readonly client: Medweave;
  readonly patientId: string;
}

const mina = {
  email: 'mina.harker@mail.example',
  password,
  givenName: 'Mina',
  familyName: 'Harker',
  birthOn: '1990-05-17',
  gender: 'female',
  phone: '+354 555 0117',
} as const;

/** Mina registers, looks at her account, and comes back another day. */
export async function openAccount(stage: Stage): Promise<SignedInPatient> {
  const client = stage.visitor();
  await refused(client.auth.me(), 'token_missing');
  await refused(
    client.auth.register({ ...mina, email: 'mina.harker@', birthOn: '2990-05-17' }),
    'validation_failed',
  );
  const { user } = await client.auth.register(mina);
  await refused(stage.visitor().auth.register({ ...mina, password: 'incorrect horse' }), 'email_taken');
  await client.auth.me();
  await client.auth.refresh();
  await client.auth.logout();
  await refused(client.auth.login({ email: mina.email, password: 'incorrect horse' }), 'credentials_wrong');
  await client.auth.login({ email: mina.email, password });
  return { client, patientId: user.patientId ?? '' };
}

/** Mina has forgotten her password, and later wants to sign in no more. */
export async function forgetPassword(stage: Stage, { patientId }: SignedInPatient, { admin, desk }: House) {
  const nobody = await desk.patients.create({
    givenName: 'No',
    familyName: 'Account',
    birthOn: '1970-01-01',
  });
  await refused(desk.patients.issueResetCode(nobody.id), 'sign_in_not_found');
  const { code } = await desk.patients.issueResetCode(patientId);
  const client = stage.visitor();
  const wish = { email: mina.email, newPassword: 'a horse of another colour' };
  await refused(client.auth.resetPassword({ ...wish, code: code.replace(/^./, 'U') }), 'reset_code_wrong');
  await client.auth.resetPassword({ ...wish, code });
  await client.auth.login({ email: mina.email, password: wish.newPassword });
  await client.auth.securityEvents({ limit: 2 });
  await refused(client.auth.endSignIn({ currentPassword: 'incorrect horse' }), 'current_password_wrong');
  await client.auth.endSignIn({ currentPassword: wish.newPassword });
  const { items } = await admin.users.list({ role: 'receptionist', limit: 1 });
  const [clerk] = items;
  const own = await admin.auth.me();
  await admin.users.issueResetCode(clerk?.id ?? '');
  await refused(admin.users.issueResetCode(own.id), 'own_account');
}

/** Somebody looked over Mina's shoulder. */
export async function changePassword({ client }: SignedInPatient): Promise<void> {
  const newPassword = 'a better horse, and its battery';
  await refused(
    client.auth.changePassword({ currentPassword: 'incorrect horse', newPassword }),
    'current_password_wrong',
  );
  await refused(
    client.auth.changePassword({ currentPassword: password, newPassword: password }),
    'password_unchanged',
  );
  await client.auth.changePassword({ currentPassword: password, newPassword });
}

import type { Medweave } from '@medweave/sdk';
import { password } from '../../support/clinic.js';
import { refused, type Stage } from '../stage.js';

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

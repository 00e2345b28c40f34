import { randomUUID } from 'node:crypto';
import { Medweave } from '@medweave/sdk';
import { startProgram } from '../../../server/test/support/api-program.js';
import { emptyDatabase } from '../../../server/test/support/clinic.js';

export interface SignInData {
  readonly email: string;
  readonly password: string;
}

/** The demo clinic, served by the program that `npm start` runs. */
export interface PageClinic {
  readonly baseUrl: string;
  /** What access tokens are signed with. */
  readonly secret: string;
  newPatient(givenName: string): Promise<SignInData>;
  staff(email: string): Promise<Medweave>;
  stop(): Promise<void>;
}

/** @param allowedOrigin the only origin whose pages may call it */
export async function startPageClinic(allowedOrigin: string): Promise<PageClinic> {
  const secret = randomUUID() + randomUUID();
  const { urls, drop } = await emptyDatabase();
  const program = await startProgram({
    MYSQL_URL: urls.mysqlUrl,
    MONGO_URL: urls.mongoUrl,
    REDIS_URL: urls.redisUrl,
    MEDWEAVE_SECRET: secret,
    MEDWEAVE_CORS_ORIGINS: allowedOrigin,
  });
  const baseUrl = await program.url;
  const newPatient = async (givenName: string) => {
    const signIn = { email: `${randomUUID()}@test.example`, password: 'correct horse battery' };
    const person = { givenName, familyName: 'Harker', birthOn: '1988-05-12' };
    await new Medweave({ baseUrl }).auth.register({ ...signIn, ...person });
    return signIn;
  };
  const staff = (email: string) => signedIn(baseUrl, { email, password: 'medweave-demo' });
  const stop = async () => {
    await program.stop();
    await drop();
  };
  return { baseUrl, secret, newPatient, staff, stop };
}

/** The visit that this patient has booked takes place. Its doctor writes two notes and signs only the first. */
export async function holdVisit(
  { baseUrl, staff }: PageClinic,
  patient: SignInData,
  signedText: string,
  draftText: string,
): Promise<void> {
  const { items } = await (await signedIn(baseUrl, patient)).appointments.list();
  const visit = items.find(({ state }) => state === 'booked');
  if (!visit) throw new Error('The patient has booked nothing.');
  const [desk, doctor] = [await staff('desk@demo.example'), await staff('doctor@demo.example')];
  await desk.appointments.checkIn(visit.id);
  await doctor.appointments.start(visit.id);
  const { id: recordUuid, patientId } = await doctor.medicalRecords.open({ appointmentId: visit.id });
  const note = { recordUuid, patientId, kind: 'progress' } as const;
  await doctor.clinicalNotes.post({ ...note, text: signedText, sign: true });
  await doctor.clinicalNotes.post({ ...note, text: draftText });
}

async function signedIn(baseUrl: string, signIn: SignInData): Promise<Medweave> {
  const medweave = new Medweave({ baseUrl });
  await medweave.auth.login(signIn);
  return medweave;
}

/**
 * What must compile and what must not. `npm run check` compiles it against the source, and the test of the published
 * package against its declarations, as ESM, CJS and for bundlers. It is never run.
 */
import {
  type Appointment,
  type AppointmentsBookError,
  type Call,
  type ClinicalNote,
  type ErrorCode,
  Medweave,
  type MedweaveError,
  type Schedule,
  SlotTaken,
  TimeoutError,
} from '@medweave/sdk';

declare const doctorId: string;
const medweave = new Medweave({ baseUrl: '' });

export async function signIn(): Promise<void> {
  await medweave.auth.login({ email: 'ada@example.org', password: 'a long enough password' });
  // @ts-expect-error a field is missing
  await medweave.auth.login({ email: 'ada@example.org' });
  // @ts-expect-error no such field
  await medweave.auth.login({ email: 'ada@example.org', password: 'x', pasword: 'x' });
  // @ts-expect-error a wrong type
  await medweave.appointments.book({ doctorId: 7, startsAt: '2026-12-01T09:30:00.000Z' });
  // @ts-expect-error no such operation
  await medweave.appointments.steal(doctorId);
  // @ts-expect-error no such value
  await medweave.appointments.list({ state: 'boked' });
  for await (const item of medweave.appointments.list()) item.startsAt satisfies string;
}

export async function catching(): Promise<Appointment | undefined> {
  try {
    const [slot] = await medweave.doctors.slots(doctorId, { from: '2026-12-01', to: '2026-12-02' });
    return await medweave.appointments.book(
      { doctorId, startsAt: slot?.startsAt ?? '' },
      { timeoutMs: 5_000 },
    );
  } catch (error) {
    if (error instanceof TimeoutError) return undefined;
    if (!(error instanceof SlotTaken)) throw error;
    // @ts-expect-error another code than its own
    if (error.code === 'slot_token') return undefined;
    error.nextFree[0]?.startsAt satisfies string | undefined;
    // @ts-expect-error no such field
    return error.nextFreee;
  }
}

export async function asValues(): Promise<string> {
  const call = medweave.appointments.book({ doctorId, startsAt: '' });
  call satisfies Call<Appointment, AppointmentsBookError>;
  const outcome = await call.safe();
  // @ts-expect-error there may be none
  outcome.value;
  if (outcome.ok) return outcome.value.startsAt;
  switch (outcome.error.code) {
    case 'slot_taken':
      return outcome.error.nextFree[0]?.startsAt ?? 'none';
    case 'doctor_not_found':
      // @ts-expect-error a field of another code
      return outcome.error.nextFree;
    case 'timeout_error':
      return `${outcome.error.timeoutMs} ms`;
    // @ts-expect-error a code of another operation
    case 'note_not_found':
      return '';
    default:
      return outcome.error.message;
  }
}

/** Every code of an operation that is not dealt with is a compile error where somebody wants it to be. */
export async function exhaustive(): Promise<void> {
  const { ok, ...rest } = await medweave.departments.get(doctorId).safe();
  if (ok || !('error' in rest)) return;
  const { error } = rest;
  if (error.code === 'department_not_found') return;
  // @ts-expect-error others are left
  error satisfies never;
}

/** An app's own texts for codes, each a code of this version. */
const texts: Partial<Record<ErrorCode, string>> = {
  slot_taken: 'Somebody was faster.',
  route_not_found: 'The server is older than this app.',
  connection_error: 'You are offline.',
  // @ts-expect-error no such code
  slot_token: 'Somebody was faster.',
};

export function inWords({ code, message }: MedweaveError): string {
  // @ts-expect-error a newer server may have others
  code satisfies ErrorCode;
  if (code === 'a_code_of_tomorrow') return message;
  switch (code as ErrorCode) {
    case 'slot_taken':
      return 'Somebody was faster.';
    // @ts-expect-error no such code
    case 'slot_token':
      return '';
    default:
      return texts[code as ErrorCode] ?? message;
  }
}

export async function versions(note: ClinicalNote, schedule: Schedule): Promise<void> {
  const revised = await medweave.clinicalNotes.revise(note, { text: 'Better.' });
  await medweave.clinicalNotes.sign(revised, {});
  await medweave.clinicalNotes.revise(note.id, { text: 'Better.' }, { ifMatch: note.version });
  await medweave.schedules.setHours(schedule, { weekly: schedule.weekly });
  // @ts-expect-error the id alone does not say which version is replaced
  await medweave.clinicalNotes.revise(note.id, { text: 'Better.' });
  // @ts-expect-error a thing without a version cannot be replaced
  await medweave.clinicalNotes.revise({ id: note.id }, { text: 'Better.' });
}

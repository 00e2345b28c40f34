/** What must compile and what must not of `@medweave/sdk/testing`. It is compiled like calls.ts, and never run. */
import type { ClinicalNote, Slot } from '@medweave/sdk';
import { type FakeCall, fakeMedweave } from '@medweave/sdk/testing';

declare const slots: Slot[];
const fake = fakeMedweave({ isSignedIn: false });

export function answers(note: ClinicalNote): void {
  fake.answer('appointments.book', { state: 'held' });
  fake.answer('auth.login', { user: { displayName: 'Mina' } });
  fake.answer('clinicalNotes.list', [note, { text: 'Half of one.' }]);
  fake.answer('doctors.slots', slots);
  fake.answerOnce('doctors.get', ({ ids }) => ({ id: ids.id }));
  // @ts-expect-error no such operation
  fake.answer('appointments.steal', {});
  // @ts-expect-error no such field
  fake.answer('appointments.book', { stat: 'held' });
  // @ts-expect-error no such value
  fake.answer('appointments.book', { state: 'stolen' });
  // @ts-expect-error no such field further down
  fake.answer('auth.login', { user: { nickname: 'Mina' } });
  // @ts-expect-error half an entry of a list that is no page
  fake.answer('doctors.slots', [{ startsAt: '2027-03-01T09:20:00.000Z' }]);
  // @ts-expect-error a page is said by its items
  fake.answer('clinicalNotes.list', { items: [], nextCursor: null });
  // @ts-expect-error no such parameter of the path
  fake.answer('doctors.get', ({ ids }) => ({ id: ids.doctorId }));
}

export function failures(): void {
  fake.fail('appointments.book', 'slot_taken', { nextFree: slots });
  fake.fail('appointments.book', 'busy', { retryAfterSeconds: 1, outcome: 'unknown' });
  fake.failOnce('appointments.book', 'timeout_error');
  // @ts-expect-error no such code
  fake.fail('appointments.book', 'slot_token');
  // @ts-expect-error a code of another operation
  fake.fail('appointments.book', 'note_not_found');
  // @ts-expect-error a field of another code
  fake.fail('appointments.book', 'slot_not_offered', { blockers: slots });
  // @ts-expect-error the status comes by itself
  fake.fail('appointments.book', 'slot_taken', { status: 410 });
}

export function calls(call: FakeCall): void {
  fake.callsOf('appointments.book')[0]?.body.startsAt satisfies string | undefined;
  // @ts-expect-error the body of another operation
  fake.callsOf('appointments.book')[0]?.body.text;
  if (call.operation === 'clinicalNotes.revise') {
    call.body.text satisfies string;
    call.ids.id satisfies string;
  }
}

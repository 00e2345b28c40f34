// From registration to the signed note, against a started server: npx tsx examples/first-visit.ts
import { Medweave, SlotTaken } from '@medweave/sdk';

const baseUrl = process.env.MEDWEAVE_URL ?? 'http://127.0.0.1:3000';
const password = 'medweave-demo'; // of the demo clinic's sign-ins

// A patient registers …
const patient = new Medweave({ baseUrl });
const email = `patient.${Date.now()}@example.org`;
const { user } = await patient.auth.register({
  email,
  password: 'a long enough password',
  givenName: 'Mina',
  familyName: 'Harker',
  birthOn: '1988-05-12',
});
console.log(`Registered ${user.displayName}.`);

// … finds the first free time in general practice, and books it.
const [first] = await patient.slots.firstFree({ specialization: 'General practice' });
if (!first) throw new Error('Nobody has a free time this week.');
const { doctorId } = first;
const visit = await patient.appointments
  .book({ doctorId, startsAt: first.startsAt, reason: 'Persistent cough' })
  .catch((error: unknown) => {
    const [next] = error instanceof SlotTaken ? error.nextFree : [];
    if (!next) throw error;
    return patient.appointments.book({ doctorId, startsAt: next.startsAt, reason: 'Persistent cough' });
  });
console.log(`Booked ${visit.startsAt}, state ${visit.state}.`);

// The front desk checks her in, the doctor starts the visit and opens its record.
const desk = new Medweave({ baseUrl });
await desk.auth.login({ email: 'desk@demo.example', password });
await desk.appointments.checkIn(visit.id);

const doctor = new Medweave({ baseUrl });
await doctor.auth.login({ email: 'doctor@demo.example', password });
await doctor.appointments.start(visit.id);
const record = await doctor.medicalRecords.open({ appointmentId: visit.id });

// The doctor writes a note, and signs it.
const { patientId } = visit;
const text = 'Dry cough for two weeks, lungs clear. Fluids, rest, review in ten days.';
const draft = await doctor.clinicalNotes.post({ recordUuid: record.id, patientId, kind: 'progress', text });
await doctor.clinicalNotes.sign(draft, {});
await doctor.appointments.complete(visit.id);

// The patient reads it.
for await (const note of patient.clinicalNotes.list({ recordUuid: record.id }))
  console.log(`Note of ${note.signedAt}: ${note.text}`);

import type { ClinicalNote, Diagnosis, MedicalRecord } from '@medweave/sdk';
import type { ChaosCast } from './cast.js';
import type { SignIn } from './sign-in.js';
import type { Story } from './story.js';
import { beginVisit, endVisit } from './visit-stories.js';

/** A doctor sees a patient and writes down what she found. */
export async function seePatient(story: Story, cast: ChaosCast): Promise<void> {
  const visit = await beginVisit(story, cast);
  const by = cast.doctor;
  const shown = ({ id }: MedicalRecord) => story.see(by, `/medical-records/${id}`);
  const record = await story.change('medicalRecords.open', {
    by,
    call: (medweave, options) => medweave.medicalRecords.open({ appointmentId: visit.id }, options),
    event: 'record.opened',
    subject: ({ id }) => id,
    shown,
  });
  await story.change('medicalRecords.update', {
    by,
    call: (medweave, options) =>
      medweave.medicalRecords.update(record, { chiefComplaint: 'Cough.' }, options),
    event: 'record.updated',
    subject: ({ id }) => id,
    shown,
  });
  await diagnose(story, cast, record);
  await addAndWithdraw(story, cast, await writeNote(story, cast, record));
  await endVisit(story, cast, visit);
  await story.change('medicalRecords.close', {
    by,
    call: (medweave, options) => medweave.medicalRecords.close(record.id, options),
    event: 'record.closed',
    subject: ({ id }) => id,
    shown,
  });
}

async function diagnose(story: Story, { doctor: by }: ChaosCast, record: MedicalRecord): Promise<void> {
  const subject = ({ id }: Diagnosis) => id;
  const shown = async ({ id }: Diagnosis) => {
    const { diagnoses } = await story.see<MedicalRecord>(by, `/medical-records/${record.id}`);
    return diagnoses.length === 1 && diagnoses.find((diagnosis) => diagnosis.id === id);
  };
  const found = { codeSystem: 'icd-10', code: 'J06.9', text: 'Acute infection' } as const;
  const diagnosis = await story.change('medicalRecords.addDiagnosis', {
    by,
    call: (medweave, options) => medweave.medicalRecords.addDiagnosis(record.id, found, options),
    event: 'diagnosis.recorded',
    subject,
    shown,
  });
  await story.change('medicalRecords.setDiagnosisStatus', {
    by,
    call: (medweave, options) =>
      medweave.medicalRecords.setDiagnosisStatus(record.id, diagnosis, { status: 'resolved' }, options),
    event: 'diagnosis.updated',
    subject,
    shown,
  });
}

const subject = ({ id }: ClinicalNote): string => id;
const shownTo = (story: Story, by: SignIn) => (note: ClinicalNote) =>
  story.see(by, `/clinical-notes/${note.id}`);

/** A draft that is revised and signed. */
async function writeNote(
  story: Story,
  { doctor: by }: ChaosCast,
  record: MedicalRecord,
): Promise<ClinicalNote> {
  const shown = shownTo(story, by);
  const first = {
    recordUuid: record.id,
    patientId: record.patientId,
    kind: 'progress',
    text: 'Cough.',
  } as const;
  const draft = await story.change('clinicalNotes.post', {
    by,
    call: (medweave, options) => medweave.clinicalNotes.post(first, options),
    event: 'note.posted',
    subject,
    shown,
  });
  const text = `Cough for ${story.number} days.`;
  const revised = await story.change('clinicalNotes.revise', {
    by,
    call: (medweave, options) => medweave.clinicalNotes.revise(draft, { text }, options),
    event: 'note.revised',
    subject,
    shown,
  });
  return story.change('clinicalNotes.sign', {
    by,
    call: (medweave, options) => medweave.clinicalNotes.sign(revised, {}, options),
    event: 'note.signed',
    keepsVersion: true,
    subject,
    shown,
  });
}

/** An addendum that is taken back. */
async function addAndWithdraw(story: Story, { doctor: by }: ChaosCast, signed: ClinicalNote): Promise<void> {
  const { recordUuid } = signed;
  const addendum = await story.change('clinicalNotes.addAddendum', {
    by,
    call: (medweave, options) =>
      medweave.clinicalNotes.addAddendum(signed.id, { text: 'No fever.', sign: true }, options),
    event: 'note.posted',
    subject,
    shown: shownTo(story, by),
  });
  await story.read('clinicalNotes.list', {
    by,
    call: async (medweave, options) => {
      const notes: ClinicalNote[] = [];
      for await (const note of medweave.clinicalNotes.list({ recordUuid, limit: 1 }, options))
        notes.push(note);
      return notes;
    },
    shown: async () => {
      const page = await story.see<{ items: ClinicalNote[] }>(by, `/clinical-notes?recordUuid=${recordUuid}`);
      return page.items;
    },
  });
  await story.change('clinicalNotes.withdraw', {
    by,
    call: (medweave, options) =>
      medweave.clinicalNotes.withdraw(addendum.id, { reason: 'Wrong patient.' }, options),
    event: 'note.withdrawn',
    keepsVersion: true,
    subject: () => addendum.id,
    versionOf: addendum.id,
    shown: async () => {
      const { state } = await story.see<ClinicalNote>(by, `/clinical-notes/${addendum.id}`);
      return state === 'entered_in_error' ? undefined : state;
    },
  });
}

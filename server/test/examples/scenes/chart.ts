import type { MedicalRecord } from '@medweave/sdk';
import { nothing, refused, type Stage } from '../stage.js';
import type { SignedInPatient } from './account.js';
import type { House } from './directory.js';
import type { Visited } from './visits.js';

/** What the doctor writes down about the visit, from the record's first line to its end. */
export async function keepChart(
  stage: Stage,
  house: House,
  mina: SignedInPatient,
  { appointmentId }: Visited,
): Promise<void> {
  const { client: doctor } = house.colleague;
  const { patientId } = mina;
  const record = await doctor.medicalRecords.open({ appointmentId, chiefComplaint: 'Palpitations' });
  await refused(doctor.medicalRecords.open({ appointmentId }), 'record_exists');
  await observe(stage, house, record);
  await writeNotes(house, mina, record);
  await diagnose(house, record);
  await doctor.medicalRecords.update(record, { chiefComplaint: 'Palpitations at night, for a week' });
  await refused(doctor.medicalRecords.update(record, { chiefComplaint: 'None' }), 'version_stale');
  await doctor.medicalRecords.get(record.id);
  await refused(doctor.medicalRecords.get(nothing), 'record_not_found');
  await doctor.medicalRecords.list({ patientId, limit: 2 });
  await doctor.medicalRecords.close(record.id);
  const walkIn = await doctor.medicalRecords.open({ patientId, kind: 'walk_in' });
  await house.desk.medicalRecords.checkIn(walkIn.id);
  await refused(house.desk.medicalRecords.checkIn(walkIn.id), 'invalid_transition');
  const late = { codeSystem: 'icd-10', code: 'F41.1', text: 'Anxiety disorder' } as const;
  await refused(doctor.medicalRecords.addDiagnosis(record.id, late), 'record_closed');
}

async function observe(
  { calendar }: Stage,
  { colleague: { client: doctor } }: House,
  { id: recordUuid, patientId }: MedicalRecord,
): Promise<void> {
  const about = { recordUuid, patientId, observedAt: calendar.soon(-1) };
  const vitals = [
    { code: '8867-4', name: 'Heart rate', value: 112, unit: '/min' },
    { code: '8480-6', name: 'Systolic blood pressure', value: 134, unit: 'mm[Hg]' },
  ];
  const measured = await doctor.observations.post({ ...about, kind: 'vitals', vitals });
  await refused(doctor.observations.post({ ...about, kind: 'vitals' }), 'validation_failed');
  await refused(
    doctor.observations.post({ ...about, recordUuid: nothing, kind: 'vitals', vitals }),
    'record_not_found',
  );
  const symptoms = [{ name: 'Dizziness', severity: 'mild' as const }];
  const told = await doctor.observations.post({ ...about, kind: 'symptoms', symptoms });
  await doctor.observations.get(measured.id);
  await doctor.observations.list({ recordUuid, limit: 2 });
  await doctor.observations.withdraw(told.id, { reason: 'Told about her sister' });
  await refused(doctor.observations.get(nothing), 'observation_not_found');
}

async function writeNotes(
  { colleague: { client: doctor } }: House,
  { client: patient }: SignedInPatient,
  { id: recordUuid, patientId }: MedicalRecord,
): Promise<void> {
  const about = { recordUuid, patientId, kind: 'consultation' } as const;
  const draft = await doctor.clinicalNotes.post({ ...about, text: 'Palpitations at night. ECG ordered.' });
  await refused(
    doctor.clinicalNotes.post({ ...about, recordUuid: nothing, text: 'Lost.' }),
    'record_not_found',
  );
  const revised = await doctor.clinicalNotes.revise(draft, {
    text: 'Palpitations at night, for a week. ECG: sinus tachycardia.',
  });
  await refused(doctor.clinicalNotes.revise(draft, { text: 'An older draft.' }), 'version_stale');
  const signed = await doctor.clinicalNotes.sign(revised, {});
  await refused(doctor.clinicalNotes.sign(signed, {}), 'invalid_transition');
  await doctor.clinicalNotes.list({ recordUuid, limit: 2 });
  await doctor.clinicalNotes.addAddendum(signed.id, { text: 'Thyroid values are normal.', sign: true });
  const wrong = await doctor.clinicalNotes.post({ ...about, text: 'Sprained ankle.', sign: true });
  await doctor.clinicalNotes.withdraw(wrong.id, { reason: 'Meant for another patient' });
  await patient.clinicalNotes.get(signed.id);
  await refused(patient.clinicalNotes.get(nothing), 'note_not_found');
  await doctor.clinicalNotes.versions(signed.id);
  await doctor.clinicalNotes.search({ q: 'tachycardia', patientId });
}

async function diagnose(
  { colleague: { client: doctor } }: House,
  { id: recordId }: MedicalRecord,
): Promise<void> {
  const found = { codeSystem: 'icd-10', code: 'R00.0', text: 'Tachycardia, unspecified' } as const;
  const diagnosis = await doctor.medicalRecords.addDiagnosis(recordId, { ...found, onsetOn: '2026-01-20' });
  await refused(doctor.medicalRecords.addDiagnosis(nothing, found), 'record_not_found');
  const resolved = { status: 'resolved' } as const;
  await doctor.medicalRecords.setDiagnosisStatus(recordId, diagnosis, resolved);
  await refused(doctor.medicalRecords.setDiagnosisStatus(recordId, diagnosis, resolved), 'version_stale');
}

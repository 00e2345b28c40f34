import { expect } from 'chai';
import { clinicItself } from '../../src/auth/fair-queue.js';
import type { GenerateReport } from '../../src/generate/run-generate.js';
import { generatedPassword } from '../../src/generate/sign-ins.js';
import { uuidText } from '../../src/lib/ids.js';
import { DAY_MS } from '../../src/lib/time.js';
import type { ClinicalNote } from '../../src/notes/notes.types.js';
import { isMrn } from '../../src/patients/mrn.js';
import { storedKeysOf } from '../../src/patients/name-keys.js';
import { rowsOf } from '../import/importing.js';
import { type Clinic, must, signIn, startClinic } from '../support/clinic.js';
import { bookingFaults, noFaults } from '../support/overlap-checker.js';
import { generateInto, smallClinic as pastClinic } from './generating.js';

/** Whom a doctor treats now decides what she reads. */
const smallClinic = { ...pastClinic, notes: 1_500, untilDay: Math.floor(Date.now() / DAY_MS) };

describe('A generated clinic', () => {
  let clinic: Clinic;
  let report: GenerateReport;
  before(async () => {
    clinic = await startClinic();
    const passwordHash = await clinic.composed.passwords.hash(generatedPassword, clinicItself);
    report = await generateInto(clinic, smallClinic, { passwordHash });
  });
  after(() => clinic.close());

  const rows = <T>(statement: string) => rowsOf<T>(clinic.urls.mysqlUrl, statement);
  const count = async (statement: string) => Number((await rows<{ found: number }>(statement))[0]?.found);
  const signedIn = (who: string) => signIn(clinic.call, `${who}@generated.example`, generatedPassword);

  it('has no fault that bookings could have', async () => {
    expect(await bookingFaults(clinic.urls.mysqlUrl)).to.deep.equal(noFaults);
  });

  it('has what was asked for, and says so', async () => {
    expect(await count('SELECT COUNT(*) AS found FROM appointments')).to.equal(smallClinic.appointments);
    const { written } = report;
    expect(written.get('appointments')).to.equal(smallClinic.appointments);
    expect(written.get('clinical_notes')).to.equal(smallClinic.notes);
    expect(written.get('observations')).to.equal(2 * smallClinic.observations);
    for (const [table, rowsWritten] of written) {
      if (table === 'clinical_notes' || table === 'observations') continue;
      const own =
        { users: 1, audit_log: await ownAudit(), events: await ownAudit('user.signed_in') }[table] ?? 0; // the test's admin
      expect([table, await count(`SELECT COUNT(*) AS found FROM ${table}`)]).to.deep.equal([
        table,
        rowsWritten + own,
      ]);
    }
  });

  const ownAudit = (but = '') =>
    count(`SELECT COUNT(*) AS found FROM audit_log WHERE request_id <> 'generate' AND action <> '${but}'`);

  it('has a closed record with a diagnosis for each visit that took place, and for nothing else', async () => {
    const wrong = await count(`
      SELECT COUNT(*) AS found FROM appointments AS visit
      LEFT JOIN medical_records AS record ON record.appointment_id = visit.id
      WHERE (visit.state = 'completed') <> (record.id IS NOT NULL)
        OR record.doctor_id <> visit.doctor_id OR record.patient_id <> visit.patient_id OR record.status <> 'closed'`);
    expect(wrong).to.equal(0);
    const bare = await count(`
      SELECT COUNT(*) AS found FROM medical_records AS record
      WHERE NOT EXISTS (SELECT 1 FROM diagnoses WHERE record_id = record.id AND patient_id = record.patient_id)`);
    expect(bare).to.equal(0);
    expect(await count("SELECT COUNT(*) AS found FROM medical_records WHERE kind = 'walk_in'")).to.be.above(
      0,
    );
  });

  it('has the event and the audit row of every change', async () => {
    const without = await count(`
      SELECT COUNT(*) AS found FROM (
        SELECT id FROM appointments UNION ALL SELECT id FROM medical_records UNION ALL SELECT id FROM diagnoses
        UNION ALL SELECT id FROM note_refs UNION ALL SELECT id FROM observation_refs UNION ALL SELECT id FROM patients
        UNION ALL SELECT id FROM doctors
      ) AS subject
      WHERE id NOT IN (SELECT subject_id FROM audit_log) OR id NOT IN (SELECT subject_id FROM events)`);
    expect(without).to.equal(0);
    expect(
      await count(
        'SELECT COUNT(*) AS found FROM events WHERE awaits IS NOT NULL AND kind LIKE "appointment.%"',
      ),
    ).to.equal(0);
  });

  it('shows a note to the doctor who wrote it, with the hash that MySQL and the audit trail have', async () => {
    const doctor = await signedIn('doctor');
    const [found] = await rows<{ id: Buffer; sha256: Buffer }>(`
      SELECT note_refs.id, note_versions.sha256 FROM note_refs
      JOIN note_versions ON note_versions.note_id = note_refs.id
      JOIN users ON users.id = note_refs.author_id
      JOIN appointments ON appointments.patient_id = note_refs.patient_id AND appointments.doctor_id = users.doctor_id
      WHERE users.email = 'doctor@generated.example' AND appointments.starts_at > NOW() - INTERVAL 11 MONTH
        AND appointments.state <> 'cancelled' LIMIT 1`);
    const id = uuidText(found?.id ?? Buffer.alloc(16));
    const note = await must<ClinicalNote>(clinic.call(doctor, 'GET', `/clinical-notes/${id}`));
    expect(note.text.length).to.be.within(150, 600);
    expect(note.sha256).to.equal(found?.sha256.toString('hex'));
    const { items } = await must<{ items: { text: string }[] }>(
      clinic.call(doctor, 'GET', `/clinical-notes?recordUuid=${note.recordUuid}`),
    );
    expect(items.map(({ text }) => text)).to.deep.equal([note.text]);
    const record = await must<{ diagnoses: object[] }>(
      clinic.call(doctor, 'GET', `/medical-records/${note.recordUuid}`),
    );
    expect(record.diagnoses).to.have.length.above(0);
    const [audit] = await rows<{ detail: { sha256: string } | string }>(
      `SELECT detail FROM audit_log WHERE subject_id = 0x${found?.id.toString('hex')}`,
    );
    const detail = typeof audit?.detail === 'string' ? JSON.parse(audit.detail) : audit?.detail;
    expect(detail.sha256).to.equal(note.sha256);
  });

  it('finds its notes by their words', async () => {
    const doctor = await signedIn('doctor');
    const { items } = await must<{ items: { text: string }[] }>(
      clinic.call(doctor, 'GET', '/clinical-notes/search?q=assessment'),
    );
    expect(items).to.have.length.above(0);
    for (const { text } of items) expect(text).to.include('Assessment');
  });

  it('leaves the reconciler nothing to find', async () => {
    const found = await clinic.composed.services.reconciler.reconcile();
    expect(found.missing).to.deep.equal([]);
    expect(found.quarantined).to.deep.equal([]);
    expect(found.checked).to.be.at.least(smallClinic.notes + 2 * smallClinic.observations);
  });

  it('is found by name and by medical record number', async () => {
    const [patient] = await rows<{ id: Buffer; mrn: string; given_name: string; family_name: string }>(
      "SELECT id, mrn, given_name, family_name FROM patients WHERE family_name LIKE '%ü%' LIMIT 1",
    );
    const id = `0x${patient?.id.toString('hex')}`;
    const stored = await rows<{ trigram: string }>(
      `SELECT trigram FROM patient_trigrams WHERE patient_id = ${id}`,
    );
    const wanted = storedKeysOf({
      givenName: patient?.given_name ?? '',
      familyName: patient?.family_name ?? '',
    });
    expect(stored.map(({ trigram }) => trigram).sort()).to.deep.equal([...wanted].sort());
    const mrns = await rows<{ mrn: string }>('SELECT mrn FROM patients');
    expect(mrns.filter(({ mrn }) => !isMrn(mrn))).to.deep.equal([]);
  });

  it('offers free times beside its visits, and takes a booking', async () => {
    const desk = await signedIn('desk');
    const [doctor] = await rows<{ id: Buffer }>('SELECT id FROM doctors ORDER BY id LIMIT 1');
    const doctorId = uuidText(doctor?.id ?? Buffer.alloc(16));
    const from = new Date().toISOString();
    const to = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const slots = await must<{ startsAt: string }[]>(
      clinic.call(desk, 'GET', `/doctors/${doctorId}/slots?from=${from}&to=${to}`),
    );
    const [patient] = await rows<{ id: Buffer }>('SELECT id FROM patients ORDER BY id LIMIT 1');
    const body = {
      doctorId,
      patientId: uuidText(patient?.id ?? Buffer.alloc(16)),
      startsAt: slots.at(-1)?.startsAt,
    };
    await must(clinic.call(desk, 'POST', '/appointments', { body }));
    const again = await clinic.call<{ code: string }>(desk, 'POST', '/appointments', { body });
    expect([again.status, again.body.code]).to.deep.equal([409, 'slot_taken']);
  });

  it('lets its people sign in, and gives each doctor a sign-in that an admin can hand over', async () => {
    for (const who of ['doctor', 'admin', 'desk', 'nurse', 'patient']) await signedIn(who);
    const unusable = await count(
      "SELECT COUNT(*) AS found FROM users WHERE role = 'doctor' AND NOT is_active",
    );
    expect(unusable).to.equal(smallClinic.doctors - 1);
  });
});

import type { MedicalRecord } from '../../server/src/records/records.types.js';
import type { Cast } from '../../server/test/clinical/clinical-cast.js';
import type { CanariesOf } from './canaries.js';
import type { Teller } from './teller.js';

const kept = 'idempotency_keys';
/** What stands in a document, and where it may be counted by. */
const note = ['clinical_notes'];
const observation = ['observations'];
const counted = ['observations', 'symptom_facts', 'symptom_cells', 'symptom_counts'];
const measured = ['observations', 'vital_facts', 'vital_cells'];

/** What is written into one medical record; each text is a canary. */
export class RecordStory {
  constructor(
    private readonly on: Cast,
    private readonly teller: Teller,
    private readonly canaries: CanariesOf,
  ) {}

  async tell(record: MedicalRecord): Promise<void> {
    await this.#isDiagnosed(record);
    await this.#isWrittenAbout(record);
    await this.#isObserved(record);
  }

  async #isDiagnosed({ id }: MedicalRecord): Promise<void> {
    const doctor = this.on.doctor.user;
    const path = `/medical-records/${id}`;
    const complaint = { chiefComplaint: this.canaries.word('other complaint', 'medical_records', kept) };
    await this.teller.tell(doctor, 'PUT', path, complaint, { 'if-match': '"1"' });
    await this.teller.tell(doctor, 'POST', `${path}/diagnoses`, {
      ...{ codeSystem: 'icd-10', code: 'R05' },
      text: this.canaries.word('diagnosis', 'diagnoses', kept),
    });
    const away = {
      ...{ startsAt: '2031-01-05T08:00:00Z', endsAt: '2031-01-05T09:00:00Z' },
      reason: this.canaries.word('reason of time off', 'time_off', kept),
    };
    await this.teller.tell(doctor, 'POST', `/doctors/${this.on.doctor.doctor.id}/time-off`, away);
  }

  async #isWrittenAbout({ id: recordUuid, patientId }: MedicalRecord): Promise<void> {
    const doctor = this.on.doctor.user;
    const about = { recordUuid, patientId, kind: 'progress' };
    const post = (what: string, sign: boolean, isSensitive = false) =>
      this.teller.tell(doctor, 'POST', '/clinical-notes', {
        ...{ ...about, sign, isSensitive },
        text: this.canaries.phrase(what, ...note),
      });
    const signed = await post('note', true);
    await post('sensitive note', true, true);
    const draft = await post('draft', false);
    const path = `/clinical-notes/${draft.id}`;
    const revised = { text: this.canaries.phrase('revised draft', ...note) };
    await this.teller.tell(doctor, 'PUT', path, revised, { 'if-match': '"1"' });
    await this.teller.tell(doctor, 'POST', `${path}/sign`, {}, { 'if-match': '"2"' });
    const addendum = { text: this.canaries.phrase('addendum', ...note), sign: true };
    await this.teller.tell(doctor, 'POST', `/clinical-notes/${signed.id}/addenda`, addendum);
    const withdrawn = { reason: this.canaries.word('reason of a withdrawal', 'note_refs', kept) };
    await this.teller.tell(doctor, 'POST', `${path}/withdraw`, withdrawn);
    await this.teller.tell(doctor, 'GET', `/clinical-notes?recordUuid=${recordUuid}&limit=1`);
    await this.teller.tell(doctor, 'GET', `/clinical-notes/search?q=${this.canaries.word('searched text')}`);
    const sought = encodeURIComponent(revised.text);
    await this.teller.tell(
      doctor,
      'GET',
      `/clinical-notes/search?q=${sought}&patientId=${patientId}&limit=1`,
    );
  }

  async #isObserved({ id: recordUuid, patientId }: MedicalRecord): Promise<void> {
    const doctor = this.on.doctor.user;
    const about = { recordUuid, patientId, observedAt: '2026-01-05T08:00:00Z' };
    const vital = {
      name: this.canaries.word('vital', ...measured),
      value: 1,
      unit: this.canaries.phone('unit', ...measured),
    };
    const parts = [
      { kind: 'vitals', vitals: [vital] },
      { kind: 'symptoms', symptoms: [{ name: this.canaries.word('symptom', ...counted) }] },
      {
        kind: 'other',
        data: {
          [this.canaries.word('data field', ...observation)]: this.canaries.word('data', ...observation),
          deeper: [{ at: this.canaries.word('deeper data', ...observation) }],
        },
      },
    ];
    const ids: string[] = [];
    for (const part of parts)
      ids.push((await this.teller.tell(doctor, 'POST', '/observations', { ...about, ...part })).id);
    const reason = this.canaries.word('reason of withdrawing an observation', 'observation_refs', kept);
    await this.teller.tell(doctor, 'POST', `/observations/${ids[2]}/withdraw`, { reason });
    await this.teller.tell(
      doctor,
      'GET',
      `/analytics/vital-trends?vital=${this.canaries.word('vital asked for')}`,
    );
  }
}

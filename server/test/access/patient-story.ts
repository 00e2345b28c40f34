import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Cast, type Stores, visit } from '../clinical/clinical-cast.js';
import { type Answer, must } from '../support/clinic.js';
import { futureAt } from '../support/people.js';

/** Texts that stand for what the clinic knows of a patient; each of its own, so that a leak tells where it came from. */
export const canaries = {
  givenName: 'Canarygiven',
  familyName: 'Canaryfamily',
  email: 'canary.email@canaries.example',
  phone: '+49 30 7788990011',
  street: 'Canarystreet 7',
  emergencyName: 'Canaryemergency',
  insuranceNumber: 'CANARYINSURED77',
  password: 'canary password 123',
  reason: 'canaryreason',
  overbookReason: 'canaryoverbooked',
  cancelReason: 'canarycancelled',
  complaint: 'canarycomplaint',
  diagnosis: 'canarydiagnosis',
  note: 'canarynote',
  draft: 'canarydraft',
  addendum: 'canaryaddendum',
  withdrawReason: 'canarywithdrawn',
  vital: 'canaryvital',
  symptom: 'canarysymptom',
  data: 'canarydata',
  searched: 'canarysearched',
};
export type Canary = keyof typeof canaries;
/** The names of the canaries in a text. */
export const found = (text: string): string[] =>
  Object.entries(canaries)
    .filter(([, canary]) => text.toLowerCase().includes(canary.toLowerCase()))
    .map(([name]) => name);

/** One patient's way through everything that handles her data, with every mistake on the way. */
export class PatientStory {
  readonly tokens: string[] = [];
  readonly refusals: { path: string; text: string }[] = [];
  #keys = 0;

  constructor(
    private readonly on: Cast,
    private readonly stores: Stores,
  ) {}

  /** Sends; keeps what a refusal said. */
  async #say<T = { id: string }>(
    who: SignedIn | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await this.on.clinic.call<T>(who, method, path, {
      ...(body !== undefined && { body }),
      headers: { ...(method === 'POST' && { 'idempotency-key': `canary-${++this.#keys}` }), ...headers },
    });
    if (answer.status >= 400)
      this.refusals.push({ path, text: JSON.stringify([answer.body, [...answer.headers]]) });
    return answer;
  }

  /** Everything that patient data goes through, and everything that refuses it. */
  async tell(): Promise<void> {
    const patientId = await this.#aPatient();
    const record = await this.#aVisit(patientId);
    await this.#documents(record);
    await this.#mistakes(patientId, record);
  }

  async #aPatient(): Promise<string> {
    const { givenName, familyName, email } = canaries;
    const person = { givenName, familyName, email, birthOn: '1984-05-17', phone: canaries.phone };
    const credentials = { email, password: canaries.password };
    const register = { ...person, password: canaries.password };
    this.tokens.push((await must<SignedIn>(this.#say(null, 'POST', '/auth/register', register))).accessToken);
    const login = await must<SignedIn>(this.#say(null, 'POST', '/auth/login', credentials));
    const refreshed = await must<SignedIn>(
      this.#say(null, 'POST', '/auth/refresh', { refreshToken: login.refreshToken }),
    );
    this.tokens.push(login.accessToken, refreshed.accessToken);
    await this.#say(null, 'POST', '/auth/register', { ...register, password: 'another password' });
    await this.#say(null, 'POST', '/auth/login', { ...credentials, password: `${canaries.password}!` });
    const address = { line: canaries.street, city: 'Berlin' };
    const details = {
      address,
      emergencyContact: { name: canaries.emergencyName, phone: canaries.phone },
      insurance: { provider: 'Gothaer', number: canaries.insuranceNumber },
    };
    await must(this.#say(this.on.reception, 'POST', '/patients', { ...person, ...details }));
    const patientId = login.user.patientId ?? '';
    await must(
      this.#say(this.on.reception, 'PATCH', `/patients/${patientId}`, details, { 'if-match': '"1"' }),
    );
    await must(this.#say(this.on.reception, 'GET', `/patients/search?q=${familyName}`));
    await must(this.#say(this.on.reception, 'GET', `/patients?familyName=${familyName}&limit=1`));
    this.on.patient = { patientId, user: login };
    return patientId;
  }

  async #aVisit(patientId: string): Promise<MedicalRecord> {
    const { id: doctorId } = this.on.doctor.doctor;
    const wish = { doctorId, startsAt: futureAt(3, 9), reason: canaries.reason };
    const booked = await must(this.#say(this.on.patient.user, 'POST', '/appointments', wish));
    // The second is refused, and marks the doctor's day: the third asks Redis.
    for (let count = 0; count < 2; count++)
      await this.#say(this.on.otherPatient.user, 'POST', '/appointments', wish);
    const overbooked = {
      ...wish,
      patientId: this.on.otherPatient.patientId,
      overbookReason: canaries.overbookReason,
    };
    await must(this.#say(this.on.reception, 'POST', '/appointments', overbooked));
    await must(
      this.#say(this.on.patient.user, 'POST', `/appointments/${booked.id}/cancel`, {
        reason: canaries.cancelReason,
      }),
    );
    const appointmentId = await visit(this.on, this.on.doctor, patientId);
    const request = { appointmentId, chiefComplaint: canaries.complaint };
    return must(this.#say<MedicalRecord>(this.on.doctor.user, 'POST', '/medical-records', request));
  }

  async #documents({ id: recordUuid, patientId }: MedicalRecord): Promise<void> {
    const doctor = this.on.doctor.user;
    const diagnosis = { codeSystem: 'icd-10', code: 'R05', text: canaries.diagnosis };
    await must(this.#say(doctor, 'POST', `/medical-records/${recordUuid}/diagnoses`, diagnosis));
    const belongs = { recordUuid, patientId };
    const post = (text: string, sign: boolean) =>
      must(this.#say(doctor, 'POST', '/clinical-notes', { ...belongs, kind: 'progress', text, sign }));
    const signed = await post(canaries.note, true);
    const draft = await post(canaries.draft, false);
    const revision = { text: `${canaries.draft} again` };
    await must(this.#say(doctor, 'PUT', `/clinical-notes/${draft.id}`, revision, { 'if-match': '"1"' }));
    await must(this.#say(doctor, 'POST', `/clinical-notes/${draft.id}/sign`, {}, { 'if-match': '"2"' }));
    await must(
      this.#say(doctor, 'POST', `/clinical-notes/${signed.id}/addenda`, {
        text: canaries.addendum,
        sign: true,
      }),
    );
    await must(
      this.#say(doctor, 'POST', `/clinical-notes/${draft.id}/withdraw`, { reason: canaries.withdrawReason }),
    );
    await must(this.#say(doctor, 'GET', `/clinical-notes?recordUuid=${recordUuid}`));
    await must(this.#say(doctor, 'GET', `/clinical-notes/search?q=${canaries.searched}`));
    const observedAt = '2026-01-05T08:00:00Z';
    for (const parts of [
      { kind: 'vitals', vitals: [{ name: canaries.vital, value: 1, unit: '/min' }] },
      { kind: 'symptoms', symptoms: [{ name: canaries.symptom }] },
      { kind: 'other', data: { [canaries.data]: canaries.data } },
    ])
      await must(this.#say(doctor, 'POST', '/observations', { ...belongs, observedAt, ...parts }));
  }

  async #mistakes(patientId: string, { id: recordUuid }: MedicalRecord): Promise<void> {
    const everything = { ...canaries, recordUuid, patientId };
    for (const [method, path] of [
      ['POST', '/patients'],
      ['POST', '/appointments'],
      ['POST', '/clinical-notes'],
      ['POST', '/observations'],
      ['POST', '/medical-records'],
      ['POST', '/auth/register'],
      ['POST', '/auth/login'],
      ['PATCH', `/patients/${patientId}`],
      ['GET', `/patients/search?q=${canaries.familyName}&mrn=${canaries.familyName}`],
      ['GET', `/patients?${canaries.familyName}=1`],
      ['GET', `/patients/${canaries.familyName}`],
      ['GET', `/${canaries.familyName}`],
    ] as const)
      for (const who of [null, this.on.reception, this.on.doctor.user, this.on.otherPatient.user])
        await this.#say(who, method, path, method === 'GET' ? undefined : everything);
    const key = { 'idempotency-key': canaries.familyName };
    await this.#say(this.on.reception, 'POST', '/patients', `{"givenName": "${canaries.givenName}`, key);
    await this.#say(null, 'GET', '/auth/me', undefined, { authorization: `Bearer ${canaries.familyName}` });
    const note = {
      recordUuid,
      patientId: this.on.otherPatient.patientId,
      kind: 'progress',
      text: canaries.note,
    };
    await this.#say(this.on.doctor.user, 'POST', '/clinical-notes', note);
    await this.#unforeseen(patientId);
  }

  /** A failure that nobody foresaw: MySQL's message quotes the value, and must not leave the process. */
  async #unforeseen(patientId: string): Promise<void> {
    const relation = `of\n    at ${canaries.familyName}`; // made to look like a place in the code
    await this.stores.rows('CREATE UNIQUE INDEX unforeseen ON patients (emergency_relation)');
    await this.stores.rows('UPDATE patients SET emergency_relation = ? WHERE id <> UUID_TO_BIN(?) LIMIT 1', [
      relation,
      patientId,
    ]);
    const emergencyContact = { name: canaries.emergencyName, phone: canaries.phone, relation };
    const version = { 'if-match': '"2"' };
    const { status } = await this.#say(
      this.on.reception,
      'PATCH',
      `/patients/${patientId}`,
      { emergencyContact },
      version,
    );
    expect(status).to.equal(500);
    await this.stores.rows('DROP INDEX unforeseen ON patients');
  }
}
